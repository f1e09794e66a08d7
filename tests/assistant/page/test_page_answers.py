import re
from dataclasses import replace
from datetime import date

import pytest

from assistant.models import Answer, Citation, Passage
from assistant.page.answers import answer_html, question_html
from assistant.page.clauses import clause_in_context
from assistant.page.hits import search_html
from assistant.page.reader import document_html
from index.corpus import Corpus, load_corpus

DAY = date(2024, 1, 1)
EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus()


def citation(locator: str, quote: str, doc: str = "measures-2021") -> Citation:
    return Citation(
        doc=doc,
        title="湖南省先进制造业集群培育管理办法",
        number="湘工信产业集聚〔2021〕82号",
        locator=locator,
        quote=quote,
    )


def answer(text: str, *citations: Citation, **fields) -> Answer:
    return Answer(
        question="问", status=fields.pop("status", "answered"), answer=text, citations=citations, **fields
    )


def test_marks_and_sources_lead_to_what_they_open(corpus):
    quote = "原则上不超过1个"
    html = answer_html(
        answer(
            "原则上一个[1]。见[2][7]", citation("第十六条", quote), citation("第十四条", "每三年开展一次复核")
        ),
        corpus,
        DAY,
        "k",
    )
    assert re.findall(r'href="#(k-\d)"', html) == ["k-1", "k-2", "k-1", "k-2"]
    assert all(html.count(f'id="{key}"') == 1 for key in ("k-1", "k-2"))
    assert re.sub("<[^>]*>", "", html).startswith("原则上一个1。见2[7]")  # marks take no text with them
    assert "[7]" in html  # no such citation: left as it is
    opened = html.split('id="k-1"')[1].split('id="k-2"')[0]
    assert "现行" in opened
    assert "湘工信产业集聚〔2021〕82号" in opened
    assert 'href="#measures-2021/第十六条"' in opened


def test_many_sources_are_folded_and_none_is_lost(corpus):
    locators = [f"附件1 序号{number}" for number in range(1, 16)]
    document = corpus.documents["list-2022"]
    cited = [citation(place, document.clause(place).text, "list-2022") for place in locators]
    html = answer_html(answer("名单", *cited), corpus, DAY, "k")
    shown, folded = html.split("其余 9 条依据")
    assert shown.count('class="ca-source"') == 6
    assert folded.count('class="ca-source"') == 9
    assert 'value="7"' in folded


@pytest.mark.parametrize(
    ("stage", "there", "absent"),
    [
        ("done", "ca-copy-reply", "ca-working"),
        ("growing", "ca-working", "ca-copy-reply"),
        ("stopped", "已停止", "ca-copy-reply"),
    ],
)
def test_only_a_finished_answer_can_be_copied_and_judged(corpus, stage, there, absent):
    html = answer_html(answer("答"), corpus, DAY, "k", stage=stage)
    assert there in html
    assert absent not in html


def test_a_judgement_is_shown(corpus):
    html = answer_html(answer("答"), corpus, DAY, "k", rating="down")
    assert "ca-rate-down ca-chosen" in html
    assert "ca-rate-up ca-chosen" not in html


@pytest.mark.parametrize(("length", "folded"), [(400, False), (401, True)])
def test_a_long_question_is_folded(length, folded):
    html = question_html("很" * length)
    assert ("<details" in html) == folded
    assert html.count("很" * length) == 1


def test_the_quote_is_marked_between_its_neighbours(corpus):
    quote = "原则上不超过1个"
    html = clause_in_context(corpus.documents["measures-2021"], "第十六条", quote)
    assert html.count(f"<mark>{quote}</mark>") == 1
    assert html.index("上文") < html.index(quote) < html.index("下文")
    assert "第四章" in html


def test_a_quote_from_a_list_row_is_marked_in_its_cells(corpus):
    document = corpus.documents["list-2022"]
    clause = document.clause("附件1 序号3")
    name = dict(clause.cells)["集群名称"]
    html = clause_in_context(document, "附件1 序号3", name)
    assert f"<td><mark>{name}</mark></td>" in html
    assert "<th" in html


def test_every_clause_of_the_corpus_can_be_shown_and_loses_nothing(corpus):
    for document in corpus.documents.values():
        for clause in document.clauses:
            html = clause_in_context(document, clause.locator)
            for _, cell in clause.cells:
                assert not cell.strip() or cell.strip()[:10].replace("&", "&amp;") in html or "<" in cell


def test_document_shows_every_clause_address_badge_and_number(corpus):
    document = corpus.documents["measures-2021"]
    html = document_html(document, DAY)
    articles = [clause.locator for clause in document.clauses if clause.kind == "article"]
    assert len(articles) == 18
    assert all(f'id="measures-2021-{locator}"' in html for locator in articles)
    assert "现行" in html
    assert "已过有效期" in document_html(document, date(2026, 3, 16))
    assert "湘工信产业集聚〔2021〕82号" in html
    assert "媒体报道" in document_html(corpus.documents["plan-2022"], DAY)


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ({"verdict": "conditional"}, "视情况而定"),
        ({"verdict": "no"}, "不可以"),
        ({"status": "no_evidence"}, "没有写明"),
    ],
)
def test_verdict_and_status_are_told(corpus, fields, label):
    assert label in answer_html(answer("答", **fields), corpus, DAY, "k")


def test_warnings_are_shown(corpus):
    assert "已过有效期，请核对" in answer_html(
        answer("答", warnings=("已过有效期，请核对",)), corpus, DAY, "k"
    )


def test_html_in_questions_answers_and_documents_is_escaped(corpus):
    document = corpus.documents["measures-2021"]
    bad = replace(
        document,
        title=EVIL,
        number=EVIL,
        clauses=tuple(replace(c, text=EVIL + c.text) for c in document.clauses),
    )
    spoiled = Corpus((bad,))
    passage = Passage(doc=document.id, locator="第十六条", text=EVIL, score=1.0)
    shown = (
        question_html(EVIL),
        answer_html(answer(EVIL, citation("第十六条", EVIL), warnings=(EVIL,)), spoiled, DAY, "k"),
        document_html(bad, DAY),
        search_html([passage], spoiled, EVIL, DAY),
    )
    for html in shown:
        assert "alert(1)" in html
        assert "<script" not in html
        assert "<img" not in html


def test_html_for_the_chat_is_one_line(corpus):
    html = answer_html(answer("一\n\n二[1]", citation("第六条", "申报")), corpus, DAY, "k")
    assert "\n" not in html


def test_search_without_words_or_results_says_what_to_do(corpus):
    assert "请输入" in search_html([], corpus, " ", DAY)
    assert "换一种说法" in search_html([], corpus, "甲", DAY)
