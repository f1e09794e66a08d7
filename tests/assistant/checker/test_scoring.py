from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.checker.check import read_draft
from assistant.checker.conditions import CellEvidence, ListEvidence, SentenceEvidence, load_conditions
from assistant.checker.draft import Draft, FreeText
from assistant.checker.form import CATEGORIES, STAGES, Category, CellRef, Stage
from assistant.checker.form_loader import load_form
from assistant.checker.numbers import parse
from assistant.checker.readers.dispatch import read_source
from assistant.checker.reports.blank import fill_form
from assistant.checker.reports.models import Condition
from assistant.checker.scoring import score_draft
from assistant.checker.sentences import split_sentences
from assistant.checker.source import Paragraph, Place
from eval.drafts.sample import sample_content

SPECS = load_conditions()
CASES = [(stage, category) for stage in STAGES for category in CATEGORIES]
LABELLED = yaml.safe_load((Path(__file__).parent / "sentences.yaml").read_text(encoding="utf-8"))
FACTS = [entry["text"] for entry in LABELLED if "supports" in entry]
NO_FACTS = [entry["text"] for entry in LABELLED if "not" in entry]


@cache
def complete(stage: Stage, category: Category = "先进制造业集群") -> Draft:
    """The complete sample report, as read from its Word file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "draft.docx"
        path.write_bytes(fill_form(load_form(stage), sample_content(stage, category)))
        return read_draft(read_source(path), stage, category)


def with_text(draft: Draft, section: str, sentences: Sequence[str]) -> Draft:
    paragraphs = tuple(Paragraph(text, Place()) for text in sentences)
    return replace(draft, texts={**draft.texts, section: FreeText(section, paragraphs, None, paragraphs)})


def with_cells(draft: Draft, changes: dict[CellRef, str]) -> Draft:
    values = dict(draft.values)
    for ref, raw in changes.items():
        row = draft.form.find_row(f"{ref.section}/{ref.row}")
        if row and ref in values:
            values[ref] = replace(values[ref], raw=raw, parsed=parse(raw, row[2].kind, row[2].unit))
    return replace(draft, values=values)


def bare(stage: Stage = "初赛", *sentences: str, section: str = "2.8") -> Draft:
    """A draft with nothing but sentences."""
    draft = replace(complete(stage), values={}, lists={}, texts={})
    return with_text(draft, section, sentences)


def scores(draft: Draft) -> list[float]:
    return [condition.score for condition in score_draft(draft)[0]]


def requirement(conditions: Sequence[Condition], name: str):
    return next(r for condition in conditions for r in condition.requirements if r.id == name)


def without_condition(draft: Draft, number: int) -> Draft:
    """The draft without every cell, list and sentence that is evidence of one condition."""
    cells = {}
    lists = dict(draft.lists)
    for spec in SPECS[number].requirements:
        for item in spec.evidence:
            if isinstance(item, CellEvidence):
                cells |= dict.fromkeys(item.cells, "")
            elif isinstance(item, ListEvidence):
                lists[(item.section, item.table)] = ()
    draft = with_cells(replace(draft, lists=lists), cells)
    evidence = {
        (piece.section, piece.value)
        for r in score_draft(draft)[0][number].requirements
        for piece in r.evidence
    }
    texts = {}
    for section, text in draft.texts.items():
        own = {
            paragraph: replace(
                paragraph,
                text="".join(s for s in split_sentences(paragraph.text) if (section, s) not in evidence),
            )
            for paragraph in text.paragraphs
        }
        everything = tuple(own.get(paragraph, paragraph) for paragraph in text.everything)
        texts[section] = FreeText(section, tuple(own.values()), text.heading, everything)
    return replace(draft, texts=texts)


@pytest.mark.parametrize("stage", STAGES)
def test_a_complete_draft_meets_nearly_everything(stage):
    conditions, score = score_draft(complete(stage))
    assert score > 88
    statuses = [r.status for condition in conditions for r in condition.requirements]
    assert statuses.count("met") >= 36


@pytest.mark.parametrize(("stage", "category"), CASES)
@pytest.mark.parametrize("number", range(6))
def test_taking_away_one_conditions_evidence_leaves_the_others_exactly(stage, category, number):
    draft = complete(stage, category)
    before, after = scores(draft), scores(without_condition(draft, number))
    assert after[number] < before[number] - 50
    assert [s for i, s in enumerate(after) if i != number] == [s for i, s in enumerate(before) if i != number]


@pytest.mark.parametrize("stage", STAGES)
def test_every_owned_cell_costs_when_blank(stage):
    """No figure is made up for by another: each cell of evidence, left blank, lowers its condition or is one of several."""
    draft = complete(stage)
    before = scores(draft)
    for number, spec in enumerate(SPECS):
        for item in (item for r in spec.requirements for item in r.evidence):
            if not isinstance(item, CellEvidence) or item.any_one:
                continue
            for ref in item.cells:
                if ref not in draft.values or draft.values[ref].blank or draft.values[ref].nil:
                    continue
                after = scores(with_cells(draft, {ref: ""}))
                assert after[number] < before[number], ref
                assert after[:number] + after[number + 1 :] == before[:number] + before[number + 1 :]


def test_blank_figures_cost_in_proportion():
    draft = complete("初赛")
    figures = [
        CellRef(section.number, row.key, column)
        for section, _, row in draft.form.rows()
        if row.numeric
        for column in ("y2", "y1", "growth", "cluster_y2", "cluster_y1", "t1", "t2", "t3")
    ]
    totals = []
    for share in (0, 0.3, 0.6, 1):
        chosen = random.Random(7).sample(figures, int(len(figures) * share))
        totals.append(score_draft(with_cells(draft, dict.fromkeys(chosen, "")))[1])
    assert totals[0] - totals[1] >= 6
    assert totals[1] - totals[2] >= 6
    assert totals[0] - totals[3] >= 25


@pytest.mark.parametrize("raw", ["", "0", "0.00", "—", "/", "无", "-3.5", "约若干", "180"])
def test_what_is_no_figure_is_no_evidence(raw):
    """180: a share above 100 per cent is none."""
    draft = with_cells(complete("初赛"), {CellRef("2.1", "market_share", "y1"): raw})
    found = requirement(score_draft(draft)[0], "6.2.4")
    assert all(piece.row is None or "市场占有率（%）" not in piece.row for piece in found.evidence)


@pytest.mark.parametrize(("raw", "counts"), [("342.10", True), ("—", True), ("约三百", False), ("", False)])
def test_complete_data_are_figures_or_a_plain_no(raw, counts):
    draft = with_cells(complete("初赛"), {CellRef("2.1", "main_output", "y2"): raw})
    found = requirement(score_draft(draft)[0], "6.2.7")
    assert any(piece.value == raw for piece in found.evidence) is counts


def test_a_decline_is_no_evidence_of_growth():
    draft = with_cells(complete("初赛"), {CellRef("2.1", "profit", "y1"): "20.00"})
    found = requirement(score_draft(draft)[0], "6.1.6")
    assert all(piece.row is None or "利润" not in piece.row for piece in found.evidence)
    assert scores(draft)[0] < scores(complete("初赛"))[0]


@pytest.mark.parametrize("raw", ["无", "——", "XX开发区", "待填", "。", "尚未划定", "拟划定15平方公里"])
def test_a_field_without_content_is_no_evidence(raw):
    draft = with_cells(complete("初赛"), {CellRef("一", "area"): raw})
    assert scores(draft)[0] < scores(complete("初赛"))[0]


def test_a_refusing_opinion_is_no_support():
    draft = with_cells(
        complete("初赛"), {CellRef("一", "government"): "不同意申报。\n某县人民政府\n2023年3月1日"}
    )
    assert scores(draft)[5] < scores(complete("初赛"))[5]


@given(st.data())
@settings(max_examples=40)
def test_a_fact_more_never_lowers_and_a_non_fact_never_raises(data):
    stage = data.draw(st.sampled_from(STAGES))
    draft = complete(stage)
    section = data.draw(st.sampled_from(["2.8", "3.2"]))
    kept = data.draw(st.lists(st.sampled_from(FACTS), max_size=12))
    place = data.draw(st.integers(0, len(kept)))
    draft = with_text(draft, section, kept)
    before = scores(draft)
    fact, nothing = data.draw(st.sampled_from(FACTS)), data.draw(st.sampled_from(NO_FACTS))
    more = scores(with_text(draft, section, [*kept[:place], fact, *kept[place:]]))
    assert all(after >= score for after, score in zip(more, before, strict=True)), fact
    same = scores(with_text(draft, section, [*kept[:place], nothing, *kept[place:]]))
    assert same == before, nothing


def test_a_sentence_told_fifty_times_counts_once():
    fact = "2022年促进会组织沙龙12场，参加企业520家次。"
    once = scores(bare("初赛", fact, section="4.2"))
    many = [f"2022年促进会组织沙龙{n}场，参加企业{500 + n}家次。" for n in range(50)]
    assert scores(bare("初赛", *many, section="4.2")) == once
    assert once[3] > 0


CLAUSES = [r.text for spec in SPECS for r in spec.requirements]


@pytest.mark.parametrize(
    "words",
    [
        [f"本集群{text}。" for text in CLAUSES],
        [f"2022年，集群已{text}。" for text in CLAUSES],
        [f"集群尚未{text}。" for text in CLAUSES],
        [f"拟于2024年{text}3项。" for text in CLAUSES],
        ["；".join(CLAUSES)],
        ["、".join(CLAUSES)],
        ["。".join(spec.name for spec in SPECS)],
    ],
    ids=["repeated", "dated", "denied", "planned", "pasted", "listed", "names"],
)
def test_the_clause_itself_scores_nothing(words):
    for section in ("2.8", "3.2", "4.1", "4.2", "5.2"):
        conditions, score = score_draft(bare("初赛", *words, section=section))
        assert score == 0, [piece for c in conditions for r in c.requirements for piece in r.evidence]


def test_praise_without_facts_scores_nothing():
    praise = [
        "集群坚持规划引领，科学编制产业发展规划，明确发展目标，形成了布局合理、定位清晰、边界明确的产业发展格局。",
        "集群规模持续壮大，效益稳步提升，龙头企业带动作用明显，市场占有率和品牌影响力位居国内前列。",
        "产业链上下游协作紧密，产学研合作深入开展，创新生态日益完善，高端人才加速集聚，数字化水平大幅提升。",
        "促进组织架构健全、制度完善、运行规范，充分发挥桥梁纽带作用，组织会员开展形式多样的交流合作活动。",
        "开放合作不断深化，产品远销海内外，营商环境持续优化，政策支持力度不断加大，组织领导坚强有力。",
        "县委、县政府高度重视集群发展，多次召开专题会议研究部署，出台了一系列扶持政策。",
        "一批重大项目相继建成投产，一批创新平台先后落地，一批高层次人才陆续引进。",
    ]
    for section in ("2.8", "3.2", "4.2"):
        assert score_draft(bare("初赛", *praise, section=section))[1] == 0


def test_word_lists_score_nothing():
    kinds = (item for spec in SPECS for r in spec.requirements for item in r.evidence)
    words = sorted(
        {w for kind in kinds if isinstance(kind, SentenceEvidence) for w in kind.words if w[0] != "~"}
    )
    assert score_draft(bare("初赛", "、".join(words)))[1] == 0
    assert score_draft(bare("初赛", *(f"{word}。" for word in words)))[1] == 0


def test_headings_of_plans_and_shortcomings_govern_what_follows():
    fact = "引进院士团队2个，博士31名。"
    assert scores(bare("初赛", "（三）人才", fact))[2] > 0
    for heading in ("三、下一步工作打算", "（二）存在的问题和不足", "五、发展目标"):
        assert scores(bare("初赛", heading, fact))[2] == 0
    for heading in ("一、目标任务完成情况", "（三）存在问题整改情况", "（一）产业发展规划目标明确"):
        assert scores(bare("初赛", heading, fact))[2] > 0
    assert scores(bare("初赛", "三、下一步工作打算", "四、人才队伍", fact))[2] > 0
    assert scores(bare("初赛", "三、下一步工作打算", "（一）人才引进", fact))[2] == 0


def test_what_stands_after_next_steps_is_planned():
    assert scores(bare("初赛", "下一步，集群将抓好三件事。一是引进博士30名。二是授信10亿元。")) == [0.0] * 6


def test_a_heading_before_next_steps_changes_nothing():
    assert scores(bare("初赛", "人才方面，下一步，引进博士30名；选派技师12名到高校进修。")) == [0.0] * 6


def test_a_target_counts_for_the_planning_requirement_only():
    draft = bare("初赛", "到2025年，集群总产值达到655亿元，规上企业达到160家。")
    found = [r.id for c in score_draft(draft)[0] for r in c.requirements if r.evidence]
    assert found == ["6.1.1"]


def test_a_figure_of_a_later_year_is_a_plan():
    assert scores(bare("初赛", "2024年集群引进院士团队2个。"))[2] == 0
    assert scores(bare("初赛", "2021年集群引进院士团队2个。"))[2] > 0


def test_the_final_tells_of_the_year_after_the_last_complete_one():
    assert scores(bare("决赛", "2023年集群引进院士团队2个。"))[2] > 0
    assert scores(bare("初赛", "2023年集群引进院士团队2个。"))[2] == 0


def test_the_same_draft_gives_the_same_result():
    assert score_draft(complete("初赛")) == score_draft(complete("初赛"))
