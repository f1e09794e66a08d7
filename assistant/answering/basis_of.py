"""What a document says it rests on (依据哪个办法)."""

from __future__ import annotations

import re
from datetime import date

from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.models import Answer

_ASKS = re.compile(
    r"(?:依据|根据|按照|按|凭|照)(?:的)?(?:是|了)?(?:哪|什么|啥|谁)[^，。]{0,6}?(?:文件|办法|规定|通知|规划)?(?:来)?(?:评|定|发|制定|出|公布|认定|搞|写|$|[?？的])|"
    r"(?:依据|根据)(?:的)?(?:文件|办法|规定)?(?:是|有)(?:什么|哪|啥)|(?:文件|政策|制定)依据|依据的(?:办法|文件)"
)
_LIST = re.compile(r"名单|第一批")
_REST = re.compile(
    r"(?:根据|依据|按照)[^。；;\n]{0,6}《[^。；;\n]*?有关要求[^，,。；;\n]*|(?:根据|依据|按照|贯彻落?实?)[^。；;\n]{0,40}(?:《[^》]+》[^，,。；;\n]*|部署|要求|指示精神)"
)


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Quote what the document named rests on; None where that is not asked, or it says nothing of it."""
    text = fold(plan.standalone)
    if not _ASKS.search(text) or plan.locators or plan.clusters:
        return None
    named = plan.documents or (("list-2022",) if _LIST.search(text) else ())
    for identifier in named:
        document = context.corpus.documents[identifier]
        for clause in document.clauses:
            if clause.kind in ("preamble", "article", "section", "item") and (
                found := _REST.search(clause.text)
            ):
                quote = found.group().strip()
                mark = composer.cite(document.id, clause.locator, quote)
                composer.add(f"《{document.title}》{clause.locator}写的是“{quote}”{mark}。")
                return composer.build("answered")
    return None
