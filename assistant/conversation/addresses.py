"""Addresses as people type them: 十六条, 六条二项, 附件1里第3个, 决赛第四部分, §14."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.analysis import fold
from index.numerals import normalise_locator, parse_numeral, to_chinese

_N = r"(?:[0-9]{1,3}|[〇零一二三四五六七八九十百两壹贰叁肆伍陆柒捌玖拾佰廿卅]{1,6})"
_DOT = r"\s*[.．·。点]\s*"
# 2.8, 二点八, 第5点2: a section of the forms
_CELL = rf"(?:第\s*)?[2-6二三四五六](?:{_DOT})[1-9一二三四五六七八九](?!\s*[\d%十百千万亿个年元半钟])"
# What makes a bare 「N条」 a quantity and not an address.
_QUANTITY_OF = r"(?!产业链|措施|建议|意见|规定|要求|标准|路|生产线|链|龙|理由|原则|线|以上|以下|之多|(?:里头?|里面|当中|之中|中)(?:有|就?差|少|缺|只|就)|都(?:蛮|很|够|好|符合|满足|行|达)|(?:基本)?条件)"
_QUANTITY_AFTER = r"(?<!单独)(?<!另外)(?<!专门)(?<![写有共来列另单起成达到几每多少和、计后同他足差缺剩余这那哪上下0-9〇零一二三四五六七八九十百两])"
_SUB = (
    rf"(?:\s*的?(?:里面?|下面?)?(?:到底)?(?:有没有|有无|是否有|有)?\s*第?\s*[（(]\s*{_N}\s*[)）]\s*[项款点]?|\s*的?\s*第\s*{_N}\s*[项款点目]|\s*{_N}\s*[项款点]"
    rf"|(?<=条)\s*[一二三四五六七八九十](?![条项年月个起共样块并直]))?"
)
_INSIDE = r"\s*(?:里头|里面|当中|之中|[里中的])?\s*"
_ROW = (
    rf"(?:{_INSIDE}(?:排|排名|序号)?\s*第?\s*{_N}\s*(?:行|号|个|名|位|家)|{_INSIDE}(?:序号|排第|第)\s*{_N}(?![部分章节条])\s*[行号个名位家]?"
    rf"|\s*[\s\-—]\s*{_N}(?=$|[\s,，。的是])|(?<=附件[一二三四五六])[0-9]{{1,2}}(?=$|[\s,，。的是]))?"
)

_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<annex>附件\s*(?:[0-9]{{1,2}}|[一二三四五六七八九十]))(?P<section>{_INSIDE}第?\s*[一二三四五六七](?:部分|、(?!\s*第?{_N}\s*[行号个名位家])|(?=[里的]?第|序号|\s)))?(?P<row>{_ROW})",
        rf"(?P<form_part>(?:初赛|决赛)[^，。,？?]{{0,6}}?第?\s*{_N}\s*部分的?(?:里|中)?的?第?\s*{_N}\s*(?:小节|节|小点|点|小项|张表|个表))",
        rf"(?P<form>初赛|决赛|预赛|终赛)的?(?:那[张份个])?(?:参赛)?(?:报告|表格?)?\s*(?:里头|里面|里|中)?的?(?:有没有|有无|有)?\s*"
        rf"(?:第?[一二三四五六七]部分的?)?(?P<part>{_CELL}|(?:第\s*)?[一二三四五六七](?=部分|、|章|节|$|\s|\?|写|要|填|是)(?:部分|章|节)?)",
        rf"(?P<articles>第?\s*{_N}\s*条?)\s*(?:至|到|~|-|—)\s*(?P<last>第?\s*{_N}\s*条{_QUANTITY_OF})",
        rf"(?P<several>第\s*{_N}(?:\s*(?:、|和|与|跟|及|,|，)\s*第?\s*{_N})+\s*条)",
        rf"(?P<some>第?\s*{_N}\s*条的?第?\s*{_N}(?:\s*(?:、|和|与|跟|及)\s*第?\s*{_N})+\s*[项款点])",
        rf"(?P<article>第\s*{_N}\s*条(?:\s*之\s*(?:[一二三四五六七八九十]|[0-9]{{1,2}}))?{_SUB})",
        rf"(?P<bare>{_QUANTITY_AFTER}{_N}条{_QUANTITY_OF}{_SUB})",
        r"(?P<sign>(?:§|article|art\.|section)\s*[0-9]{1,3}(?:\s*\([0-9]{1,2}\))?)",
        rf"(?P<items>第?\s*[一二三四五六七八九十]{{1,2}}\s*(?:部分|、)?\s*的?\s*第?\s*[（(]\s*{_N}\s*[)）]\s*[项点]?)",
        rf"(?P<parts>第\s*{_N}\s*部分(?:\s*的?\s*第\s*{_N}\s*[点项个])?)",
        rf"(?P<chapter>第\s*{_N}\s*[章节])",
        rf"(?P<item>第\s*{_N}\s*项(?!目))",
        rf"(?P<page>第\s*{_N}\s*页)",
        r"(?P<cell>(?<![\d.])[2-6]\.[1-9](?![\d.%亿万个年元]))",
        rf"(?P<spoken>(?<=表){_CELL}|第\s*[2-6二三四五六]点[1-9一二三四五六七八九](?![\d%十百千万亿个年元半钟]))",
    )
)


@dataclass(frozen=True)
class Address:
    """An address found in a text.

    Attributes:
        locator: as CONTRACT.md writes it.
        start: offset of its first character in `plain(text)`.
        end: offset after its last.
    """

    locator: str
    start: int
    end: int


def plain(text: str) -> str:
    """The text in which addresses are looked for: one width, one script, no gaps inside 第 十 四 条."""
    folded = fold(text)
    folded = re.sub(r"(?<=[第附件])\s+(?=[0-9〇零一二三四五六七八九十])", "", folded)
    folded = re.sub(r"(?<=[〇零一二三四五六七八九十0-9])\s+(?=[〇零一二三四五六七八九十条项章])", "", folded)
    # 「四、五两项」: how many they are is no numeral of theirs
    folded = re.sub(r"(?<=[、和与跟及][一二三四五六七八九十])[两三四五六](?=[项款点条])", "", folded)
    return re.sub(r"附\s+件", "附件", folded)


def find_addresses(text: str) -> tuple[Address, ...]:
    """Addresses in `text`, in order; the longest reading of each place."""
    folded = plain(text)
    found: list[Address] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            for locator in _locators(match):
                found.append(Address(locator, match.start(), match.end()))
    return _continued(folded, sorted(found, key=lambda address: (address.start, address.end)))


# 「第六条第一项和第三项」「附件1第3个、第5个」: what follows counts below the same clause.
_FURTHER = re.compile(
    rf"\s*(?P<to>至|到|~|-|—)?(?(to)|(?:、|和|与|跟|及|以及|还有|,|，))\s*"
    rf"(?:第\s*[（(]?\s*{_N}\s*[)）]?\s*[项款点个行号位家名]?|[（(]\s*{_N}\s*[)）]\s*[项款点]?|{_N}\s*[项款行号])(?![条章部])"
)
_FURTHER_ARTICLE = re.compile(rf"\s*(?:、|和|与|跟|及|以及|还有)\s*{_N}\s*条{_QUANTITY_OF}")
_LAST_PART = re.compile(r"(?<=.)(（[^（）]+）|序号\d+)$")


def _continued(folded: str, found: list[Address]) -> tuple[Address, ...]:
    """`found`, with the items and rows that continue one of them read below its clause."""
    told: list[Address] = []
    for address in found:
        if any(
            address.start < other.end and other.start < address.end
            for other in told
            if other.start != address.start
        ):
            continue  # it was read as the continuation of one before
        told.append(address)
        while address.locator.endswith("条") and (further := _FURTHER_ARTICLE.match(folded, told[-1].end)):
            locator = f"第{to_chinese(_numbers(further.group())[0])}条"
            told.append(Address(locator, further.start(), further.end()))
        last = _LAST_PART.search(address.locator)
        while last and (further := _FURTHER.match(folded, told[-1].end)):
            number = _numbers(further.group())[0]
            first = _numbers(last.group())[0]
            between = range(first + 1, number + 1) if further.group("to") else (number,)
            for item in between:
                inner = f"序号{item}" if last.group().startswith("序号") else f"（{to_chinese(item)}）"
                told.append(Address(address.locator[: last.start()] + inner, further.start(), further.end()))
    return tuple(told)


def without_addresses(text: str) -> str:
    """`plain(text)` less the addresses in it."""
    folded = plain(text)
    for start, end in sorted(
        {(address.start, address.end) for address in find_addresses(text)}, reverse=True
    ):
        folded = folded[:start] + " " + folded[end:]
    return folded


def _decimal(numbers: list[int]) -> str:
    return ".".join(map(str, numbers[:2]))


def _numbers(text: str) -> list[int]:
    return [parse_numeral(item) for item in re.findall(_N, text)]


def _locators(match: re.Match[str]) -> list[str]:
    kind = match.lastgroup or ""
    groups = match.groupdict()
    if groups.get("annex"):
        return [_annex(groups)]
    if groups.get("form_part"):
        part = _numbers(groups["form_part"])
        return [f"{groups['form_part'][:2]} {_decimal(part)}"]
    if groups.get("form"):
        stage = "初赛" if groups["form"] in ("初赛", "预赛") else "决赛"
        part = _numbers(groups["part"])
        return [f"{stage} {_decimal(part) if len(part) > 1 else to_chinese(part[0])}"]
    if groups.get("articles"):
        first, last = _numbers(groups["articles"])[0], _numbers(groups["last"])[0]
        return [f"第{to_chinese(number)}条" for number in range(first, min(last, first + 9) + 1)]
    numbers = _numbers(match.group())
    if kind == "several":
        return [f"第{to_chinese(number)}条" for number in numbers]
    if kind == "some":
        return [f"第{to_chinese(numbers[0])}条（{to_chinese(number)}）" for number in numbers[1:]]
    if kind in ("cell", "spoken"):
        return [_decimal(numbers)]
    if kind == "page":
        return [f"第{numbers[0]}页"]
    if kind in ("article", "bare", "sign"):
        inserted = re.search(r"条\s*之", match.group()) is not None
        after = f"之{to_chinese(numbers[1])}" if inserted else ""
        items = numbers[2:] if inserted else numbers[1:]
        return [
            f"第{to_chinese(numbers[0])}条{after}" + "".join(f"（{to_chinese(item)}）" for item in items[:1])
        ]
    if kind in ("items", "parts"):
        return [to_chinese(numbers[0]) + "".join(f"（{to_chinese(item)}）" for item in numbers[1:2])]
    return [normalise_locator(match.group())]


def _annex(groups: dict[str, str]) -> str:
    locator = f"附件{_numbers(groups['annex'])[0]}"
    if groups.get("section"):
        locator += f" {to_chinese(_numbers(groups['section'])[0])}"
    row = _numbers(groups.get("row") or "")
    return f"{locator} 序号{row[0]}" if row else locator
