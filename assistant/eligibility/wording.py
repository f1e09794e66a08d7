"""Small helpers with which rules write their sentences."""

from __future__ import annotations

from assistant.eligibility.outcome import Citation, Sentence
from assistant.parameters import Parameter
from assistant.registry import Cluster

MEASURES = "measures-2021"
LIST = "list-2022"
FORMS = "report-2023"

ASK_CITY = "所在市州工业和信息化局"
ASK_PROVINCE = "湖南省工业和信息化厅"

_DIGITS = "零一二三四五六七八九十"


def cite(doc: str, locator: str, quote: str) -> Citation:
    """A citation."""
    return Citation(doc, locator, quote)


def measures(locator: str, quote: str) -> Citation:
    """A citation of the management measures."""
    return Citation(MEASURES, locator, quote)


def say(text: str, *citations: Citation) -> Sentence:
    """A sentence with what it rests on."""
    return Sentence(text, citations)


def rests_on(parameter: Parameter) -> tuple[Citation, ...]:
    """The citation of a parameter's source; empty where it has no quote."""
    source = parameter.source
    return (Citation(source.doc, source.locator, source.quote),) if source.quote else ()


def row(cluster: Cluster) -> tuple[Citation, ...]:
    """The citation of a cluster's list row; empty where its list is not in the corpus."""
    if cluster.source_doc != LIST:
        return ()
    return (Citation(cluster.source_doc, cluster.source_locator, cluster.name),)


def ask(what: str = "") -> Sentence:
    """Whom to ask where the documents are silent."""
    return Sentence(f"{what or '具体口径'}，请向{ASK_CITY}或{ASK_PROVINCE}确认。")


def numeral(number: int) -> str:
    """A small number in Chinese numerals, as clauses write it; others in digits."""
    return _DIGITS[number] if 0 <= number <= 10 else str(number)
