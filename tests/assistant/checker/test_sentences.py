from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

from assistant.checker.conditions import SentenceEvidence, load_conditions
from assistant.checker.scoring.statements import Statement
from assistant.checker.scoring.topics import Topics, kinds_of
from assistant.checker.sentences import FULL, Setting, home_of, judge, split_clauses, split_sentences, wording

HERE = Path(__file__).parent
SPECS = load_conditions()
OWNER = {
    item: requirement.id
    for spec in SPECS
    for requirement in spec.requirements
    for item in requirement.evidence
    if isinstance(item, SentenceEvidence)
}
SETTING = Setting(2022, wording(requirement.text for spec in SPECS for requirement in spec.requirements))


def load(name: str) -> list[dict]:
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


LABELLED = load("sentences.yaml")
HELD_OUT = load("sentences_heldout.yaml")


def supports(text: str, section: str = "2.8", setting: Setting = SETTING) -> set[str]:
    """Ids of the requirements that sentences support."""
    out: set[str] = set()
    for sentence in split_sentences(text):
        out |= {
            OWNER[kind] for kind in kinds_of(Topics(Statement(section, sentence, judge(sentence, setting))))
        }
    return out


@pytest.mark.parametrize("entry", LABELLED, ids=lambda entry: entry["text"][:24])
def test_labelled_sentences(entry):
    found = supports(entry["text"])
    if "not" in entry:
        assert found == set()
    else:
        assert found & set(entry["supports"])


def test_labelled_sentences_held_out():
    """The half set aside before the classification was written; single sentences of it are not mended for."""
    facts = [entry for entry in HELD_OUT if "supports" in entry]
    others = [entry for entry in HELD_OUT if "not" in entry]
    right = sum(bool(supports(entry["text"]) & set(entry["supports"])) for entry in facts)
    refused = sum(not supports(entry["text"]) for entry in others)
    assert right >= 0.92 * len(facts), right
    assert refused >= 0.95 * len(others), refused


def test_the_labelled_sentences_are_many_and_of_many_industries():
    industries = Counter(entry["industry"] for entry in [*LABELLED, *HELD_OUT])
    assert len(industries) >= 8
    assert sum(industries.values()) >= 300
    named = {name for entry in [*LABELLED, *HELD_OUT] for name in entry.get("supports", ())}
    assert named == {requirement.id for spec in SPECS for requirement in spec.requirements}


@pytest.mark.parametrize("entry", LABELLED[:160:4], ids=lambda entry: entry["text"][:24])
def test_a_sentence_counts_for_one_condition(entry):
    for sentence in split_sentences(entry["text"]):
        assert len({name[:3] for name in supports(sentence)}) <= 1


def stances(sentence: str, last_year: int = 2022) -> list[str]:
    return [clause.stance for clause in judge(sentence, Setting(last_year, SETTING.repeated)).clauses]


@pytest.mark.parametrize(
    "clause",
    [
        "集群尚未建立统计制度", "没有一家企业上市", "暂无院士工作站", "缺乏领军人才", "创新平台偏少", "研发投入强度低于1%",
        "用地指标不足", "高端人才匮乏", "协会无专职人员", "国际认证仍为空白", "产品知名度不高", "促进会未设监事会", "难以引进博士",
        "配套能力有待提高", "单项冠军为0家", "企业并未入园", "2022年出口额下降12%", "仅有2家企业上云", "人才流失严重",
        "合作协议未履行", "项目已停工", "专利数量少于全省平均水平且差距较大", "资格被取消", "资金链时有中断", "亟需建设检测中心",
        "不具备检测条件", "未能完成规划编制", "并非所有企业都上了云", "品牌屈指可数", "经费无法保障",
    ],
)  # fmt: skip
def test_denials(clause):
    assert stances(clause) == ["denied"]


@pytest.mark.parametrize(
    "clause",
    [
        "产值不断提升到300亿元", "无人机产量1.2万架", "未来产业园入驻企业12家", "非公企业占97%", "没有一家企业不在园区设厂",
        "不仅引进博士12名", "填补国内空白3项", "解决用工难题58个", "不锈钢产量12万吨", "破解融资难题贷款8亿元",
        "无纺布年产3万吨", "产品合格率不低于99%", "不定期走访企业120家", "为没有抵押物的企业贷款2亿元", "淘汰落后产能12万吨",
        "打破国外垄断的产品5种", "办事不出园区事项92项", "实现零的突破", "无缝钢管销量居全国第2位", "补齐供热短板投资2亿元",
        "非遗传承人3名", "单位产值能耗下降12%", "审批时间不足3天", "不良率低于万分之三", "零部件企业86家",
        "无抵押贷款占46%", "不少于200家企业参加", "企业办事不跑腿事项46项", "无害化处理率100%", "针对人才短缺问题开设专业4个",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_denial(clause):
    assert stances(clause) == ["fact"]


@pytest.mark.parametrize(
    "clause",
    [
        "拟引进院士团队2个", "将建设厂房30万平方米", "计划投资12亿元", "力争产值突破500亿元", "预计带动就业2000人", "正在筹建研究院1个",
        "到2025年建成平台5个", "谋划项目12个", "争取获批国家级实验室", "有望入选国家级集群", "未来三年培育小巨人10家", "准备设立基金10亿元",
        "目标是研发投入占比达到5%", "项目建成后可实现产值20亿元", "即将开通跨境电商专列", "2024年安排资金3000万元", "打造千亿产业集群",
        "已谋划储备项目30个", "规划建设220千伏变电站1座", "意向引进企业5家", "平台正在申报省级认定", "十五五期间引进博士100名",
        "将进一步压缩审批时限至3天", "制度目前处于起草论证中",
    ],
)  # fmt: skip
def test_plans(clause):
    assert stances(clause) == ["plan"]


@pytest.mark.parametrize(
    "clause",
    [
        "将陶瓷产业列为首位产业", "将审批时限由20天压缩到3天", "入选国家万人计划2人", "芙蓉计划项目支持团队3个", "原定投资计划已完成12亿元",
        "争取上级专项资金1.2亿元", "规划面积26.8平方公里", "达成意向订单9.6亿元", "实施人才计划引进博士12名", "虚拟仿真实验室2个",
        "完成年度目标的112%", "按计划完成投资8亿元", "2022年获批省级园区", "风险准备金3000万元", "拟上市企业后备库入库9家",
        "未来工厂试点企业3家", "草拟了团体标准4项", "《五年发展计划》已印发实施", "联合国开发计划署推荐技术1项", "到2021年建成平台5个",
        "2023年2月召开会员大会", "储备项目32个",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_plan(clause):
    assert stances(clause) == ["fact"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("虽未上市，但已建成检测中心3个。", ["denied", "fact"]),
        ("尚未引进院士，建有实验室2个。", ["denied", "fact"]),
        ("拟引进院士2名，建设实验室5个。", ["plan", "plan"]),
        ("2022年引进博士12名，计划再引进20名。", ["fact", "plan"]),
        ("原计划引进30名，实际引进42名。", ["plan", "fact"]),
        ("布局分散，企业分布在11个乡镇。", ["denied", "denied"]),
        ("没有专职人员，特别是统计人员。", ["denied", "denied"]),
        ("以下工作尚未完成：制度3项，平台2个。", ["denied", "denied", "denied"]),
        ("下一步，引进博士12名，建设平台3个。", ["plan", "plan"]),
        ("已有检测中心3个但没有国家级平台。", ["fact", "denied"]),
        ("除3家外，其余均已上云。", ["wish", "fact"]),
        ("如果资金到位，新增设备60台。", ["other", "other"]),
    ],
)
def test_how_far_a_denial_or_plan_reaches(sentence, expected):
    assert stances(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("全省共有上市企业120家。", "elsewhere"),
        ("某发达地区的集群引进院士30名。", "elsewhere"),
        ("浙江安吉竹产业产值180亿元。", "elsewhere"),
        ("德国企业普遍应用工业互联网平台300个。", "elsewhere"),
        ("集群是否引进了院士3名？", "question"),
        ("请写明领军人才的数量和入选的人才计划。", "instruction"),
        ("要素集聚包括产业链上下游协作、人才、金融等集群发展的各类要素集聚情况；", "instruction"),
        ("坚持创新驱动，营造良好氛围。", "vague"),
        ("据说有银行提供贷款3亿元。", "other"),
    ],
)
def test_reasons(sentence, reason):
    assert judge(sentence, SETTING).reason == reason


@pytest.mark.parametrize(
    "sentence",
    [
        "在全省率先建成5G专网12个。", "全国首个竹缠绕管廊项目建成投产。", "浙江大学与集群共建研究院1所。", "国内市场占有率达到29.4%。",
        "全国10强企业有3家落户园区。", "欧美市场销量占七成。",
    ],
)  # fmt: skip
def test_wider_places_as_yardstick(sentence):
    assert judge(sentence, SETTING).reason == ""


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("长沙市人民政府2022年批复了《生物医药产业发展规划》。", ""),
        ("长沙市工信局2022年拨付专项资金1200万元。", ""),
        ("长沙市规上工业企业有2800家。", "elsewhere"),
        ("株洲市人民政府2022年批复了《生物医药产业发展规划》。", "elsewhere"),
    ],
)
def test_authorities_above_the_own_county_act_for_it(text: str, reason: str):
    setting = Setting(2022, SETTING.repeated, home_of("浏阳市生物医药产业集群"))
    assert judge(text, setting).reason == reason


def test_other_counties_are_elsewhere_and_the_own_is_not():
    home = home_of("浏阳市烟花爆竹产业集群 浏阳经济技术开发区")
    setting = Setting(2022, SETTING.repeated, home)
    assert judge("醴陵拥有检测中心5个。", setting).reason == "elsewhere"
    assert judge("浏阳拥有检测中心5个。", setting).reason == ""


@pytest.mark.parametrize(
    ("clause", "states"),
    [
        ("集群现有小巨人企业12家", True), ("促进会于2021年3月在县民政局登记成立", True), ("印发《产业扶持若干措施》", True),
        ("平均通关时间压缩至三小时", True), ("东至滨江路、西至绕城高速", True), ("亩均税收提高两成", True),
        ("积极应用5G和工业互联网", False), ("形成了良好的发展氛围", False), ("金融服务效率高", False), ("打造4.0版创新生态", False),
        ("第六条第三项的要求", False), ("一体化发展水平较高", False),
    ],
)  # fmt: skip
def test_what_states_something(clause, states):
    found = judge(clause, SETTING).clauses[0].grade
    assert found == FULL if states else found == 0


def test_sentences_end_at_full_stops_and_semicolons():
    assert split_sentences("一是甲；二是乙。丙！\n丁") == ["一是甲；", "二是乙。", "丙！", "丁"]


def test_clauses_keep_figures_whole_and_when_with_what():
    assert [c for c, _ in split_clauses("截至2022年底，集群实现产值1,205.6亿元，配比为3:1。")] == [
        "截至2022年底,集群实现产值1,205.6亿元", "配比为3:1",
    ]  # fmt: skip
