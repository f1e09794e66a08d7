from __future__ import annotations

import re
from pathlib import Path

import pytest

from index.corpus import Corpus, load_corpus, save_document
from index.documents import Document
from index.errors import UserError
from index.numerals import normalise_locator, to_chinese
from index.parsing.frontmatter import build_document

IDS = ["list-2022", "measures-2021", "plan-2022", "report-2023", "workplan-2021"]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus()


def rows(document: Document, prefix: str) -> list[str]:
    return [
        clause.locator
        for clause in document.clauses
        if clause.kind == "row" and clause.locator.startswith(prefix + " ")
    ]


def test_the_five_documents_are_there(corpus: Corpus) -> None:
    assert sorted(corpus.documents) == IDS


@pytest.mark.parametrize("doc", IDS)
def test_no_clause_is_lost(corpus: Corpus, doc: str) -> None:
    document = corpus.documents[doc]
    assert "".join(clause.text for clause in document.clauses) == document.body


@pytest.mark.parametrize("doc", IDS)
def test_addresses_are_unique_and_parents_exist(corpus: Corpus, doc: str) -> None:
    clauses = corpus.documents[doc].clauses
    locators = [clause.locator for clause in clauses]
    assert len(set(locators)) == len(locators)
    assert all(clause.parent is None or clause.parent in locators for clause in clauses)
    assert [clause.order for clause in clauses] == list(range(len(clauses)))
    assert not re.search(r"[()]", "".join(locators))


def test_measures_have_eighteen_articles_in_five_chapters(corpus: Corpus) -> None:
    document = corpus.documents["measures-2021"]
    articles = [clause.locator for clause in document.clauses if clause.kind == "article"]
    assert articles == [f"第{to_chinese(number)}条" for number in range(1, 19)]
    chapters = [clause.locator for clause in document.clauses if clause.kind == "chapter"]
    assert chapters == [f"第{to_chinese(number)}章" for number in range(1, 6)]
    items = [clause.locator for clause in document.children("第六条")]
    assert items == [f"第六条（{to_chinese(number)}）" for number in range(1, 7)]


def test_the_quota_stands_in_article_sixteen(corpus: Corpus) -> None:
    clause = corpus.clause("measures-2021", "第十六条")
    assert clause is not None
    assert "每个县（市）纳入省级支持的先进制造业集群原则上不超过1个" in clause.text
    assert clause.headings == ("第四章 管理",)


@pytest.mark.parametrize(("annex", "count"), [("附件1", 15), ("附件2", 7), ("附件3", 11), ("附件4", 15)])
def test_every_row_of_the_four_lists(corpus: Corpus, annex: str, count: int) -> None:
    document = corpus.documents["list-2022"]
    assert rows(document, annex) == [f"{annex} 序号{number}" for number in range(1, count + 1)]
    for locator in rows(document, annex):
        clause = document.clause(locator)
        assert clause is not None
        assert [heading for heading, _ in clause.cells] == [
            "序号",
            "集群名称",
            "促进组织名称",
            "核心承载园区",
        ]
        assert all(cell for _, cell in clause.cells)


def test_a_list_row_is_quoted_as_its_source_has_it(corpus: Corpus) -> None:
    clause = corpus.clause("list-2022", "附件1 序号3")
    assert clause is not None
    quote = "3 | 长沙先进储能材料产业集群 | 长沙市先进电池材料及电池产业技术创新战略联盟 | 宁乡高新区"
    assert quote in clause.text


def test_the_six_items_of_the_notice_and_its_closing(corpus: Corpus) -> None:
    document = corpus.documents["list-2022"]
    sections = [clause.locator for clause in document.clauses if clause.kind == "section"]
    assert sections == [f"第{to_chinese(number)}项" for number in range(1, 7)]
    closing = document.clause("结语")
    assert closing is not None
    assert closing.text.startswith("附件:1.")
    assert "2022年9月2日" in closing.text


@pytest.mark.parametrize(("section", "count"), [("一", 11), ("二", 15)])
def test_every_trainee_of_the_report(corpus: Corpus, section: str, count: int) -> None:
    document = corpus.documents["report-2023"]
    wanted = [f"附件3 {section} 序号{number}" for number in range(1, count + 1)]
    assert rows(document, f"附件3 {section}") == wanted


FORM_ROWS = {"2.1": 14, "2.2": 11, "2.4": 13, "2.5": 4, "2.6": 2, "2.7": 1, "3.1": 14}


@pytest.mark.parametrize("form", ["初赛", "决赛"])
@pytest.mark.parametrize(("section", "count"), FORM_ROWS.items())
def test_every_row_of_the_forms(corpus: Corpus, form: str, section: str, count: int) -> None:
    assert len(rows(corpus.documents["report-2023"], f"{form} {section}")) == count


@pytest.mark.parametrize(
    ("form", "sections"),
    [
        ("初赛", "2.1 2.2 2.3 2.4 2.5 2.6 2.7 2.8 3.1 3.2 4.1 4.2 4.3 5.1 5.2 6.1"),
        ("决赛", "2.1 2.2 2.3 2.4 2.5 2.6 2.7 2.8 3.1 3.2 6.1"),
    ],
)
def test_every_section_of_the_forms(corpus: Corpus, form: str, sections: str) -> None:
    document = corpus.documents["report-2023"]
    found = [clause.locator for clause in document.clauses if re.fullmatch(rf"{form} \d\.\d", clause.locator)]
    assert found == [f"{form} {section}" for section in sections.split()]
    tops = [clause.locator for clause in document.children(form)]
    assert tops == [f"{form} {number}" for number in ("一二三四五六七" if form == "初赛" else "一二三四五六")]


def test_a_form_row_knows_its_columns(corpus: Corpus) -> None:
    clause = corpus.clause("report-2023", "初赛 3.1 上交税金总额（亿元）")
    assert clause is not None
    assert [heading for heading, _ in clause.cells][1:] == [
        "2021年 园区总额",
        "2021年 其中：集群产业",
        "2022年 园区总额",
        "2022年 其中：集群产业",
        "总额增幅（%）",
    ]
    assert corpus.clause("report-2023", "附件1 2.8") == corpus.clause("report-2023", "初赛 2.8")


def test_every_department_of_the_work_plan(corpus: Corpus) -> None:
    document = corpus.documents["workplan-2021"]
    assert len(rows(document, "附件1")) == 22
    clause = document.clause("附件1 省财政厅")
    assert clause is not None
    assert clause.cells == (("省财政厅", "统筹现有相关资金,按政策做好支持工作。"),)


def test_every_chain_of_the_work_plan(corpus: Corpus) -> None:
    document = corpus.documents["workplan-2021"]
    assert len(rows(document, "附件2")) == 22
    clause = document.clause("附件2 先进有色金属材料")
    assert clause is not None
    assert dict(clause.cells) == {
        "类型": "国家级产业集群",
        "产业": "材料",
        "集群(产业链)": "先进有色金属材料",
        "联系省领导": "王成",
    }
    assert "王 成" in clause.text


def test_doubtful_cells_are_marked(corpus: Corpus) -> None:
    document = corpus.documents["workplan-2021"]
    leaders = {
        doubt["locator"]: doubt["text"] for doubt in document.doubts if doubt["column"] == "联系省领导"
    }
    assert leaders == {
        "附件2 信息技术应用创新工程": "谢建辉",
        "附件2 碳基材料": "陈飞",
        "附件2 农业机械": "隋忠诚",
        "附件2 3D打印及机器人": "张剑飞",
    }
    assert document.doubts_at("附件2 工程机械") == ()


@pytest.mark.parametrize("doc", IDS)
def test_errata_and_doubts_point_at_clauses(corpus: Corpus, doc: str) -> None:
    document = corpus.documents[doc]
    for entry in (*document.errata, *document.doubts):
        assert document.clause(entry["locator"]) is not None, entry
    for doubt in document.doubts:
        clause = document.clause(doubt["locator"])
        assert clause is not None
        cells = dict(clause.cells)
        assert doubt["text"] == cells[doubt["column"]] if "column" in doubt else doubt["text"] in clause.text


@pytest.mark.parametrize(
    "locators",
    [
        [f"重点发展方向（{number}）" for number in "一二三四"],
        [f"重点任务（{number}）" for number in "一二三四五六"],
        [f"保障措施（{number}）" for number in "一二三四五"],
        [f"发展目标（{number}）" for number in "一二三四"],
    ],
)
def test_the_digest_has_the_plan_s_parts(corpus: Corpus, locators: list[str]) -> None:
    document = corpus.documents["plan-2022"]
    parent = document.clause(locators[0].split("（")[0])
    assert parent is not None
    assert [clause.locator for clause in document.children(parent.locator)] == locators
    assert not document.official


def test_cross_references_are_resolved(corpus: Corpus) -> None:
    second = corpus.clause("list-2022", "第二项")
    opening = corpus.clause("list-2022", "前言")
    closing = corpus.clause("workplan-2021", "结语")
    assert second is not None
    assert opening is not None
    assert closing is not None
    assert [(link.text, link.locator) for link in second.links] == [("本通知第一条", "第一项")]
    assert [link.doc for link in opening.links] == ["plan-2022", "measures-2021", None]
    assert [link.locator for link in closing.links if link.doc] == ["附件1", "附件2"]


def test_links_lead_to_clauses(corpus: Corpus) -> None:
    for clause in corpus:
        for link in clause.links:
            assert link.text in re.sub(r"\s+", " ", clause.text)
            if link.doc and link.locator:
                assert corpus.documents[link.doc].clause(link.locator) is not None


def test_normalising_leaves_every_locator_as_it_is(corpus: Corpus) -> None:
    assert [clause.locator for clause in corpus if normalise_locator(clause.locator) != clause.locator] == []


def test_other_writings_of_an_address_are_understood(corpus: Corpus) -> None:
    for doc, typed, locator in [
        ("measures-2021", "六（二）", "第六条（二）"),
        ("measures-2021", "第六条第二款", "第六条"),
        ("list-2022", "第一条", "第一项"),
        ("list-2022", "附件 1 第3行", "附件1 序号3"),
        ("report-2023", "初赛2.1", "初赛 2.1"),
    ]:
        clause = corpus.clause(doc, typed)
        assert clause is not None
        assert clause.locator == locator
    assert corpus.clause("measures-2021", "第十九条") is None
    assert corpus.clause("nothing", "第一条") is None


def added_document(doc: str) -> Document:
    first = "第一条 根据《湖南省先进制造业集群培育管理办法》第十六条制定。"
    body = f"各市州：\n\n{first}\n\n第二条 自发布之日起施行。\n"
    return build_document({"id": doc, "title": "县办法", "added": True}, body)


def test_an_added_document_is_read_back_and_linked(tmp_path: Path) -> None:
    document = added_document("my-rules")
    path = save_document(document, tmp_path)
    assert path.name == "my-rules.md"
    corpus = load_corpus(tmp_path)
    found = corpus.documents["my-rules"]
    assert found.added
    assert found.body == document.body
    assert [(link.doc, link.locator) for link in found.clauses[1].links] == [("measures-2021", "第十六条")]
    assert corpus.corpus_hash != load_corpus().corpus_hash


def test_an_id_twice_is_refused(tmp_path: Path) -> None:
    save_document(added_document("plan-2022"), tmp_path)
    with pytest.raises(UserError, match="plan-2022"):
        load_corpus(tmp_path)


def test_the_hash_is_the_same_for_the_same_corpus(corpus: Corpus) -> None:
    assert corpus.corpus_hash == load_corpus(Path("does-not-exist")).corpus_hash
