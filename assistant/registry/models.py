"""What the registry holds: clusters and administrative divisions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Category = Literal["先进制造业集群", "中小企业特色产业集群"]
Stage = Literal["集群", "培育对象"]
Level = Literal["市州", "区", "县级市", "县", "自治县"]

CATEGORIES: tuple[Category, ...] = ("先进制造业集群", "中小企业特色产业集群")
STAGES: tuple[Stage, ...] = ("集群", "培育对象")


@dataclass(frozen=True, slots=True)
class Division:
    """An administrative division of Hunan (行政区划), at city or county level.

    Attributes:
        code: six-digit code of GB/T 2260 (`430582`).
        name: official name (`邵东市`).
        short_name: name without its suffix (`邵东`).
        level: 市州, or at county level 区, 县级市, 县, 自治县.
        parent: code of the city (of the province for a 市州).
        other_names: former official names (`邵东县`).
        former_codes: codes that belonged to the former names.
        aliases: other ways to write it.
        suffix_required: the bare short name is an ordinary word or too short to be found in running text.
        not_after: characters which, standing just before the name, make it part of another word.
        note: what a reader should know.
    """

    code: str
    name: str
    short_name: str
    level: Level
    parent: str
    other_names: tuple[str, ...] = ()
    former_codes: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    suffix_required: bool = False
    not_after: str = ""
    note: str = ""

    @property
    def is_city(self) -> bool:
        """Whether this is one of the 14 市州."""
        return self.level == "市州"

    @property
    def is_county_or_county_city(self) -> bool:
        """Whether 第十六条 names it by its letter: a 县（市）, not a 市辖区."""
        return self.level in ("县", "县级市", "自治县")


@dataclass(frozen=True, slots=True)
class Cluster:
    """One row of a published list.

    Attributes:
        id: stable id, `2022-1-03` for 附件1 序号3 of the first batch.
        name: name as listed.
        other_names: names under which other documents list it.
        category: one of the two categories in today's wording.
        category_as_listed: the category in the wording of its list.
        stage: 集群 (recognised) or 培育对象 (trainee).
        batch: `第一批`.
        batch_year: year of the list.
        organisation: promotion organisation (促进组织), as listed.
        park: core park (核心承载园区), as listed.
        city: official name of the 市州.
        county: official name of the county-level division of the park; "" where not certain.
        county_certain: False where the park spans districts or the list leaves it open.
        possible_counties: candidates where `county` is "".
        home: official names of the places that the cluster's own name carries.
        regions: cities that take part in a cross-region cluster; empty for the others.
        note: remarks, in Chinese.
        source_doc: document id of the list.
        source_locator: locator of the row.
        other_sources: `document locator` of each of `other_names`.
        extra: columns of an imported list that the registry does not know, as (heading, text).
    """

    id: str
    name: str
    category: Category
    stage: Stage
    batch: str
    batch_year: int | None = None
    other_names: tuple[str, ...] = ()
    category_as_listed: str = ""
    organisation: str = ""
    park: str = ""
    city: str = ""
    county: str = ""
    county_certain: bool = False
    possible_counties: tuple[str, ...] = ()
    home: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    note: str = ""
    source_doc: str = ""
    source_locator: str = ""
    other_sources: tuple[str, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The listed name and all other names."""
        return (self.name, *self.other_names)

    @property
    def cross_region(self) -> bool:
        """Whether more than one city takes part."""
        return len(self.regions) > 1

    @property
    def list_name(self) -> str:
        """What the list that holds it calls its members: `先进制造业集群培育对象`."""
        listed = self.category_as_listed or self.category
        return listed + ("培育对象" if self.stage == "培育对象" else "")
