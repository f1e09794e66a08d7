"""Fictional figures of the first sample report, and the shape that those of all others have too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

Row = Mapping[str, str]


@dataclass(frozen=True)
class Figures:
    """All figures of a report, as printed.

    Attributes:
        cells: section → row → column → text; those of 2.1 to 2.7, 3.1 and 5.1.
        revenue, research: ten pairs of the year before last and the last year.
        shares: ten market shares.
        investments: ten project costs in 万元.
        carriers: national and provincial carriers listed, industrial design centres apart.
        designs: national and provincial industrial design centres listed.
        awards: 质量奖 listed.
    """

    cells: Mapping[str, Mapping[str, Row]]
    revenue: tuple[tuple[str, str], ...]
    research: tuple[tuple[str, str], ...]
    shares: tuple[str, ...]
    investments: tuple[str, ...]
    carriers: tuple[int, int]
    designs: tuple[int, int]
    awards: int

    def cell(self, section: str, row: str, column: str = "y1") -> str:
        """One figure as printed."""
        return self.cells[section][row][column]


def rate(earlier: str | Decimal, later: str | Decimal, *, points: bool = False, places: int = 1) -> str:
    """The growth rate of two values, `—` where the earlier one is zero and the later one is not."""
    a, b = Decimal(earlier), Decimal(later)
    step = Decimal(1).scaleb(-places)
    if points:
        return str((b - a).quantize(step, rounding=ROUND_HALF_UP))
    if a == 0:
        return "—" if b else "0"
    return str(((b - a) / abs(a) * 100).quantize(step, rounding=ROUND_HALF_UP))


# section -> row -> values of the years {y2}, {y1}; growth is worked out.
_TWO_YEARS: dict[str, dict[str, tuple[str, str]]] = {
    "2.1": {
        "output": ("386.52", "452.18"),
        "sme_share": ("68.5", "71.2"),
        "main_output": ("342.10", "403.65"),
        "province_share": ("28.4", "30.1"),
        "market_share": ("16.5", "17.8"),
        "revenue": ("371.26", "436.90"),
        "large_revenue": ("352.08", "415.73"),
        "profit": ("24.15", "28.62"),
        "tax": ("12.38", "14.51"),
        "imports": ("3.26", "3.58"),
        "exports": ("18.74", "22.05"),
        "foreign_capital": ("1.20", "1.35"),
        "investment": ("45.60", "58.30"),
        "employees": ("31250", "33860"),
    },
    "2.2": {
        "firms": ("286", "318"),
        "large_firms": ("118", "132"),
        "hightech": ("64", "79"),
        "listed": ("3", "4"),
        "champions_national": ("1", "2"),
        "champions_provincial": ("5", "7"),
        "giants": ("8", "12"),
        "specialised": ("41", "56"),
        "integration": ("15", "22"),
        "cloud": ("62.0", "71.5"),
        "platform": ("38.0", "46.5"),
    },
    "2.4": {
        "rd": ("11.85", "14.42"),
        "rd_ratio": ("3.21", "3.35"),
        "rd_growth": ("17.3", "21.7"),
        "rd_staff": ("8.6", "9.1"),
        "patents": ("512", "634"),
        "standards": ("23", "31"),
        "patents_per_10k": ("163.84", "187.24"),
        "awards_national": ("0", "1"),
        "awards_provincial": ("3", "4"),
        "carriers_national": ("1", "2"),
        "carriers_provincial": ("12", "15"),
        "design_national": ("0", "0"),
        "design_provincial": ("2", "3"),
    },
    "2.5": {
        "green": ("6", "9"),
        "co2": ("0.42", "0.38"),
        "solid_waste": ("92.5", "94.1"),
        "water": ("88.0", "90.2"),
    },
    "2.6": {"three_systems": ("96", "112"), "certificates": ("98.0", "99.0")},
    "2.7": {"platforms": ("4", "5")},
}
# Rows of per cents alternate between the two readings of 增幅, which are equally fair.
_POINTS = ("cloud", "platform", "rd_growth", "rd_ratio")

# Row of 3.1 -> total and cluster's part, year before last and last year.
_PARK: dict[str, tuple[str, str, str, str]] = {
    "gdp": ("198.40", "121.35", "224.80", "139.60"),
    "large_firms": ("156", "92", "172", "103"),
    "large_revenue": ("486.30", "298.45", "551.20", "349.80"),
    "tax": ("18.62", "9.85", "21.35", "11.46"),
    "imports": ("5.12", "2.68", "5.60", "2.95"),
    "exports": ("24.30", "15.42", "28.16", "18.10"),
    "fixed_investment": ("92.40", "48.60", "104.75", "56.20"),
    "attracted": ("126.00", "71.50", "148.00", "86.30"),
    "foreign": ("2.10", "0.95", "2.35", "1.10"),
}
_PARK_YEARS: dict[str, tuple[str, str]] = {
    "land": ("12600", "13200"),
    "intensity": ("368.0", "392.5"),
    "tax_per_mu": ("14.78", "16.17"),
}
_TARGETS: dict[str, tuple[str, str, str, str]] = {
    "output": ("452.18", "510.00", "578.00", "655.00"),
    "main_revenue": ("392.40", "443.00", "502.00", "568.00"),
    "large_firms": ("121", "133", "146", "160"),
    "profit": ("25.70", "29.00", "33.00", "37.50"),
    "tax": ("12.90", "14.60", "16.50", "18.80"),
}
_REVENUE = (
    ("50.10", "58.62"), ("40.22", "46.35"), ("33.75", "38.90"), ("27.41", "31.27"), ("23.36", "26.48"),
    ("18.90", "21.05"), ("15.62", "17.33"), ("13.08", "14.92"), ("11.15", "12.60"), ("9.02", "10.18"),
)  # fmt: skip
_RESEARCH = (
    ("14300", "17600"), ("12600", "15200"), ("11400", "13850"), ("9200", "11020"), ("7900", "9400"),
    ("6500", "7800"), ("5700", "6900"), ("4700", "5600"), ("4100", "4850"), ("3300", "3900"),
)  # fmt: skip
_SHARES = ("21.5", "18.0", "15.2", "12.6", "9.8", "8.5", "7.1", "6.0", "5.2", "4.4")
_INVESTMENTS = ("86000", "52000", "31500", "28000", "24600", "19800", "15200", "36000", "42500", "27400")


def _first_cells() -> dict[str, dict[str, Row]]:
    cells: dict[str, dict[str, Row]] = {
        section: {
            row: {"y2": a, "y1": b, "growth": rate(a, b, points=row in _POINTS)}
            for row, (a, b) in rows.items()
        }
        for section, rows in _TWO_YEARS.items()
    }
    cells["3.1"] = {
        row: {"y2": t2, "cluster_y2": c2, "y1": t1, "cluster_y1": c1, "growth": rate(t2, t1)}
        for row, (t2, c2, t1, c1) in _PARK.items()
    }
    cells["3.1"] |= {row: {"y2": a, "y1": b} for row, (a, b) in _PARK_YEARS.items()}
    cells["5.1"] = {
        row: dict(zip(("y1", "t1", "t2", "t3"), values, strict=True)) for row, values in _TARGETS.items()
    }
    return cells


FIRST = Figures(
    _first_cells(), _REVENUE, _RESEARCH, _SHARES, _INVESTMENTS, carriers=(2, 12), designs=(0, 3), awards=2
)
