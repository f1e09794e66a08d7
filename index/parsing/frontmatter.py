"""Documents as files: a YAML front matter, then the body."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import yaml

from index.documents import Document
from index.errors import UserError
from index.parsing.options import ParserOptions
from index.parsing.outline import parse_clauses

_FILE = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)\r?\n---[ \t]*\r?\n(?:[ \t]*\r?\n)*(.*)", re.DOTALL)
_TEXT_KEYS = frozenset({"title", "number", "issuer", "source"})
_DATE_KEYS = frozenset({"issued", "published", "expires"})
_MAX_VALUE = 500
_DAY = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?(?:[T ][0-9:.+Z ]*)?")
YAML_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def split_front_matter(text: str) -> tuple[dict[str, Any], str]:
    """Part a file's front matter from its body.

    Returns:
        The front matter (empty where there is none, or where it is no mapping) and the body.
    """
    found = _FILE.fullmatch(text)
    if found is None:
        return {}, text
    try:
        values = yaml.load(found.group(1), Loader=YAML_LOADER)
    except (yaml.YAMLError, ValueError):  # ValueError: a day that no calendar has
        return {}, text
    return (values, found.group(2)) if isinstance(values, dict) else ({}, text)


def split_user_front_matter(text: str, name: str) -> tuple[dict[str, Any], str]:
    """Part the front matter of a user's file from its body.

    Only what the document is can be said there (title, number, issuer, source, dates), as plain values; other
    keys are passed over. It is read event by event, so that it costs no more than its length.

    Args:
        text: the whole file.
        name: the file's name, for messages.

    Returns:
        The values by key (empty where there is no front matter, or where it is no mapping) and the body.

    Raises:
        UserError: a value is no plain text, is too long or no date, or the front matter uses aliases.
    """
    found = _FILE.fullmatch(text)
    if found is None:
        return {}, text
    try:
        values = _plain_values(found.group(1), name)
    except yaml.YAMLError:
        return {}, text
    if values is None:
        return {}, text
    return {key: _checked(key, value, name) for key, value in values.items()}, found.group(2)


def _plain_values(front: str, name: str) -> dict[str, str] | None:
    """The known keys of the mapping on top, None where there is none on top."""
    values: dict[str, str] = {}
    depth = 0
    key: str | None = None
    expects_value = False
    for event in yaml.parse(front, Loader=YAML_LOADER):
        if isinstance(event, yaml.AliasEvent):
            raise UserError(f"{name} 的文件头用了 YAML 别名（*）：请直接写出内容后再试")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth == 1 and not isinstance(event, yaml.MappingStartEvent):
                return None
            if depth == 2 and expects_value and key in _TEXT_KEYS | _DATE_KEYS:
                raise UserError(f"{name} 文件头的 {key} 应是一行文字：请改正后再试")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif not isinstance(event, yaml.ScalarEvent):
            continue
        elif depth == 0:
            return None
        if depth == 1 and not isinstance(event, yaml.CollectionStartEvent):  # a key or a value is complete
            text = event.value if isinstance(event, yaml.ScalarEvent) else None
            if expects_value and key in _TEXT_KEYS | _DATE_KEYS and text is not None:
                values[str(key)] = text
            expects_value, key = not expects_value, text if not expects_value else None
    return values


def _checked(key: str, value: str, name: str) -> str | date | None:
    text = " ".join(value.split())
    if text.lower() in ("", "~", "null"):
        return None
    if len(text) > _MAX_VALUE:
        raise UserError(f"{name} 文件头的 {key} 超过 {_MAX_VALUE} 字：请缩短后再试")
    if key in _TEXT_KEYS:
        return text
    day = _DAY.fullmatch(text)
    try:
        return date(*(int(part) for part in day.groups())) if day else date.fromisoformat(text)
    except ValueError:
        raise UserError(f"{name} 文件头的 {key} 不是日期“{text[:20]}”：请写成 YYYY-MM-DD") from None


def read_document(text: str, name: str) -> Document:
    """The document that a file of the corpus holds, parsed; without links.

    Args:
        text: the whole file.
        name: the file's name, for the error message.

    Raises:
        UserError: the front matter lacks `id` or `title`.
    """
    values, body = split_front_matter(text)
    if not values.get("id") or not values.get("title"):
        raise UserError(f"{name} 的文件头缺少 id 或 title，请补上后重建索引")
    return build_document(values, body)


def build_document(values: Mapping[str, Any], body: str) -> Document:
    """A document from front matter values and a body.

    Args:
        values: the keys of the front matter; only `id` and `title` are required.
        body: the text, verbatim.
    """
    doc = str(values["id"])
    parser = dict(values.get("parser") or {})
    return Document(
        id=doc,
        title=str(values["title"]),
        number=str(values.get("number") or ""),
        issuer=str(values.get("issuer") or ""),
        issued=as_date(values.get("issued")),
        published=as_date(values.get("published")),
        expires=as_date(values.get("expires")),
        status=str(values.get("status") or ""),
        repeals=_texts(values.get("repeals")),
        source=str(values.get("source") or ""),
        official=bool(values.get("official", False)),
        aliases=_texts(values.get("aliases")),
        errata=_entries(values.get("errata")),
        added=bool(values.get("added", False)),
        body=body,
        clauses=parse_clauses(doc, body, ParserOptions.from_mapping(parser)),
        doubts=_entries(values.get("doubts")),
        parser=parser,
    )


def write_document(document: Document) -> str:
    """The file that `read_document` reads back as `document`."""
    values: dict[str, Any] = {
        "id": document.id,
        "title": document.title,
        "number": document.number,
        "issuer": document.issuer,
        "issued": document.issued,
        "published": document.published,
        "expires": document.expires,
        "status": document.status,
        "repeals": list(document.repeals),
        "source": document.source,
        "official": document.official,
        "added": document.added,
        "aliases": list(document.aliases),
        "parser": dict(document.parser),
        "errata": [dict(entry) for entry in document.errata],
        "doubts": [dict(entry) for entry in document.doubts],
    }
    front = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=110)
    return f"---\n{front}---\n\n{document.body.lstrip()}"


def as_date(value: object) -> date | None:
    """A date from a front matter value; None where it is none."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(str(entry) for entry in value) if isinstance(value, list) else ()


def _entries(value: object) -> tuple[Mapping[str, str], ...]:
    if not isinstance(value, list):
        return ()
    return tuple(
        {str(key): str(text) for key, text in entry.items()} for entry in value if isinstance(entry, dict)
    )
