"""The rows of the two report forms, typed from the source text, under short keys that the data files use."""

from typing import NamedTuple


class FormRow(NamedTuple):
    """One row of an indicator table: short key, name, what stands in brackets, whether proof is asked for."""

    key: str
    name: str
    bracket: str
    proof: bool = False


PROOF = "需提供佐证材料"

TABLE_21 = (
    FormRow("output", "集群总产值", "亿元"),
    FormRow("sme", "集群内中小企业产值占集群总产值的比重", "%，仅中小企业特色产业集群填报"),
    FormRow("mainout", "集群主导产业产值", "亿元"),
    FormRow("provshare", "集群主导产业产值占全省该产业的比重", "%"),
    FormRow("share", "主导产品国内市场占有率", "%"),
    FormRow("rev", "集群企业营业收入", "亿元"),
    FormRow("revabove", "集群规上工业企业营业收入", "亿元"),
    FormRow("profit", "利润总额", "亿元"),
    FormRow("tax", "税金总额", "亿元"),
    FormRow("imp", "进口额", "亿元"),
    FormRow("exp", "出口额", "亿元"),
    FormRow("fdi", "利用外资规模", "亿元"),
    FormRow("invest", "集群项目投资总额", "亿元"),
    FormRow("staff", "集群从业人员数量", "人"),
)
TABLE_22 = (
    FormRow("firms", "企业数量", "个"),
    FormRow("above", "规上工业企业数量", "个"),
    FormRow("hitech", "高新技术企业数量", "个"),
    FormRow("listed", "上市和挂牌企业数量", "个", True),
    FormRow("champ_n", "国家级单项冠军数量", "个", True),
    FormRow("champ_p", "省级单项冠军数量", "个", True),
    FormRow("giant", "国家级专精特新“小巨人”企业数量", "个", True),
    FormRow("spec", "省级专精特新企业数量", "个", True),
    FormRow("twoint", "获得两化融合管理体系贯标证书企业数量", "个", True),
    FormRow("cloud", "企业上云比例", "%"),
    FormRow("iip", "集群企业工业互联网平台普及率", "%"),
)
TABLE_24 = (
    FormRow("rd", "集群研发经费", "亿元"),
    FormRow("rdratio", "集群主导产业规上企业R&D经费支出占集群主导产业营业收入比重", "%"),
    FormRow("rdgrow", "集群研发经费增速", "%"),
    FormRow("rdstaff", "集群研发人员占集群从业人员的比例", "%"),
    FormRow("patents", "发明专利数量", "个"),
    FormRow("standards", "参与制定国际、国家、行业、团体标准", "个", True),
    FormRow("per10k", "集群从业人员每万人发明专利拥有量", "个"),
    FormRow("prize_n", "获得国家科技进步奖数量", "个", True),
    FormRow("prize_p", "获得省级科技进步奖数量", "个", True),
    FormRow("car_n", "国家级技术创新载体数量", "个", True),
    FormRow("car_p", "省级技术创新载体数量", "个", True),
    FormRow("des_n", "国家级工业设计中心数量", "个", True),
    FormRow("des_p", "省级工业设计中心数量", "个", True),
)
TABLE_25 = (
    FormRow("green", "省级及以上绿色工厂、绿色产品、绿色园区、绿色供应链数量", "个", True),
    FormRow("co2", "集群单位产值二氧化碳排放量", "吨/万元"),
    FormRow("solid", "大宗工业固废综合利用率", "%"),
    FormRow("water", "工业用水重复利用率", "%"),
)
TABLE_26 = (
    FormRow("cert3", "获得质量、环境、职业健康安全三体系贯标认证企业数量", "个", True),
    FormRow("label", "落实产品合格证管理制度，产品合格证覆盖率", "%"),
)
TABLE_27 = (FormRow("plat", "省级及以上公共服务平台数量", "个", True),)
TABLE_31 = (
    FormRow("p_gdp", "园区生产总值", "亿元"),
    FormRow("p_above", "园区规上工业企业数", "个"),
    FormRow("p_rev", "园区规上工业企业营业收入", "亿元"),
    FormRow("p_tax", "上交税金总额", "亿元"),
    FormRow("p_imp", "进口总额", "亿元"),
    FormRow("p_exp", "出口总额", "亿元"),
    FormRow("p_fix", "固定资产投资", "亿元"),
    FormRow("p_attract", "园区招商引资总额", "亿元"),
    FormRow("p_fdi", "园区实际使用外资", "亿元"),
    FormRow("p_area", "园区开发面积", "亩"),
    FormRow("p_inv", "投资强度", "万元/亩"),
    FormRow("p_mutax", "亩均税收", "万元/亩"),
)
TABLE_51 = (
    FormRow("g_output", "集群总产值", "亿元"),
    FormRow("g_rev", "集群主导产业营业收入", "亿元"),
    FormRow("g_above", "集群主导产业规模工业企业数", "个"),
    FormRow("g_profit", "集群主导产业利润", "亿元"),
    FormRow("g_tax", "集群主导产业上交税金", "亿元"),
)

INDICATORS = {
    "2.1": TABLE_21,
    "2.2": TABLE_22,
    "2.4": TABLE_24,
    "2.5": TABLE_25,
    "2.6": TABLE_26,
    "2.7": TABLE_27,
    "3.1": TABLE_31,
    "5.1": TABLE_51,
}
WITH_GROWTH = ("2.1", "2.2", "2.4")
WIDE_FROM = "p_area"  # from this row on, 3.1 has one cell a year

LIST_HEADS = {
    "top10": "营业收入排名前十企业发展情况",
    "carriers": "集群技术创新载体（国家级、省级）",
    "rd10": "集群研发投入前十位企业",
    "green": "省级及以上绿色工厂、绿色产品、绿色园区、绿色供应链（国家级、省级）",
    "demo": "省级及以上产品质量安全示范工厂、示范园区、示范集群（国家级、省级）",
    "award": "省级及以上质量奖（国家级、省级）",
    "plat": "省级及以上公共服务平台（国家级、省级）",
}
LIST_SECTION = {
    "top10": "2.2",
    "projects": "2.3",
    "carriers": "2.4",
    "rd10": "2.4",
    "green": "2.5",
    "demo": "2.6",
    "award": "2.6",
    "plat": "2.7",
}
SECTION_TITLES = {
    "2.1": "集群主要经济指标",
    "2.2": "集群企业培育情况",
    "2.3": "集群重点项目建设情况",
    "2.4": "集群创新情况",
    "2.5": "集群绿色发展情况",
    "2.6": "集群产品质量发展情况",
    "2.7": "集群公共服务情况",
    "2.8": "集群发展总体情况自评报告",
    "3.1": "园区主要经济指标",
    "3.2": "集群核心承载园区推进集群发展自评报告",
    "4.1": "基本情况",
    "4.2": "集群发展促进组织运营情况",
    "4.3": "相关佐证资料",
    "5.1": "未来三年集群主要经济指标发展目标",
    "5.2": "培育发展省级产业集群实施方案",
    "6.1": "集群符合参赛条件的真实性声明",
}
INSTRUCTIONS = {
    "2.3": "含研发、技术改造、公共服务平台等在建及新建项目等（10个左右）。",
    "carriers": (
        "省级以上技术创新载体主要包括省级以上制造业创新中心、技术创新中心、产业创新中心、重点实验室、工程研究中心、"
        "工业设计中心、企业技术中心等。"
    ),
    "plat": (
        "省级以上公共服务平台主要包括为集群提供研发设计、试验分析、检验检测、质量认证、创业孵化、管理咨询、人力资源及"
        "政策法律服务等共性需求的公共服务机构。"
    ),
    "2.8": (
        "从产业基础、规模工业培育、创新能力、要素集聚、绿色发展、数字化、集群公共服务、开放合作、组织保障等方面简要介绍"
        "集群总体情况。产业基础主要包括集群主导产业规模实力、产品市场竞争力、品牌建设等情况；创新能力主要包括研发投入强度、"
        "发明专利、行业标准建设、从业人员（高技术人才及专家团队）情况；要素集聚包括产业链上下游协作、人才、金融等集群发展的"
        "各类要素集聚情况；绿色发展主要包括绿色产品、绿色工厂、绿色园区、绿色供应链等情况；集群公共服务主要包括集群促进组织"
        "建设及运行情况，各类中介机构建设情况；开放合作主要包括集群国际化合作、区域合作、品牌打造、吸引外资、进出口额等情况；"
        "组织保障主要包括集群领导及工作推进机制，相关规划、政策的制定落实等情况。2500字以内。"
    ),
    "3.2": (
        "承载园区基本情况，重点阐述为推进产业集群发展在项目建设、规模工业企业培育、招商引资、要素保障、营商环境改善、"
        "企业服务、体制机制创新等方面所开展的工作和取得的成效，以及下一步推进集群发展的工作思路。2500字以内。"
    ),
    "4.1": "重点介绍集群促进组织组建方式及组织架构、主要负责人简历和工作业绩及其他专业技术人员情况等。",
    "4.2": "重点介绍集群促进组织在推进集群发展方面已开展的工作等，1000字以内。",
    "4.3": "包括机构成立批文或注册登记执照复印件、固定的办公场所证明、机构负责人相关资历证书等佐证材料。",
    "5.2": (
        "《实施方案》由集群所在地地方政府牵头，根据产业集群发展实际进行编制，具有科学性、前瞻性和可操作性，提出目标、任务"
        "和政策措施可衡量、可考核，提出的重点项目要聚焦“锻长板”和“补短板”，对集群发展具有较强促进作用，采用的数据真实可靠。"
        "本提纲仅作为参考，编制主体可根据实际情况做相应调整。"
    ),
    "四": ("重点介绍集群初赛胜出后集群发展促进组织为推动集群发展所做的工作，取得的成效。（1500字以内）"),
}
COMMITMENTS = (
    "本单位承诺此次参加省级产业集群竞赛所填报的信息真实、合法。承诺：",
    "1、集群主导产业不属于国家规定的禁止、限制和淘汰类产业；",
    "2、近三年未发生重大安全生产、产品质量安全、环境污染事故；",
    "3、集群企业不存在偷税漏税、违法违规、严重失信和其他重大问题的行为。",
    "如有不实之处，本单位愿意负相应法律责任，并承担由此产生的一切后果。",
)


def label(row: FormRow, *, stage: str = "初赛") -> str:
    """Return the row's label as the form prints it: name, unit, request for proof."""
    bracket = row.bracket
    if row.proof or (row.key == "per10k" and stage == "决赛"):
        bracket += "，" + PROOF
    if row.key == "listed" and stage == "初赛":
        bracket += "，并标注所在页码，下同"
    return f"{row.name}（{bracket}）"


def find_row(key: str) -> tuple[str, FormRow]:
    """Return the section and the form row of a short key."""
    for section, rows in INDICATORS.items():
        for row in rows:
            if row.key == key:
                return section, row
    raise KeyError(key)
