"""Web pages: the article without navigation, scripts and footers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.errors import UserError
from index.parsing.readers.extracted import Extracted
from index.parsing.readers.grid import Cell, write_table
from index.parsing.readers.text import decode

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from bs4.element import Tag

_DROPPED = ["script", "style", "noscript", "template", "nav", "header", "footer", "aside", "iframe"]
_DROPPED += ["button", "select", "input", "textarea", "svg", "object"]
_FURNITURE = re.compile(
    r"(?:^|[-_\s])(?:nav|navbar|menu|crumbs?|breadcrumbs?|footer|foot|header|sidebar|share|copyright|toolbar"
    r"|pagination|related|friendlink|search)(?:$|[-_\s])",
    re.IGNORECASE,
)
_BLOCKS = {"p", "div", "section", "article", "main", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol"}
_BLOCKS |= {"dl", "dt", "dd", "blockquote", "pre", "center", "address", "figure", "form"}
_DEBRIS = re.compile(
    r"(?:当前位置|您(?:现在)?的?(?:所在)?位置)[:：].*|(?:【?(?:打印|关闭|收藏|返回|复制链接|我要纠错)[】\]]?[\s|]*)+"
    r"|【?字体[:：].*|分享到?[:：].*|浏览(?:次数|量)[:：].*|(?:上|下)一篇[:：].*|责任编辑[:：].*|编辑[:：].{0,12}"
    r"|扫一扫.*|版权所有.*|主办(?:单位)?[:：].*|.*ICP备.*|.*公网安备.*|政府网站标识码.*"
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)


def read_html(data: bytes, name: str) -> Extracted:
    """A saved web page.

    Args:
        data: the file's bytes.
        name: its name, for messages.

    Raises:
        UserError: the page holds no text.
    """
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(_decode(data, name), "lxml")
    title = soup.title.get_text(strip=True) if soup.title else ""
    for tag in soup(_DROPPED):
        tag.decompose()
    root = soup.body or soup
    _drop_furniture(root)
    lines: list[str] = []
    _walk(_main(soup, root), lines)
    text = "\n\n".join(line for line in _tidy(lines) if not _DEBRIS.fullmatch(line))
    if not text.strip():
        raise UserError(f"{name} 里没有正文：请把网页正文另存为文本后再试")
    return Extracted(
        text + "\n", re.split(r"[-_|—–]{1,2}(?=[^-_|]*(?:网|门户|厅|局|政府)[^-_|]*$)", title)[0].strip()
    )


def _decode(data: bytes, name: str) -> str:
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        encoding = declared.group(1).decode("ascii").lower()
        encoding = "gb18030" if encoding in ("gb2312", "gbk", "gb18030") else encoding
        try:
            return data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data, name)


def _drop_furniture(root: Tag) -> None:
    """Drop what its class, id or role calls navigation, unless most of the page's words are in it."""
    whole = len(root.get_text(strip=True))
    dropped = []
    for tag in root.find_all(True):
        names = " ".join([*(tag.get("class") or []), str(tag.get("id") or ""), str(tag.get("role") or "")])
        hidden = "display:none" in re.sub(r"\s", "", str(tag.get("style") or "")).lower()
        if (hidden or _FURNITURE.search(names) or tag.get("role") == "navigation") and (
            len(tag.get_text(strip=True)) * 2 < whole
        ):
            dropped.append(tag)
    for tag in dropped:
        tag.extract()


def _main(soup: BeautifulSoup, root: Tag) -> Tag:
    """The element that holds the article: named so, and with most of the page's words."""
    whole = len(root.get_text(strip=True))
    for selector in (
        "article",
        "main",
        "#zoom",
        "#UCAP-CONTENT",
        ".TRS_Editor",
        ".article",
        "#content",
        ".content",
    ):
        found = soup.select(selector)
        if len(found) == 1 and len(found[0].get_text(strip=True)) * 10 > whole * 7:
            return found[0]
    return root


def _walk(node: Tag, lines: list[str]) -> None:
    """Append the node's text to `lines`; an empty string parts blocks."""
    from bs4.element import Comment, NavigableString, Tag

    for child in node.children:
        if isinstance(child, Comment):
            continue
        if isinstance(child, NavigableString):
            _append(lines, re.sub(r"[ \t\n\r]+", " ", str(child)))
        elif isinstance(child, Tag):
            _element(child, lines)


def _element(tag: Tag, lines: list[str]) -> None:
    if tag.name == "br":
        lines.append("")
    elif tag.name == "table":
        lines += ["", *_table(tag), ""]
    elif tag.name in _BLOCKS:
        lines.append(_lead(tag))
        _walk(tag, lines)
        lines.append("")
    else:
        _walk(tag, lines)


def _lead(tag: Tag) -> str:
    """What stands before a block's words: heading marks, the number of a list's entry."""
    if re.fullmatch(r"h[1-6]", tag.name) and len(tag.get_text(strip=True)) <= 60:
        return "#" * int(tag.name[1]) + " "
    if tag.name == "li" and tag.parent is not None and tag.parent.name == "ol":
        place = len(tag.find_previous_siblings("li")) + 1
        return f"{place}. "
    return ""


def _append(lines: list[str], text: str) -> None:
    if lines:
        lines[-1] += text
    else:
        lines.append(text)


def _tidy(lines: list[str]) -> list[str]:
    tidy = []
    for line in lines:
        line = line.strip() if "\n" in line else " ".join(line.replace("\u00a0", " ").split(" ")).strip()
        if line and not re.fullmatch(r"#{1,6}|\d+\.", line):
            tidy.append(line)
    return tidy


def _table(tag: Tag) -> list[str]:
    """A table as pipe rows; one that only lays out the page as its text."""
    rows = [row for row in tag.find_all("tr") if row.find_parent("table") is tag]
    cells = [[cell for cell in row.find_all(["td", "th"]) if cell.find_parent("tr") is row] for row in rows]
    if tag.find("table") is not None or max((len(row) for row in cells), default=0) < 2:
        lines: list[str] = []
        for row in cells:
            for cell in row:
                lines.append("")
                _walk(cell, lines)
        return lines
    grid = [
        [Cell(_cell_text(cell), _span(cell, "colspan"), _span(cell, "rowspan")) for cell in row]
        for row in cells
        if row
    ]
    return [write_table(grid)]


def _cell_text(cell: Tag) -> str:
    lines: list[str] = []
    _walk(cell, lines)
    return "\n".join(line.strip() for line in lines if line.strip())


def _span(cell: Tag, name: str) -> int:
    value = str(cell.get(name) or "1").strip()
    return min(max(1, int(value[:6])), 200) if value.isdecimal() else 1
