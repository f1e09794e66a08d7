"""May one apply in a case that no rule and no clause speaks of: what does decide, and whom to ask."""

from __future__ import annotations

import re
from datetime import date

from assistant.answering.boundary import WHOM_TO_ASK
from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import asking_clause, is_polar
from assistant.conversation.topics import cues_in
from assistant.models import Answer

# 「……，能报吗」, 「……影响申报不」: leave to apply is asked for, whatever the case is.
_MAY_APPLY = re.compile(
    r"(?:能|可以|可否|还|让|准|够格|有资格|资格|行)[^，。,？?]{0,8}(?:申报|申请|报名|参赛|参评|参加(?:竞赛|比赛)|(?<![上汇])报(?![告送表]))[^，。,？?]{0,3}[吗么不没]?\W*$|"
    r"(?:影响|妨碍|耽误|卡|不利|坏处)[^，。,？?]{0,4}(?:申报|报名|参赛|参评)|(?:申报|报名|参赛|参评)[^，。,？?]{0,6}(?:影响|妨碍|坏处|不利|要紧|限制)|报得[了上成]"
)
_ELSE = re.compile(r"材料|表|填|佐证|奖|资金|国家级|名单|复核|公示|哪|谁|什么|怎|几|多少")


def asks_to_apply(plan: Plan) -> bool:
    """Whether a yes or no is asked on whether one may apply, or whether something tells against it."""
    if not is_polar(plan.standalone) or "apply" not in cues_in(plan.standalone):
        return False
    return _MAY_APPLY.search(asking_clause(plan.standalone)) is not None


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Say that no clause speaks of the case, and by what it is decided; None where something else is asked."""
    if plan.locators or plan.documents or not asks_to_apply(plan):
        return None
    if _ELSE.search(fold(asking_clause(plan.standalone))):
        return None
    together = composer.cite(
        "measures-2021", "第六条", "申报湖南省先进制造业集群培育对象需同时满足以下基本条件"
    )
    promised = composer.cite("report-2023", "初赛 6.1", "集群符合参赛条件的真实性声明")
    composer.add(
        "文件没有专门写这种情形能不能报。\n"
        f"能不能报，看两样：第六条的六项基本条件要同时满足{together}；"
        f"真实性声明的三项承诺（产业类别、近三年重大事故、偷税漏税和违法失信）要能如实作出{promised}。\n"
        f"{WHOM_TO_ASK}"
    )
    return composer.build("no_evidence")
