"""Draws figures for a sample report: consistent with one another, printed as different people print them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from assistant.checker.form import Category
from eval.drafts.figures import Figures, Row, rate

_SMALL: Category = "中小企业特色产业集群"


@dataclass(frozen=True)
class Habits:
    """How the people of one county print figures.

    Attributes:
        places: decimals of amounts.
        rate_places: decimals of growth rates.
        exact_rates: rates are worked out from the figures before rounding.
        nil: what stands for no rate.
        sign: what follows a rate.
        said: rates say 增长 or 下降.
        park_tax: whether 亩均税收 is of the whole park.
        designs_counted: whether carriers include industrial design centres.
    """

    places: int
    rate_places: int
    exact_rates: bool
    nil: str
    sign: str
    said: bool
    park_tax: bool
    designs_counted: bool


class _Draw:
    """One draw of all figures."""

    def __init__(self, rng: Random, category: Category) -> None:
        self.rng = rng
        small = category == _SMALL
        self.scale = Decimal(rng.randint(45, 180) if small else rng.randint(160, 900))
        self.habits = Habits(
            places=rng.choice((2, 2, 2, 1, 0) if self.scale > 300 else (2, 2, 1)),
            rate_places=rng.choice((1, 1, 2, 0)),
            exact_rates=rng.random() < 0.5,
            nil=rng.choice(("—", "/", "-", "")),
            sign=rng.choice(("", "", "%")),
            said=rng.random() < 0.2,
            park_tax=rng.random() < 0.6,
            designs_counted=rng.random() < 0.5,
        )

    # --- numbers ---------------------------------------------------------------------------

    def between(self, low: str, high: str) -> Decimal:
        steps = 10_000
        share = Decimal(self.rng.randint(0, steps)) / steps
        return Decimal(low) + (Decimal(high) - Decimal(low)) * share

    def grown(self, low: str = "0.03", high: str = "0.22") -> Decimal:
        return 1 + self.between(low, high)

    def printed(self, value: Decimal, places: int | None = None) -> str:
        step = Decimal(1).scaleb(-(self.habits.places if places is None else places))
        return str(value.quantize(step, rounding=ROUND_HALF_UP))

    def rate(self, exact: tuple[Decimal, Decimal], shown: tuple[str, str], *, points: bool = False) -> str:
        earlier, later = exact if self.habits.exact_rates and Decimal(shown[0]) else shown
        text = rate(earlier, later, points=points, places=self.habits.rate_places)
        if text == "—":
            return self.habits.nil
        if points:
            return f"{text}个百分点" if self.rng.random() < 0.3 else text
        if self.habits.said and Decimal(text):
            return f"{'下降' if text.startswith('-') else '增长'}{text.lstrip('-')}%"
        return text + self.habits.sign

    def row(
        self, earlier: Decimal, later: Decimal, places: int | None = None, *, points: bool = False
    ) -> Row:
        shown = self.printed(earlier, places), self.printed(later, places)
        return {"y2": shown[0], "y1": shown[1], "growth": self.rate((earlier, later), shown, points=points)}

    def amount(self, later: Decimal, low: str = "0.03", high: str = "0.22") -> Row:
        places = 2 if later < 20 else None
        return self.row(later / self.grown(low, high), later, places)

    def part(self, whole: Row, low: str, high: str) -> Row:
        """A part of `whole` in both years, its share changing little."""
        share = self.between(low, high)
        before = share * self.between("0.97", "1.02")
        return self.row(Decimal(whole["y2"]) * before, Decimal(whole["y1"]) * share)

    def count(self, later: int, least: int = 0) -> Row:
        earlier = max(least, round(later / float(self.grown("0", "0.4"))))
        return self.row(Decimal(earlier), Decimal(later), 0)

    def percent(self, low: str, high: str) -> Row:
        later = self.between(low, high)
        earlier = max(Decimal("0.5"), later - self.between("-0.5", "4"))
        return self.row(earlier, later, 1, points=self.rng.random() < 0.5)

    # --- sections --------------------------------------------------------------------------

    def economy(self) -> dict[str, Row]:
        output = self.scale
        whole = self.amount(output)
        revenue = output * self.between("0.92", "1.05")
        earned = self.amount(revenue)
        rows = {
            "output": whole,
            "sme_share": self.percent("64", "92"),
            "main_output": self.part(whole, "0.8", "0.96"),
            "province_share": self.percent("5", "45"),
            "market_share": self.percent("2", "30"),
            "revenue": earned,
            "large_revenue": self.part(earned, "0.8", "0.96"),
            "profit": self.profit(revenue),
            "tax": self.amount(revenue * self.between("0.02", "0.05")),
            "imports": self.amount(revenue * self.between("0.001", "0.03"), "-0.2", "0.3"),
            "exports": self.amount(revenue * self.between("0.01", "0.2"), "-0.2", "0.3"),
            "foreign_capital": self.amount(self.between("0.3", "4"), "-0.3", "0.5"),
            "investment": self.amount(output * self.between("0.08", "0.2"), "-0.1", "0.4"),
        }
        workers = int(revenue * 10_000 / self.between("70", "190"))
        rows["employees"] = self.row(Decimal(int(workers / self.grown("0", "0.1"))), Decimal(workers), 0)
        return rows

    def profit(self, revenue: Decimal) -> Row:
        later = revenue * self.between("0.03", "0.08")
        if self.rng.random() < 0.15:  # a loss the year before
            earlier = -later * self.between("0.1", "0.6")
            shown = self.printed(earlier, 2), self.printed(later, 2)
            return {"y2": shown[0], "y1": shown[1], "growth": "扭亏为盈"}
        return self.amount(later)

    def firms(self) -> dict[str, Row]:
        many = self.rng.randint(90, 420)
        large = int(many * self.between("0.25", "0.5"))
        return {
            "firms": self.count(many),
            "large_firms": self.count(large),
            "hightech": self.count(int(large * self.between("0.3", "0.7"))),
            "listed": self.count(self.rng.randint(0, 5)),
            "champions_national": self.count(self.rng.randint(0, 2)),
            "champions_provincial": self.count(self.rng.randint(1, 8)),
            "giants": self.count(self.rng.randint(2, 15)),
            "specialised": self.count(self.rng.randint(8, 60)),
            "integration": self.count(self.rng.randint(3, 30)),
            "cloud": self.percent("45", "95"),
            "platform": self.percent("20", "80"),
        }

    def research(self, economy: dict[str, Row], main_revenue: Decimal) -> dict[str, Row]:
        rd = Decimal(economy["revenue"]["y1"]) * self.between("0.018", "0.04")
        growth = self.grown("0.05", "0.3")
        base = self.row(rd / growth, rd, 2)
        exact = rate(base["y2"], base["y1"], places=self.habits.rate_places)
        before = self.between("5", "25")
        patents = self.rng.randint(60, 900)
        people = [Decimal(economy["employees"][key]) for key in ("y2", "y1")]
        earlier = int(patents / float(self.grown("0.05", "0.4")))
        per = [
            self.printed(n / p * 10_000, 2)
            for n, p in zip((Decimal(earlier), Decimal(patents)), people, strict=True)
        ]
        return {
            "rd": base,
            "rd_ratio": self.row(
                *(Decimal(base[key]) * 85 / main_revenue for key in ("y2", "y1")), 2, points=True
            ),
            "rd_growth": self.row(before, Decimal(exact), self.habits.rate_places, points=True),
            "rd_staff": self.percent("3", "15"),
            "patents": self.row(Decimal(earlier), Decimal(patents), 0),
            "standards": self.count(self.rng.randint(2, 40)),
            "patents_per_10k": self.row(Decimal(per[0]), Decimal(per[1]), 2),
            "awards_national": self.count(self.rng.randint(0, 1)),
            "awards_provincial": self.count(self.rng.randint(0, 5)),
        }

    def park(self, economy: dict[str, Row], firms: dict[str, Row]) -> dict[str, Row]:
        wholes = {
            "gdp": economy["output"],
            "large_firms": firms["large_firms"],
            "large_revenue": economy["large_revenue"],
            "tax": economy["tax"],
            "imports": economy["imports"],
            "exports": economy["exports"],
            "fixed_investment": economy["investment"],
            "attracted": economy["investment"],
            "foreign": economy["foreign_capital"],
        }
        rows = {}
        for key, whole in wholes.items():
            part = self.between("0.2", "0.3") if key == "gdp" else self.between("0.55", "0.95")
            bulk = self.between("1.15", "1.9")
            places = 0 if key == "large_firms" else 2
            parts = [Decimal(self.printed(Decimal(whole[year]) * part, places)) for year in ("y2", "y1")]
            totals = [Decimal(self.printed(each * bulk, places)) for each in parts]
            growth = self.row(totals[0], totals[1], places)
            rows[key] = {
                **growth,
                "cluster_y2": self.printed(parts[0], places),
                "cluster_y1": self.printed(parts[1], places),
            }
        return rows | self.land(rows["tax"], rows["fixed_investment"])

    def land(self, tax: Row, investment: Row) -> dict[str, Row]:
        later = self.rng.randint(4, 28) * 1000
        land = {"y2": str(later - self.rng.randint(0, 6) * 100), "y1": str(later)}
        key = "" if self.habits.park_tax else "cluster_"
        per_mu = {
            year: self.printed(Decimal(tax[key + year]) * 10_000 / Decimal(land[year]), 2)
            for year in ("y2", "y1")
        }
        intensity = {
            year: self.printed(Decimal(investment[year]) * 10_000 / Decimal(land[year]) * 4, 1)
            for year in ("y2", "y1")
        }
        return {"land": land, "intensity": intensity, "tax_per_mu": per_mu}

    def targets(self, economy: dict[str, Row], firms: dict[str, Row], main: str) -> dict[str, Row]:
        bases = {
            "output": economy["output"]["y1"],
            "main_revenue": main,
            "large_firms": str(int(int(firms["large_firms"]["y1"]) * 0.9)),
            "profit": self.printed(Decimal(economy["profit"]["y1"]) * Decimal("0.88"), 2),
            "tax": self.printed(Decimal(economy["tax"]["y1"]) * Decimal("0.88"), 2),
        }
        rows = {}
        for key, base in bases.items():
            values, value = [base], Decimal(base)
            for _ in range(3):
                value = value * self.grown("0.06", "0.2")
                values.append(self.printed(value, 0 if key == "large_firms" else self.rng.choice((0, 1, 2))))
                value = Decimal(values[-1])
            rows[key] = dict(zip(("y1", "t1", "t2", "t3"), values, strict=True))
        return rows

    def falling(self, total: Decimal, first: Decimal) -> list[Decimal]:
        """Ten falling parts, the first one given, that sum to less than `total`."""
        parts, left = [first], total - first
        for position in range(9):
            part = min(parts[-1] * self.between("0.72", "0.97"), left / (9 - position))
            parts.append(part)
            left -= part
        return parts

    def pairs(
        self, totals: tuple[str, str], share: Decimal, unit: int, places: int
    ) -> tuple[tuple[str, str], ...]:
        """A top-ten list: both years, in the last year's order, within both totals."""
        earlier, later = (Decimal(total) * share * unit for total in totals)
        factor = earlier / later * Decimal("0.97")
        parts = self.falling(later, later * self.between("0.14", "0.24"))
        return tuple((self.printed(part * factor, places), self.printed(part, places)) for part in parts)


def draw_figures(rng: Random, category: Category) -> Figures:
    """Figures for a report of a category; the same state of `rng` gives the same figures."""
    draw = _Draw(rng, category)
    economy, firms = draw.economy(), draw.firms()
    main = draw.printed(Decimal(economy["revenue"]["y1"]) * draw.between("0.8", "0.95"), 2)
    research = draw.research(economy, Decimal(main))
    carriers = rng.randint(0, 2), rng.randint(3, 14)
    designs = rng.randint(0, 1), rng.randint(0, 3)
    for key, number, design in zip(("national", "provincial"), carriers, designs, strict=True):
        counted = number + (design if draw.habits.designs_counted else 0)
        research[f"carriers_{key}"] = draw.count(counted)
        research[f"design_{key}"] = draw.count(design)
    cells = {
        "2.1": economy,
        "2.2": firms,
        "2.4": research,
        "2.5": {
            "green": draw.count(rng.randint(2, 12)),
            "co2": draw.row(draw.between("0.5", "0.9"), draw.between("0.1", "0.5"), 2),
            "solid_waste": draw.percent("80", "97"),
            "water": draw.percent("70", "95"),
        },
        "2.6": {"three_systems": draw.count(rng.randint(10, 60)), "certificates": draw.percent("92", "99.5")},
        "2.7": {"platforms": draw.count(rng.randint(1, 6))},
        "3.1": draw.park(economy, firms),
        "5.1": draw.targets(economy, firms, main),
    }
    return Figures(
        cells=cells,
        revenue=draw.pairs(
            (economy["revenue"]["y2"], economy["revenue"]["y1"]), draw.between("0.5", "0.8"), 1, 2
        ),
        research=draw.pairs(
            (research["rd"]["y2"], research["rd"]["y1"]), draw.between("0.5", "0.85"), 10_000, 0
        ),
        shares=tuple(draw.printed(draw.between("1", "25"), 1) for _ in range(10)),
        investments=tuple(str(rng.randint(15, 900) * 100) for _ in range(10)),
        carriers=carriers,
        designs=designs,
        awards=rng.randint(0, 3),
    )
