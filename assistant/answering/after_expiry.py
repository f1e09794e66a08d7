"""Whether one may still apply, and by what, once the measures have run out."""

from __future__ import annotations

import re
from datetime import date

from assistant.answering.boundary import WHOM_TO_ASK
from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.document_lines import term_line
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import read
from assistant.models import Answer

_MEASURES = "measures-2021"
_STILL_APPLY = re.compile(
    r"^\W*(?:那|我们|请问)?(?:现在|目前|如今|今年)还(?:能|可以|能不能|可不可以)(?:申报|报名|报|参赛)|(?:过期|到期|失效|作废|过了有效期|期满)(?:了|后|以后|之后)?.{0,12}(?:还|能|可以|今年|明年|继续|怎么).{0,10}(?:申报|报名|报(?!告|送)|参赛|评|竞赛|比赛)"
)


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Whether one may still apply once the measures have run out; None where that is not asked, or they have not."""
    text = fold(plan.standalone.replace(_MEASURES, "它"))
    document = context.corpus.documents[_MEASURES]
    if not _STILL_APPLY.search(text) or plan.documents not in ((), (_MEASURES,)):
        return None
    if document.expires is None or day <= document.expires:
        return None
    notice = composer.cite(_MEASURES, "第七条", "具体竞赛时间及要求以当年工作通知为准")
    composer.add(
        f"要看当年有没有竞赛通知：收录的文件没有写办法到期以后怎么申报，竞赛时间和要求以当年工作通知为准{notice}。\n"
    )
    composer.add(term_line(document, composer))
    composer.add(f"有没有延期或者新的办法，收录的文件没有记载。{WHOM_TO_ASK}")
    return composer.build("answered", "conditional" if read(plan.standalone).polar else None)
