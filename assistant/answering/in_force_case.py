"""What the answers on the force of a document are made from, and how their yes or no is put."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from assistant.answering.boundary import WHOM_TO_ASK
from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.document_lines import dated_line, name, term_line
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import Reading, verdict_for
from assistant.models import Answer, Verdict
from index.documents import Document

_EVEN_SO = re.compile(
    r"(?:过期|到期|失效|作废|期满|届满)(?:了|以?后|之后|的话|[，,])+[^，。？?]{0,6}(?:还|能|可以|可不可以|继续|照样)"
)


@dataclass(frozen=True)
class Case:
    """What an answer is made from."""

    plan: Plan
    text: str
    reading: Reading
    composer: Composer
    context: Context
    day: date


def verdict_of(valid: Verdict, case: Case) -> Verdict | None:
    """The yes or no, where the question asks for one; `valid` tells whether the document is in force."""
    if case.reading.polar and _EVEN_SO.search(case.text) and not case.reading.turned:
        return valid  # 「到期了还能用吗」 asks for force, it does not ask whether the document has run out
    return verdict_for("validity", valid, case.reading) if case.reading.polar else None


def titles(document: Document, case: Case) -> Answer:
    """That no document says what becomes of titles once the measures have run out."""
    matter = (
        "奖励和扶持是否照旧" if re.search("奖|资金|扶持|支持", case.text) else "已经得到的称号是否继续有效"
    )
    case.composer.add(f"{name(document)}到期以后，{matter}，文件没有规定。\n")
    case.composer.add(term_line(document, case.composer) or dated_line(document, case.composer))
    case.composer.add(WHOM_TO_ASK)
    return case.composer.build("answered", "conditional" if case.reading.polar else None)
