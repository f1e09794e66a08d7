"""What a document's own words say about it: title, number, dates, issuer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from index.numerals import NUMERAL, half_width_digits, parse_numeral
from index.parsing.lines import Line, split_lines
from index.parsing.markers import find_marker
from index.parsing.regions import is_date, is_signature
from index.parsing.tables import is_table_line

_HEAD = 40
_NUMBER = re.compile(
    r"([\u4e00-\u9fff]{1,20})\s*[〔\[［【（(]\s*([12]\d{3})\s*[〕\]］】）)]\s*(?:第\s*)?(\d{1,5})\s*号"
)
_NOTICE = re.compile(
    r".{0,50}关于.{2,120}的(?:通知|意见|公告|通告|函|复函|决定|通报|批复|请示|报告|公示|说明|解读)(?:[（(].*[）)])?"
)
_KIND = re.compile(
    r".{2,60}(?:办法|细则|规定|规则|条例|方案|规划|意见|指南|名单|公告|通知|章程|标准|制度|计划|决定|目录|要点|措施|规程|纲要|解读)"
    r"(?:[（(][^（）()]*[）)])*"
)
_ISSUING = re.compile(r"(?:印发|发布|公布|下发)《(.+)》的(?:通知|公告)")
_NUMBER_LINE = re.compile(
    rf"(?:(?:发?文|文件)?(?:文号|字号|编号)\s*[:：]?\s*)?{_NUMBER.pattern}(?:\s*签发人.*)?"
)
_PUBLISHED = re.compile(
    r"(?:发布|发文|公开|成文|印发)?(?:时间|日期)[:：]\s*(\d{4}\D{1,2}\d{1,2}\D{1,2}\d{1,2})"
)
_VALID_YEARS = re.compile(rf"有效期(?:为|限为|限)?\s*({NUMERAL})\s*年")
_VALID_UNTIL = re.compile(r"有效期?(?:限)?(?:截止?)?(?:到|至)\s*(\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)")


@dataclass(frozen=True)
class Metadata:
    """What could be told; "" or None where the words do not say."""

    title: str
    notice: str
    number: str
    issuer: str
    issued: date | None
    published: date | None
    expires: date | None
    repeals: tuple[str, ...]


def guess_metadata(text: str, declared: str, fallback: str) -> Metadata:
    """Read a document's head and closing.

    Args:
        text: the whole text.
        declared: the title that the file declares, used where the words show none.
        fallback: the title of last resort, the file's name.
    """
    lines = [line for line in split_lines(text) if not line.blank]
    head = [line for line in lines[:_HEAD] if not is_table_line(line)]
    notice = _notice(head)
    title = _issued_title(notice, lines) or notice or _plain_title(head) or _usable(declared) or fallback
    issued, issuer = _signature(lines)
    number = next((found for line in head if (found := _NUMBER_LINE.fullmatch(line.words))), None)
    return Metadata(
        title=title,
        notice=notice if notice != title else "",
        number=f"{number.group(1)}〔{number.group(2)}〕{int(number.group(3))}号" if number else "",
        issuer=issuer,
        issued=issued,
        published=_published(head),
        expires=_expires(text, issued),
        repeals=_repeals(text),
    )


def _notice(head: Sequence[Line]) -> str:
    """The title of a letter, which often runs over two or three lines."""
    for start, line in enumerate(head):
        if find_marker(line.words):
            break
        if "关于" not in _plain(line.words) or line.words.startswith("根据"):
            continue
        joined = ""
        for following in head[start : start + 4]:
            if find_marker(following.words) or following.words.endswith(("。", "；", ":", "：")):
                break
            joined += _plain(following.words)
            if _NOTICE.fullmatch(joined):
                return joined
    return ""


def _issued_title(notice: str, lines: Sequence[Line]) -> str:
    """The title of what a letter issues, if the text of it follows."""
    issues = _ISSUING.search(notice)
    if issues is None:
        return ""
    title = _plain(issues.group(1))
    plain = [_plain(line.words) for line in lines]
    for place in range(len(plain)):
        for count in (1, 2, 3):
            if "".join(plain[place : place + count]) == title:
                return title
    return ""


def _plain_title(head: Sequence[Line]) -> str:
    for start, line in enumerate(head):
        if find_marker(line.words):
            break
        for count in (1, 2, 3):
            joined = "".join(_plain(following.words) for following in head[start : start + count])
            if _KIND.fullmatch(joined) and not re.search(r"[。；：:，,]", joined):
                return joined.strip("《》")
    headed = next((line.words for line in head if line.level == 1 and len(line.words) <= 60), "")
    return headed or next((line.words for line in head[:3] if _usable(line.words)), "")


def _usable(words: str) -> str:
    usable = (
        2 <= len(words) <= 60 and re.search(r"[\u4e00-\u9fff]", words) and not re.search(r"[。；：:]$", words)
    )
    return words if usable and not is_date(words) and not find_marker(words) else ""


def _plain(words: str) -> str:
    return re.sub(r"\s", "", words)


def _signature(lines: Sequence[Line]) -> tuple[date | None, str]:
    """Date and bodies of the first signature."""
    for index, line in enumerate(lines):
        if not is_date(line.words):
            continue
        start = index
        while start > 0 and index - start < 6 and is_signature(lines, start - 1):
            start -= 1
        bodies = [" ".join(above.words.split()) for above in lines[start:index]]
        return _date(line.words), " ".join(bodies)
    return None, ""


def _date(words: str) -> date | None:
    parts = re.findall(NUMERAL, half_width_digits(words))
    try:
        year, month, day = (parse_numeral(part) for part in parts[:3])
        return date(year, month, day)
    except ValueError:
        return None


def _published(head: Sequence[Line]) -> date | None:
    found = next((found for line in head if (found := _PUBLISHED.search(line.words))), None)
    return _date(found.group(1)) if found else None


def _expires(text: str, issued: date | None) -> date | None:
    until = _VALID_UNTIL.search(text)
    if until:
        return _date(until.group(1))
    years = _VALID_YEARS.search(text)
    if years is None or issued is None:
        return None
    try:
        return issued.replace(year=issued.year + parse_numeral(years.group(1)))
    except ValueError:
        return None


def _repeals(text: str) -> tuple[str, ...]:
    """Titles in sentences that end a document's force."""
    found: dict[str, None] = {}
    for sentence in re.findall(r"[^。；\n]*废止", text):
        for title in re.findall(r"《[^》]+》(?:\s*[（(][^（）()]*号[）)])?", sentence):
            found[title] = None
    return tuple(found)
