"""Figures, dates, addresses and document numbers in a text, comparable whatever way they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

# Measure words that count the same things.
_COUNTERS: Final = frozenset("个家项条种类名位件份步大支轮方款席列栏张")
_UNIT: Final = (
    "年度|年|个月|月|日|天|周|季度|次|届|个|家|项|条|字|页|元|亩|人|种|类|批|名|位|件|份|步|大|支|倍|小时|分钟|"
    "工作日|级|章|部分|席|行|列|栏|张|轮|方|款|县|市|%|吨|户|回|期"
)
_PATTERN: Final = re.compile(
    r"(?:\[|〔|\()?(?P<docyear>\d{4})(?:\]|〕|\))第?(?P<docno>\d+)号"
    r"|(?<!\d)(?P<bareno>\d{1,4})号文"
    r"|第(?P<ordinal>\d+)(?P<ordinal_unit>条|项|章|部分|款|页|行|批|名|位|步|轮|届|节|点|个|次)?(?P<sub>(?:\(\d+\))*)"
    r"|附件(?P<annex>\d+)|序号(?P<row>\d+)"
    r"|(?<=[初决]赛)(?:的|报告的?|参赛报告的?)?(?P<section>\d\.\d{1,2})(?![\d%])"
    r"|(?<![\d.])(?P<table>[1-6]\.\d{1,2})(?=的|表|节|栏|部分|项|“)"
    r"|(?P<year>\d{4})年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|(?P<part>底|初|中旬|上旬|下旬|末))?)?"
    r"|(?P<month2>\d{1,2})月(?:(?P<day2>\d{1,2})日|(?P<part2>底|初|中旬|上旬|下旬|末)|份)?"
    rf"|(?P<every>每)?(?P<value>\d+(?:\.\d+)?)(?P<scale>亿|万)?(?P<unit>{_UNIT})?"
    r"|每(?P<each>年|季度|月|周|半年|日|天)"
)
_BEFORE: Final = (
    (
        "<=",
        re.compile(
            r"(?:(?:不|不得|不能|不可|不会|不应|没有|未)超过|不多于|不大于|不高于|至多|最多|上限[为是]?|限额?[为是]?|"
            r"(?:最多|至多|最高)只?(?:能|可以?)?(?:有|报|纳入|申报|写|填|列|用)?|控制在|仅限)[约]?$"
        ),
    ),
    ("only", re.compile(r"(?:(?<!最多)(?<!至多)只有|(?<!最多)只能有|只限?|仅有?|只[^,;。]{0,3}有)$")),
    (
        ">=",
        re.compile(
            r"(?:不少于|不低于|不小于|至少|最少|(?:不得|不能)(?:少于|低于)|达到|满|须达|起码|下限[为是]?)[约]?$"
        ),
    ),
    (">", re.compile(r"(?:超过|超出|多于|大于|高于|逾|突破)$")),
    ("<", re.compile(r"(?:不足|不到|少于|小于|低于|未满|不满|未达到?)$")),
    ("~", re.compile(r"(?:约|大约|大概|近|接近)$")),
    ("until", re.compile(r"(?:到|至|截至|截止到?|直到)$")),
    ("from", re.compile(r"(?<![来取出])(?:自|从)$")),
)
_AFTER: Final = (
    ("<=", re.compile(r"^[\w一-鿿]{0,3}?(?:以内|之内|内(?!部|容|在|资|企|市)|以下|封顶|为限)")),
    (">=", re.compile(r"^[\w一-鿿]{0,3}?(?:以上|及以上|起步)")),
    ("~", re.compile(r"^[\w一-鿿]{0,2}?(?:左右|上下|多(?!少|方|层|点|向))")),
    ("before", re.compile(r"^(?:之前|以前|前|截止)")),
    ("after", re.compile(r"^(?:之后|以后|后(?!果|续)|起(?!算)|开始)")),
    ("until", re.compile(r"^(?:为止|止|届满|失效)")),
)
_DEADLINE: Final = re.compile("(?:截止|最迟|最晚|期限)[^,;。]{0,6}$")
_AS_OF: Final = re.compile(r"(?:^|[,;:。(])截至$")  # 截至某日,仍然有效: a day, not a deadline
_STILL: Final = re.compile(r"^(?:时|还|仍|尚)")  # 到某日还有效: as of that day
_ROWS: Final = frozenset({"序号", "第", "第行", "第个", "第位", "第名", "第项"})
_DATED: Final = frozenset({"until", "from"})


@dataclass(frozen=True)
class Quantity:
    """One figure, date, address or document number.

    Attributes:
        kind: what it is: `count`, `every` (an interval), `date`, `ordinal`, `document`, `bare`.
        value: its value, in a form that is the same for every way of writing it.
        unit: its unit; measure words that count the same things have one unit.
        bound: how it bounds (`<=`, `>=`, `<`, `>`, `~`, `before`, `after`, `until`, `from`); "" for exact.
        start: where it begins in the canonical text.
        end: where it ends, with the words of its bound behind it.
        outer: where the words of its bound before it begin; `start` where there are none.
    """

    kind: str
    value: str
    unit: str
    bound: str
    start: int
    end: int
    outer: int = -1

    @property
    def key(self) -> tuple[str, str]:
        """What must stand in the evidence, whatever the bound."""
        return self.value, self.unit


def quantities(text: str) -> list[Quantity]:
    """The quantities of a canonical text, in order."""
    return [_widened(found, text) for match in _PATTERN.finditer(text) if (found := _read(match, text))]


def _widened(quantity: Quantity, text: str) -> Quantity:
    """With the words of its bound in its span."""
    before = next(
        (
            match
            for bound, pattern in _BEFORE
            if bound == quantity.bound and (match := pattern.search(text[: quantity.start]))
        ),
        None,
    )
    after = next(
        (
            match
            for bound, pattern in _AFTER
            if bound == quantity.bound and (match := pattern.search(text[quantity.end :]))
        ),
        None,
    )
    outer = before.start() if before else quantity.start
    return replace(quantity, outer=outer, end=quantity.end + (after.end() if after and not before else 0))


def _read(match: re.Match[str], text: str) -> Quantity | None:
    start, end = match.span()
    group = match.groupdict()
    if group["docno"]:
        return Quantity("document", f"{group['docyear']}/{group['docno']}", "号", "", start, end)
    if group["bareno"]:
        return Quantity("document", group["bareno"], "号", "", start, end)
    if group["ordinal"]:
        unit = group["ordinal_unit"] or ""
        return Quantity("ordinal", f"{group['ordinal']}{group['sub']}", f"第{unit}", "", start, end)
    if section := group["section"] or group["table"]:
        return Quantity("ordinal", section, "表", "", end - len(section), end)
    if group["annex"] or group["row"]:
        unit = "附件" if group["annex"] else "序号"
        return Quantity("ordinal", group["annex"] or group["row"], unit, "", start, end)
    if group["year"] or group["month2"]:
        return Quantity("date", _date(group), "日", _bound(text, start, end, dated=True), start, end)
    if group["each"]:
        unit = group["each"]
        return Quantity("every", "1", "半年" if unit == "半年" else unit, "", start, end)
    return _count(group, text, start, end)


def _date(group: dict[str, str | None]) -> str:
    month, day, part = (
        (group["month"], group["day"], group["part"])
        if group["year"]
        else (group["month2"], group["day2"], group["part2"])
    )
    return "-".join(
        item or "" for item in (group["year"], month and str(int(month)), day and str(int(day)), part)
    )


def _count(group: dict[str, str | None], text: str, start: int, end: int) -> Quantity | None:
    scale = {"亿": Decimal(10**8), "万": Decimal(10**4), None: Decimal(1)}[group["scale"]]
    value = Decimal(group["value"] or "0") * scale
    written = format(value.normalize(), "f")
    unit = group["unit"] or ""
    unit = "个" if unit in _COUNTERS else {"年度": "年", "个月": "月", "天": "日", "回": "次"}.get(unit, unit)
    kind = "every" if group["every"] else "count" if unit or group["scale"] else "bare"
    if kind == "bare" and (_joined(text, start - 1) or _joined(text, end)):
        return None  # part of a word (5G, 3D, 2.8, 3+3+2): checked as a word
    return Quantity(kind, written, unit, _bound(text, start, end), start, end)


def _joined(text: str, place: int) -> bool:
    return 0 <= place < len(text) and (
        text[place].isascii() and (text[place].isalnum() or text[place] in ".+-&")
    )


def _bound(text: str, start: int, end: int, dated: bool = False) -> str:
    before, after = text[max(0, start - 8) : start], text[end : end + 6]
    if dated and _AS_OF.search(before) and not after.startswith(("止", "为止")):
        return ""
    if dated and before.endswith("到") and _STILL.search(after):
        return ""
    if dated and _DEADLINE.search(before) and not after.startswith(("后", "之后", "以后", "起")):
        return "before"
    behind = next((bound for bound, pattern in _AFTER if pattern.search(after)), "")
    for bound, pattern in _BEFORE:
        if bound == "<=" and behind == ">=":
            continue  # 控制在1500字以上
        if pattern.search(before) and (bound != "only" if dated else bound not in _DATED):
            return bound
    for bound, pattern in _AFTER:
        if pattern.search(after) and (dated or bound not in _DATED):
            return bound
    return ""


def matches(claimed: Quantity, given: Quantity) -> bool:
    """Whether `claimed` says no more than `given` says."""
    if claimed.kind == "date" or given.kind == "date":
        return claimed.kind == given.kind and _date_within(claimed, given)
    if claimed.kind == "document":
        return given.kind == "document" and (
            claimed.value == given.value or given.value.endswith(f"/{claimed.value}")
        )
    if claimed.kind == "ordinal" or given.kind == "ordinal":
        return claimed.key == given.key or (
            claimed.value == given.value and {claimed.unit, given.unit} <= _ROWS
        )
    if claimed.value != given.value or not _same_unit(claimed.unit, given.unit):
        return False
    if claimed.kind != given.kind and "bare" not in (claimed.kind, given.kind):
        # 周期是三年 for 每三年: the interval without its 每; 每三年 for 有效期三年 is another statement
        return given.kind == "every" and claimed.bound == ""
    return _same_bound(claimed.bound, given.bound)


def _same_unit(one: str, other: str) -> bool:
    return one == other or "" in (one, other)


def _same_bound(claimed: str, given: str) -> bool:
    if "only" in (claimed, given):  # 只有4个 says of a list what 4个 says, of a quota what 不超过4个 says
        return {claimed, given} <= {"only", "", "<="}
    return claimed == given


def _date_within(claimed: Quantity, given: Quantity) -> bool:
    parts = zip(claimed.value.split("-"), given.value.split("-"), strict=True)
    agree = all(not one or one == other for one, other in parts)
    # 填到2025年为止: the last of the years named
    last_year = claimed.bound == "until" and not given.bound and claimed.value.endswith("---")
    return agree and (
        claimed.bound == given.bound or (claimed.bound == "" and given.bound in _DATED) or last_year
    )


def figures_only(found: list[Quantity]) -> Iterator[Quantity]:
    """Those that state an amount, an interval or a date, not an address."""
    return (item for item in found if item.kind in ("count", "every", "date"))
