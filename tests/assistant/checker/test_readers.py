"""Nothing that Word prints is dropped, and hostile files end in one clear line."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from assistant.checker.check import check_file
from assistant.checker.readers.docx import read_docx
from assistant.checker.readers.text import read_text
from assistant.checker.source import Table, paragraphs
from eval.drafts.sample import sample_report
from index.errors import UserError

W = nsdecls("w")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def word(*xml: str) -> bytes:
    document = docx.Document()
    for piece in xml:
        document.element.body[-1].addprevious(parse_xml(piece))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def p(inner: str) -> str:
    return f"<w:p {W}>{inner}</w:p>"


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def all_text(data: bytes) -> str:
    source = read_docx(data, "x.docx")
    return "|".join(paragraph.text for paragraph in paragraphs(source.blocks))


BOX = (
    '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>'
    "</w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p>"
    "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (run("甲") + run("乙"), "甲乙"),
        (f'<w:ins w:id="1" w:author="a">{run("增")}</w:ins>', "增"),
        ('<w:del w:id="1" w:author="a"><w:r><w:delText>删</w:delText></w:r></w:del>' + run("留"), "留"),
        (f"<w:sdt><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>", "控件"),
        (f'<w:hyperlink w:anchor="x">{run("链接")}</w:hyperlink>', "链接"),
        (f'<w:smartTag w:element="x">{run("标记")}</w:smartTag>', "标记"),
        ("<w:r><w:t>上</w:t><w:br/><w:t>下</w:t></w:r>", "上\n下"),
        (run("前") + BOX, "前|框内"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("正文"), "正文"),
        (
            '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>12.5</m:t></m:r></m:oMath>',
            "12.5",
        ),
    ],
)
def test_text_hidden_in_a_paragraph_is_read(inner, expected):
    assert all_text(word(p(inner))) == expected


def test_cells_in_content_controls_and_nested_tables_are_read():
    cell = "<w:tc><w:p>" + run("{}") + "</w:p></w:tc>"
    nested = f"<w:tbl><w:tr>{cell.format('内')}</w:tr></w:tbl><w:p/>"
    table = (
        f"<w:tbl {W}><w:sdt><w:sdtContent><w:tr>{cell.format('一')}<w:sdt><w:sdtContent>{cell.format('二')}"
        f"</w:sdtContent></w:sdt><w:tc>{nested}</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>"
    )
    assert all_text(word(table)).replace("|", "") == "一二内"


def test_a_cell_merged_downwards_is_seen_in_every_row_but_read_once():
    def cell(text: str, merge: str = "") -> str:
        return f"<w:tc><w:tcPr>{merge}</w:tcPr><w:p>{run(text)}</w:p></w:tc>"

    start, more = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = (
        f"<w:tbl {W}><w:tr>{cell('组', start)}{cell('甲')}</w:tr>"
        f"<w:tr><w:tc><w:tcPr>{more}</w:tcPr><w:p/></w:tc>{cell('乙')}</w:tr></w:tbl>"
    )
    data = word(table)
    assert all_text(data).replace("|", "") == "组甲乙"
    block = next(b for b in read_docx(data, "x").blocks if isinstance(b, Table))
    assert [[c.text for c in row] for row in block.rows] == [["组", "甲"], ["组", "乙"]]


def test_no_character_of_a_report_is_dropped():
    """Against an independent reading: every w:t of the XML, and python-docx's cells."""
    data = sample_report("初赛", "先进制造业集群")
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    raw = "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", xml)).replace("&amp;", "&")
    ours = re.sub(r"\s", "", all_text(data).replace("|", ""))
    assert ours == re.sub(r"\s", "", raw)
    document = docx.Document(io.BytesIO(data))
    theirs = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    assert all(re.sub(r"\s", "", text) in ours for text in theirs)


def zipped(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return buffer.getvalue()


ENTITY = (
    b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>&e;</w:body></w:document>'
)
HOSTILE = {
    "empty": (b"", "空文件"),
    "renamed text": ("集群名称：示例".encode(), "不是有效的 Word"),
    "truncated": (sample_report("初赛", "先进制造业集群")[:4000], "损坏"),
    "old program": (_OLE + b"\0" * 600, "旧式 Office"),
    "encrypted": (_OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "加密"),
    "pdf": (b"%PDF-1.7 ...", "PDF"),
    "excel": (zipped(**{"xl__workbook.xml": b"<a/>"}), "Excel"),
    "plain zip": (zipped(a=b"x"), "不是有效的 Word"),
    "entities": (zipped(**{"word__document.xml": ENTITY}), "实体"),
    "bomb": (zipped(**{"word__document.xml": b" " * (65 * 1024 * 1024)}), "过大"),
    "not xml": (zipped(**{"word__document.xml": b"<w:document"}), "损坏"),
    "empty paragraphs": (
        zipped(**{"word__document.xml": b"<w:document>" + b"<w:p/>" * 1_000_001 + b"</w:document>"}),
        "内容过多",
    ),
    "endless": (word(*[p(run("集群产业链协作" * 100))] * 800), "不像参赛报告"),
    "no report": (word(p(run("关于召开会议的通知"))), "没有找到参赛报告"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_end_in_one_clear_line(name, tmp_path: Path):
    data, words = HOSTILE[name]
    path = tmp_path / "draft.docx"
    path.write_bytes(data)
    with pytest.raises(UserError) as caught:
        check_file(path)
    message = str(caught.value)
    assert words in message
    assert "\n" not in message
    assert "draft.docx" in message


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path):
    with pytest.raises(UserError, match="找不到文件"):
        check_file(tmp_path / "none.docx")
    with pytest.raises(UserError, match="文件夹"):
        check_file(tmp_path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_files_in_chinese_encodings(encoding):
    text = (
        "2.1 集群主要经济指标\n| 指标名称 | 2021年 | 2022年 |\n| --- | --- | --- |\n| 利润总额"
        "（亿元） | 1 | 2 |\n"
    )
    source = read_text(text.encode(encoding), "x.md")
    table = next(block for block in source.blocks if isinstance(block, Table))
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["指标名称", "2021年", "2022年"],
        ["利润总额（亿元）", "1", "2"],
    ]


@pytest.mark.parametrize("count", ["", "abc", "-1", "²", "9" * 5000])
def test_absurd_counts_of_columns_are_bounded(count: str) -> None:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{count}"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>'
    row = f'<w:tr><w:trPr><w:gridBefore w:val="{count}"/></w:trPr>{cell}</w:tr>'
    (block,) = read_docx(word(f"<w:tbl {W}>{row}</w:tbl>"), "a.docx").blocks
    assert isinstance(block, Table)
    assert [cell.text for row in block.rows for cell in row] == ["甲"]
    assert block.rows[0][0].end <= 400
