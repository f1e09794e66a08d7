"""PDF files: text and tables as the page shows them, over page breaks, with what was filled in; scans are told."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_builder import HEIGHT, WIDTH, Sheet, build
from pypdf import PdfReader, PdfWriter

from assistant.checker.readers import pdf, recognition
from assistant.checker.readers.pdf import read_pdf
from assistant.checker.source import Source, Table, paragraphs
from index.errors import UserError

ROWS = [["指标名称", "2021年", "2022年"], ["集群总产值（亿元）", "386.52", "452.18"]]
WIDTHS = [200.0, 80.0, 80.0]


@pytest.fixture
def no_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "installed", lambda: False)


def tables(source: Source) -> list[list[list[str]]]:
    found = [block for block in source.blocks if isinstance(block, Table)]
    return [[[cell.own_text for cell in row] for row in table.rows] for table in found]


def texts(source: Source) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(source.blocks)]


def squeezed(*words: str) -> str:
    return re.sub(r"\s", "", "".join(words))


def sheet(*lines: str, at: float = 80) -> Sheet:
    page = Sheet()
    for number, words in enumerate(lines):
        page.text(60, at + 20 * number, words)
    return page


def test_a_ruled_table_keeps_its_cells_and_their_page() -> None:
    page = sheet("二、集群发展总体情况", at=60)
    page.table(60, 100, WIDTHS, ROWS)
    source = read_pdf(build(sheet("封面"), page), "a.pdf")
    assert tables(source) == [ROWS]
    table = next(block for block in source.blocks if isinstance(block, Table))
    cell = table.rows[1][2]
    assert (cell.place.page, cell.place.table, cell.place.row, cell.place.cell) == (2, 0, 1, 2)
    assert (source.format, source.uncertain, source.unread) == ("pdf", False, ())


def test_merged_cells_span_their_columns_and_rows() -> None:
    page = Sheet()
    for x in (60, 160, 360):
        page.line(x, 100, x, 160)
    page.line(260, 130, 260, 160)
    for y in (100, 160):
        page.line(60, y, 360, y)
    page.line(160, 130, 360, 130)
    for x, y, words in ((70, 135, "组"), (170, 120, "合计"), (170, 150, "1"), (270, 150, "2")):
        page.text(x, y, words)
    (table,) = (block for block in read_pdf(build(page), "a.pdf").blocks if isinstance(block, Table))
    shape = [[(c.start, c.span, c.own_text, c.continued) for c in row] for row in table.rows]
    assert shape == [
        [(0, 1, "组", False), (1, 2, "合计", False)],
        [(0, 1, "组", True), (1, 1, "1", False), (2, 1, "2", False)],
    ]


@pytest.mark.parametrize("sides", ["left", "right", "both"])
def test_a_table_without_outer_lines_is_still_one(sides: str) -> None:
    page = Sheet()
    for y in (100, 122, 144):
        page.line(60, y, 360, y)
    for x in (160, 260, *((60,) if sides == "right" else ()), *((360,) if sides == "left" else ())):
        page.line(x, 100, x, 144)
    for row, y in zip(ROWS, (114, 136), strict=True):
        for words, x in zip(row, (65, 165, 265), strict=True):
            page.text(x, y, words)
    assert tables(read_pdf(build(page), "a.pdf")) == [ROWS]


def test_a_frame_around_the_page_is_no_table() -> None:
    page = sheet("二、集群发展总体情况", at=60)
    page.table(60, 100, WIDTHS, ROWS)
    for a, b in (
        ((20, 20), (575, 20)),
        ((20, 820), (575, 820)),
        ((20, 20), (20, 820)),
        ((575, 20), (575, 820)),
    ):
        page.line(*a, *b)
    source = read_pdf(build(page), "a.pdf")
    assert tables(source) == [ROWS]
    assert texts(source)[0] == "二、集群发展总体情况"


def test_a_table_in_a_cell_stays_in_it() -> None:
    page = Sheet()
    page.table(60, 100, [60, 400], [["外", ""]], height=120)
    page.table(140, 120, [100, 100], [["甲", "乙"], ["丙", "丁"]])
    outer = next(block for block in read_pdf(build(page), "a.pdf").blocks if isinstance(block, Table))
    inner = next(block for block in outer.rows[0][1].blocks if isinstance(block, Table))
    assert [[cell.own_text for cell in row] for row in inner.rows] == [["甲", "乙"], ["丙", "丁"]]


def long_table(first: list[list[str]], then: list[list[str]]) -> Source:
    """A table of two parts, the first at the foot of a page, the second at the head of the next."""
    one, two = sheet("标题", at=60), Sheet()
    one.table(60, HEIGHT - 60 - 22 * len(first), WIDTHS, first)
    two.table(60, 48, WIDTHS, then)
    return read_pdf(build(one, two), "a.pdf")


def test_a_table_goes_on_on_the_next_page() -> None:
    assert tables(long_table(ROWS, [["利润总额", "1", "2"]])) == [[*ROWS, ["利润总额", "1", "2"]]]


def test_headings_repeated_on_the_next_page_are_read_once() -> None:
    assert tables(long_table(ROWS, [ROWS[0], ["利润总额", "1", "2"]])) == [[*ROWS, ["利润总额", "1", "2"]]]


def test_a_row_cut_by_the_page_is_one_row() -> None:
    first = [ROWS[0], ["国家级专精特新小巨人企业数量（个，", "8", "12"]]
    source = long_table(first, [["需提供佐证）", "", ""], ["利润总额", "1", "2"]])
    assert tables(source)[0][1:] == [
        ["国家级专精特新小巨人企业数量（个，需提供佐证）", "8", "12"],
        ["利润总额", "1", "2"],
    ]


def test_a_row_cut_before_a_remark_on_its_figure_is_one_row() -> None:
    first = [ROWS[0], ["国家级专精特新小巨人企业数量（个，", "8", "12"]]
    source = long_table(first, [["需提供佐证）", "", "（第16页）"], ["利润总额", "1", "2"]])
    assert tables(source)[0][1] == ["国家级专精特新小巨人企业数量（个，需提供佐证）", "8", "12\n（第16页）"]
    another = long_table(first, [["（1）利润总额", "", "2"]])
    assert [row[0] for row in tables(another)[0]] == ["指标名称", first[1][0], "（1）利润总额"]


@pytest.mark.parametrize(("above", "joined"), [("负责人签字：王某", True), ("负责人：王某", False)])
def test_signatures_are_cut_by_the_page_between_any_two_lines(above: str, joined: bool) -> None:
    one, two = sheet("标题", at=60), Sheet()
    one.table(60, HEIGHT - 82, [200, 200], [[above, above]])
    two.table(60, 48, [200, 200], [["2023年2月1日", "2023年2月2日"]])
    assert len(tables(read_pdf(build(one, two), "a.pdf"))[0]) == (1 if joined else 2)


def test_a_row_with_blank_cells_on_the_next_page_is_a_row_of_its_own() -> None:
    """What is missing must be seen to be missing."""
    assert tables(long_table(ROWS, [["利润总额", "", "2"]]))[0][2] == ["利润总额", "", "2"]


def test_another_table_on_the_next_page_is_another_table() -> None:
    one, two = sheet("标题", at=60), Sheet()
    one.table(60, HEIGHT - 104, WIDTHS, ROWS)
    two.table(60, 48, [100, 260], [["建设单位", "项目"], ["甲", "乙"]])
    assert len(tables(read_pdf(build(one, two), "a.pdf"))) == 2


def test_lines_broken_for_width_are_joined_and_paragraphs_kept_apart() -> None:
    full = "集群企业围绕主导产业开展协作" * 3
    page = sheet(f"　　{full[:38]}", f"{full[38:]}。", "　　第二段。")
    page.text(60, 60, full[:40])  # the longest line shows where lines end
    assert texts(read_pdf(build(page), "a.pdf"))[-2:] == [f"{full[:38]}{full[38:]}。", "第二段。"]


def test_a_table_wider_than_the_text_does_not_part_its_lines() -> None:
    """The third line is a character short of the others' end, the table two characters wider than the text."""
    long = "集群企业围绕主导产业开展协作配套形成了完整的产业链条和稳定的供应关系其中规上企业"
    page = sheet(long, long, long[:-1], long, long, long[:10] + "。", "另起一段。")
    page.table(60, 300, [260, 220], [["指标名称", "2022年"]])
    found = texts(read_pdf(build(page), "a.pdf"))
    assert found[:2] == [long * 2 + long[:-1] + long * 2 + long[:10] + "。", "另起一段。"]


def test_running_heads_and_page_numbers_are_no_text() -> None:
    pages = []
    for number in range(1, 5):
        page = sheet(f"正文第{'一二三四'[number - 1]}段。", at=200)
        page.text(200, 40, "湖南省产业集群竞赛")
        page.text(280, HEIGHT - 30, f"— {number} —")
        pages.append(page)
    source = read_pdf(build(*pages), "a.pdf")
    assert texts(source) == [f"正文第{number}段。" for number in "一二三四"]
    assert [margin.text for margin in source.margins] == ["湖南省产业集群竞赛", "— 1 —\n— 2 —\n— 3 —\n— 4 —"]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_that_is_shown_turned_is_read_as_shown(turn: int) -> None:
    """The page's own entry turns it one way, the text is drawn the other."""
    cosine, sine = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}[turn]
    page = Sheet(rotate=turn)
    for step, words in enumerate(("第一行文字", "第二行文字")):
        x, y = (400 if turn == 180 else 100) + 20 * step * sine, 300 + 20 * step * cosine
        page.text(x, y, words, matrix=f"{cosine} {sine} {-sine} {cosine}")
    assert texts(read_pdf(build(page), "a.pdf")) == ["第一行文字", "第二行文字"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_text_drawn_on_its_side_is_read(turn: int) -> None:
    cosine, sine = {90: (0, 1), 180: (-1, 0), 270: (0, -1)}[turn]
    page = Sheet()
    for step, words in enumerate(("第一行文字", "第二行文字")):
        x, y = (400 if turn == 180 else 100) + 20 * step * sine, 300 + 20 * step * cosine
        page.text(x, y, words, matrix=f"{cosine} {sine} {-sine} {cosine}")
    assert texts(read_pdf(build(page), "a.pdf")) == ["第一行文字", "第二行文字"]


def test_a_watermark_does_not_get_into_the_cells() -> None:
    page = Sheet()
    page.table(60, 100, WIDTHS, ROWS)
    page.text(70, 180, "征求意见稿", 40, matrix="0.8 0.6 -0.6 0.8")
    source = read_pdf(build(page), "a.pdf")
    assert tables(source) == [ROWS]
    assert [margin.text for margin in source.margins] == ["征求意见稿"]


def test_bold_type_made_by_printing_twice_is_read_once() -> None:
    page = sheet("集群总产值")
    page.text(60.3, 80, "集群总产值")
    assert texts(read_pdf(build(page), "a.pdf")) == ["集群总产值"]


def test_what_was_typed_into_a_form_or_onto_the_page_is_read() -> None:
    page = sheet("集群名称：", at=100)
    box = b"/Rect[120 725 300 750]"
    look = b"/DA(/Helv 11 Tf 0 g)/F 4"
    page.annotations.append(b"<</Type/Annot/Subtype/FreeText%s%s/Contents(TYPED)>>" % (box, look))
    page.annotations.append(
        b"<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(FIELD)%s%s>>" % (b"/Rect[120 675 300 700]", look)
    )
    page.annotations.append(b"<</Type/Annot/Subtype/Text/Rect[10 10 30 30]/Contents(REMARK)>>")
    fields = (
        b"/AcroForm<</Fields[7 0 R]/DR<</Font<</Helv<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>"
    )
    found = squeezed(*texts(read_pdf(build(page, catalog=fields), "a.pdf")))
    assert "集群名称：" in found
    assert "FIELD" in found
    assert "REMARK" not in found


def scan() -> Sheet:
    page = Sheet()
    page.picture(0, 0, WIDTH, HEIGHT)
    return page


def test_scanned_pages_among_others_are_told(no_recognition: None) -> None:
    page = sheet("二、集群发展总体情况", at=60)
    page.table(60, 100, WIDTHS, ROWS)
    source = read_pdf(build(page, scan(), scan(), sheet("六、真实性声明"), scan()), "a.pdf")
    assert tables(source) == [ROWS]
    assert source.unread == ("第2—3页（扫描图片）", "第5页（扫描图片）")
    assert "六、真实性声明" in texts(source)


def test_a_scan_says_how_it_can_be_read(no_recognition: None) -> None:
    with pytest.raises(UserError, match=r'扫描件.*pip install "cluster-assistant\[ocr\]"'):
        read_pdf(build(scan(), scan()), "a.pdf")


def test_the_name_to_install_is_the_projects_own() -> None:
    import tomllib
    from pathlib import Path

    root = next(folder for folder in Path(__file__).parents if (folder / "pyproject.toml").is_file())
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "ocr" in project["optional-dependencies"]
    assert f'"{project["name"]}[ocr]"' in recognition.INSTALL


def test_text_that_was_recognised_by_another_program_is_uncertain() -> None:
    """Such programs put their text unseen over the picture."""
    page = scan()
    for step in range(10):
        page.text(60, 100 + 20 * step, "集群企业围绕主导产业开展协作配套", mode=3)
    source = read_pdf(build(sheet("封面"), page), "a.pdf")
    assert (source.uncertain, source.uncertain_pages) == (True, frozenset({2}))
    assert "集群企业围绕主导产业开展协作配套" in squeezed(*texts(source))


def test_pictures_beside_text_are_noted_and_counted_where_they_stand() -> None:
    page = sheet("正文")
    page.table(60, 200, [200, 200], [["签字：", ""]], height=60)
    page.picture(280, 210, 60, 40)
    page.picture(60, 400, 200, 100)
    source = read_pdf(build(page), "a.pdf")
    assert source.noted == ("图片 1 张",)
    table = next(block for block in source.blocks if isinstance(block, Table))
    assert [paragraph.pictures for paragraph in paragraphs(table.rows[0][1].blocks)] == [1]


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_a_file_that_needs_no_password_to_open_is_read(algorithm: str) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(build(sheet("集群名称"))))
    writer.encrypt("", "owner", algorithm=algorithm)
    out = io.BytesIO()
    writer.write(out)
    assert texts(read_pdf(out.getvalue(), "a.pdf")) == ["集群名称"]


WORDS = st.text(st.sampled_from("集群产业链指标名称亿元2022.5（）、"), min_size=1, max_size=10).map(str.strip)


@settings(max_examples=8)
@given(
    st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=1, max_size=60), st.lists(WORDS, max_size=30)
)
def test_every_character_that_another_library_reads_is_read(rows: list[list[str]], lines: list[str]) -> None:
    first, second = sheet(*lines, at=70), Sheet()
    second.table(60, 60, [180, 150, 150], rows[:34], height=20)
    third = Sheet()
    third.table(60, 60, [180, 150, 150], rows[34:] or [["甲", "乙", "丙"]], height=20)
    data = build(first, second, third)
    source = read_pdf(data, "a.pdf")
    ours = squeezed(*texts(source), *(margin.text for margin in source.margins))
    theirs = squeezed(*(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages))
    assert sorted(ours) == sorted(theirs)
