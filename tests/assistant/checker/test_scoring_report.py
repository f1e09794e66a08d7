from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from assistant.checker.check import read_draft
from assistant.checker.conditions import CellEvidence, ListEvidence, SentenceEvidence, load_conditions
from assistant.checker.draft import Draft, FreeText
from assistant.checker.form import STAGES, Stage
from assistant.checker.form_loader import load_form
from assistant.checker.readers.dispatch import read_source
from assistant.checker.reports.blank import fill_form
from assistant.checker.scoring import band_of, score_draft, score_table
from assistant.checker.source import Paragraph, Place
from eval.drafts.sample import sample_content

SPECS = load_conditions()
REQUIREMENTS = [requirement for spec in SPECS for requirement in spec.requirements]
# What joins the requirements in the clause and is part of none.
JOINS = re.compile(r"[，。、和]*")
SECTION = re.compile(r"(?<![\d.])(\d\.\d)(?![\d.])")


@cache
def complete(stage: Stage) -> Draft:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "draft.docx"
        path.write_bytes(fill_form(load_form(stage), sample_content(stage, "先进制造业集群")))
        return read_draft(read_source(path), stage, "先进制造业集群")


def empty(stage: Stage) -> Draft:
    return replace(complete(stage), values={}, lists={}, texts={})


def all_requirements(draft: Draft):
    return [requirement for condition in score_draft(draft)[0] for requirement in condition.requirements]


def clause(number: int) -> str:
    """The wording of 第六条（number + 1） below its heading."""
    text = (files("corpus") / "documents" / "measures-2021.md").read_text(encoding="utf-8")
    article = text[text.index("\n第六条 ") : text.index("\n第七条 ")]
    mark = "一二三四五六"[number]
    start = re.search(rf"[(（]{mark}[)）]\s*[^。]+。", article)
    return article[start.end() :].split("\n", 1)[0]


@pytest.mark.parametrize("number", range(6))
def test_requirements_are_the_whole_clause_and_nothing_else(number):
    rest = clause(number)
    for requirement in SPECS[number].requirements:
        skipped = JOINS.match(rest).end()
        assert rest[skipped:].startswith(requirement.text), (requirement.id, rest[:40])
        rest = rest[skipped + len(requirement.text) :]
    assert JOINS.fullmatch(rest), rest


def test_weights_follow_from_the_form():
    for requirement in REQUIREMENTS:
        tabled = any(
            isinstance(item, ListEvidence)
            or (isinstance(item, CellEvidence) and item.cells[0].column != "value")
            for item in requirement.evidence
        )
        assert requirement.weight == (2 if tabled else 1), requirement.id


def test_every_cell_exists_and_every_row_and_list_serves_one_condition():
    owners: dict[str, set[str]] = {}
    forms = [load_form(stage) for stage in STAGES]
    for spec in SPECS:
        for item in (item for r in spec.requirements for item in r.evidence):
            if isinstance(item, CellEvidence):
                for ref in item.cells:
                    path = f"{ref.section}/{ref.row}"
                    owners.setdefault(path, set()).add(spec.id)
                    known = next(found for form in forms if (found := form.find_row(path)))
                    assert (
                        ref.column in [c.key for c in known[1].row_columns(known[2])] or ref.column == "value"
                    )
            elif isinstance(item, ListEvidence):
                owners.setdefault(f"{item.section}//{item.table}", set()).add(spec.id)
                table = forms[0].section(item.section).table(item.table)
                assert all(table.column(key) for key in item.columns)
    assert {path: ids for path, ids in owners.items() if len(ids) > 1} == {}


def test_each_requirement_can_be_shown_by_sentences_in_both_stages():
    for form in map(load_form, STAGES):
        for requirement in REQUIREMENTS:
            kinds = [
                item for item in requirement.evidence if isinstance(item, SentenceEvidence) and not item.only
            ]
            assert kinds, requirement.id
            assert all(any(form.section(number) for number in kind.where) for kind in kinds), requirement.id


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("build", [complete, empty], ids=["complete", "empty"])
def test_remarks_name_only_sections_of_the_stages_form(stage, build):
    form = load_form(stage)
    for requirement in all_requirements(build(stage)):
        for text in (requirement.why, requirement.advice or ""):
            assert all(form.section(number) for number in SECTION.findall(text)), text
            assert not re.search(r" |仅有1|None|：。|；。|、。|“”", text), text


@pytest.mark.parametrize("stage", STAGES)
def test_why_agrees_with_the_evidence(stage):
    for requirement in [*all_requirements(complete(stage)), *all_requirements(empty(stage))]:
        sentences = sum(piece.row is None and piece.column is None for piece in requirement.evidence)
        told = re.search(r"有(?:\d+格表格内容)?、?(?:\d+行清单)?、?(\d+)句文字", requirement.why)
        assert (int(told[1]) if told else 0) == sentences, requirement
        if requirement.status == "missing":
            assert requirement.evidence == ()
            assert requirement.why.startswith("没有找到依据")
        else:
            assert requirement.evidence
            assert requirement.why.startswith("有")


@pytest.mark.parametrize("stage", STAGES)
def test_advice_is_given_where_a_requirement_is_not_met(stage):
    for requirement in [*all_requirements(complete(stage)), *all_requirements(empty(stage))]:
        assert (requirement.advice is None) == (requirement.status == "met")


def test_advice_names_the_blank_cell_and_the_kind_of_sentence():
    found = next(r for r in all_requirements(empty("初赛")) if r.id == "6.1.5")
    assert "“工业用水重复利用率”（2022年）" in found.advice
    assert found.advice.startswith("填写2.5“")
    assert "在2.8写明绿色工厂" in found.advice


def test_following_the_advice_meets_the_requirement():
    """The pattern that the advice gives, filled in with figures, is itself a sentence that counts."""
    missed = []
    for requirement in REQUIREMENTS:
        for kind in (i for i in requirement.evidence if isinstance(i, SentenceEvidence)):
            form = load_form("初赛")
            section = next(number for number in kind.where if form.section(number))
            year = "2025" if kind.tense == "plan" else "2021"
            sentence = re.sub(r"×(?=年)", year, kind.like)
            sentence = re.sub(
                r"×(?=[一-鿿]*(?:公司|大学|高校|博览会|规划|措施|自律|产业信息|联合体|统计|产品|装备|专业|地|局|国际|项目))",
                "湘华",
                sentence,
            )
            sentence = sentence.replace("×", "12") + "。"
            paragraph = Paragraph(sentence, Place())
            text = FreeText(section, (paragraph,), None, (paragraph,))
            found = all_requirements(replace(empty("初赛"), texts={section: text}))
            if not next(r for r in found if r.id == requirement.id).evidence:
                missed.append((requirement.id, sentence))
    assert missed == []


def test_a_rejected_sentence_is_named():
    paragraph = Paragraph("集群尚未引进院士团队，缺乏领军人才。", Place())
    text = FreeText("2.8", (paragraph,), None, (paragraph,))
    found = next(r for r in all_requirements(replace(empty("初赛"), texts={"2.8": text})) if r.id == "6.3.5")
    assert found.status == "missing"
    assert "“集群尚未引进院士团队，缺乏领军人才”是否定或不足的说法" in found.why


def test_unread_places_make_missing_evidence_unknown():
    draft = empty("初赛")
    unread = replace(draft, source=replace(draft.source, unread=("第3页（扫描图片）",)))
    for requirement in all_requirements(unread):
        assert requirement.status == "unknown"
        assert requirement.why == "第3页（扫描图片）没有读出内容，依据可能在其中，无法判断。"
    assert score_draft(unread)[1] == 0


def test_an_unread_page_beyond_a_requirements_sections_leaves_it_missing():
    draft = complete("初赛")
    headings = {number: replace(place, page=1) for number, place in draft.headings.items()}
    headings |= {number: Place(page=9) for number in ("六", "6.1", "七")}
    source = replace(draft.source, unread=("第12页（扫描图片）",))
    draft = replace(draft, headings=headings, source=source, values={}, lists={}, texts={})
    statuses = {requirement.status for requirement in all_requirements(draft)}
    assert statuses == {"missing"}
    nearer = replace(
        draft,
        source=replace(source, unread=("第5页（扫描图片）",)),
        headings={**headings, "3.2": Place(page=4)},
    )
    assert next(r for r in all_requirements(nearer) if r.id == "6.5.4").status == "unknown"


def test_recognised_text_makes_missing_evidence_unknown():
    draft = empty("初赛")
    found = all_requirements(replace(draft, source=replace(draft.source, uncertain=True)))
    assert {requirement.status for requirement in found} == {"unknown"}
    assert "可能有误" in found[0].why


@pytest.mark.parametrize("stage", STAGES)
def test_the_table_has_every_requirement_and_a_hundred_points(stage):
    table = score_table(stage)
    assert [row.requirement for row in table.rows] == [requirement.id for requirement in REQUIREMENTS]
    assert sum(row.points for row in table.rows) == pytest.approx(100)
    form = load_form(stage)
    for row in table.rows:
        lines = [*row.cells, *row.sentences]
        assert sum(int(re.search(r"（(\d+)%）$", line)[1]) for line in lines) == pytest.approx(100, abs=2)
        assert all(form.section(number) for line in lines for number in SECTION.findall(line)), row
    assert "不是对集群本身水平的评价" in table.meaning[0]


def test_bands_cover_all_scores_without_gaps():
    bands = score_table().bands
    assert bands[0].high == 100
    assert bands[-1].low == 0
    assert all(lower.high == upper.low for upper, lower in pairwise(bands))
    assert [band_of(score).name for score in (100, 90, 89.9, 0)] == [
        bands[0].name, bands[0].name, bands[1].name, bands[-1].name,
    ]  # fmt: skip
