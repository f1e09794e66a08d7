from index.nodes import corpus_stamp, make_nodes, short_title
from tests.index.fakes import articles, clause, document, listing, rules


def by_locator(doc):
    return {node.locator: node for node in make_nodes([doc])}


def test_article_carries_its_items_and_items_carry_the_opening_words():
    doc = document(
        "d",
        "办法",
        [
            clause("d", 0, "第二章", "第二章 条件\n", "chapter"),
            clause("d", 1, "第六条", "第六条 申报应当同时满足：\n", "article", "第二章", ("第二章 条件",)),
            clause("d", 2, "第六条（一）", "（一）特色明显。\n", "item", "第六条", ("第二章 条件",)),
            clause("d", 3, "第六条（二）", "（二）规模突出。\n", "item", "第六条", ("第二章 条件",)),
        ],
    )
    nodes = by_locator(doc)
    assert "特色明显" in nodes["第六条"].text
    assert "规模突出" in nodes["第六条"].text
    assert "申报应当同时满足" in nodes["第六条（二）"].text
    assert "特色明显" not in nodes["第六条（二）"].text
    assert "第二章 条件" in nodes["第六条（二）"].text
    assert "第二章" not in nodes, "a bare chapter heading is no passage"


def test_row_is_written_with_its_column_headings():
    assert by_locator(listing())["附件1 序号2"].text.endswith("苗圃名称：银杏苗圃；承办单位：乙乡合作社")


def test_bare_heading_over_rows_is_searched_with_them():
    assert "丙镇林场" in by_locator(listing())["附件1"].text


def test_bare_heading_over_little_text_stays_and_over_much_text_goes():
    def section(text):
        parts = [
            clause("d", 0, "二", "二、支持措施\n", "section"),
            clause("d", 1, "二（一）", f"（一）{text}\n", "item", "二", ("二、支持措施",)),
        ]
        return by_locator(document("d", "意见", parts))

    assert "二" in section("给予奖励。")
    assert "二" not in section("给予奖励。" * 300)


def test_piece_without_words_is_no_passage():
    assert make_nodes([document("d", "t", [clause("d", 0, "前言", "——\n\n", "preamble")])]) == []


def test_ids_are_stable_and_differ_even_where_locators_repeat():
    first, second = make_nodes([rules()]), make_nodes([listing(), rules()])
    assert [node.id for node in first] == [node.id for node in second if node.doc == "rules"]
    assert first[0].id == "rules#第一条"
    twice = document("d", "t", [clause("d", 0, "第一条", "第一条 甲"), clause("d", 1, "第一条", "第一条 乙")])
    assert len({node.id for node in make_nodes([twice])}) == 2


def test_stamp_changes_with_text_title_and_address():
    base = corpus_stamp([rules()])
    assert corpus_stamp([rules()]) == base
    assert corpus_stamp([rules(), listing()]) != base
    assert corpus_stamp([articles("rules", "苗圃评比办法", ["改了"])]) != base
    assert corpus_stamp([articles("rules", "别的题目", [c.text for c in rules().clauses])]) != base


def test_notice_is_called_by_the_document_that_it_issues():
    assert short_title(articles("d", "关于印发《苗圃评比办法》的通知", ["甲"])) == "苗圃评比办法"
    assert short_title(articles("d", "关于贯彻《森林法》的意见", ["甲"])) == "关于贯彻《森林法》的意见"
