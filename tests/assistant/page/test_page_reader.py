import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from assistant.models import Passage
from assistant.page.clauses import citation
from assistant.page.hits import search_html
from assistant.page.reader import document_html
from index.corpus import load_corpus

DAY = date(2025, 6, 1)


@pytest.fixture(scope="module")
def corpus():
    return load_corpus()


def test_every_clause_of_every_document_has_its_address_once(corpus):
    for document in corpus.documents.values():
        ids = [unescape(found) for found in re.findall(r' id="([^"]+)"', document_html(document, DAY))]
        wanted = [
            f"{document.id}-{clause.locator}".replace(" ", "-")
            for clause in document.clauses
            if clause.kind != "table" or any("|" not in line for line in clause.text.strip().splitlines())
        ]
        assert sorted(ids) == sorted(wanted)


def test_the_outline_leads_to_addresses_that_are_there(corpus):
    for document in corpus.documents.values():
        html = document_html(document, DAY)
        outline = html[html.index('class="ca-outline"') : html.index("</nav>")]
        linked = re.findall(r'href="#([^"]+)"', outline)
        assert linked
        assert set(linked) <= set(re.findall(r' id="([^"]+)"', html))
    html = document_html(corpus.documents["measures-2021"], DAY)
    assert html.index('href="#measures-2021-第二章"') < html.index('href="#measures-2021-第六条"')


def test_references_in_the_text_open_what_they_name(corpus):
    for document in corpus.documents.values():
        html = document_html(document, DAY)
        for clause in document.clauses:
            for link in clause.links:
                if link.doc is not None and not clause.cells:
                    address = "/".join(filter(None, (link.doc, link.locator)))
                    assert f'data-ca-goto="{address}"' in html
    text = document_html(corpus.documents["list-2022"], DAY)
    assert 'href="#list-2022-第一项" data-ca-goto="list-2022/第一项">本通知第一条</a>' in text
    assert re.search(r'data-ca-goto="measures-2021">《湖南省先进制造业集群培育管理办法》[^<]*</a>', text)


@pytest.mark.parametrize(
    ("doc", "locator", "start", "end"),
    [
        ("measures-2021", "第十六条", "《湖南省先进制造业集群培育管理办法》（湘工信产业集聚〔2021〕82号）第十六条：“", "。”"),
        ("measures-2021", "第六条（二）", "《湖南省先进制造业集群培育管理办法》（湘工信产业集聚〔2021〕82号）第六条（二）：“产业规模", "”"),
        ("list-2022", "附件1 序号3", "《关于公布湖南省产业集群及培育对象（第一批）名单的通知》附件1 序号3：“序号：3；", "”"),
    ],
)  # fmt: skip
def test_a_citation_names_document_number_and_place_and_gives_the_words(corpus, doc, locator, start, end):
    document = corpus.documents[doc]
    text = citation(document, document.clause(locator))
    assert text.startswith(start)
    assert text.endswith(end)
    assert "|" not in text
    quoted = text[text.index("：“") + 2 : -1]
    if not document.clause(locator).cells:
        assert "".join(quoted.split()) in "".join(document.body.split())


def test_a_citation_of_a_press_report_says_that_it_is_none_of_the_document(corpus):
    document = corpus.documents["plan-2022"]
    assert "非文件原文" in citation(document, document.clause("发展目标"))


def test_a_hit_opens_its_document_at_the_clause_and_marks_the_words(corpus):
    passage = Passage(
        doc="measures-2021", locator="第十四条", text="| 复核 | --- |每三年开展一次复核", score=1.0
    )
    html = search_html([passage], corpus, "复核", DAY)
    assert 'data-ca-goto="measures-2021/第十四条"' in html
    assert "<mark>复核</mark>" in html
    assert "---" not in html[: html.index("<details")]
    assert "data-ca-copy=" in html


def test_a_broken_reference_is_no_link(corpus):
    document = corpus.documents["measures-2021"]
    clauses = tuple(
        replace(clause, links=tuple(replace(link, doc=None) for link in clause.links))
        for clause in document.clauses
    )
    assert "ca-reference" not in document_html(replace(document, clauses=clauses), DAY)
