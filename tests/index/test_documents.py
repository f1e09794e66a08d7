from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from index.documents import Document
from index.errors import UserError
from index.parsing.frontmatter import build_document, read_document, split_front_matter, write_document

BODY = """某办法

第一条 总则。

第二条 条件：

（一）甲：

1.子甲。

（二）乙。

附件1

序号 | 名称 |
--- | --- |
1 | 甲集群 |
2 | 乙集群 |
"""


@pytest.fixture
def document() -> Document:
    return build_document(
        {
            "id": "rules",
            "title": "某办法",
            "number": "甲〔2024〕1号",
            "issued": date(2024, 1, 2),
            "expires": "2029-01-02",
            "official": True,
            "aliases": ["办法"],
            "doubts": [{"locator": "附件1 序号1", "text": "甲集群", "why": "字迹不清"}],
        },
        BODY,
    )


def test_full_text_holds_everything_below(document: Document) -> None:
    assert document.full_text("第二条") == "第二条 条件：\n\n（一）甲：\n\n1.子甲。\n\n（二）乙。"
    assert document.full_text("第二条（一）1") == "1.子甲。"
    assert document.full_text("附件1").endswith("2 | 乙集群 |")
    assert document.full_text("第九条") == ""


def test_children_are_one_level_down(document: Document) -> None:
    assert [clause.locator for clause in document.children("第二条")] == ["第二条（一）", "第二条（二）"]


@pytest.mark.parametrize(
    ("typed", "locator"),
    [
        ("第2条", "第二条"),
        ("二（一）", "第二条（一）"),
        ("第二条第一项", "第二条（一）"),
        ("第二条第三款", "第二条"),
        ("附件1第2行", "附件1 序号2"),
        ("附件 1", "附件1"),
    ],
)
def test_addresses_are_found(document: Document, typed: str, locator: str) -> None:
    clause = document.find(typed)
    assert clause is not None
    assert clause.locator == locator


@pytest.mark.parametrize("typed", ["第三条", "附件2", "重点任务", ""])
def test_addresses_that_do_not_exist_are_not_found(document: Document, typed: str) -> None:
    assert document.find(typed) is None


def test_doubts_are_found_by_locator(document: Document) -> None:
    assert [doubt["why"] for doubt in document.doubts_at("附件1 序号1")] == ["字迹不清"]


def test_a_file_is_read_back_as_it_was_written(document: Document) -> None:
    again = read_document(write_document(document), "rules.md")
    assert again == replace(document)
    assert again.expires == date(2029, 1, 2)


def test_front_matter_may_be_missing_or_broken() -> None:
    assert split_front_matter("第一条 甲。\n") == ({}, "第一条 甲。\n")
    assert split_front_matter("---\n: [\n---\n甲\n")[0] == {}
    assert split_front_matter("---\n甲\n---\n乙\n")[0] == {}


def test_a_document_needs_an_id_and_a_title() -> None:
    with pytest.raises(UserError, match="id 或 title"):
        read_document("---\nid: a\n---\n\n甲\n", "a.md")
