from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.documents import Document
from index.errors import UserError
from index.parsing.readers import document_id, read_bytes, read_file

MEASURES = """某市工业和信息化局文件
某工信发〔2024〕15号

关于印发《某市产业集群管理办法》的通知

各县市区：
现将《某市产业集群管理办法》印发给你们，请遵照执行。

某市工业和信息化局
2024年3月5日

某市产业集群管理办法

第一章 总则
第一条 为了规范集群管理，制定本办法。
第二条 申报应当具备下列条件：
（一）有促进组织；
（二）有核心园区。
第二章 附则
第三条 本办法自发布之日起施行，有效期3年。《某市产业集群暂行办法》（某工信发〔2019〕3号）同时废止。
"""
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def locators(document: Document) -> list[str]:
    assert "".join(clause.text for clause in document.clauses) == document.body
    return [clause.locator for clause in document.clauses]


ARTICLES = ["前言", "第一章", "第一条", "第二条", "第二条（一）", "第二条（二）", "第二章", "第三条"]


@pytest.mark.parametrize(
    "data",
    [
        MEASURES.encode(),
        MEASURES.encode("utf-8-sig"),
        MEASURES.encode("gb18030"),
        MEASURES.encode("utf-16"),
        b"\xfe\xff" + MEASURES.encode("utf-16-be"),
        MEASURES.replace("\n", "\r\n").encode("gbk"),
    ],
)
def test_text_in_any_encoding(data: bytes) -> None:
    document = read_bytes(data, "办法.txt")
    assert locators(document) == ARTICLES
    assert document.title == "某市产业集群管理办法"


@pytest.mark.parametrize(
    "first",
    [
        "產業集群促進組織管理辦法\n第一條 為了規範管理，制定本辦法。",
        "關於臺灣廠商參與集群的說明\n第一條 臺灣廠商可以參加。",
    ],
)
def test_traditional_characters_in_big5(first: str) -> None:
    text = f"{first}\n第二條 申請應於六月底前提出。\n"
    assert "申請應於六月底前提出" in read_bytes(text.encode("big5"), "a.txt").body
    assert "申請應於六月底前提出" in read_bytes(text.encode("gb18030"), "a.txt").body


def test_what_a_document_says_about_itself() -> None:
    document = read_bytes(MEASURES.encode(), "某市 办法(定稿).TXT")
    assert document.id == "某市-办法-定稿"
    assert document.number == "某工信发〔2024〕15号"
    assert document.issued == date(2024, 3, 5)
    assert document.expires == date(2027, 3, 5)
    assert document.issuer == "某市工业和信息化局"
    assert document.repeals == ("《某市产业集群暂行办法》（某工信发〔2019〕3号）",)
    assert document.aliases == ("关于印发《某市产业集群管理办法》的通知",)
    assert document.added


def test_a_title_over_two_lines() -> None:
    title = "湖南省工业和信息化厅关于公布\n湖南省产业集群（第三批）名单的通知"
    text = f"湘工信产业集聚〔2024〕259号\n{title}\n各市州：\n一、公布。\n"
    document = read_bytes(text.encode(), "a.txt")
    assert document.title == "湖南省工业和信息化厅关于公布湖南省产业集群（第三批）名单的通知"
    assert document.number == "湘工信产业集聚〔2024〕259号"


@pytest.mark.parametrize(
    ("name", "taken", "wanted"),
    [
        ("Notice 2024.docx", (), "notice-2024"),
        ("名单（第三批）.pdf", (), "名单-第三批"),
        ("plan-2022.md", ("plan-2022",), "plan-2022-2"),
        ("../../etc/passwd.txt", (), "passwd"),
        ("###.txt", (), "document"),
        ("CON.txt", (), "con-file"),
    ],
)
def test_ids_come_from_file_names(name: str, taken: tuple[str, ...], wanted: str) -> None:
    assert document_id(name, taken) == wanted


def test_front_matter_of_a_user_is_kept() -> None:
    text = "---\ntitle: 我的办法\nnumber: 甲〔2020〕1号\nissued: 2020-02-03\n---\n\n第一条 甲。\n"
    document = read_bytes(text.encode(), "x.md")
    assert (document.title, document.number, document.issued) == (
        "我的办法",
        "甲〔2020〕1号",
        date(2020, 2, 3),
    )
    assert locators(document) == ["第一条"]


def test_text_without_numbers_goes_by_page() -> None:
    document = read_bytes("\n".join(["这是一段没有编号的说明文字。" * 10] * 8).encode(), "说明.txt")
    assert locators(document)[:2] == ["第1页", "第1页 第2段"]
    assert all(clause.kind == "page" for clause in document.clauses)


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"", "a.txt", "空文件"),
        (b"  \n ", "a.md", "空文件"),
        (b"\x00\x01\x02\x03" * 50, "a.txt", "不是能识别的文本"),
        (b"%PDF-1.4 broken", "a.pdf", "已损坏"),
        (b"not a pdf", "a.pdf", "已损坏"),
        (b"PK\x03\x04broken", "a.docx", "已损坏"),
        (b"not a zip", "a.docx", "已损坏"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.doc", "旧格式"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "a.docx", "已加密"),
        (b"PK\x03\x04", "a.xlsx", "格式不支持"),
        (b"GIF89a....", "a.gif", "格式不支持"),
        (b"<html><body><script>x</script></body></html>", "a.html", "没有正文"),
        ("——！".encode(), "a.txt", "没有文字"),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_line(data: bytes, name: str, says: str) -> None:
    with pytest.raises(UserError, match=says) as caught:
        read_bytes(data, name)
    assert "\n" not in str(caught.value)
    assert name in str(caught.value)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="找不到"):
        read_file(tmp_path / "none.txt")
    with pytest.raises(UserError, match="文件夹"):
        read_file(tmp_path)


# -- web pages -----------------------------------------------------------------------------------------


PAGE = """<!DOCTYPE html><html><head><meta charset="gb2312"><title>办法_某市人民政府网</title>
<style>p{}</style><script>var a="第九条";</script></head><body>
<div class="nav">首页 > 政务公开</div><div id="header">某市门户</div>
<div class="content"><h1>某市产业集群管理办法</h1>
<p>第一条&nbsp;为了规范，制定<b>本办法</b>。</p><p>第二条 名单如下：</p>
<table><tr><th>序号</th><th>名称</th><th colspan="2">园区</th></tr>
<tr><td>1</td><td>甲<br>集群</td><td rowspan="2">东园</td><td>一期</td></tr>
<tr><td>2</td><td>乙集群</td><td>二期</td></tr></table>
<p>第三条 自发布之日起施行。</p></div>
<div class="footer">版权所有 某市</div></body></html>"""


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig"])
def test_a_web_page_without_its_furniture(encoding: str) -> None:
    document = read_bytes(PAGE.encode(encoding), "page.html")
    assert locators(document) == [
        "前言",
        "第一条",
        "第二条",
        "第二条 表",
        "第二条 序号1",
        "第二条 序号2",
        "第三条",
    ]
    assert "首页" not in document.body
    assert "版权" not in document.body
    assert "第九条" not in document.body
    row = document.clause("第二条 序号2")
    assert row is not None
    assert [cell for _, cell in row.cells] == ["2", "乙集群", "东园", "二期"]
    assert document.title == "某市产业集群管理办法"


# -- Word ----------------------------------------------------------------------------------------------


def docx(body: str, **parts: str) -> bytes:
    """A .docx of this body XML; keyword arguments are further parts of the folder word/."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        )
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return buffer.getvalue()


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def tr(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def test_word_paragraphs_in_all_their_hiding_places() -> None:
    body = (
        p("第一条 甲。")
        + "<w:sdt><w:sdtContent>" + p("第二条 控件。") + "</w:sdtContent></w:sdt>"
        + "<w:p><w:r><w:t>第三条 原文</w:t></w:r><w:ins><w:r><w:t>插入</w:t></w:r></w:ins>"
        + "<w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:r><w:t>。</w:t></w:r></w:p>"
        + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:t>第四条 </w:t></w:r>"
        + "<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>"
        + "<w:p><w:r><w:pict><w:txbxContent>" + p("第五条 文本框。") + "</w:txbxContent></w:pict></w:r></w:p>"
    )  # fmt: skip
    document = read_bytes(docx(body), "a.docx")
    assert locators(document) == ["第一条", "第二条", "第三条", "第四条", "第五条"]
    third = document.clause("第三条")
    assert third is not None
    assert third.text.strip() == "第三条 原文插入。"
    assert "删去" not in document.body
    assert "隐藏" not in document.body


def test_merged_cells_of_word_tables_are_resolved() -> None:
    start, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = (
        "<w:tbl>"
        + tr(tc("类型"), tc("产业"), tc("链"))
        + tr(tc("世界级", start), tc("机械"), tc("甲链"))
        + tr(tc("", go_on), tc("机械"), tc("乙链"))
        + tr(tc("新兴", '<w:gridSpan w:val="2"/>'), tc("丙链"))
        + "</w:tbl>"
    )
    document = read_bytes(docx(p("一、名单") + table), "a.docx")
    assert locators(document) == ["一", "一 表", "一 甲链", "一 乙链", "一 丙链"]
    cells = [[cell for _, cell in clause.cells] for clause in document.clauses if clause.kind == "row"]
    assert cells == [["世界级", "机械", "甲链"], ["世界级", "机械", "乙链"], ["新兴", "新兴", "丙链"]]


def test_a_row_that_is_one_cell_is_a_heading_between_tables() -> None:
    whole = '<w:gridSpan w:val="2"/>'
    table = (
        "<w:tbl>"
        + tr(tc("2.1 经济指标", whole))
        + tr(tc("指标"), tc("2022年"))
        + tr(tc("产值"), tc("5"))
        + tr(tc("2.2 企业培育", whole))
        + tr(tc("指标"), tc("2022年"))
        + tr(tc("企业数"), tc("7"))
        + "</w:tbl>"
    )
    document = read_bytes(docx(p("二、情况") + table), "a.docx")
    assert locators(document) == ["二", "2.1", "2.1 表", "2.1 产值", "2.2", "2.2 表", "2.2 企业数"]


NUMBERING = (
    f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="第%1条"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="（%2）"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
)


def test_automatic_numbers_are_written_out() -> None:
    article, item = (f'<w:numPr><w:ilvl w:val="{n}"/><w:numId w:val="3"/></w:numPr>' for n in (0, 1))
    body = (
        p("目的。", article) + p("条件：", article) + p("甲；", item) + p("乙。", item) + p("其他：", article)
    )
    document = read_bytes(docx(body + p("丙。", item), numbering=NUMBERING), "a.docx")
    assert locators(document) == [
        "第一条",
        "第二条",
        "第二条（一）",
        "第二条（二）",
        "第三条",
        "第三条（一）",
    ]
    assert document.clauses[2].text.strip() == "（一）甲；"


def test_heading_styles_become_headings() -> None:
    styles = (
        f'<w:styles xmlns:w="{W}"><w:style w:styleId="2"><w:name w:val="heading 2"/></w:style></w:styles>'
    )
    heading = '<w:pStyle w:val="2"/>'
    body = (
        p("某规划")
        + p("导语。")
        + p("重点任务", heading)
        + p("（一）甲。")
        + p("保障措施", heading)
        + p("（一）乙。")
    )
    document = read_bytes(docx(body, styles=styles), "a.docx")
    assert locators(document) == ["前言", "重点任务", "重点任务（一）", "保障措施", "保障措施（一）"]


def test_word_files_written_by_a_library_are_read() -> None:
    import docx as library

    written = library.Document()
    for line in MEASURES.split("\n"):
        written.add_paragraph(line)
    buffer = io.BytesIO()
    written.save(buffer)
    document = read_bytes(buffer.getvalue(), "办法.docx")
    assert locators(document) == ARTICLES
    assert "".join(document.body.split()) == "".join(MEASURES.split())


# -- PDF -----------------------------------------------------------------------------------------------


def pdf(pages: list[list[str]]) -> bytes:
    """A small PDF; its font has no glyphs, only the map from codes to characters that readers use."""
    characters = sorted({character for page in pages for line in page for character in line})
    codes = {character: code for code, character in enumerate(characters, start=1)}
    ranges = "\n".join(f"<{code:04x}> <{ord(character):04x}>" for character, code in codes.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{ranges}\nendbfchar endcmap end end"
    )
    kids = " ".join(f"{7 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [4 0 R]"
        " /ToUnicode 5 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo"
        " << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 6 0 R /DW 1000 >>",
        f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
        "<< /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800"
        " /Descent -200 /CapHeight 700 /StemV 80 >>",
    ]
    for number, page in enumerate(pages):
        shown = "\n".join(f"<{''.join(f'{codes[c]:04x}' for c in line)}> Tj 0 -20 Td" for line in page)
        stream = f"BT /F1 12 Tf 50 800 Td\n{shown}\nET"
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
            f" /Contents {8 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out, offsets = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    out += "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("latin-1")


def test_a_pdf_with_articles() -> None:
    pages = [
        [
            "某市产业集群管理办法",
            "第一条 为了规范产业集群的培育、认定和管理工作，根据",
            "国家和省有关规定制定。",
            "- 1 -",
        ],
        ["第二条 本办法适用于全市。", "- 2 -"],
    ]
    document = read_bytes(pdf(pages), "办法.pdf")
    assert locators(document) == ["前言", "第一条", "第二条"]
    first = document.clause("第一条")
    assert first is not None
    assert "根据国家和省有关规定制定。" in first.text
    assert "\f" not in document.body
    assert "- 1 -" not in document.body


def test_a_numbered_part_of_a_pdf_goes_on_from_no_line_before() -> None:
    pages = [
        [
            "关于做好二〇二六年产业集群数据直报工作的通知",
            "一、报送范围",
            "已认定的产业集群，和纳入各级工业和信息化主管部",
            "一、二级目录的培育对象。",
            "二、报送时间",
            "每月八日前。",
        ]
    ]
    document = read_bytes(pdf(pages), "通知.pdf")
    assert locators(document) == ["前言", "一", "二"]
    assert document.title == pages[0][0]


def test_a_pdf_is_read_as_it_lies_on_the_page() -> None:
    # drawn in another order than it is read in, as where the quotation marks come from another font
    shown = "点击“填报”菜单"
    data = pdf([[shown]])
    codes = {character: code for code, character in enumerate(sorted(set(shown)), start=1)}
    whole = "".join(f"{codes[character]:04x}" for character in shown)
    parts = [
        f"{12 * start} 0 Td <{''.join(f'{codes[c]:04x}' for c in text)}> Tj {-12 * start} 0 Td"
        for start, text in ((0, "点击"), (3, "填报"), (6, "菜单"), (2, "“"), (5, "”"))
    ]
    data = data.replace(f"<{whole}> Tj".encode(), " ".join(parts).encode())
    assert shown in read_bytes(data, "说明.pdf").body


def test_a_pdf_without_numbers_goes_by_page() -> None:
    document = read_bytes(pdf([["甲说明。"], ["乙说明。"], ["丙说明。"]]), "说明.pdf")
    assert locators(document) == ["第1页", "第2页", "第3页"]


def test_a_scanned_pdf_is_refused() -> None:
    with pytest.raises(UserError, match="扫描"):
        read_bytes(pdf([[], []]), "扫描.pdf")


def test_an_encrypted_pdf_is_refused() -> None:
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    with pytest.raises(UserError, match="已加密"):
        read_bytes(buffer.getvalue(), "密.pdf")


SEEDS = {
    "a.docx": docx(p("第一条 甲。") + "<w:tbl>" + tr(tc("a"), tc("b")) + tr(tc("c"), tc("d")) + "</w:tbl>"),
    "a.pdf": pdf([["第一条 甲", "乙"], ["第二条 丙"]]),
    "a.html": PAGE.encode("gb18030"),
    "a.txt": MEASURES.encode("gb18030"),
    "a.md": f"---\ntitle: 甲\n---\n# 乙\n{MEASURES}".encode(),
}


@given(
    st.sampled_from(sorted(SEEDS)),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=8)), min_size=1, max_size=8),
)
@settings(deadline=None, max_examples=60)
def test_a_damaged_file_is_read_or_refused(name: str, damage: list[tuple[float, int, bytes]]) -> None:
    data = SEEDS[name]
    for place, length, put in damage:
        start = int(place * len(data))
        data = data[:start] + put + data[start + length :]
    refused, body, joined = "", "", ""
    try:
        document = read_bytes(data, name)
        body, joined = document.body, "".join(clause.text for clause in document.clauses)
    except UserError as error:
        refused = str(error)
    assert bool(refused) != bool(body)
    assert "\n" not in refused
    assert joined == body


def test_deep_nesting_is_refused() -> None:
    page = "<html><body>" + "<div>" * 3000 + "<p>第一条 甲。</p>" + "</div>" * 3000 + "</body></html>"
    with pytest.raises(UserError, match="嵌套过深"):
        read_bytes(page.encode(), "a.html")


def with_front(front: str) -> bytes:
    return f"---\n{front}\n---\n\n第一条 甲。\n".encode()


BOMB = "a0: &a0 [x, x]\n" + "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10))


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("issued: 2024-02-30", "issued"),
        ("expires: 明年", "expires"),
        ("published: true", "published"),
        ("title: {a: b}", "title"),
        ("title: [a, b]", "title"),
        ("source: {a: {b: c}}", "source"),
        (f"title: {'长' * 600}", "title"),
        ("number: &n 1\ntitle: *n", "别名"),
        (f"{BOMB}\ntitle: *a9", "别名"),
        ("tags: *nothing", "别名"),
    ],
)
def test_front_matter_that_cannot_be_used_is_refused_in_one_line(front: str, said: str) -> None:
    with pytest.raises(UserError, match=said) as refused:
        read_bytes(with_front(front), "x.md")
    assert "x.md" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_front_matter_of_a_user_says_nothing_but_what_the_document_is() -> None:
    front = (
        "id: measures-2021\ntitle: 细则\nissued: 2024-3-5\nexpires: 2026年3月5日\npublished: ~\nnumber: 15\n"
        "parser: 3\nofficial: true\naliases: [甲]\nerrata: x\ndoubts: 1\nrepeals: [乙]\nadded: false\n"
        "status: 有效\nprefixes: {a: [5, {b: c}]}\ntags: [a, [b]]\n5: 6\n? [a, b]\n: c"
    )
    document = read_bytes(with_front(front), "x.md")
    assert (document.id, document.title, document.number) == ("x", "细则", "15")
    assert (document.issued, document.expires) == (date(2024, 3, 5), date(2026, 3, 5))
    assert document.added
    assert not document.official
    assert not document.aliases
    assert not document.errata
    assert not document.repeals
    assert not document.parser
    assert locators(document) == ["第一条"]


def outcome(data: bytes, name: str) -> str:
    """The body of the document read, or the refusal."""
    try:
        return read_bytes(data, name).body
    except UserError as error:
        return str(error)


@given(st.text("ab:[]{}&*-?|>'\"!~#,\n 标题0123 title issued", max_size=80))
@settings(max_examples=200)
def test_no_front_matter_stops_the_reader(front: str) -> None:
    said = outcome(with_front(front), "x.md")
    assert "第一条 甲。" in said or (said.startswith("x.md") and "\n" not in said)


@pytest.mark.parametrize("front", ["title: " + "[" * 50_000, "{a: " * 20_000 + "}" * 20_000])
def test_deep_front_matter_is_text_or_refused(front: str) -> None:
    said = outcome(with_front(front), "x.md")
    assert "第一条 甲。" in said or (said.startswith("x.md") and "\n" not in said)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<w:p/>" * 810_000, "内容过多"),
        (" " * (65 * 1024 * 1024), "过大"),
    ],
)
def test_a_word_file_that_unpacks_to_more_than_a_document_is_refused(body: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        read_bytes(docx(body), "a.docx")


def test_entities_in_a_word_file_are_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", f'<!DOCTYPE d [<!ENTITY e "x">]><w:document xmlns:w="{W}"/>')
    with pytest.raises(UserError, match="实体"):
        read_bytes(buffer.getvalue(), "a.docx")


def test_absurd_counts_in_a_word_file_are_bounded() -> None:
    many = "9" * 5000
    row = f'<w:tr><w:trPr><w:gridBefore w:val="{many}"/></w:trPr>{tc("甲", f"""<w:gridSpan w:val="{many}"/>""")}</w:tr>'
    outline = f'<w:outlineLvl w:val="{many}"/><w:numPr><w:ilvl w:val="{many}"/><w:numId w:val="1"/></w:numPr>'
    document = read_bytes(docx(p("第一条 甲。", outline) + f"<w:tbl>{row}</w:tbl>"), "a.docx")
    assert "第一条" in locators(document)
    assert len(document.body) < 10_000
