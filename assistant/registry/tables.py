"""Read the registry's own CSV tables from the `corpus` package."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from importlib.resources import files
from typing import cast

from assistant.registry.models import Category, Cluster, Division, Level, Stage


def load_divisions() -> tuple[Division, ...]:
    """Hunan's 14 cities and 122 county-level divisions, in the order of their codes."""
    return tuple(_division(row) for row in _rows("divisions.csv"))


def load_clusters() -> tuple[Cluster, ...]:
    """The rows of the published lists that the corpus holds, in the lists' order."""
    return tuple(_cluster(row) for row in _rows("clusters.csv"))


def split(cell: str) -> tuple[str, ...]:
    """The parts of a `;`-separated cell (full-width ； as well), without blanks."""
    return tuple(part.strip() for part in cell.replace("；", ";").split(";") if part.strip())


def _rows(name: str) -> list[dict[str, str]]:
    text = files("corpus").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _division(row: Mapping[str, str]) -> Division:
    return Division(
        code=row["code"],
        name=row["name"],
        short_name=row["short_name"],
        level=cast(Level, row["level"]),
        parent=row["parent"],
        other_names=split(row["other_names"]),
        former_codes=split(row["former_codes"]),
        aliases=split(row["aliases"]),
        suffix_required=row["suffix_required"] == "1",
        not_after=row["not_after"],
        note=row["note"],
    )


def _cluster(row: Mapping[str, str]) -> Cluster:
    return Cluster(
        id=row["id"],
        name=row["name"],
        other_names=split(row["other_names"]),
        category=cast(Category, row["category"]),
        category_as_listed=row["category_as_listed"],
        stage=cast(Stage, row["stage"]),
        batch=row["batch"],
        batch_year=int(row["batch_year"]),
        organisation=row["organisation"],
        park=row["park"],
        city=row["city"],
        county=row["county"],
        county_certain=row["county_certain"] == "1",
        possible_counties=split(row["possible_counties"]),
        home=split(row["home"]),
        regions=split(row["regions"]),
        note=row["note"],
        source_doc=row["source_doc"],
        source_locator=row["source_locator"],
        other_sources=split(row["other_sources"]),
    )
