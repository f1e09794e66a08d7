from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.clauses import Clause
from index.parsing.options import ParserOptions
from index.parsing.outline import parse_clauses


def locators(body: str, options: ParserOptions | None = None) -> list[str]:
    return [clause.locator for clause in parse_clauses("d", body, options)]


def assert_sound(body: str, clauses: tuple[Clause, ...]) -> None:
    assert "".join(clause.text for clause in clauses) == body
    names = [clause.locator for clause in clauses]
    assert len(set(names)) == len(names)
    assert all(names)
    position = {name: place for place, name in enumerate(names)}
    for clause in clauses:
        assert clause.parent is None or position[clause.parent] < clause.order


LINE = st.one_of(
    st.sampled_from(
        [
            "第一章 总则",
            "第二章 分则",
            "第一节 一般规定",
            "第一条 为了规范，制定本办法。",
            "第二条本办法适用于本省。",
            "第２条 又一条",
            "第二十条之一 新增",
            "一、总体要求",
            "二、重点任务",
            "（一）甲",
            "(二) 乙",
            "1.丙",
            "2、丁",
            "（1）戊",
            "①己",
            "2.1 指标",
            "2.5亿元的投资",
            "附件1",
            "附件：1.名单",
            "附件2：表",
            "| 序号 | 名称 |",
            "| --- | --- |",
            "| 1 | 甲 |",
            "| | |",
            "## 标题",
            "# 大标题",
            "省财政厅：负责资金。",
            "省科技厅:负责科技。",
            "某某市工业和信息化局",
            "2024年3月5日",
            "本办法自发布之日起施行。",
            "目录",
            "第三条规定的条件。",
            "**第三条** 加粗",
            "",
            "   ",
            "\u3000\u3000第四条\u3000内容",
            "第五条 条件：（一）甲；（二）乙。",
            "1 总则",
            "1.1 目的",
        ]
    ),
    st.text(max_size=12),
)


@given(st.lists(LINE, max_size=40).map("\n".join))
def test_clauses_joined_are_the_document(body: str) -> None:
    assert_sound(body, parse_clauses("d", body))


@given(st.text(alphabet="第一二三条章附件：、（）12.|\n -#各省", max_size=120))
def test_clauses_joined_are_any_text(body: str) -> None:
    assert_sound(body, parse_clauses("d", body))


def test_an_empty_document_has_no_clauses() -> None:
    assert parse_clauses("d", "") == ()


def test_articles_chapters_items_and_points() -> None:
    body = (
        "某办法\n\n第一章 总则\n第一条 目的。\n第二章 条件\n第二条 条件如下：\n"
        "（一）甲：\n1.一\n2.二\n（二）乙。\n第三条 其他。\n"
    )
    assert locators(body) == [
        "前言",
        "第一章",
        "第一条",
        "第二章",
        "第二条",
        "第二条（一）",
        "第二条（一）1",
        "第二条（一）2",
        "第二条（二）",
        "第三条",
    ]


def test_sections_items_points_and_subpoints() -> None:
    body = "一、要求\n内容。\n二、任务\n（一）甲。\n1.子。\n（1）孙。\n（2）孙。\n（二）乙。\n"
    assert locators(body) == [
        "一",
        "二",
        "二（一）",
        "二（一）1",
        "二（一）1（1）",
        "二（一）1（2）",
        "二（二）",
    ]


@pytest.mark.parametrize(
    "article",
    [
        "第16条 内容",
        "第１６条\u3000内容",
        "第 十六 条 内容",
        "**第十六条** 内容",
        "\u3000\u3000第十六条 内容",
    ],
)
def test_articles_in_other_digits(article: str) -> None:
    assert locators(article) == ["第十六条"]


def test_items_in_half_width_brackets() -> None:
    assert locators("第一条 如下：\n(一)甲\n( 二 )乙\n") == ["第一条", "第一条（一）", "第一条（二）"]


def test_articles_without_a_space_follow_each_other() -> None:
    assert locators("第一条为了规范。\n第二条本办法适用。\n") == ["第一条", "第二条"]


@pytest.mark.parametrize(
    "line",
    [
        "第一条规定的条件，应当满足。",
        "第九条所称企业。",
        "（一）至（三）项所列情形除外。",
        "2.5亿元的投资。",
        "2021年3月15日",
        "一、二、三产业融合。",
        "三、四线城市。",
        "（2021）年的数据",
        "第三章规定的程序适用。",
    ],
)
def test_a_number_in_prose_starts_no_clause(line: str) -> None:
    body = f"第一条 目的。\n{line}\n第二条 其他。\n"
    assert locators(body) == ["第一条", "第二条"]


def test_inserted_articles() -> None:
    body = "第二十条 甲。\n第二十条之一 乙。\n第二十条之二 丙。\n第二十一条 丁。\n"
    assert locators(body) == ["第二十条", "第二十条之一", "第二十条之二", "第二十一条"]


def test_the_same_number_twice_is_kept() -> None:
    body = "第一条 甲。\n第一条 乙。\n第一条 丙。\n"
    assert locators(body) == ["第一条", "第一条 之二", "第一条 之三"]


def test_an_annex_holds_the_articles_of_a_letter_without_any() -> None:
    body = (
        "关于印发办法的通知\n各市：\n现印发给你们。\n附件：某办法\n某局\n2024年1月2日\n"
        "附件\n某办法\n第一条 甲。\n第二条 乙。\n"
    )
    assert locators(body) == ["前言", "附件", "第一条", "第二条"]


def test_articles_of_a_second_annex_carry_its_name() -> None:
    body = "第一条 甲。\n附件1\n办法甲\n第一条 乙。\n附件2\n办法乙\n第一条 丙。\n"
    assert locators(body) == ["第一条", "附件1", "附件1 第一条", "附件2", "附件2 第一条"]


def test_the_list_of_annexes_opens_none() -> None:
    body = (
        "一、甲。\n二、乙。\n特此通知。\n附件：1.名单\n2.表\n某某局\n2024年5月6日\n"
        "附件1\n名单\n序号 | 名称 |\n1 | 甲 |\n2 | 乙 |\n附件2\n表\n说明\n"
    )
    assert locators(body) == ["一", "二", "结语", "附件1", "附件1 表", "附件1 序号1", "附件1 序号2", "附件2"]


def test_numbered_annex_titles_in_the_list() -> None:
    body = "一、甲。\n附件1：名单\n附件2：申报表\n某某局\n2024年5月6日\n"
    assert locators(body) == ["一", "结语"]


def test_a_late_contact_line_is_no_closing() -> None:
    body = "一、甲。\n特此通知。\n二、乙。\n某某局\n2024年5月6日\n"
    assert locators(body) == ["一", "二", "结语"]


def test_a_table_of_contents_opens_nothing() -> None:
    body = "目录\n第一章 总则……1\n第二章 条件……2\n\n第一章 总则\n第一条 甲。\n第二章 条件\n第二条 乙。\n"
    assert locators(body) == ["前言", "第一章", "第一条", "第二章", "第二条"]


def test_decimal_headings() -> None:
    body = "2.1 指标\n内容\n2.2 企业\n2.5亿元\n2.3 项目\n"
    assert locators(body) == ["2.1", "2.2", "2.3"]


def test_decimal_headings_below_a_single_number() -> None:
    body = "1 总则\n1.1 目的\n1.2 范围\n2 术语\n2.1 集群\n2.1.1 核心\n"
    clauses = parse_clauses("d", body)
    assert [(clause.locator, clause.parent) for clause in clauses] == [
        ("1", None),
        ("1.1", "1"),
        ("1.2", "1"),
        ("2", None),
        ("2.1", "2"),
        ("2.1.1", "2.1"),
    ]


def test_items_that_run_on_in_one_line() -> None:
    body = "第六条 条件：（一）有组织；（二）有园区。\n第七条 按（一）（二）项办理。\n"
    clauses = parse_clauses("d", body)
    assert [clause.locator for clause in clauses] == ["第六条", "第六条（一）", "第六条（二）", "第七条"]
    assert clauses[1].text == "（一）有组织；"
    assert_sound(body, clauses)


def test_a_quoted_article_of_an_amendment_opens_nothing() -> None:
    body = (
        "关于修改《某办法》的决定\n一、将第三条修改为：“第三条 主体为促进组织。”\n"
        "二、增加一条，作为第二十条之一：\n“第二十条之一 撤销称号。”\n本决定自公布之日起施行。\n"
    )
    assert locators(body) == ["前言", "一", "二", "结语"]


def test_markdown_headings() -> None:
    body = "# 规划\n\n导语。\n\n## 重点任务\n\n（一）甲。\n\n（二）乙。\n\n## 保障措施\n\n（一）丙。\n"
    assert locators(body) == [
        "前言",
        "重点任务",
        "重点任务（一）",
        "重点任务（二）",
        "保障措施",
        "保障措施（一）",
    ]


def test_markdown_headings_that_are_numbered() -> None:
    body = "# 办法\n\n## 第一章 总则\n\n### 第一条\n\n甲。\n\n## 第二章 条件\n\n### 第二条 乙\n"
    assert locators(body) == ["前言", "第一章", "第一条", "第二章", "第二条"]


def test_options_name_sections_and_annexes() -> None:
    options = ParserOptions(prefixes={"附件1": "初赛"}, sections_as_items=True)
    table = "| 指标 | 值 |\n| --- | --- |\n| 产值 | |\n"
    body = f"一、甲。\n二、乙。\n附件1\n报告\n一、信息\n二、情况\n2.1指标\n{table}"
    assert locators(body, options) == [
        "第一项",
        "第二项",
        "初赛",
        "初赛 一",
        "初赛 二",
        "初赛 2.1",
        "初赛 2.1 表",
        "初赛 2.1 产值",
    ]


def test_named_entries_of_an_annex() -> None:
    entries = "省财政厅:负责资金。\n省科技厅：负责科技。\n省教育厅：负责教育。\n"
    body = f"一、甲。\n附件1\n分工\n{entries}补充。\n"
    assert locators(body) == ["一", "附件1", "附件1 省财政厅", "附件1 省科技厅", "附件1 省教育厅"]


def test_numbered_names_of_an_annex() -> None:
    body = "附件3\n名单\n一、先进集群\n1.甲集群\n2.乙集群\n二、特色集群\n1.丙集群\n2.丁集群\n"
    assert locators(body) == [
        "附件3",
        "附件3 一",
        "附件3 一 序号1",
        "附件3 一 序号2",
        "附件3 二",
        "附件3 二 序号1",
        "附件3 二 序号2",
    ]


def test_rows_carry_the_headings_of_merged_columns() -> None:
    body = (
        "| 指标 | 2021年 | 2021年 | 备注 |\n| --- | --- | --- | --- |\n"
        "| 指标 | 总额 | 其中 | 备注 |\n| 产值 | 5 | 3 | 无 |\n"
    )
    clauses = parse_clauses("d", body)
    assert clauses[-1].cells == (("指标", "产值"), ("2021年 总额", "5"), ("2021年 其中", "3"), ("备注", "无"))


def test_rows_are_named_by_the_column_that_tells_them_apart() -> None:
    rows = "| 甲 | 子 | 一链 |\n| 甲 | 丑 | 二链 |\n| 乙 | 丑 | 三链 |\n"
    body = f"| 类型 | 产业 | 链 |\n| --- | --- | --- |\n{rows}"
    assert locators(body) == ["表", "一链", "二链", "三链"]


def test_text_below_a_table_is_its_own_clause() -> None:
    body = "2.1 指标\n| 甲 | 乙 |\n| --- | --- |\n| 产值 | 3 |\n注：按现价计算。\n2.2 企业\n"
    clauses = parse_clauses("d", body)
    assert [clause.locator for clause in clauses] == ["2.1", "2.1 表", "2.1 产值", "2.1 说明", "2.2"]
    assert_sound(body, clauses)
