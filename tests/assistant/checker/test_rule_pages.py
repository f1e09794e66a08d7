"""The pages that explain the rules are those that `python -m eval.checks` writes."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from assistant.checker.reports.rulepages import basis_locators, basis_text, page_path, rule_page
from assistant.checker.rules.registry import Rule, all_rules
from eval.checks import pages, write
from index.corpus import load_corpus

COMMITTED = {
    entry.name: entry.read_text(encoding="utf-8") for entry in (files("corpus") / "checks").iterdir()
}


def test_the_committed_pages_are_up_to_date():
    assert pages() == COMMITTED, "run `python -m eval.checks`"


def test_there_is_a_page_for_every_rule_and_each_is_listed():
    assert {page_path(rule.id).rpartition("/")[2] for rule in all_rules()} == set(COMMITTED) - {
        "index.md",
        "score.md",
    }
    links = re.findall(r"\]\(([^)]+)\)", COMMITTED["index.md"])
    assert sorted(links) == sorted(set(COMMITTED) - {"index.md"})


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_clauses_are_quoted_word_for_word(rule: Rule):
    page = COMMITTED[f"{rule.id}.md"]
    quotes = f"{page.partition('## 依据')[2].partition(chr(10) + '## ')[0]}\n"
    found = re.findall(r"《[^》]+》(.+)：\n\n((?:>.*\n)+)", quotes)
    assert found
    document = load_corpus().document(rule.basis[0])
    assert document is not None
    for locator, quote in found:
        whole = [line.strip() for line in document.full_text(locator).splitlines()]
        quoted = [line[1:].strip() for line in quote.splitlines()]
        assert quoted[0] == whole[0]
        assert {line for line in quoted if not line.startswith("| ---")} <= {*whole, ""}


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_a_page_says_how_it_judges_with_an_example_and_the_mend(rule: Rule):
    page = rule_page(rule)
    assert page.startswith(f"# {rule.title}\n")
    for part in (rule.id, rule.explanation, rule.example, rule.remedy):
        assert part
        assert part.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ").strip() in page


def test_a_rule_rests_on_the_form_of_the_stage_that_is_checked():
    rule = next(rule for rule in all_rules() if rule.id == "growth-rate")
    assert basis_locators(rule, "初赛")[0] == "初赛 2.1"
    assert basis_locators(rule, "决赛")[0] == "决赛 2.1"
    assert "决赛 2.1" in basis_text(rule, "决赛")


def test_pages_of_rules_that_are_gone_are_dropped(tmp_path):
    (tmp_path / "gone.md").write_text("x", encoding="utf-8")
    (tmp_path / "index.md").write_text("old", encoding="utf-8")
    changed = write(tmp_path, COMMITTED)
    assert {"gone.md", "index.md", "score.md"} <= set(changed)
    assert {path.name for path in tmp_path.iterdir()} == set(COMMITTED)
    assert write(tmp_path, COMMITTED) == []
