"""Loads the report forms from `corpus/forms`."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from assistant.checker.form import STAGES, Column, Commitment, Derived, Form, Row, Section, Stage, Table

_FILES: dict[Stage, str] = {"初赛": "preliminary.yaml", "决赛": "final.yaml"}
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load_form(stage: Stage) -> Form:
    """The form of a stage.

    Args:
        stage: `初赛` or `决赛`.

    Raises:
        ValueError: the stage is unknown or the form's description is malformed.
    """
    if stage not in STAGES:
        raise ValueError(f"unknown stage: {stage}")
    common = _read("common.yaml")
    raw = _read(_FILES[stage])
    sections = tuple(_section(_resolve(entry, common), common) for entry in raw["outline"])
    return Form(
        stage=raw["stage"],
        title=raw["title"],
        document=raw["document"],
        printed_year=raw["printed_year"],
        sections=sections,
    )


def _read(name: str) -> dict[str, Any]:
    text = (files("corpus") / "forms" / name).read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=_Loader)
    return data


def _merge(base: Any, over: Any) -> Any:
    """`over` laid on `base`: mappings merge key by key, everything else is replaced."""
    if isinstance(base, Mapping) and isinstance(over, Mapping):
        merged = dict(base)
        for key, value in over.items():
            merged[key] = _merge(base[key], value) if key in base else value
        return merged
    return over


def _resolve(entry: Mapping[str, Any], common: Mapping[str, Any]) -> dict[str, Any]:
    """A section with what it uses of the common description filled in."""
    if "use" not in entry:
        return dict(entry)
    own = {key: value for key, value in entry.items() if key != "use"}
    base = {"number": entry["use"], **common["sections"][entry["use"]]}
    merged: dict[str, Any] = _merge(base, own)
    return merged


def _section(raw: Mapping[str, Any], common: Mapping[str, Any]) -> Section:
    tables = tuple(_table(key, table, common) for key, table in raw.get("tables", {}).items())
    level = raw.get("level", 2)
    default_kind = "tables" if tables else "part"
    return Section(
        number=str(raw["number"]),
        title=raw["title"],
        kind=raw.get("kind", default_kind),
        level=level,
        tables=tables,
        limit=raw.get("limit"),
        instructions=tuple(raw.get("instructions", ())),
        commitments=tuple(Commitment(**item) for item in raw.get("commitments", ())),
        aliases=tuple(raw.get("aliases", ())),
    )


def _table(key: str, raw: Mapping[str, Any], common: Mapping[str, Any]) -> Table:
    columns = raw.get("columns", {})
    if isinstance(columns, str):
        columns = common["columns"][columns]
    return Table(
        key=key,
        kind=raw["kind"],
        title=raw.get("title", ""),
        rows=tuple(_row(row_key, row) for row_key, row in raw.get("rows", {}).items()),
        columns=tuple(_column(column_key, column) for column_key, column in columns.items()),
        expected_rows=raw.get("expected_rows"),
        ordered_by=raw.get("ordered_by"),
        optional_if_zero=tuple(raw.get("optional_if_zero", ())),
        may_be_empty=raw.get("may_be_empty", False),
        instructions=tuple(raw.get("instructions", ())),
    )


def _decimal(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _column(key: str, raw: Mapping[str, Any]) -> Column:
    of = raw.get("of")
    return Column(
        key=key,
        label=raw["label"],
        role=raw["role"],
        kind=raw.get("kind"),
        unit=raw.get("unit", ""),
        minimum=_decimal(raw.get("min")),
        maximum=_decimal(raw.get("max")),
        of=(of[0], of[1]) if of else None,
        part_of=raw.get("part_of"),
        required=raw.get("required", True),
        aliases=tuple(raw.get("aliases", ())),
    )


def _row(key: str, raw: Mapping[str, Any]) -> Row:
    derived = raw.get("derived")
    columns = raw.get("columns")
    return Row(
        key=key,
        label=raw["label"],
        kind=raw["kind"],
        unit=raw.get("unit", ""),
        minimum=_decimal(raw.get("min")),
        maximum=_decimal(raw.get("max")),
        group=raw.get("group"),
        after=raw.get("after"),
        hint=raw.get("hint", ""),
        evidence=raw.get("evidence", False),
        required=raw.get("required", True),
        only_category=raw.get("only_category"),
        part_of=tuple(raw.get("part_of", ())),
        derived=_derived(derived) if derived else None,
        same_as=raw.get("same_as", {}),
        columns=tuple(columns) if columns else None,
        column_labels=raw.get("column_labels", {}),
        aliases=tuple(raw.get("aliases", ())),
    )


def _derived(raw: Mapping[str, Any]) -> Derived:
    return Derived(
        growth_of=raw.get("growth_of"),
        ratio=raw.get("ratio"),
        to=raw.get("to"),
        scale=Decimal(str(raw.get("scale", 1))),
        or_columns=raw.get("or_columns", {}),
    )
