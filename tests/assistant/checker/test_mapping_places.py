"""What belongs where: headings, contents pages, attachments, lost headings, rows beyond the form, the other form."""

from __future__ import annotations

import pytest

from assistant.checker.check import check_draft, read_draft
from assistant.checker.draft import Draft
from assistant.checker.form import CATEGORIES, STAGES, Category, Stage
from assistant.checker.form_loader import load_form
from assistant.checker.mapping.identify import category_of, stage_of
from assistant.checker.readers.docx import read_docx
from assistant.checker.reports.blank import blank_form
from assistant.checker.source import Paragraph, Place, Source
from assistant.checker.wordcount import count_words
from eval.drafts.layouts import Cell, Grid, Line, Sheet, from_source, plain, to_source
from eval.drafts.sample import sample_content, sample_report


def grid(*rows: list[str]) -> Grid:
    return Grid([[Cell(text) for text in row] for row in rows])


def read(*items: Line | Grid, stage: Stage | None = "初赛") -> Draft:
    return read_draft(to_source(Sheet(list(items))), stage)


def texts(draft: Draft) -> dict[str, str]:
    return {number: text.text for number, text in draft.texts.items() if text.paragraphs and number != "6.1"}


YEARS = ["指标名称", "2021年", "2022年", "增幅（%）"]


# --- the blank forms, by either form --------------------------------------------------------


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("read_as", [None, *STAGES])
def test_a_blank_form_has_no_content_whichever_form_it_is_read_by(stage: Stage, read_as: Stage | None):
    draft = read_draft(read_docx(blank_form(stage), "blank.docx"), read_as)
    assert texts(draft) == {}
    report = check_draft(draft, "blank.docx")
    assert (report.score, report.stage) == (0.0, read_as or stage)
    assert not [f for f in report.findings if f.kind == "limit"]


@pytest.mark.parametrize("stage", STAGES)
def test_instructions_left_in_do_not_count_as_words(stage: Stage):
    form = load_form(stage)
    content = sample_content(stage, "先进制造业集群")
    draft = read_draft(to_source(plain(form, content)))
    other = load_form("决赛" if stage == "初赛" else "初赛")
    for own in (form, other):
        sheet = plain(form, content)
        at = next(
            n for n, item in enumerate(sheet.items) if isinstance(item, Line) and item.text.startswith("2.8")
        )
        instructions = next(section for section in own.sections if section.number == "2.8").instructions
        sheet.items[at + 1 : at + 1] = [
            Line("\n".join(instructions[:3])),
            *map(Line, instructions[3:]),
            Line("（2500字以内）"),
        ]
        left = read_draft(to_source(sheet))
        assert count_words(left.texts["2.8"].text) == count_words(draft.texts["2.8"].text)


def test_an_instruction_in_one_paragraph_with_the_text_is_taken_out():
    draft = read(
        Line("3.2 集群核心承载园区推进集群发展自评报告"),
        Line("承载园区基本情况，重点阐述为推进产业集群发展在项目建设、规模工业企业培育、招商引资、要素保障、营商环境改善、企业服务、体制机制创新等方面"
             "所开展的工作和取得的成效，以及下一步推进集群发展的工作思路。2500字以内。园区成立于2006年。"),
    )  # fmt: skip
    assert draft.texts["3.2"].text == "园区成立于2006年。"


# --- stage and category ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "stage"),
    [
        (["湖南省产业集群竞赛参赛报告（初赛）"], "初赛"),
        (["湖南省产业集群竞赛", "参赛报告", "（决赛）"], "决赛"),
        (["参赛阶段：□初赛 ☑决赛"], "决赛"),
        (["初赛√ 决赛", "参赛报告"], "初赛"),
        (["参赛报告", "一、集群基本信息", "五、培育发展产业集群实施方案"], "初赛"),
        (["参赛报告", "（二）未来三年集群主要经济指标发展目标"], "初赛"),
        (["参赛报告", "自初赛胜出以来，促进会开展了以下工作。"], "决赛"),
        (["参赛报告", "一、集群基本信息"], None),
    ],
)
def test_stage(lines: list[str], stage: Stage | None):
    blocks = tuple(Paragraph(text, Place(number)) for number, text in enumerate(lines))
    assert stage_of(Source("docx", blocks)) == stage


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("先进制造业集群", "先进制造业集群"),
        ("√先进制造业集群", "先进制造业集群"),
        ("☑先进制造业集群 □中小企业特色产业集群", "先进制造业集群"),
        ("▣ 先进制造业集群\n□ 中小企业特色产业集群", "先进制造业集群"),
        ("先进制造业集群☐ 中小企业特色产业集群☑", "中小企业特色产业集群"),
        ("先进制造业集群（√） 中小企业特色产业集群（ ）", "先进制造业集群"),
        ("先进制造业集群√ 中小企业特色产业集群", "先进制造业集群"),
        ("先进制造业集群 √中小企业特色产业集群", "中小企业特色产业集群"),
        ("□先进制造业集群 中小企业特色产业集群", "中小企业特色产业集群"),
        ("[√]先进制造业集群 [ ]中小企业特色产业集群", "先进制造业集群"),
        ("先進製造業集群", "先进制造业集群"),
        ("先进制造业集群或√中小企业特色产业集群", "中小企业特色产业集群"),
        ("（先进制造业集群或中小企业特色产业集群）", None),
        ("先进制造业集群、中小企业特色产业集群", None),
        ("", None),
    ],
)
def test_category(text: str, category: Category | None):
    assert category_of(text) == category


@pytest.mark.parametrize("category", CATEGORIES)
@pytest.mark.parametrize(
    "line", ["申报类别：{}", "集群所在地县以上人民政府意见：同意申报{}。", "我县组织集群参加2023年度{}竞赛。"]
)
def test_category_is_found_outside_its_field(category: Category, line: str):
    draft = read(
        Line(line.format(category)), Line("一、集群基本信息"), grid(["集群名称", "某集群"], ["申报类别", ""])
    )
    assert draft.category == category


# --- before and behind ----------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["……3", "\t3", " 3", ""])
def test_a_contents_page_is_no_content(ending: str):
    titles = [
        "一、集群基本信息",
        "二、集群发展总体情况",
        "2.1 集群主要经济指标",
        "2.8 集群发展总体情况自评报告",
        "（一）产业基础",
        "七、佐证材料",
    ]
    draft = read(
        Line("目　录"), *(Line(title + ending) for title in titles), Line("参赛报告（初赛）"), Line(titles[0]), Line(titles[1]),
        Line(titles[3]), Line("集群拥有企业300家。"), Line("七、佐证材料"), Line("1.证书 第3页"),
    )  # fmt: skip
    assert texts(draft) == {"2.8": "集群拥有企业300家。", "七": "1.证书 第3页"}
    assert "2.1" not in draft.headings
    assert draft.headings["2.8"].paragraph > len(titles)


def test_a_list_of_proof_called_contents_is_kept():
    draft = read(
        Line("一、集群基本信息"),
        grid(["集群名称", "甲", "电话"]),
        Line("七、佐证材料"),
        Line("目录"),
        Line("证书 第3页"),
        Line("证书"),
    )
    assert texts(draft)["七"] == "目录\n证书 第3页\n证书"


def test_attachments_do_not_override_the_report():
    draft = read(
        Line("2.1 集群主要经济指标"), grid(YEARS, ["集群总产值（亿元）", "1", "", "3"]), Line("2.8 集群发展总体情况自评报告"), Line("正文。"),
        Line("6.1 集群符合参赛条件的真实性声明"), Line("声明。"), Line("附件：上年报表"), Line("2.1 集群主要经济指标"),
        grid(YEARS, ["集群总产值（亿元）", "7", "8", "9"], ["利润总额（亿元）", "7", "8", "9"]), Line("2.8 集群发展总体情况自评报告"), Line("旧文。"),
    )  # fmt: skip
    assert [draft.value("2.1/output", key).raw for key in ("y2", "y1", "growth")] == ["1", "", "3"]
    assert draft.value("2.1/profit", "y1") is None
    assert draft.texts["2.8"].text == "正文。"
    assert draft.texts["七"].text.endswith("旧文。")


def test_a_table_in_the_free_text_stays_there():
    summary = grid(YEARS, ["园区生产总值（亿元）", "7", "8", "9"], ["上交税金总额（亿元）", "7", "8", "9"])
    draft = read(
        Line("2.8 集群发展总体情况自评报告"), Line("如下表。"), summary, Line("续。"), Line("3.1 园区主要经济指标"),
        grid(YEARS, ["园区生产总值（亿元）", "1", "2", "100"]),
    )  # fmt: skip
    assert draft.number("3.1/gdp", "y1").value == 2
    assert draft.texts["2.8"].text.endswith("续。")
    assert "上交税金总额" in draft.texts["2.8"].text


def test_what_stands_before_the_report_is_kept_apart():
    draft = read(
        Line("参赛报告"),
        grid(["集群名称", "封面集群"]),
        Line("一、集群基本信息"),
        grid(["集群名称", "正文集群"]),
    )
    assert [paragraph.text for paragraph in draft.front] == ["参赛报告", "集群名称\t封面集群"]


def test_remarks_of_colleagues_are_no_content():
    blocks = tuple(
        Paragraph(text, Place(number), where)
        for number, (text, where) in enumerate(
            [
                ("3.2 集群核心承载园区推进集群发展自评报告", "body"),
                ("请补充数据", "comment"),
                ("正文。", "body"),
                ("第3页", "footer"),
            ]
        )
    )
    assert read_draft(Source("docx", blocks), "初赛").texts["3.2"].text == "正文。"


# --- rows ---------------------------------------------------------------------------------


def test_rows_beyond_the_form_are_kept():
    draft = read(
        Line("2.1 集群主要经济指标"),
        grid(YEARS, ["集群总产值（亿元）", "1", "2", "100"], ["户均用电量（万度）", "3", "4", "33"], ["集群总产值（亿元）", "1", "9", "800"]),
        Line("2.2 集群企业培育情况"), Line("营业收入排名前十企业发展情况"),
        grid(["企业名称", "主要产品", "2021年营业收入", "2022年营业收入", "国内市场占有率（%）"], ["甲", "板", "1", "2", "3"]),
        Line("获得荣誉情况"), grid(["荣誉名称", "授予单位", "授予时间"], ["驰名商标", "某局", "2021年"]),
    )  # fmt: skip
    extra = [(section, rows[0]) for section, rows, _ in draft.extra]
    assert ("2.1", "户均用电量（万度）") in extra
    assert ("2.1", "集群总产值（亿元）") in extra
    assert ("2.2", "驰名商标") in extra
    assert [row.text("name") for row in draft.rows("2.2", "top_revenue")] == ["甲"]
    assert draft.number("2.1/output", "y1").value == 2


def test_rows_of_a_section_whose_heading_is_lost_go_to_it_in_company():
    draft = read(
        Line("2.1 集群主要经济指标"),
        grid(YEARS, ["集群总产值（亿元）", "1", "2", "100"], ["高新技术企业数量（个）", "3", "4", "33.3"], ["省级单项冠军数量（个）", "5", "6", "20"]),
        Line("2.8 集群发展总体情况自评报告"), Line("文字。"),
        grid(["指标名称", "上一年实际值", "2023年目标", "2024年目标", "2025年目标"], ["集群总产值（亿元）", "2", "3", "4", "5"], ["集群主导产业利润（亿元）", "1", "2", "3", "4"]),
    )  # fmt: skip
    assert [draft.number(f"2.2/{key}", "y1").value for key in ("hightech", "champions_provincial")] == [4, 6]
    assert [draft.number("5.1/output", key).value for key in ("y1", "t1", "t2", "t3")] == [2, 3, 4, 5]
    assert draft.texts["2.8"].text == "文字。"


def test_a_single_row_of_another_section_is_no_value_of_it():
    draft = read(
        Line("2.1 集群主要经济指标"),
        grid(YEARS, ["集群总产值（亿元）", "1", "2", "100"], ["固定资产投资（亿元）", "3", "4", "33"]),
    )
    assert draft.value("3.1/fixed_investment", "y1") is None
    assert ("2.1", "固定资产投资（亿元）") in [(section, rows[0]) for section, rows, _ in draft.extra]


def test_rows_of_other_levels_are_not_taken_for_the_forms():
    rows = [["市级单项冠军数量（个）", "1", "2", "100"], ["县级技术创新载体数量（个）", "1", "2", "100"]]
    draft = read(
        Line("2.2 集群企业培育情况"), grid(YEARS, rows[0]), Line("2.4 集群创新情况"), grid(YEARS, rows[1])
    )
    assert draft.values == {}
    assert len(draft.extra) == 2


def test_two_indicators_side_by_side():
    draft = read(
        Line("2.1 集群主要经济指标"),
        grid([*YEARS, *YEARS], ["集群总产值（亿元）", "1", "2", "100", "利润总额（亿元）", "3", "4", "33.3"]),
    )
    assert [draft.number("2.1/output", "y1").value, draft.number("2.1/profit", "y1").value] == [2, 4]


@pytest.mark.parametrize("caption", ["单位：万元", "（单位：万元）", "计量单位: 万元、人、%"])
def test_units_of_the_whole_table(caption: str):
    rows = [
        YEARS,
        ["集群总产值", "38652", "45218", "17.0"],
        ["集群从业人员数量（人）", "31250", "33860", "8.4"],
        ["进口额（亿元）", "1", "2", "100"],
    ]
    draft = read(Line("2.1 集群主要经济指标"), Line(caption), grid(*rows))
    assert str(draft.number("2.1/output", "y1").value) == "4.5218"
    assert draft.number("2.1/employees", "y1").value == 33860
    assert draft.number("2.1/imports", "y1").value == 2
    assert draft.number("2.1/output", "growth").value == 17


def test_every_value_keeps_its_place():
    draft = read_draft(read_docx(sample_report("初赛", "先进制造业集群"), "draft.docx"))
    assert all(
        value.place.table is not None
        for ref, value in draft.values.items()
        if ref.section != "一" or value.raw
    )
    sheet = from_source(draft.source)
    grids = list(sheet.grids())
    for value in draft.values.values():
        cell = grids[value.place.table].rows[value.place.row][value.place.cell]
        assert value.raw in cell.text or cell.text in value.raw


def test_the_category_of_another_contest_is_not_the_drafts():
    line = "集群2021年参加国家先进制造业集群竞赛。"
    draft = read(
        Line("一、集群基本信息"),
        grid(["集群名称", "某集群"], ["申报类别", ""]),
        Line("2.8 自评报告"),
        Line(line),
    )
    assert draft.category is None
    stated = read(
        Line("一、集群基本信息"),
        grid(["申报类别", "优势产业集群"]),
        Line("2.8 自评报告"),
        Line("我县申报先进制造业集群。"),
    )
    assert stated.category is None  # the field says otherwise; which is meant has to be asked


@pytest.mark.parametrize(
    "heading",
    [
        "2.8 集群自评报告", "2.8  某县新材料产业集群发展总体情况自评报告", "（八）集群发展总体情况自评报告", "第八节　集群发展总体情况自评报告",
        "集群發展總體情況自評報告", "2．8、集群发展总体情况自评报告", "2.8集群发展总体情况自评报告（2500字以内）", "２．８　集群发展总体情况自评报告",
        "某县新材料产业集群发展总体情况自评报告",
    ],
)  # fmt: skip
def test_headings(heading: str):
    draft = read(
        Line("2.7 集群公共服务情况"),
        grid(["指标名称", "2021年", "2022年"], ["省级及以上公共服务平台数量（个）", "1", "2"]),
        Line(heading),
        Line("正文。"),
    )
    assert texts(draft) == {"2.8": "正文。"}


@pytest.mark.parametrize(
    "line",
    [
        "（一）集群公共服务情况",
        "基本情况",
        "一、基本情况",
        "（四）集群创新情况。",
        "详见集群发展总体情况自评报告",
        "3.园区主要经济指标完成情况良好",
    ],
)
def test_subheadings_of_the_text_are_no_headings_of_the_form(line: str):
    table = grid(["指标名称", "2021年", "2022年"], ["省级及以上公共服务平台数量（个）", "1", "2"])
    draft = read(Line("2.4 集群创新情况"), grid(YEARS, ["发明专利数量（个）", "1", "2", "100"]), Line("2.7 集群公共服务情况"), table,
                 Line("2.8 集群发展总体情况自评报告"), Line(line), Line("正文。"))  # fmt: skip
    assert texts(draft) == {"2.8": f"{line}\n正文。"}


def test_a_row_over_a_page_break_is_read_from_both_halves():
    rows = [
        [Cell("指标名称"), Cell("2021年"), Cell("2022年", 2), Cell("增幅（%）")],
        [Cell("集群从业人员数量（人）"), Cell("15,820"), Cell("", 2), Cell("7.08")],
        [Cell("", continued=True), Cell("", continued=True), Cell("", 1, continued=True), Cell("16,940"), Cell("", continued=True)],
    ]  # fmt: skip
    draft = read(Line("2.1 集群主要经济指标"), Grid(rows))
    assert [draft.number("2.1/employees", key).value for key in ("y2", "y1")] == [15820, 16940]
    assert draft.extra == ()


def test_years_that_no_heading_states_are_taken_from_the_signature():
    draft = read(
        Line("2.1 集群主要经济指标"), grid(["指标名称", "上年", "本年", "增幅（%）"], ["集群总产值（亿元）", "1", "2", "100"]),
        Line("6.1 集群符合参赛条件的真实性声明"), Line("集群促进组织负责人签字：张某 2025年3月1日"),
    )  # fmt: skip
    assert (draft.last_year, draft.years_stated) == (2024, False)
    assert draft.value("2.1/output", "y1").column_label == "2024年"


@pytest.mark.parametrize(
    "total", [["合计", "", "2500", ""], ["", "合计", "2500", ""], ["3", "总计：", "2500", ""]]
)
def test_a_row_of_totals_is_no_row_of_the_list(total: list[str]):
    draft = read(
        Line("2.3 集群重点项目建设情况"),
        grid(
            ["序号", "建设单位名称", "项目名称", "总投资（万元）", "建设期"],
            ["1", "甲公司", "甲项目", "1500", "2022—2023年"],
            ["2", "乙公司", "乙项目", "1000", "2022—2024年"],
            [*total, ""],
        ),
    )
    assert [row.text("name") for row in draft.rows("2.3", "projects")] == ["甲项目", "乙项目"]
