"""Questions about a checked draft: which are taken for such, and what is said."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from assistant.checker import check_file
from assistant.page.about import about_draft
from assistant.page.about.suggest import suggestions
from assistant.page.chat.turns import Turn
from assistant.page.findings import question_about
from assistant.page.reports import SCORE_NOTE
from assistant.page.samples import sample_docx

DAY = date(2025, 6, 1)
ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """The check reports of the two sample drafts, which have a few typical faults each."""
    folder = tmp_path_factory.mktemp("samples")
    found = {}
    for key in ("preliminary", "final"):
        path = folder / f"{key}.docx"
        path.write_bytes(sample_docx(key))
        found[key] = json.loads(check_file(path).to_json())
    return found


@pytest.fixture
def said(reports, assistant):
    """What is answered to a question about the first sample, "" where it is not taken for one."""

    def say(question: str, *turns: Turn, report: str = "preliminary") -> str:
        answer = about_draft(question, reports[report], turns, assistant.context, DAY)
        return answer.answer if answer else ""

    return say


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("为什么说增幅不对？", "计算应为 17.7"),
        ("2.1哪里有错", "营业收入（亿元）”增幅"),
        ("二点一哪里有错", "营业收入（亿元）”增幅"),
        ("营业收入的增幅怎么改", "改法：请将增幅改为 17.7"),
        ("15.7哪里错了", "应为 17.7"),
        ("17.7是怎么算出来的", "2021年 371.26"),
        ("上一年实际值该填多少", "452.18"),
        ("电话有什么问题？", "1380000123"),
        ("园区负责人签字那里缺啥", "没有填写日期"),
        ("固废利用率为什么标红", "以小数代替百分数"),
        ("4.2编号有什么问题", "五是"),
        ("自评报告漏写了什么", "数字化"),
        ("你说的页码问题在哪里", "没有标注佐证材料所在页码"),
        ("有几处错误", "发现 6 处问题"),
        ("怎么改", "自查共发现 10 处问题"),
        ("我这稿子最要紧的毛病是啥", "自查共发现 10 处问题"),
        ("前后不一致的有哪些", "上一年实际值填 425.18"),
        ("得分为什么这么低", "得分 86 分"),
        ("怎么提高得分", "第六条（三）“协同创新能力强”得 61.4 分"),
        ("第六条（三）缺什么", "9 项要求中有 5 项依据不全"),
        ("第三项条件缺什么", "产学研"),
        ("协同创新能力为什么得分低", "61.4 分"),
        ("产学研为什么没有依据", "与哪些高校院所合作"),
        ("国际影响力为什么没分", "国际美誉度"),
        ("营商环境有依据吗", "在报告中有依据"),
        ("哪些条件没满足", "失分主要在"),
        ("2.3有问题吗", "没有在报告2.3中发现问题"),
        ("有没有超字数", "没有在报告“字数”方面中发现问题"),
        ("能不能说说2.2的错", "国内市场占有率"),
    ],
)
def test_questions_about_the_draft(said, question, told):
    assert told in said(question)


@pytest.mark.parametrize(
    "question",
    [
        "我们县能申报两个集群吗？",
        "第六条（三）是什么内容",
        "第六条规定了哪些条件",
        "2.1怎么填",
        "增幅怎么算？",
        "申报材料有错误怎么办",
        "不满足条件能申报吗",
        "复核不通过会取消吗",
        "缺少佐证材料能申报吗",
        "评分标准是什么",
        "多少分算通过",
        "集群名称可以改吗",
        "有疑问打什么电话",
        "哪些企业不符合条件",
        "不对吧？",
        "先进制造业集群的产值门槛不够怎么办",
        "集群发展存在哪些问题",
        "如何提升协同创新能力",
        "如何完善促进组织的治理机制",
        "缺什么材料会被退回",
        "材料不全能补吗",
        "怎么修改管理办法",
        "统计数据不准确有什么后果",
        "没盖章的报告收不收",
        "依据是哪一条？",
    ],
)
def test_questions_about_the_policy(said, question):
    assert said(question) == ""


def test_questions_of_the_sets_are_never_taken_for_questions_about_the_draft(said):
    files = sorted((ROOT / "eval" / "questions").glob("tuning*.jsonl"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    asked = [json.loads(line)["turns"][-1] for line in lines]
    assert len(asked) > 500
    assert [question for question in asked if said(question)] == []


@pytest.mark.parametrize("key", ["preliminary", "final"])
def test_the_question_beside_a_finding_leads_back_to_it(said, reports, key):
    for finding in reports[key]["findings"]:
        assert finding["message"].rstrip("。") in said(question_about(finding), report=key)


@pytest.mark.parametrize("key", ["preliminary", "final"])
def test_what_is_offered_to_ask_has_an_answer(said, reports, key):
    offered = suggestions(reports[key])
    assert len(offered) == 4
    assert all(said(question, report=key) for question in offered)
    assert "第六条" in said(offered[-1], report=key)
    clean = {**reports[key], "findings": [], "conditions": []}
    assert suggestions(clean) == []


@pytest.mark.parametrize(
    ("before", "question", "told"),
    [
        ("2.1哪里有错", "那2.2呢？", "2.2 “上市"),
        ("2.1哪里有错", "怎么改", "请将增幅改为 17.7"),
        ("增幅为什么不对", "应该是多少", "请将增幅改为 17.7"),
        ("第六条（三）缺什么", "（五）呢", "第六条（五）"),
        ("2.1哪里有错", "签字呢", "没有填写日期"),
        ("2.1哪里有错", "那株洲呢？", ""),
        ("2.1哪里有错", "复核呢", ""),
        ("2.1哪里有错", "谢谢", ""),
    ],
)
def test_follow_ups(said, before, question, told):
    answer = said(question, Turn(before, "draft"))
    assert told in answer
    assert bool(answer) == bool(told)


def test_after_an_answer_from_the_documents_doubt_is_about_that(said):
    assert said("为什么不对", Turn("复核多久一次", "policy")) == ""
    assert "自查共发现" in said("哪里错了", Turn("复核多久一次", "policy"))


def test_without_a_draft_nothing_is_taken(assistant):
    assert about_draft("为什么说增幅不对？", None, [], assistant.context, DAY) is None


def test_it_cites_the_form_and_quotes_the_cell(reports, assistant):
    answer = about_draft("签字有什么问题", reports["preliminary"], [], assistant.context, DAY)
    assert [(c.doc, c.locator, c.quote) for c in answer.citations] == [
        ("report-2023", "初赛 6.1", "集群核心承载园区负责人签字")
    ]
    assert "处写的是“王某 （单位盖章）”" in answer.answer
    document = assistant.context.corpus.documents["report-2023"]
    assert answer.citations[0].quote in document.full_text("初赛 6.1")


def test_the_score_says_what_it_measures(reports, assistant):
    answer = about_draft("得分多少", reports["preliminary"], [], assistant.context, DAY)
    assert SCORE_NOTE in answer.warnings


def test_accepted_findings_are_not_told(reports, assistant):
    report = json.loads(json.dumps(reports["preliminary"]))
    for finding in report["findings"]:
        finding["accepted"] = {"reason": "r", "who": "w", "until": "2030-01-01"}
    answer = about_draft("有几处错误", report, [], assistant.context, DAY)
    assert "没有在" in answer.answer
