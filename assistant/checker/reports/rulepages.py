"""The page that explains a rule (检查规则说明), as Markdown; the generated pages are in `corpus/checks`."""

from __future__ import annotations

from functools import cache

from assistant.checker.form import STAGES, Stage
from assistant.checker.form_loader import load_form
from assistant.checker.reports.names import (
    KIND_MEANINGS,
    KIND_NAMES,
    SEVERITY_MEANINGS,
    SEVERITY_NAMES,
)
from assistant.checker.rules.registry import Rule

FOLDER = "corpus/checks"


def page_path(rule_id: str) -> str:
    """Where the page of a rule is, relative to the project (`corpus/checks/growth-rate.md`)."""
    return f"{FOLDER}/{rule_id}.md"


def rule_page(rule: Rule) -> str:
    """The Markdown of a rule's page: what it is, how it judges, on what clause, an example and its mend."""
    quotes = "\n\n".join(_quotes(rule))
    sections = (
        ("怎么判", _plain(rule.explanation)),
        ("依据", quotes),
        ("例子", _plain(rule.example)),
        ("怎么改", _plain(rule.remedy)),
    )
    parts = [f"# {rule.title}", _facts(rule), *(f"## {name}\n\n{text}" for name, text in sections if text)]
    return "\n\n".join(parts) + "\n"


def scope_name(rule: Rule) -> str:
    """The sections and stages that a rule looks at, in words (`初赛、决赛报告的 2.1、2.2`)."""
    where = f"的 {'、'.join(rule.sections)}" if rule.sections else "各节"
    return f"{'、'.join(rule.stages)}报告{where}"


def _facts(rule: Rule) -> str:
    rows = (
        ("编号", f"`{rule.id}`"),
        ("类别", f"{KIND_NAMES[rule.kind]}（{KIND_MEANINGS[rule.kind]}）"),
        ("级别", f"{SEVERITY_NAMES[rule.severity]}（{SEVERITY_MEANINGS[rule.severity]}）"),
        ("检查范围", scope_name(rule)),
    )
    return "\n".join(["| | |", "| --- | --- |", *(f"| {name} | {_plain(text)} |" for name, text in rows)])


def _plain(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ").strip()


def basis_locators(rule: Rule, stage: Stage | None = None) -> tuple[str, ...]:
    """The locators that a rule rests on; those of every section that it looks at, where it names none itself.

    Args:
        rule: the rule.
        stage: whose form's sections are meant; None for the first that the rule applies to.
    """
    if rule.basis[1] is not None:
        return (rule.basis[1],)
    chosen = stage or next((own for own in STAGES if own in rule.stages), STAGES[0])
    form = load_form(chosen)
    named = tuple(form.locator(number) for number in rule.sections if form.section(number))
    return named or (str(chosen),)


def basis_text(rule: Rule, stage: Stage | None = None) -> str:
    """What a rule rests on, in one line: a clause word for word, several by their names; see `basis_locators`."""
    clauses = _clauses(rule, stage)
    if len(clauses) > 1:
        return "；".join(name for name, _ in clauses)
    return "".join(f"{name}：“{' '.join(text.split())}”" for name, text in clauses)


def _quotes(rule: Rule) -> list[str]:
    """The clauses, each as a quotation below its address; of tables their heading rows."""
    out = []
    for (name, text), locator in zip(_clauses(rule), basis_locators(rule), strict=True):
        quoted = [*text.splitlines(), *_table_heads(rule.basis[0], locator)]
        quote = "\n".join(f"> {line}".rstrip() for line in quoted)
        out.append(f"{name}：\n\n{quote}")
    return out


def _table_heads(doc: str, locator: str) -> list[str]:
    """What stands before the first row of each table of a clause, its columns' names included."""
    from index.corpus import load_corpus

    document = load_corpus().document(doc)
    out: list[str] = []
    for child in document.children(locator) if document is not None else ():
        head, rule, _ = child.text.strip().partition("\n| ---")
        if child.kind == "table" and rule:
            columns = head.splitlines()[-1].count("|") - 1
            out += ["", *head.splitlines(), "|" + " --- |" * columns]
    return out


@cache
def _clauses(rule: Rule, stage: Stage | None = None) -> tuple[tuple[str, str], ...]:
    """(name, text) of each clause that a rule rests on, word for word.

    Raises:
        ValueError: there is no such clause.
    """
    from index.corpus import load_corpus

    corpus = load_corpus()
    doc = rule.basis[0]
    document = corpus.document(doc)
    out = []
    for locator in basis_locators(rule, stage):
        clause = corpus.clause(doc, locator)
        if document is None or clause is None:
            raise ValueError(f"rule {rule.id} rests on no clause: {doc} {locator}")
        out.append((f"《{document.title}》{locator}", clause.text.strip()))
    return tuple(out)
