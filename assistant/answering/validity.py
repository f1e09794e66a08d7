"""What a reader must know about a document before relying on it, on a given day."""

from __future__ import annotations

import re
from datetime import date

from index.documents import Document

_BATCH = re.compile(r"第[一二三四五六七八九十]+批")


def chinese_date(day: date) -> str:
    """`2026年3月15日`."""
    return f"{day.year}年{day.month}月{day.day}日"


def expired(document: Document, as_of: date) -> bool:
    """Whether the last day of validity lies before `as_of`."""
    return document.expires is not None and as_of > document.expires


def validity_label(document: Document, as_of: date) -> str:
    """A badge: 媒体报道, 自行加入, 已过有效期, 尚未发布 or 现行."""
    if document.added:
        return "自行加入"
    if not document.official:
        return "媒体报道"
    if expired(document, as_of):
        return "已过有效期"
    if document.issued is not None and as_of < document.issued:
        return "尚未发布"
    return "现行"


def warnings_for(document: Document, as_of: date) -> list[str]:
    """Warnings that an answer resting on `document` carries on the day `as_of`."""
    warnings = []
    name = f"《{document.title}》" + (f"（{document.number}）" if document.number else "")
    if expired(document, as_of) and document.expires is not None:
        warnings.append(
            f"{name}按印发日起算有效期至{chinese_date(document.expires)}，到{chinese_date(as_of)}已过有效期；"
            "是否延期或另有新规定，请先向湖南省工业和信息化厅确认。"
        )
    if document.issued is not None and as_of < document.issued:
        warnings.append(f"{name}于{chinese_date(document.issued)}印发，在{chinese_date(as_of)}尚未发布。")
    if not document.official and not document.added:
        warnings.append(f"{name}的内容来自媒体报道的摘要，不是正式文件原文，引用前请核对正式文件。")
    if document.added:
        warnings.append(f"{name}是自行加入的文件，其效力和是否最新请自行核对。")
    batch = _BATCH.search(document.title)
    if batch and "名单" in document.title:
        when = f"（{document.issued.year}年{document.issued.month}月公布）" if document.issued else ""
        warnings.append(
            f"名单只含{batch.group()}{when}，以后各批不在其中，请同时查看省工业和信息化厅的最新公布。"
        )
    return warnings
