"""Comments in Word files: the draft itself stays as it is, whatever it is made of."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from assistant.checker.check import check_file
from assistant.checker.reports.anchors import Comment
from assistant.checker.reports.blank import blank_form
from assistant.checker.reports.comments import add_comments
from assistant.checker.reports.docx import commented_docx, word_result
from assistant.checker.reports.models import CheckReport, Citation, Finding
from assistant.checker.source import Place
from eval.drafts.sample import sample_report
from index.errors import UserError

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TOUCHED = {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels", "word/comments.xml"}

# Tracked changes, content controls, merged and nested cells, a text box with its fallback, a footnote, a hyperlink,
# white space between elements, a comment and a processing instruction: all that a draft may bring along.
BODY = """
<w:p><w:pPr><w:pStyle w:val="a3"/></w:pPr>
  <w:r><w:t>标题</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">第一句。</w:t></w:r><w:ins w:id="9" w:author="x"><w:r><w:t>第二句写 425.18 亿元，</w:t></w:r></w:ins>
  <w:del w:id="8" w:author="x"><w:r><w:delText>删去的</w:delText></w:r></w:del><w:r><w:t>同比增长。</w:t></w:r>
  <w:hyperlink w:anchor="x"><w:r><w:t>第三句。</w:t></w:r></w:hyperlink><w:r><w:footnoteReference w:id="2"/></w:r></w:p>
<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>控件</w:t></w:r></w:p></w:sdtContent></w:sdt>
<?keep this?><!-- 备注 -->
<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>
  <w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>合并</w:t></w:r></w:p><w:p/></w:tc>
    <w:tc><w:p/><w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>嵌套</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
      <w:p><w:r><w:t>末段</w:t></w:r></w:p></w:tc></w:tr>
  <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:sdt><w:sdtContent><w:tc><w:p><w:r><w:t>15.0</w:t></w:r></w:p></w:tc>
    </w:sdtContent></w:sdt></w:tr></w:tbl>
<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p>
  </w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p>
  </w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
<w:p><w:commentRangeStart w:id="7"/><w:r><w:t>已有批注</w:t></w:r><w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r></w:p>
"""
COMMENTS = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:comments xmlns:w="{W}"><w:comment w:id="7" w:author="同事"><w:p><w:r><w:t>早先的批注</w:t></w:r></w:p></w:comment></w:comments>"""


def _package(
    body: str = BODY, *, comments: str | None = COMMENTS, namespace: str = W, relations: bool = True
) -> bytes:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    main = "officeDocument/2006/relationships/officeDocument"
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" '
        'ContentType="application/xml"/><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    )
    links = f'<Relationship Id="rId1" Type="{OFFICE}/styles" Target="styles.xml"/>'
    parts = {
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:mc="{mc}"><w:body>{body}<w:sectPr/></w:body></w:document>',
        "word/styles.xml": f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="af1">'
        '<w:name w:val="annotation text"/></w:style></w:styles>',
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" '
        f'Type="http://schemas.openxmlformats.org/{main}" Target="word/document.xml"/></Relationships>',
        "customXml/item1.xml": "<x/>",
        "word/media/图.bin": "\0\1",
    }
    if comments is not None:
        parts["word/comments.xml"] = comments
        links += f'<Relationship Id="rId2" Type="{OFFICE}/comments" Target="comments.xml"/>'
        types += (
            '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            'wordprocessingml.comments+xml"/>'
        )
    parts["[Content_Types].xml"] = f"{types}</Types>"
    if relations:
        parts["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{RELATIONS}">{links}</Relationships>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text.replace(W, namespace))
    return out.getvalue()


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def _without_anchors(xml: bytes, ids: set[str]) -> bytes:
    """The document without the anchors of the comments `ids`, in canonical form."""
    root = etree.fromstring(xml)
    space = f"{{{etree.QName(root).namespace}}}"
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            continue
        name = etree.QName(element).localname
        reference = element.find(f"{space}commentReference") if name == "r" else None
        owner = reference if reference is not None else element
        marked = name in ("commentRangeStart", "commentRangeEnd") or reference is not None
        if marked and owner.get(f"{space}id") in ids:
            parent, before = element.getparent(), element.getprevious()
            if element.tail and before is not None:
                before.tail = (before.tail or "") + element.tail
            elif element.tail:
                parent.text = (parent.text or "") + element.tail
            parent.remove(element)
    return etree.tostring(root, method="c14n")


def _ids(parts: Mapping[str, bytes]) -> list[str]:
    root = etree.fromstring(parts["word/comments.xml"])
    return [str(note.get(f"{{{etree.QName(root).namespace}}}id")) for note in root]


def _assert_only_comments_differ(before: bytes, after: bytes, added: int) -> dict[str, bytes]:
    old, new = _parts(before), _parts(after)
    assert {name: new[name] for name in old if name not in TOUCHED} == {
        name: old[name] for name in old if name not in TOUCHED
    }
    assert set(new) - set(old) <= TOUCHED
    known = set(_ids(old)) if "word/comments.xml" in old else set()
    ids = _ids(new)
    assert len(ids) == len(set(ids)) == len(known) + added
    fresh = set(ids) - known
    canonical = etree.tostring(etree.fromstring(old["word/document.xml"]), method="c14n")
    assert _without_anchors(new["word/document.xml"], fresh) == canonical
    root = etree.fromstring(new["word/document.xml"])
    for number in fresh:
        marks = [e for e in root.iter("{*}commentRangeStart", "{*}commentRangeEnd", "{*}commentReference")
                 if number in e.attrib.values()]  # fmt: skip
        assert [etree.QName(e).localname for e in marks] == [
            "commentRangeStart", "commentRangeEnd", "commentReference",
        ]  # fmt: skip
        assert not [up for e in marks for up in e.iterancestors("{*}txbxContent")]
    return new


commented = st.lists(
    st.builds(
        Comment,
        paragraph=st.none() | st.integers(0, 16),
        lines=st.just(("【错误】一行", "建议：改")),
        cell=st.booleans(),
        words=st.sampled_from(["", "425.18", "第一句", "嵌套", "没有"]),
    ),
    min_size=1,
    max_size=6,
)


@given(comments=commented, existing=st.booleans(), space=st.sampled_from([W, STRICT]), related=st.booleans())
def test_nothing_but_comments_changes(comments, existing, space, related):
    related = related or existing
    data = _package(comments=COMMENTS if existing else None, namespace=space, relations=related)
    after = add_comments(data, "稿.docx", comments, "自查", "查")
    _assert_only_comments_differ(data, after, len(comments))
    assert after == add_comments(data, "稿.docx", comments, "自查", "查")


def test_earlier_comments_are_kept_and_word_can_read_all():
    data = _package()
    after = add_comments(data, "稿.docx", [Comment(1, ("甲", "乙"))], "参赛报告自查", "自查")
    document = docx.Document(io.BytesIO(after))
    assert [(c.comment_id, c.author, c.text) for c in document.comments] == [
        (7, "同事", "早先的批注"),
        (8, "参赛报告自查", "甲\n乙"),
    ]
    style = etree.fromstring(_parts(after)["word/comments.xml"]).findall(f".//{{{W}}}pStyle")
    assert {element.get(f"{{{W}}}val") for element in style} == {"af1"}


def test_a_file_without_comments_part_gets_one_that_is_related_and_typed():
    after = _parts(
        add_comments(_package(comments=None, namespace=STRICT), "稿.docx", [Comment(0, ("甲",))], "a", "b")
    )
    relations = etree.fromstring(after["word/_rels/document.xml.rels"])
    added = [r for r in relations if r.get("Target") == "comments.xml"]
    assert [r.get("Type") for r in added] == [
        "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
    ]
    assert len({r.get("Id") for r in relations}) == len(relations)
    assert b'PartName="/word/comments.xml"' in after["[Content_Types].xml"]
    assert etree.fromstring(after["word/comments.xml"]).tag == f"{{{STRICT}}}comments"


def _anchored(after: bytes, number: str = "0") -> str:
    """The text between the two marks of a comment."""
    out, inside = [], False
    for element in etree.fromstring(_parts(after)["word/document.xml"]).iter():
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if name in ("commentRangeStart", "commentRangeEnd") and number in element.attrib.values():
            inside = name == "commentRangeStart"
        elif name == "t" and inside:
            out.append(element.text or "")
    return "".join(out)


@pytest.mark.parametrize(
    ("comment", "text"),
    [
        (Comment(None, ("x",)), "标题"),
        (Comment(99, ("x",)), "标题"),
        (Comment(1, ("x",)), "第一句。第二句写 425.18 亿元，同比增长。第三句。"),
        (Comment(1, ("x",), words="425.18"), "第二句写 425.18 亿元，同比增长。"),
        (Comment(1, ("x",), words="第三"), "第三句。"),
        (Comment(1, ("x",), words="不在其中"), "第一句。第二句写 425.18 亿元，同比增长。第三句。"),
        (Comment(5, ("x",), cell=True), "嵌套末段"),
        (Comment(6, ("x",), cell=True), "嵌套"),
        (Comment(9, ("x",), cell=True), "15.0"),
    ],
)
def test_the_comment_spans_what_it_is_about(comment, text):
    assert _anchored(add_comments(_package(comments=None), "稿.docx", [comment], "a", "b")) == text


def test_a_cell_that_begins_with_a_table_is_commented_below_it():
    nested = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>嵌套</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    body = f"<w:tbl><w:tr><w:tc>{nested}<w:p><w:r><w:t>末段</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    data = _package(body, comments=None)
    after = add_comments(data, "稿.docx", [Comment(1, ("x",), cell=True)], "a", "b")
    assert _anchored(after) == "末段"


def test_a_text_box_is_commented_where_it_is_anchored():
    data = _package(comments=None)
    for number in (11, 12):
        after = add_comments(data, "稿.docx", [Comment(number, ("x",))], "a", "b")
        _assert_only_comments_differ(data, after, 1)
        assert _anchored(after) == "框内框内"


@pytest.mark.parametrize("data", [b"PK\x05\x06" + b"\0" * 18, b"PK\x03\x04", b"", b"%PDF-1.4"])
def test_what_is_no_word_file_is_one_clear_line(data):
    report = CheckReport(
        file="稿.docx", stage="初赛", category=None, cluster="", score=0, conditions=(), findings=()
    )
    with pytest.raises(UserError) as told:
        commented_docx(data, report)
    assert "稿.docx" in str(told.value)
    assert "\n" not in str(told.value)


def test_a_real_draft_differs_only_in_its_comments(tmp_path):
    path = tmp_path / "draft.docx"
    path.write_bytes(blank_form("初赛"))
    report = check_file(path)
    assert len(report.findings) > 20
    after = commented_docx(path.read_bytes(), report)
    _assert_only_comments_differ(path.read_bytes(), after, len(report.findings))


def _finding(section: str) -> Finding:
    return Finding(
        rule="text-missing", kind="completeness", severity="error", section=section, message="没有。",
        citation=Citation(doc="report-2023", locator="初赛 3.2"), place=Place(),
    )  # fmt: skip


def test_findings_without_a_place_go_to_the_heading(tmp_path):
    path = tmp_path / "draft.docx"
    path.write_bytes(sample_report("初赛", "先进制造业集群"))
    report = check_file(path)
    lost = report.model_copy(update={"findings": tuple(map(_finding, ("3.2", "9.9")))})
    after = commented_docx(path.read_bytes(), lost)
    assert "集群核心承载园区推进集群发展自评报告" in _anchored(after, "0")
    assert _anchored(after, "1") == "湖南省产业集群竞赛参赛报告（初赛）"


def test_a_comment_says_severity_rule_and_mend(tmp_path):
    path = tmp_path / "draft.docx"
    path.write_bytes(blank_form("初赛"))
    report = check_file(path)
    finding = next(f for f in report.findings if f.rule == "cell-missing")
    text = commented_docx(path.read_bytes(), report.model_copy(update={"findings": (finding,)}))
    (comment,) = docx.Document(io.BytesIO(text)).comments
    first, second, third = comment.text.split("\n")
    assert first.startswith("【错误】应填的单元格为空：")
    assert second == f"建议：{finding.advice}"
    assert third == "依据：《湖南省产业集群竞赛参赛报告》初赛 一（规则 cell-missing）"
    assert (comment.author, comment.initials, comment.timestamp) == ("参赛报告自查", "自查", None)


def test_another_format_gives_a_report_that_says_so(tmp_path):
    path = tmp_path / "draft.md"
    path.write_text(
        "湖南省产业集群竞赛参赛报告（初赛）\n\n一、集群基本信息\n\n| 集群名称 | 某集群 |\n", encoding="utf-8"
    )
    report = check_file(path)
    result = word_result(path.read_bytes(), report)
    assert "draft.md 不是 Word" in result.instead
    assert result.content == word_result(path.read_bytes(), report).content
    document = docx.Document(io.BytesIO(result.content))
    text = [paragraph.text for paragraph in document.paragraphs]
    assert "这是检查结果，不是参赛报告原稿。" in text
    cells = "".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    for finding in report.findings:
        assert finding.message in cells


def test_a_word_file_that_cannot_carry_comments_gives_a_report_that_says_why(tmp_path):
    parts = _parts(sample_report("初赛", "先进制造业集群"))
    del parts["[Content_Types].xml"]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    path = tmp_path / "draft.docx"
    path.write_bytes(out.getvalue())
    result = word_result(path.read_bytes(), check_file(path))
    assert "draft.docx 不是完整的 Word" in result.instead
    assert docx.Document(io.BytesIO(result.content)).tables


def test_a_file_with_macros_keeps_its_suffix(tmp_path):
    parts = _parts(sample_report("初赛", "先进制造业集群"))
    main = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = parts["[Content_Types].xml"]
    assert main in types
    parts["[Content_Types].xml"] = types.replace(
        main, b"application/vnd.ms-word.document.macroEnabled.main+xml"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    path = tmp_path / "draft.docm"
    path.write_bytes(out.getvalue())
    assert word_result(sample_report("初赛", "先进制造业集群"), check_file(path)).suffix == ".docx"
    assert word_result(path.read_bytes(), check_file(path)).suffix == ".docm"
