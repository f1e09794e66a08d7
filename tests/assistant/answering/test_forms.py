"""Answers about the report forms and the text at an address, from the real corpus, lexical search only."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.address import answer as show
from assistant.answering.composer import Composer
from assistant.answering.form_compare import _differences
from assistant.answering.form_labels import STAGES, common, core, entries, match
from assistant.answering.passage import printed
from assistant.answering.service import Assistant
from assistant.models import Answer
from index.corpus import Corpus


@pytest.fixture(scope="module")
def corpus(assistant: Assistant) -> Corpus:
    return assistant.context.corpus


def ask(assistant: Assistant, question: str) -> Answer:
    """The answer, with what holds for every answer: verbatim quotes, each mark used, no bare table rules."""
    answer = assistant.ask(question)
    for number, citation in enumerate(answer.citations, 1):
        document = assistant.context.corpus.documents[citation.doc]
        assert citation.quote in document.full_text(citation.locator)
        assert f"[{number}]" in answer.answer
        assert all(re.search(r"[^\s|-]", line) for line in citation.quote.splitlines() if line.strip())
    return answer


def locators(answer: Answer) -> set[str]:
    return {citation.locator for citation in answer.citations}


# Labels


@pytest.mark.parametrize("stage", STAGES)
def test_every_label_names_its_own_row(stage: Literal["初赛", "决赛"]) -> None:
    rows = [entry for entry in entries(stage) if entry.kind == "row" and len(core(entry.label)) >= 3]
    for row in rows:
        own = match(row.label, core(row.context) + core(row.label), row.context)
        assert own is not None
        assert own.share == 1.0
        others = (match(other.label, core(row.label), other.context) for other in rows)
        assert all(own >= other for other in others if other is not None)


@given(st.text("集群发明专利数量每万人", max_size=12), st.text("集群发明专利数量每万人", max_size=12))
def test_common_words_stand_in_both(first: str, second: str) -> None:
    found = common(first, second)
    assert found in first
    assert found in second
    pieces = {first[i:j] for i in range(len(first)) for j in range(i + 1, len(first) + 1)}
    assert len(found) == max((len(piece) for piece in pieces if piece in second), default=0)


def test_longer_label_wins(assistant: Assistant) -> None:
    answer = ask(assistant, "每万人发明专利拥有量要佐证材料吗")
    assert answer.answer.startswith("决赛要，初赛不用")
    assert locators(answer) == {
        "初赛 2.4 集群从业人员每万人发明专利拥有量（个）",
        "决赛 2.4 集群从业人员每万人发明专利拥有量（个，需提供佐证材料）",
    }


def test_shorter_label_is_still_found(assistant: Assistant) -> None:
    answer = ask(assistant, "发明专利数量要佐证材料吗")
    assert answer.answer.startswith("不用：“发明专利数量”")


def test_both_levels_are_told_where_none_is_named(assistant: Assistant) -> None:
    answer = ask(assistant, "单项冠军要不要佐证材料")
    assert answer.answer.startswith("要")
    assert "国家级单项冠军数量" in answer.answer
    assert "“省级单项冠军数量" in answer.answer
    assert "省级" not in ask(assistant, "国家级单项冠军数量要佐证材料吗").answer


def test_page_numbers_are_a_rule_of_the_form_that_states_it(assistant: Assistant) -> None:
    answer = ask(assistant, "省级专精特新企业数量要不要证明材料")
    assert "初赛还要标注所在页码" in answer.answer
    assert "决赛还要标注" not in answer.answer
    assert any("标注所在页码，下同" in citation.quote for citation in answer.citations)


def test_a_label_with_the_word_for_unit_is_no_question_for_one(assistant: Assistant) -> None:
    assert "编制牵头单位" not in ask(assistant, "产业链优质企业培育行动的牵头单位是谁").answer


# Yes or no


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("中小企业产值占比要填吗，我们是先进制造业集群", "不用填"),
        ("中小企业产值占比要填吗，我们是中小企业特色产业集群", "要填"),
        ("出口额是填亿元吗", "是：“出口额”"),
        ("出口额是填万元吗", "不是，单位是亿元"),
        ("出口额是不是用美元", "不是，单位是亿元"),
        ("出口额能不能填美元", "不能，单位是亿元"),
        ("企业上云比例要填百分数吗", "是"),
        ("从业人员数量的单位是万人吗", "不是，单位是人"),
        ("初赛要填实施方案吗", "要：初赛的参赛报告有五 培育发展产业集群实施方案"),
        ("研发投入前十企业的研发投入是填亿元吗", "不是，单位是万元"),
    ],
)
def test_plain_answer_comes_first(assistant: Assistant, question: str, start: str) -> None:
    answer = ask(assistant, question)
    assert answer.status == "answered"
    assert answer.answer.startswith(start)
    assert {citation.doc for citation in answer.citations} == {"report-2023"}


def test_rule_for_one_category_is_quoted(assistant: Assistant) -> None:
    answer = ask(assistant, "中小企业产值占比要填吗，我们是先进制造业集群")
    assert "仅中小企业特色产业集群填报" in answer.answer
    assert all("仅中小企业特色产业集群填报" in citation.quote for citation in answer.citations)


def test_currency_is_not_invented(assistant: Assistant) -> None:
    assert "人民币" not in ask(assistant, "出口额是不是用人民币").answer


# Columns, years, places


@pytest.mark.parametrize(
    ("question", "section", "heading"),
    [
        ("研发投入前十企业的研发投入单位是什么", "2.4", "研发投入（万元）"),
        ("重点项目总投资单位是万元还是亿元", "2.3", "总投资（万元）"),
        ("营业收入前十企业的国内市场占有率用什么单位", "2.2", "国内市场占有率（%）"),
    ],
)
def test_unit_of_a_column(assistant: Assistant, question: str, section: str, heading: str) -> None:
    answer = ask(assistant, question)
    assert {citation.quote for citation in answer.citations} == {heading}
    assert f"的单位是{heading[heading.index('（') + 1 : -1]}" in answer.answer
    assert {locator.split(" ")[1] for locator in locators(answer)} == {section}


def test_years_of_a_section(assistant: Assistant) -> None:
    answer = ask(assistant, "经济指标填哪两年的数据")
    assert answer.status == "answered"
    assert "填2021年、2022年的数据" in answer.answer
    assert {"初赛 2.1", "决赛 2.1"} <= locators(answer)
    assert "填2023年、2024年、2025年" in ask(assistant, "发展目标要填到哪一年").answer


def test_place_of_a_section(assistant: Assistant) -> None:
    answer = ask(assistant, "决赛要附佐证材料在第几部分")
    assert "决赛参赛报告的第六部分" in answer.answer
    assert locators(answer) == {"决赛 六"}


# Comparison


def test_comparison_shows_what_differs(assistant: Assistant) -> None:
    answer = ask(assistant, "初赛和决赛的参赛报告有什么区别")
    text = answer.answer
    assert "四的字数：初赛的4.2 集群发展促进组织运营情况“1000字以内”" in text
    assert "决赛“1500字以内”" in text
    assert "培育发展产业集群实施方案（含5.1" in text
    assert "标注所在页码，下同" in text
    assert "每万人发明专利拥有量（个，需提供佐证材料）" in text
    assert "集群在初赛胜出后的总体情况" in text
    assert "产业基础、规模工业培育" not in text  # alike in both
    assert "只有初赛要填：四" not in text
    assert "4.2 集群发展促进组织运营情况[" not in text
    assert text.index("[1]") < text.index("[2]") < text.index("[3]")


def test_comparison_in_other_words(assistant: Assistant) -> None:
    assert "只有初赛要填" in ask(assistant, "决赛报告比初赛少填什么").answer


def test_comparison_of_one_section(assistant: Assistant) -> None:
    answer = ask(assistant, "初赛和决赛的2.8有什么不同")
    assert locators(answer) == {"初赛 2.8", "决赛 2.8"}
    assert "写法相同" in ask(assistant, "初赛和决赛的2.1填的内容一样吗").answer


@given(st.text("甲乙丙，。", max_size=30), st.text("丁戊", min_size=1, max_size=6), st.integers(0, 30))
def test_differences_are_verbatim_and_hold_what_was_put_in(text: str, added: str, place: int) -> None:
    longer = text[:place] + added + text[place:]
    pairs = list(_differences(text, longer))
    assert pairs
    assert all(before in text and after in longer for before, after in pairs)
    assert added in "".join(after for _, after in pairs)
    assert list(_differences(text, text)) == []


# Length, signatures, blank forms


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("2.8自评报告写多少字？", {("初赛 2.8", "2500字以内"), ("决赛 2.8", "2500字以内")}),
        ("园区自评报告写多少字", {("初赛 3.2", "2500字以内"), ("决赛 3.2", "2500字以内")}),
        ("促进组织那块字数 初赛跟决赛有啥不一样", {("初赛 4.2", "1000字以内"), ("决赛 四", "1500字以内")}),
        ("决赛第四部分写多少字", {("决赛 四", "1500字以内")}),
    ],
)
def test_limit_is_quoted(assistant: Assistant, question: str, expected: set[tuple[str, str]]) -> None:
    answer = ask(assistant, question)
    assert {(citation.locator, citation.quote) for citation in answer.citations} == expected


def test_no_limit_is_said_to_be_none(assistant: Assistant) -> None:
    answer = ask(assistant, "实施方案要写多少字")
    assert answer.status == "no_evidence"
    assert locators(answer) == {"初赛 5.2"}
    assert not re.search(r"\d+字", answer.answer)


def test_signatories_are_named_once(assistant: Assistant) -> None:
    answer = ask(assistant, "真实性声明谁签字？")
    assert answer.answer.count("集群促进组织负责人") == 1
    assert answer.answer.count("集群核心承载园区负责人") == 1
    assert "偷税漏税" not in answer.answer
    assert locators(answer) == {"初赛 6.1", "决赛 6.1"}


def test_seal_of_the_government(assistant: Assistant) -> None:
    answer = ask(assistant, "封面盖章找谁盖，是县政府还是市政府")
    assert "县以上人民政府" in answer.answer
    assert locators(answer) == {"初赛 一", "决赛 一"}


@pytest.mark.parametrize("question", ["参赛报告在哪里下载", "空白表从哪里下载"])
def test_where_forms_are_to_be_had_is_not_stated(assistant: Assistant, question: str) -> None:
    answer = ask(assistant, question)
    assert answer.status == "no_evidence"
    assert "自查" in answer.answer
    assert "空白表" in answer.answer


# Addresses


def test_annex_is_read_as_lines(assistant: Assistant) -> None:
    answer = ask(assistant, "名单通知附件1")
    assert "|" not in answer.answer
    assert "---" not in answer.answer
    assert "\n1　长沙新一代自主安全计算系统产业集群(国家初赛胜出)　" in answer.answer
    assert answer.citations[0].quote.split() == ["附件1", "湖南省先进制造业集群名单(第一批)"]


def test_empty_rows_are_shown_by_their_labels(assistant: Assistant) -> None:
    answer = ask(assistant, "决赛 2.1")
    assert "\n出口额（亿元）\n" in answer.answer
    assert "各列：近2年情况 指标名称、2021年、2022年、增幅（%）" in answer.answer
    assert answer.citations[0].quote == "2.1集群主要经济指标"


def test_headings_of_two_lines_are_joined(corpus: Corpus) -> None:
    document = corpus.documents["report-2023"]
    clause = document.clause("初赛 2.2")
    assert clause is not None
    assert "营业收入（亿元）2021年、营业收入（亿元）2022年" in printed(document, clause)


def test_no_clause_is_shown_with_bars(corpus: Corpus) -> None:
    for document in corpus.documents.values():
        for clause in document.clauses:
            text = printed(document, clause)
            if clause.kind != "row":
                assert not re.search(r"^[\s|:-]*\|[\s|:-]*$|---", text, re.MULTILINE), clause.id


def test_every_address_gets_a_telling_quote(assistant: Assistant, corpus: Corpus) -> None:
    day = date(2025, 6, 1)
    shown = 0
    for document in corpus.documents.values():
        for clause in document.clauses:
            plan = replace(assistant.plan("第一条"), documents=(document.id,), locators=(clause.locator,))
            answer = show(plan, Composer("", corpus, day), assistant.context, day)
            assert answer is not None
            assert answer.status == "answered"
            for citation in answer.citations:
                assert re.search(r"\w", citation.quote)
                assert "---" not in citation.quote
            shown += 1
    assert shown > 300


def test_long_address_is_cut_at_a_line(assistant: Assistant) -> None:
    answer = ask(assistant, "工作方案附件1")
    shown, _, hint = answer.answer.partition("\n（篇幅较长")
    assert hint
    assert len(shown) < 1700
    assert shown.endswith("。")


@pytest.mark.parametrize(
    ("question", "extent"),
    [
        ("附件1 序号20", "附件1共15行（序号1至15）"),
        ("附件2 序号8", "附件2共7行（序号1至7）"),
        ("第六条（七）", "第六条共6项，（一）至（六）"),
        ("工作方案二（九）", "“二”共6项，（一）至（六）"),
    ],
)
def test_missing_address_tells_what_exists(assistant: Assistant, question: str, extent: str) -> None:
    answer = ask(assistant, question)
    assert answer.status == "no_evidence"
    assert extent in answer.answer
    assert answer.citations


@pytest.mark.parametrize(
    ("question", "cited", "told"),
    [
        ("管理办法6.3", "measures-2021#第六条（三）", "协同创新"),
        ("办法第六条之五", "measures-2021#第六条（五）", "要素集聚"),
        ("规划第三部分第2点", "plan-2022#重点发展方向（二）", "国家级集群"),
        ("工作方案附件1第三个", "workplan-2021#附件1 省委军民融合办", "军工央企"),
        ("十六条第二款", "measures-2021#第十六条", "没有再分款、项"),
        ("第十六条最后一句", "measures-2021#第十六条", "原则上不超过1个"),
        ("第五条", "measures-2021#第五条", "编号相同的还有"),
        ("第六条有没有（七）这一项", "measures-2021#第六条", "共6项"),
        ("22年9月那个名单通知，里面第二条讲的是哪个集群", "list-2022#第二项", "输变电"),
    ],
)
def test_addresses_that_are_not_written_so(
    assistant: Assistant, question: str, cited: str, told: str
) -> None:
    answer = ask(assistant, question)
    assert f"{answer.citations[0].doc}#{answer.citations[0].locator}" == cited
    assert told in answer.answer
