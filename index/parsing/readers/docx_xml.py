"""Names and attributes of WordprocessingML."""

from __future__ import annotations

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def attribute(element: etree._Element | None, name: str) -> str:
    """An attribute in the main namespace, "" where element or attribute is missing."""
    return str(element.get(f"{W}{name}") or "") if element is not None else ""


def is_on(element: etree._Element | None) -> bool:
    """Whether a toggle property is set."""
    return element is not None and attribute(element, "val") not in ("0", "false", "off")
