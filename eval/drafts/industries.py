"""Words of some industries, from which the texts of sample reports are made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Industry:
    """The words of one industry.

    Attributes:
        field: 产业领域.
        main: 主导产业 as the text calls it.
        material: what its firms make, in general.
        subject: what schools and fairs call it.
        chain: the production chain, from … to ….
        links: its four links, separated by 、.
        users: industries that it supplies.
        supply: what it secures.
        raw: raw materials.
        equipment: key equipment.
        breakthrough: a technique mastered.
        top_products: the products at the high end.
        grade: the highest quality grade.
        importance: its place in policy.
        zones: quarters of the park.
        suffix: how firm names end.
        brand: end of a brand's name.
        products, projects: ten of each.
    """

    field: str
    main: str
    material: str
    subject: str
    chain: str
    links: str
    users: str
    supply: str
    raw: str
    equipment: str
    breakthrough: str
    top_products: str
    grade: str
    importance: str
    zones: str
    suffix: str
    brand: str
    products: tuple[str, ...]
    projects: tuple[str, ...]


METALS = Industry(
    field="新材料",
    main="先进金属材料",
    material="金属材料",
    subject="材料",
    chain="从原料冶炼、材料制备到精深加工",
    links="冶炼、制备、加工、应用",
    users="航空航天、轨道交通",
    supply="航空航天、轨道交通关键材料供应",
    raw="镍、钴",
    equipment="真空感应熔炼炉、五轴联动加工中心",
    breakthrough="宽幅钛板轧制技术",
    top_products="高端牌号材料",
    grade="航空级",
    importance="国家战略性新兴产业",
    zones="冶炼加工片区、精深加工片区",
    suffix="新材料有限公司",
    brand="合金",
    products=("高温合金棒材", "钛合金板材", "铝合金型材", "硬质合金刀具", "高纯靶材", "精密铜带", "磁性材料",
              "陶瓷基复合材料", "碳纤维预浸料", "稀土功能材料"),
    projects=("高温合金扩能", "钛材精深加工", "轻量化型材技术改造", "刀具智能工厂", "靶材研发中心", "铜带绿色生产线",
              "磁材检测公共服务平台", "复合材料中试基地", "碳纤维二期", "稀土功能材料新建"),
)  # fmt: skip

ELECTRONICS = Industry(
    field="电子信息",
    main="电子元器件",
    material="电子元器件",
    subject="电子信息",
    chain="从电子材料、元器件制造到模组和整机",
    links="材料、元件、模组、整机",
    users="消费电子、汽车电子",
    supply="电子信息产业链关键元器件供应",
    raw="铜箔、树脂",
    equipment="高速贴片机、激光直接成像设备",
    breakthrough="高多层线路板层间对位技术",
    top_products="高阶产品",
    grade="车规级",
    importance="国民经济的战略性、基础性和先导性产业",
    zones="元器件片区、模组整机片区",
    suffix="电子科技有限公司",
    brand="电子",
    products=("铝电解电容器", "多层线路板", "柔性线路板", "显示模组", "连接器", "电源适配器", "传感器", "线圈电感",
              "LED封装器件", "摄像头模组"),
    projects=("电容器扩产", "高多层线路板", "柔性板技术改造", "显示模组智能车间", "连接器研发中心", "电源绿色工厂",
              "电子产品检测公共服务平台", "传感器中试线", "线圈电感二期", "摄像头模组新建"),
)  # fmt: skip

MACHINERY = Industry(
    field="高端装备",
    main="装备制造",
    material="机械装备",
    subject="机械",
    chain="从铸锻件、关键零部件到整机",
    links="铸锻、零部件、整机、服务",
    users="农业生产、工程建设",
    supply="丘陵山区农业装备和工程装备供应",
    raw="钢材、铸件",
    equipment="柔性焊接机器人、立式加工中心",
    breakthrough="轻量化底盘设计与制造技术",
    top_products="高端机型",
    grade="大马力",
    importance="国家装备自主可控的重要支撑",
    zones="零部件片区、整机片区",
    suffix="机械制造有限公司",
    brand="机械",
    products=("联合收割机", "旋耕机", "插秧机", "烘干机", "碾米机械", "液压油缸", "变速箱", "铸造件", "履带底盘", "植保机械"),
    projects=("收割机智能工厂", "旋耕机扩能", "插秧机研发中心", "烘干设备技术改造", "碾米机械二期", "液压件绿色铸造",
              "机械检验检测公共服务平台", "变速箱中试线", "履带底盘生产线", "植保机械新建"),
)  # fmt: skip

MEDICINE = Industry(
    field="生物医药",
    main="生物医药",
    material="医药产品",
    subject="生物医药",
    chain="从中药材种植、植物提取到制剂生产",
    links="种植、提取、制剂、流通",
    users="医药、健康食品",
    supply="基本药物和植物提取物供应",
    raw="中药材、辅料",
    equipment="超临界萃取装置、无菌灌装线",
    breakthrough="植物有效成分连续提取技术",
    top_products="一类新药和高纯度提取物",
    grade="注射级",
    importance="国家战略性新兴产业",
    zones="提取加工片区、制剂片区",
    suffix="生物医药有限公司",
    brand="本草",
    products=("植物提取物", "中成药", "化学原料药", "医用敷料", "保健食品", "中药饮片", "诊断试剂", "兽用药", "医药包材", "胶原蛋白"),
    projects=("植物提取扩能", "中成药智能车间", "原料药技术改造", "敷料研发中心", "保健食品二期", "饮片绿色生产线",
              "药物检测公共服务平台", "诊断试剂中试线", "兽药新建", "医药包材改造"),
)  # fmt: skip

TEXTILES = Industry(
    field="轻工纺织",
    main="轻纺制鞋",
    material="轻纺产品",
    subject="纺织服装",
    chain="从纺纱织造、鞋材配套到成品制造",
    links="纺纱、织造、配套、成品",
    users="服装、运动用品",
    supply="国内外品牌鞋服订单",
    raw="棉纱、皮革",
    equipment="数控裁床、全自动针车",
    breakthrough="一体成型飞织鞋面技术",
    top_products="自主品牌产品",
    grade="专业运动级",
    importance="重要的民生产业",
    zones="纺织片区、制鞋片区",
    suffix="鞋业有限公司",
    brand="轻纺",
    products=("运动鞋", "休闲鞋", "鞋底", "飞织鞋面", "棉纱", "针织面料", "箱包", "手套", "皮具", "鞋机配件"),
    projects=("运动鞋智能工厂", "飞织鞋面扩产", "鞋底技术改造", "棉纱绿色工厂", "针织面料二期", "箱包研发中心",
              "鞋材检测公共服务平台", "手套自动化车间", "皮具新建", "鞋机中试基地"),
)  # fmt: skip

CHEMICALS = Industry(
    field="绿色化工",
    main="精细化工",
    material="化工产品",
    subject="化工",
    chain="从基础化工、中间体到精细化学品",
    links="基础原料、中间体、精细品、循环利用",
    users="新能源、医药",
    supply="新能源和医药中间体供应",
    raw="盐、磷矿",
    equipment="微通道反应器、连续精馏装置",
    breakthrough="微通道连续硝化技术",
    top_products="高附加值精细化学品",
    grade="电子级",
    importance="国民经济的支柱产业",
    zones="基础化工片区、精细化工片区",
    suffix="化工有限公司",
    brand="精化",
    products=("双氧水", "氯碱产品", "医药中间体", "电池级材料", "水处理剂", "涂料", "香料", "催化剂", "特种气体", "阻燃剂"),
    projects=("双氧水扩能", "氯碱绿色改造", "中间体智能工厂", "电池级材料新建", "水处理剂技术改造", "涂料研发中心",
              "化工安全检测公共服务平台", "催化剂中试基地", "特种气体二期", "阻燃剂生产线"),
)  # fmt: skip

INDUSTRIES = (METALS, ELECTRONICS, MACHINERY, MEDICINE, TEXTILES, CHEMICALS)

# Words of a listed cluster's name and the industry that suits it.
_SUITED = (
    ("电子|线路板|电路板|显示|智能小家电|半导体|打印|汽车", ELECTRONICS),
    ("农机|装备|机械|工程|建材|钢材", MACHINERY),
    ("医药|茶油|竹木|植物", MEDICINE),
    ("纺|鞋|皮具|服饰|钓具", TEXTILES),
    ("化工|盐|固废|循环", CHEMICALS),
)


def suited_to(name: str) -> Industry:
    """The industry whose words suit a cluster's name best."""
    import re

    return next((industry for words, industry in _SUITED if re.search(words, name)), METALS)
