"""Chinese, Arabic and full-width numerals, and the locators that are written with them."""

from __future__ import annotations

import re

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": 0, "○": 0, "Ｏ": 0, "两": 2, "兩": 2}
_DIGITS |= {character: value for value, character in enumerate("壹贰叁肆伍陆柒捌玖", start=1)}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．", "0123456789.")

ARABIC = "0-9０-９"
CHINESE = "零〇○一二三四五六七八九十百千两"
NUMERAL = f"(?:[{ARABIC}]+|[{CHINESE}]+)"
"""Pattern of one numeral as it is used for numbering."""


def half_width_digits(text: str) -> str:
    """`text` with full-width digits and full stops between digits made half-width."""
    return text.translate(_FULL_WIDTH)


def parse_numeral(text: str) -> int:
    """The whole number that `text` writes in Chinese, Arabic or full-width digits.

    Digit by digit writing (`二〇二一`) and written-out numbers (`二十三`, `一百零五`, `三万`) are both read.

    Args:
        text: the numeral alone; white space and thousands separators are ignored.

    Raises:
        ValueError: `text` is not a numeral.
    """
    plain = re.sub(r"[\s,，]", "", half_width_digits(text))
    if plain.isascii() and plain.isdigit():
        return int(plain)
    if not plain:
        raise ValueError("empty numeral")
    plain = plain.replace("廿", "二十").replace("卅", "三十")
    if all(character in _DIGITS for character in plain):
        return int("".join(str(_DIGITS[character]) for character in plain))
    return _written_out(plain)


def _written_out(text: str) -> int:
    total = section = 0
    digit: int | None = None
    for character in text:
        if character in _DIGITS:
            if digit:
                raise ValueError(f"not a numeral: {text}")
            digit = _DIGITS[character]
        elif character in _UNITS:
            section += (1 if digit is None or digit == 0 else digit) * _UNITS[character]
            digit = None
        elif character in _MYRIADS:
            value = _MYRIADS[character]
            part = section + (digit or 0)
            if value == 100_000_000:
                total = (total + part) * value
            else:
                total += part * value
            section, digit = 0, None
        else:
            raise ValueError(f"not a numeral: {text}")
    return total + section + (digit or 0)


def to_chinese(number: int) -> str:
    """`number` (0 to 99,999,999) written as in a document's numbering: 16 is `十六`, 105 `一百零五`.

    Raises:
        ValueError: the number is outside this range.
    """
    if not 0 <= number < 100_000_000:
        raise ValueError(f"out of range: {number}")
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        gap = "零" if 0 < low < 1000 else ""
        return to_chinese(high) + "万" + gap + (_below_myriad(low) if low else "")
    text = _below_myriad(number)
    return text[1:] if text.startswith("一十") else text


def _below_myriad(number: int) -> str:
    if number == 0:
        return "零"
    characters = "零一二三四五六七八九"
    text, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += ("零" if gap and text else "") + characters[digit] + name
            gap = False
        else:
            gap = True
    return text


def full_width_brackets(text: str) -> str:
    """`text` with half-width parentheses made full-width."""
    return text.replace("(", "（").replace(")", "）")


_NUMBER = f"({NUMERAL})"
_ANNEX = re.compile(rf"附\s*件\s*(?:（\s*)?{_NUMBER}(?:\s*）)?\s*")
_FORM = re.compile(r"(初赛|决赛)\s*(?:参赛)?(?:报告|表格?)?\s*")
_NUMBERING = re.compile(rf"[第之条项款点目章节编页部分、（）\s{ARABIC}{CHINESE}]+")


def normalise_locator(text: str) -> str:
    """`text`, an address as a person types it, in the way locators are written.

    `第16条第2项` and `第六条第（二）项` become `第十六条（二）` and `第六条（二）`, `附件 1 第3行` becomes
    `附件1 序号3`, `初赛2.1` becomes `初赛 2.1`. What is not recognised stays as it is.
    """
    plain = re.sub(r"\s+", " ", full_width_brackets(half_width_digits(text)).replace("：", " ")).strip(" 。")
    annex = _ANNEX.match(plain)
    if annex:
        name = f"附件{parse_numeral(annex.group(1))}"
        return " ".join([name, *_parts(plain[annex.end() :], rows=True)])
    form = _FORM.match(plain)
    if form:
        return " ".join([form.group(1), *_parts(plain[form.end() :], rows=False)])
    if _NUMBERING.fullmatch(plain) and " 之" not in plain and not re.search(r"[^（]\d+ \d|\d$", plain):
        plain = re.sub(rf"(?<=[章节])(?=[{CHINESE}])", " ", plain.replace(" ", ""))
    return _numbered(plain)


def _chinese(match: re.Match[str]) -> str:
    return to_chinese(parse_numeral(match.group(1)))


def _item(match: re.Match[str]) -> str:
    return f"（{_chinese(match)}）"


def _numbered(text: str) -> str:
    """Normalise a locator outside annexes."""
    text = re.sub(rf"第\s*{_NUMBER}\s*条", lambda found: f"第{_chinese(found)}条", text)
    text = re.sub(rf"条之{_NUMBER}", lambda found: f"条之{_chinese(found)}", text)
    text = re.sub(rf"第{_NUMBER}([章节编])", lambda found: f"第{_chinese(found)}{found.group(2)}", text)
    text = re.sub(rf"(?<=.)第（{_NUMBER}）[项目点]?", _item, text)
    text = re.sub(rf"(?<=[条章节）{CHINESE}])（{_NUMBER}）(?:[项目点])?", _first_item, text, count=1)
    text = re.sub(rf"(?<=.)第{_NUMBER}[项目点]", _item, text)
    text = re.sub(rf"^第{_NUMBER}项", lambda found: f"第{_chinese(found)}项", text)
    text = re.sub(rf"^第?{_NUMBER}(?:部分|、)", _chinese, text)
    text = re.sub(rf"^{_NUMBER}(?=（)", _chinese, text)
    text = re.sub(rf"^([^（）\d\s]+)（([{ARABIC}]+)）$", _heading_item, text)
    return re.sub(rf"^第{_NUMBER}页$", lambda found: f"第{parse_numeral(found.group(1))}页", text)


def _first_item(match: re.Match[str]) -> str:
    """An item in brackets; below an item, `（1）` is the next level and stays."""
    return match.group() if match.string[match.start() - 1] == "）" else _item(match)


def _heading_item(match: re.Match[str]) -> str:
    return f"{match.group(1)}（{to_chinese(parse_numeral(match.group(2)))}）"


def _parts(rest: str, rows: bool) -> list[str]:
    """What follows the name of an annex or form, part by part."""
    rest = re.sub(r"^[的中里 ]+(?=第|序号|\d|$)", "", rest).strip()
    parts: list[str] = []
    section = re.match(rf"第?([{CHINESE}]+)(?:部分|、)?(?=$|\s|第|序号|（|\d)\s*", rest)
    if section:
        parts.append(to_chinese(parse_numeral(section.group(1))))
        rest = rest[section.end() :]
    item = re.match(rf"第?（{_NUMBER}）[项点]?\s*", rest)
    if item:
        label = f"（{_chinese(item)}）"
        parts[-1:] = [parts[-1] + label] if parts else [label]
        rest = rest[item.end() :]
    decimal = re.match(r"第?(\d+(?:\.\d+)+)(?:节|项)?\s*", rest)
    if decimal:
        parts.append(decimal.group(1))
        rest = rest[decimal.end() :]
    row = (
        re.fullmatch(rf"第\s*{_NUMBER}\s*[行号个项名位]|(?:序号|第)?\s*{_NUMBER}\s*号?", rest)
        if rows
        else None
    )
    if row:
        parts.append(f"序号{parse_numeral(row.group(1) or row.group(2))}")
    elif rest:
        parts.append(_numbered(rest))
    return parts
