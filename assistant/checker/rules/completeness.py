"""Completeness (kind `completeness`): every section, table and row that the stage and category ask for."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.checker.draft import Draft
from assistant.checker.form import Form, Row, Section, Table
from assistant.checker.labels import core
from assistant.checker.rules.registry import Context, Problem, list_name, missing, rule
from assistant.checker.source import Place

_SELF_CHECKED = ("endorsement", "signature")
# Free texts without a word limit: below so many words nothing can have been said.
_LEAST_WORDS = 50


def applies(row: Row, draft: Draft) -> bool:
    """Whether the draft must fill the row."""
    if not row.required or row.kind in _SELF_CHECKED:
        return False
    return row.only_category is None or row.only_category == draft.category


def only_hint(raw: str, row: Row) -> bool:
    """Whether a cell holds nothing but the form's own hint."""
    hint = row.hint.strip("（）()")
    return bool(hint) and core(raw.strip().strip("（）()")) == core(hint)


def section_found(draft: Draft, section: Section) -> bool:
    """Whether anything of the section is in the draft."""
    if section.number in draft.headings or draft.texts.get(section.number):
        return True
    return any(number == section.number for number, _ in draft.tables_seen)


def _zero(draft: Draft, path: str) -> bool:
    value = draft.value(path, "y1")
    number = value.number if value else None
    return value is None or value.blank or value.nil or (number is not None and number.value == 0)


def list_may_be_empty(draft: Draft, table: Table) -> bool:
    """Whether an empty list is an answer: nothing to list, or the form asks for no number."""
    if table.may_be_empty:
        return True
    return bool(table.optional_if_zero) and all(_zero(draft, path) for path in table.optional_if_zero)


@rule(id="section-missing", kind="completeness", title="缺少整节内容")
def section_missing(context: Context) -> Iterator[Problem]:
    """A section with tables or text of which nothing is in the draft."""
    for section in context.form.sections:
        if section.kind in ("part", "annex") or section_found(context.draft, section):
            continue
        yield Problem(
            section=section.number,
            message=f"没有找到“{section.number} {section.title}”。",
            advice=f"请按{context.form.stage}报告格式补上"
            f"“{section.number} {section.title}”；如已填写，请检查标题是否与格式一致。",
        )


@rule(id="text-missing", kind="completeness", title="文字部分为空")
def text_missing(context: Context) -> Iterator[Problem]:
    """A free-text section whose heading is there and nothing below it but the form's own words.

    A section that holds pictures only cannot be read, which is a warning.
    """
    for section in context.form.sections:
        if section.kind != "text" or not section_found(context.draft, section):
            continue
        text = context.draft.texts.get(section.number)
        if text is not None and text.paragraphs:
            continue
        pictures = text is not None and any(paragraph.pictures for paragraph in text.everything)
        yield Problem(
            section=section.number,
            message=f"“{section.number} {section.title}”"
            + ("只有图片，无法检查文字内容。" if pictures else "没有填写内容。"),
            advice="请以文字填写，图片内容无法核对。" if pictures else "请按该节填写说明补充文字。",
            place=context.draft.headings.get(section.number, Place()),
            severity="warning" if pictures else None,
        )


@rule(id="text-short", kind="completeness", title="文字部分过短", severity="warning")
def text_short(context: Context) -> Iterator[Problem]:
    """A free text below a tenth of its word limit says too little for a reviewer."""
    from assistant.checker.wordcount import count_words

    for section in context.form.sections:
        text = context.draft.texts.get(section.number)
        if section.kind != "text" or text is None or not text.paragraphs:
            continue
        words = count_words(text.text)
        if words < (section.limit // 10 if section.limit else _LEAST_WORDS):
            most = f"（上限 {section.limit} 字）" if section.limit else ""
            yield Problem(
                section=section.number,
                message=f"“{section.number} {section.title}”只有 {words} 字{most}，内容可能过于简略。",
                advice="请对照填写说明逐项补充事实和数据。",
                found=str(words),
                place=text.paragraphs[0].place,
            )


def _form_tables(form: Form, draft: Draft) -> Iterator[tuple[Section, Table]]:
    for section in form.sections:
        if section_found(draft, section):
            for table in section.tables:
                yield section, table


@rule(id="table-missing", kind="completeness", title="缺少整张表")
def table_missing(context: Context) -> Iterator[Problem]:
    """A table of which no row is in the draft though its section is."""
    draft = context.draft
    for section, table in _form_tables(context.form, draft):
        if (section.number, table.key) in draft.tables_seen or list_may_be_empty(draft, table):
            continue
        if not any(applies(row, draft) for row in table.rows) and table.kind != "list":
            continue
        name = list_name(section, table)
        yield Problem(
            section=section.number,
            row=table.title or None,
            message=f"{section.number} 没有找到“{name}”表。",
            advice="请按报告格式补上该表并逐项填写。",
            place=draft.headings.get(section.number, Place()),
        )


@rule(id="row-missing", kind="completeness", title="缺少整行指标")
def row_missing(context: Context) -> Iterator[Problem]:
    """A row that the table in the draft does not have."""
    draft = context.draft
    for section, table in _form_tables(context.form, draft):
        if (section.number, table.key) not in draft.tables_seen:
            continue
        for row in table.rows:
            keys = [column.key for column in table.row_columns(row)] or ["value"]
            if applies(row, draft) and not any(
                draft.value(f"{section.number}/{row.key}", key) for key in keys
            ):
                where = f"（{row.group}）" if row.group else ""
                yield missing(
                    context,
                    section.number,
                    row,
                    None,
                    f"{section.number} 没有找到“{row.label}”{where}一行。",
                    "请按报告格式补上该行；如改动过指标名称，请改回原名称。",
                )


@rule(id="list-missing", kind="completeness", title="清单没有填写")
def list_missing(context: Context) -> Iterator[Problem]:
    """A list whose headings are there without a single row filled in."""
    draft = context.draft
    for section, table in context.form.lists():
        seen = (section.number, table.key) in draft.tables_seen
        if not seen or draft.rows(section.number, table.key) or list_may_be_empty(draft, table):
            continue
        if (section.number, table.key) in draft.lists and table.expected_rows is None:  # answered with 无
            continue
        name = list_name(section, table)
        yield Problem(
            section=section.number,
            row=table.title or None,
            message=f"{section.number} “{name}”一行也没有填写。",
            advice="请逐行填写。",
            place=draft.headings.get(section.number, Place()),
        )


@rule(id="list-length", kind="completeness", title="清单行数与要求不符", severity="warning")
def list_length(context: Context) -> Iterator[Problem]:
    """Fewer than ten in a top-ten list though there are ten firms; projects far from 10个左右."""
    draft = context.draft
    firms = draft.number("2.2/firms", "y1")
    for section, table in context.form.lists():
        count = len(draft.rows(section.number, table.key))
        if table.expected_rows is None or count == 0:
            continue
        name = list_name(section, table)
        about = section.number == "2.3"
        enough = 8 <= count <= 12 if about else count == table.expected_rows
        few_firms = (
            not about and firms is not None and firms.value < table.expected_rows and count >= firms.value
        )
        if enough or few_firms:
            continue
        wanted = "10个左右" if about else f"{table.expected_rows}家"
        yield Problem(
            section=section.number,
            row=table.title or None,
            message=f"{section.number} “{name}”填了 {count} 行，格式要求{wanted}。",
            advice="请补齐或精简。",
            found=str(count),
            expected=wanted,
            place=draft.rows(section.number, table.key)[0].place,
        )
