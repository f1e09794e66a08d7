"""How the free text names rows of the tables."""

from __future__ import annotations

FIGURE = r"(?P<figure>\d[\d,]*(?:\.\d+)?)(?P<unit>亿元|万元/亩|万元|亿|家|个|户|件|项|人|万人|名|%|吨/万元|亩)(?P<more>多|余|以上|左右)?"
# 由…增加到…: the figure of the later year is the one behind it.
_FROM = (
    r"(?:(?P<source>[由从](?:(?:19|20)\d{2}年)?的?\d[\d,.]*(?:亿元|万元/亩|万元|亿|家|个|户|件|项|人|万人|名|%|吨/万元|亩)"
    r"(?:增加|增长|提高|提升|上升|扩大|发展|下降|减少|降低|增|升|降))(?:为|[到至])(?P<target>(?:(?:19|20)\d{2}年)?)的?)?"
)
IS = (
    r"(?:总额|总量|总数|数量|数)?"
    + _FROM
    + r"(?:已|共)?(?:达到?|为|是|实现|有|计|:|增至|增加到|增长到|提高到|提升到|上升到|下降到|降至)?(?P<about>约|近|超过?|突破|逾)?"
)
_LARGE = r"规(?:模以)?上工业企业"

# How the text names rows of the whole cluster. Longer names first: the first to match a clause has it.
CLUSTER_ROWS: tuple[tuple[str, str], ...] = (
    ("2.1/sme_share", r"中小企业产值占(?:集群)?总?产值(?:的)?(?:比重|比例)"),
    ("2.1/province_share", r"主导产业产值占全省(?:该|同)?产业(?:总?产值)?(?:的)?(?:比重|比例)"),
    ("2.1/main_output", r"主导产业(?:实现)?(?:总)?产值"),
    ("2.1/output", r"(?:(?<!\d)年)?(?:工业)?总产值"),
    ("2.1/market_share", r"主导产品(?:的)?国内市场占有率"),
    ("2.1/large_revenue", rf"{_LARGE}(?:实现)?营业(?:总)?收入"),
    ("2.1/revenue", r"(?:企业)?(?:实现)?营业(?:总)?收入"),
    ("2.1/profit", r"利润"),
    ("2.1/tax", r"税金|上[交缴]税[金收]|税收"),
    ("2.1/exports", r"出口(?:总?额)?"),
    ("2.1/imports", r"进口(?:总?额)?"),
    ("2.1/foreign_capital", r"(?:实际)?利用外资(?:规模)?"),
    ("2.1/employees", r"从业人员"),
    ("2.2/large_firms", r"规(?:模以)?上(?:工业)?企业"),
    ("2.2/hightech", r"高新技术企业"),
    ("2.2/listed", r"上市(?:和|及)?挂牌企业"),
    ("2.2/champions_national", r"国家级(?:制造业)?单项冠军(?:企业)?"),
    ("2.2/champions_provincial", r"省级(?:制造业)?单项冠军(?:企业)?"),
    ("2.2/giants", r"国家级(?:专精特新)?[\"“]?小巨人[\"”]?企业"),
    ("2.2/specialised", r"省级专精特新(?:中小)?企业"),
    ("2.2/integration", r"两化融合(?:管理体系)?贯标(?:证书)?企业"),
    ("2.2/cloud", r"企业上云(?:比例|率)"),
    ("2.2/platform", r"(?:企业)?工业互联网平台普及率"),
    ("2.2/firms", r"企业"),
    ("2.4/patents_per_10k", r"每万[名人]?(?:集群)?(?:从业人员)?(?:拥有)?发明专利(?:拥有量)?"),
    ("2.4/rd_ratio", r"主导产业规上企业(?:R&D|研发)经费(?:支出)?占(?:集群)?(?:主导产业)?营业收入(?:的)?比重"),
    ("2.4/rd_staff", r"研发人员占(?:集群)?从业人员(?:总数)?(?:的)?(?:比例|比重)"),
    ("2.4/rd", r"研发(?:经费|投入)(?:投入|支出)?"),
    ("2.4/patents", r"(?:有效)?发明专利(?:拥有量)?"),
    ("2.4/standards", r"(?:参与|主导)制定(?:的)?各类标准"),
    ("2.4/awards_national", r"国家(?:级)?科技进步奖"),
    ("2.4/awards_provincial", r"(?<!家)(?:湖南)?省(?:级)?科技进步奖"),
    ("2.4/carriers_national", r"国家级技术创新载体"),
    ("2.4/carriers_provincial", r"省级技术创新载体"),
    ("2.4/design_national", r"国家级工业设计中心"),
    ("2.4/design_provincial", r"省级工业设计中心"),
    ("2.5/solid_waste", r"(?:大宗)?工业固废综合利用率"),
    ("2.5/water", r"工业用水重复利用率"),
    ("2.5/co2", r"单位产值二氧化碳排放量?"),
    ("2.6/certificates", r"产品合格证覆盖率"),
    ("2.7/platforms", r"省级(?:及)?以上公共服务平台"),
)
# Names of two rows together, national and provincial, with the rows that some count in and some do not.
_BOTH = r"(?:国家级[、和及]省级|省级(?:及)?以上)"
SUM_ROWS: tuple[tuple[tuple[str, str], tuple[str, ...], str], ...] = (
    (
        ("2.4/carriers_national", "2.4/carriers_provincial"),
        ("2.4/design_national", "2.4/design_provincial"),
        rf"{_BOTH}(?:的)?技术创新载体",
    ),
    (("2.4/design_national", "2.4/design_provincial"), (), rf"{_BOTH}(?:的)?工业设计中心"),
    (("2.2/champions_national", "2.2/champions_provincial"), (), rf"{_BOTH}(?:制造业)?单项冠军(?:企业)?"),
    (("2.4/awards_national", "2.4/awards_provincial"), (), rf"{_BOTH}科技进步奖"),
)
PARK_ROWS: tuple[tuple[str, str], ...] = (
    ("3.1/gdp", r"(?:地区)?生产总值"),
    ("3.1/large_revenue", rf"{_LARGE}(?:实现)?营业(?:总)?收入"),
    ("3.1/large_firms", _LARGE),
    ("3.1/tax_per_mu", r"亩均税收"),
    ("3.1/tax", r"上[交缴]税[金收]"),
    ("3.1/imports", r"进口总额"),
    ("3.1/exports", r"出口总额"),
    ("3.1/fixed_investment", r"固定资产投资"),
    ("3.1/attracted", r"招商引资总额"),
    ("3.1/foreign", r"实际使用外资"),
    ("3.1/land", r"开发面积"),
    ("3.1/intensity", r"投资强度"),
)
TARGET_ROWS: tuple[tuple[str, str], ...] = (
    ("5.1/output", r"(?:(?<!\d)年)?(?:工业)?总产值"),
    ("5.1/main_revenue", r"主导产业(?:实现)?营业(?:总)?收入"),
    ("5.1/large_firms", r"(?:主导产业)?规(?:模(?:以上)?|上)(?:工业)?企业"),
    ("5.1/profit", r"主导产业(?:实现)?利润"),
    ("5.1/tax", r"主导产业(?:实现)?上[交缴]税[金收]"),
)
