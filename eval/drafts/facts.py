"""Who and where of a sample report, by seed: seed 0 is the first sample, the others vary in everything."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from assistant.checker.form import Category, Stage
from assistant.registry import Registry
from eval.drafts.drawn import draw_figures
from eval.drafts.figures import FIRST, Figures
from eval.drafts.industries import INDUSTRIES, METALS, Industry, suited_to

# Counties of which no cluster is on the lists of the first batch.
_COUNTIES = ("安乡县", "临澧县", "平江县", "华容县", "洞口县", "隆回县", "宜章县", "东安县", "宁远县", "溆浦县",
             "辰溪县", "龙山县", "慈利县", "攸县", "茶陵县", "湘阴县", "衡山县", "耒阳市", "武冈市", "资兴市")  # fmt: skip
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_PARKS = ("高新技术产业开发区", "经济开发区", "产业开发区", "工业集中区")
_ORGANISATIONS = ("促进会", "促进中心", "发展服务中心", "行业协会")


@dataclass(frozen=True)
class Facts:
    """What a sample report is about.

    Attributes:
        seed, stage, category, last_year: of the report.
        place: the county or city (示例县).
        short: its name in the names of others (示例).
        industry: words of the industry.
        cluster, org, park: full names.
        helper, park_short: short names of organisation and park.
        area: 集群地域范围.
        figures: all figures.
        style: 0 for the full texts, 1 for the plain ones.
        pages_in_cells: page numbers of proof stand in the cells.
    """

    seed: int
    stage: Stage
    category: Category
    last_year: int
    place: str
    short: str
    industry: Industry
    cluster: str
    org: str
    helper: str
    park: str
    park_short: str
    area: str
    figures: Figures
    style: int = 0
    pages_in_cells: bool = False

    def firm(self, position: int) -> str:
        """The name of a firm of the top ten."""
        return f"{self.short}{_STEMS[position]}{self.industry.suffix}"

    @property
    def government(self) -> str:
        """The government as the text calls it."""
        return f"{self.level}人民政府"

    @property
    def level(self) -> str:
        """县 or 市."""
        return self.place[-1]


def facts_of(stage: Stage, category: Category, last_year: int, seed: int) -> Facts:
    """The facts of a report; the same arguments give the same facts."""
    if seed == 0:
        return _first(stage, category, last_year)
    rng = Random(f"{stage}-{category}-{seed}")
    figures = draw_figures(rng, category)
    style, pages = rng.randrange(2), rng.random() < 0.5
    if stage == "决赛":
        return _trainee(rng, category, last_year, seed, figures, style)
    place, industry = rng.choice(_COUNTIES), rng.choice(INDUSTRIES)
    short = place[:-1] if len(place) > 2 else place
    park_end, helper = rng.choice(_PARKS), rng.choice(_ORGANISATIONS)
    small = "特色" if category == "中小企业特色产业集群" and rng.random() < 0.5 else ""
    park = f"{short}{park_end}"
    cluster = f"{place}{industry.field}{small}产业集群"
    return Facts(
        seed=seed,
        stage=stage,
        category=category,
        last_year=last_year,
        place=place,
        short=short,
        industry=industry,
        cluster=cluster,
        org=f"{place}{industry.field}产业集群{helper}",
        helper=helper,
        park=park,
        park_short=park.replace("高新技术产业开发区", "高新区").replace("经济开发区", "经开区"),
        area=f"{place}全域，以{park}为核心，辐射周边{rng.randint(2, 5)}个乡镇",
        figures=figures,
        style=style,
        pages_in_cells=pages or style == 1,
    )


def _first(stage: Stage, category: Category, last_year: int) -> Facts:
    return Facts(
        seed=0,
        stage=stage,
        category=category,
        last_year=last_year,
        place="示例县",
        short="示例",
        industry=METALS,
        cluster="示例县新材料产业集群",
        org="示例县新材料产业集群促进会",
        helper="促进会",
        park="示例高新技术产业开发区",
        park_short="示例高新区",
        area="示例县行政区域，以示例高新技术产业开发区为核心，含东湖、南江两个配套园，共26.8平方公里",
        figures=FIRST,
    )


def _trainee(
    rng: Random, category: Category, last_year: int, seed: int, figures: Figures, style: int
) -> Facts:
    """A report of the final: of a cluster on the list of trainees, with the names that the list gives it."""
    clusters = [c for c in Registry.load().clusters if c.stage == "培育对象" and c.category == category]
    listed = rng.choice(clusters)
    place = listed.county or (listed.home[0] if listed.home else listed.city)
    name = listed.name
    if rng.random() < 0.3:
        name = name.replace("特色产业集群", "产业集群")
    return Facts(
        seed=seed,
        stage="决赛",
        category=category,
        last_year=last_year,
        place=place if place[-1] in "县市" else listed.city,
        short=place.rstrip("县市区"),
        industry=suited_to(listed.name),
        cluster=name,
        org=listed.organisation,
        helper="促进组织",
        park=listed.park,
        park_short=listed.park,
        area=f"{place}，核心区为{listed.park}",
        figures=figures,
        style=style,
    )
