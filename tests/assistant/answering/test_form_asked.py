"""Questions about rows, lists and parts of the forms, as people call them who fill them in."""

from __future__ import annotations

import re

import pytest

from assistant.answering.form_labels import STAGES, entries
from assistant.answering.form_subjects import _words, in_forms, members, rows_meant, subjects
from assistant.answering.service import Assistant


def test_every_wording_names_a_row_or_list_of_the_forms() -> None:
    known = {entry.key for stage in STAGES for entry in entries(stage)}
    for sort in ("rows", "lists", "sections", "prose"):
        assert set(_words()[sort]) <= known
    assert all(key in known for key in members())


def test_items_that_belong_somewhere_are_words_of_the_form(assistant: Assistant) -> None:
    document = assistant.context.corpus.documents["report-2023"]
    for key, items in members().items():
        text = document.full_text(f"初赛 {key.partition('/')[0]}")
        assert all(item in text for item in items)


def test_every_row_of_figures_has_a_wording() -> None:
    figures = {
        entry.key for stage in STAGES for entry in entries(stage) if entry.kind == "row" and entry.unit
    }
    assert figures <= set(_words()["rows"])


def test_longer_name_hides_the_shorter() -> None:
    assert [item.key for item in rows_meant("主导产业产值占全省的比重填不填")] == ["2.1/province_share"]
    assert {item.key for item in subjects("国家级小巨人和省级专精特新", ("rows",))} == {
        "2.2/giants",
        "2.2/specialised",
    }


def test_rows_of_the_park_and_of_the_targets() -> None:
    assert [item.key for item in rows_meant("园区的出口额")] == ["3.1/exports"]
    assert [item.key for item in rows_meant("出口额")] == ["2.1/exports"]
    assert {entry.stage for entry in in_forms("5.1/profit")} == {"初赛"}


@pytest.mark.parametrize(
    ("question", "verdict", "cited", "told"),
    [
        ("企业上云率要交证明材料不", "no", "2.2 企业上云比例", "没有注明"),
        ("两化融合的企业个数附不附证书复印件", "yes", "2.2 获得两化融合", "需提供佐证材料"),
        ("税金要不要算增长率", "yes", "2.1 税金总额", "增幅（%）"),
        ("工业用水那一行有没有增幅列", "no", "2.5", "只有2021年、2022年两列"),
        ("园区的固投增幅列要填吗", "yes", "3.1 固定资产投资", "按园区总额算"),
        ("普及率这个数用不用填", "yes", "2.2 集群企业工业互联网", "要填"),
        ("中小企业占比那格，我们报先进制造业集群，能不能留空", "yes", "2.1 集群内中小企业", "仅中小企业特色"),
        ("县级质量奖能不能列进表里", "no", "2.6", "省级和国家级"),
        ("市工信局认定的技术创新载体填得进去吗", "no", "2.4", "省级和国家级"),
        ("产品占有率填全球的还是国内的", None, "2.1 主导产品", "填国内的"),
        ("发明专利按授权的还是受理的填", None, "2.4 发明专利", "没有写明"),
        ("科技进步奖国家级和省级的能不能合并填一行", "no", "2.4", "各占一行"),
        ("园区的外资额用万美元填行吗", "no", "3.1 园区实际使用外资", "单位是亿元"),
        ("2.5一共有几个指标", None, "2.5", "指标有4行"),
        ("设备更新改造算重点项目吗", "yes", "2.3", "技术改造"),
        ("前年就建成投产的项目列进重点项目表行不行", "no", "2.3", "在建及新建项目"),
        ("公共服务平台项目算不算重点项目", "yes", "2.3", "公共服务平台"),
        ("质检机构能不能填到公共服务平台里", "yes", "2.7", "检验检测"),
        ("团标算进参与制定的标准不", "yes", "2.4", "团体"),
        ("前十企业是按什么排的名", None, "2.2 营业收入排名前十", "按营业收入排"),
        ("研发投入前十凑不满，只有6家怎么填", None, "2.4", "没有写不足十家"),
        ("重点项目填8个够不够", "conditional", "2.3", "10个左右"),
        ("营收前十那张表要写企业法人代表吗", "no", "2.2", "没有“法人代表”一栏"),
        ("绿色工厂清单要不要写认定时间", "yes", "2.5", "批准时间"),
        ("创新载体那张表有几列", None, "2.4", "技术创新载体名称"),
        ("全部企业都得列清单吗", "no", "2.2", "营业收入排名前十"),
        ("园区自评报告三千字，超没超", "yes", "3.2", "2500字"),
        ("总体自评写2000字行吗", "yes", "2.8", "2500字"),
        ("实施方案最多写多少字", None, "5.2", "没有写明字数"),
        ("自评的组织保障部分讲什么", None, "2.8", "集群领导及工作推进机制"),
        ("园区自评要不要写营商环境", "yes", "3.2", "营商环境改善"),
        ("进度安排放在实施方案哪一块", None, "5.2", "第五部分"),
        ("管委会的章顶政府的章行吗", "no", "一", "县以上人民政府"),
        ("只有批文没有执照，行吗", "yes", "4.3", "有一样即可"),
        ("促进组织这边要登记哪些人", None, "一", "联系人"),
        ("决赛还要重新交办公场所证明吗", "no", "4.3", "决赛的参赛报告没有这一部分"),
        ("省标准之外，地方标准能填不", "conditional", "2.4", "没有点名"),
        ("十强企业表里主要产品的市占率，填省内的还是国内的", None, "2.2", "填国内的"),
        ("研发十强表的单位跟研发经费那行一样吗", None, "2.4", "两处单位不同"),
        ("平台清单要逐个列，还是数量就行", None, "2.7", "两样都要填"),
        ("省级质量奖一个都没有，那张表空着行不行", "conditional", "2.6", "没有写没有的怎么填"),
        ("重点项目要附备案证吗", "no", "2.3", "没有注明要附"),
        ("二氧化碳是按总量报吗", "no", "2.5", "不是总量"),
        ("园区表里集群产业那格是不是每个指标都填", "no", "3.1", "每年只有一格"),
        ("三年目标表里包括出口额吗", "no", "5.1", "的指标只有"),
        ("5.1表头的上年实际值是哪年", None, "5.1", "2022年"),
        ("负责人的履历写在哪一节", None, "4.1", "主要负责人简历"),
        ("中介机构的情况放在自评的哪一块写", None, "2.8", "集群公共服务"),
        ("真实性声明局长来签行吗", "no", "6.1", "没有要局长签"),
        ("声明里保证了哪几条", None, "6.1", "偷税漏税"),
        ("编制牵头单位可以写促进中心吗", "no", "五", "要填政府"),
        ("停建的项目能填进重点项目不", "conditional", "2.3", "停工"),
        ("没有出口的集群出口额那格怎么填", None, "2.1", "没有写没有的"),
        ("初赛的参赛报告由哪几部分组成", None, "", "初赛共7个部分"),
        ("决赛表第六部分是什么", None, "六", "佐证材料"),
        ("政府意见盖章处日期要不要落", "yes", "一", "年、月、日"),
        ("园区利润为负可以填吗，我说的是集群利润填负数", "yes", "2.1 利润", "可能是负数"),
        ("职工人数取年末还是全年平均", None, "2.1 集群从业", "没有写明"),
        ("决赛的园区自评从什么时候的工作写起", None, "3.2", "初赛胜出后"),
        ("实施方案需不需要列年度计划", "yes", "5.2", "年度计划"),
        ("目标表上营收算集群所有的还是主导产业的", None, "5.1", "主导产业"),
        ("办公场所证明可以不交吗", "no", "4.3", "固定的办公场所证明"),
        ("实施方案我们商会自己编行不行", "no", "五", "要填政府"),
        ("技改项目归不归2.3管", "yes", "2.3", "技术改造"),
        ("2.6要不要算增幅", "no", "2.6", "没有增幅一列"),
        ("独角兽企业往哪一行填", None, "2.2", "表里没有“独角兽”"),
        ("产值2021年80，2022年100，增幅填多少", None, "2.1", "是25%"),
        ("营收前十那表的主要产品能空着吗", "no", "2.2", "没有注明可以不填"),
        ("前十企业研发投入和研发经费是不是同一单位", None, "2.4", "两处单位不同"),
        ("公共服务平台清单在哪张表", None, "2.7", "填在"),
        ("促进组织运营的字数初赛决赛一样吗", "no", "4.2", "1500字"),
        ("总体自评初赛决赛字数一样不", "yes", "2.8", "2500字"),
        ("真实性声明是第七部分吗", "no", "", "第六部分"),
        ("发展目标要填三年还是四年", None, "5.1", "2025年"),
        ("决赛的表上佐证要标页码吗", "no", "2.2", "决赛表没有写要标注页码"),
        ("首页要填哪些信息", None, "一", "集群主导产业；集群地域范围"),
        ("营收一栏是全部企业的还是规上的", None, "2.1 集群规上", "两样都填"),
        ("进出口要不要合并填", "no", "2.1 进口额", "各占一行"),
        ("重点项目总投资包不包括流动资金", None, "2.3", "没有写包括哪些"),
        ("用工人数含不含实习生", None, "2.1 集群从业", "没有另写哪些算"),
        ("园区联系人的手机号要写吗", "yes", "一 集群核心承载园区", "要填"),
        ("促进组织的联系人填两个人可以吗", "conditional", "一 集群促进组织", "没有写填几个"),
        ("促进中心那部分要写些什么", None, "4.1", "组建方式"),
        ("编实施方案有什么要求", None, "5.2", "科学性、前瞻性和可操作性"),
        ("三年目标能不能定得比去年低", None, "5.1", "没有写"),
        ("填报的营收数据得请会计师事务所审计吗", None, "6.1", "没有写数据要审计"),
        ("2.2里头哪几行得附佐证", None, "2.2", "省级专精特新企业数量"),
        ("三体系贯标企业至少要几家", None, "2.6", "没有写要达到多少"),
        ("我们县的质量奖写进去行吗", "no", "2.6", "省级和国家级"),
    ],
)
def test_everyday_questions(
    assistant: Assistant, question: str, verdict: str | None, cited: str, told: str
) -> None:
    answer = assistant.ask(question)
    assert told in answer.answer
    assert answer.verdict == verdict
    assert any(re.match(rf"(?:初赛|决赛) ?{re.escape(cited)}", c.locator) for c in answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        "小巨人要有几个才能报",
        "重点项目能拿多少补助",
        "出口额达到多少才够条件",
        "产值往高了写一点会怎样",
        "牵头的单位叫什么",
        "绿色发展归哪个部门管",
        "促进组织要能自己养活自己吗，哪条写的",
        "规划里长株潭融合放在哪项任务",
        "方案对园区数字化有要求没",
        "想请个院士团队，方案里哪块讲这个",
        "中小企业特色集群跟先进制造业集群有什么不同",
    ],
)
def test_what_is_not_of_the_forms_is_left_alone(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert not re.search(r"(?<!牵头)单位是|没有注明需提供|列在初赛|自评报告|初赛5.2", answer.answer)


@pytest.mark.parametrize(
    ("question", "verdict"), [("2.3初赛决赛两张表一样不一样", "yes"), ("园区自评初赛和决赛要求一样吗", "no")]
)
def test_whether_the_forms_are_alike(assistant: Assistant, question: str, verdict: str) -> None:
    assert assistant.ask(question).verdict == verdict
