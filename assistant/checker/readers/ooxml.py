"""Elements of WordprocessingML, whichever of its two namespaces (transitional, strict) a file uses."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

TRANSITIONAL = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
NAMESPACES = (TRANSITIONAL, STRICT)

# What lies in these is no text of the page: properties, deletions, field codes, the reading above a ruby base.
_SKIPPED = frozenset({"del", "moveFrom", "delText", "instrText", "delInstrText", "rPr", "pPr", "tblPr", "tcPr",
                      "trPr", "sectPr", "sdtPr", "sdtEndPr", "tblGrid", "rubyPr", "rt", "tblPrEx"})  # fmt: skip
_CONTENT = frozenset({"t", "sym", "blip", "imagedata", "tbl"})
_OFF = ("0", "false", "off", "none")


def local(element: etree._Element) -> str:
    """The element's name without its namespace; "" for comments and processing instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def is_word(element: etree._Element) -> bool:
    """Whether the element is WordprocessingML's own."""
    return isinstance(element.tag, str) and element.tag.startswith(NAMESPACES)


def attribute(element: etree._Element | None, name: str) -> str | None:
    """An attribute in either namespace, None where element or attribute is missing."""
    if element is None:
        return None
    return next((value for space in NAMESPACES if (value := element.get(f"{space}{name}")) is not None), None)


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The element at the end of a path of child names, None where there is none."""
    for name in names:
        if element is None:
            return None
        element = next((found for found in element if local(found) == name and is_word(found)), None)
    return element


def is_on(element: etree._Element | None) -> bool:
    """Whether a toggle property is there and not switched off."""
    return element is not None and (attribute(element, "val") or "1") not in _OFF


def shown(element: etree._Element) -> Iterator[etree._Element]:
    """The children that can hold text of the page, of two alternatives the one that Word shows."""
    for found in element:
        name = local(found)
        if not name or (name in _SKIPPED and is_word(found)):
            continue
        if name == "AlternateContent":
            chosen = _alternative(found)
            if chosen is not None:
                yield from shown(chosen)
        else:
            yield found


def _alternative(element: etree._Element) -> etree._Element | None:
    """The first choice, which Word takes, unless only the fallback has something to show."""
    branches = [branch for branch in element if local(branch) in ("Choice", "Fallback")]
    branches.sort(key=lambda branch: local(branch) == "Fallback")
    filled = (branch for branch in branches if any(local(inner) in _CONTENT for inner in branch.iter()))
    return next(filled, branches[0] if branches else None)
