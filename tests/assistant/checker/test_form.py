"""The forms' descriptions against the published forms."""

from __future__ import annotations

import re
import unicodedata
from importlib.resources import files

import pytest

from assistant.checker.form import STAGES, year_labels
from assistant.checker.form_loader import load_form


def plain(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def published(stage: str) -> str:
    text = (files("corpus") / "documents" / "report-2023.md").read_text(encoding="utf-8").split("---", 2)[2]
    cut = text.index("湖南省产业集群竞赛参赛报告（决赛）")
    return plain(text[:cut] if stage == "初赛" else text[cut:])


@pytest.mark.parametrize("stage", STAGES)
def test_labels_instructions_and_commitments_are_verbatim(stage):
    form, text = load_form(stage), published(stage)
    wanted = [section.title for section in form.sections]
    wanted += [row.label for _s, _t, row in form.rows()]
    wanted += [part for section in form.sections for part in section.all_instructions]
    wanted += [item.text for section in form.sections for item in section.commitments]
    wanted += [table.title for _s, table in form.lists() if table.title]
    missing = [words for words in wanted if plain(words) not in text]
    assert missing == []


@pytest.mark.parametrize(("stage", "rows", "lists"), [("初赛", 84, 8), ("决赛", 78, 8)])
def test_every_row_and_list_of_the_form_is_described(stage, rows, lists):
    form = load_form(stage)
    assert len(list(form.lists())) == lists
    assert len(list(form.rows())) == rows


def test_the_two_stages_differ_where_the_forms_do():
    preliminary, final = load_form("初赛"), load_form("决赛")
    limits = {s.number: s.limit for f in (preliminary, final) for s in f.sections if s.limit}
    assert limits == {"2.8": 2500, "3.2": 2500, "4.2": 1000, "四": 1500}
    assert final.section("5.1") is None
    assert final.section("6.1") is not None
    assert [s.number for s in final.sections if s.kind == "annex"] == ["六"]
    assert final.find_row("2.4/patents_per_10k")[2].evidence
    assert not preliminary.find_row("2.4/patents_per_10k")[2].evidence


def test_labels_are_unique_within_a_table():
    for stage in STAGES:
        for _section, table in ((s, t) for s in load_form(stage).sections for t in s.tables):
            labels = [(row.group, row.after, row.label) for row in table.rows]
            assert len(labels) == len(set(labels))
            headings = [year_labels(column.label, 2022) for column in table.columns]
            assert len(headings) == len(set(headings))
