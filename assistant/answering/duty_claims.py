"""Whether some work is the duty of the department that the question names (技工培训归教育厅管吗), and whose it is."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.duty_of import PLAN, places_of, said_of
from assistant.conversation.bodies import bodies_in, without_bodies
from assistant.conversation.lexicon import content_words, fold
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import read
from assistant.models import Answer

# 「找教育厅对吧」「归发改委管吗」「发改委负责用地吗」; 行动 and 牵头 are told by the tasks.
_GIVEN = re.compile(r"归|找|由|是|该|管|负责|抓|办|做|承担|落实|协调|主抓|出面|对接|的(?:事|活|职责)")
_TASKS = re.compile(r"行动|牵头|参与|金额|多少|钱")
_ELSE = re.compile(
    r"申[报请]|初审|复核|公示|竞赛|比赛|初赛|决赛|认定|授牌|公告|推荐|盖章|签字|名单|奖|补贴|称号|链长|省领导|印发|发布|解释"
)
_FILLER = re.compile(
    r"归|找|由|是不是|是|该|管|负责|抓|办|做|对吧|对吗|对不对|吗|吧|么|不|方案|里|省里|工作|这|块|事|的|\W"
)
_DENIED = re.compile(r"(?<!是)不(?:是(?!由?谁)|归|由|该|用找|管(?=[^,。?？吗不])|负责)")
_ONLY = re.compile(r"(?:只|仅仅?|光|就)(?:是)?(?:管|负责|抓|做|干|有)")
_SAYS_SOMETHING = 2  # characters
_LEAST = 0.5  # standing from which a department's duty is held to be the work that is asked about
_AS_GOOD = 0.85  # share of the best standing from which the department named has it too


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Tell whose duty it is; None where no yes or no is asked of a department and some work."""
    text = fold(plan.standalone)
    named = bodies_in(plan.standalone)
    if len(named) != 1 or not read(plan.standalone).polar or not _GIVEN.search(text) or plan.locators:
        return None
    if _TASKS.search(text) or _ELSE.search(text) or plan.documents not in ((), (PLAN,)):
        return None
    work = _FILLER.sub(" ", fold(without_bodies(plan.standalone))).strip()
    if len(content_words(work)) < _SAYS_SOMETHING:
        return None
    asked = replace(plan, standalone=work)
    terms = context.retriever.terms(asked)
    places = [place for place in places_of(asked, context, terms) if place.clause.kind == "row"]
    own = next((place for place in places if place.clause.cells[0][0] == named[0]), None)
    best = places[0] if places and places[0].standing >= _LEAST else None
    if best is None:
        return None
    right = own is not None and own.standing >= _AS_GOOD * best.standing
    told = own if right and own else best
    if right and _ONLY.search(text):
        composer.add("不只这一项，")
        composer.add(said_of(told.clause, composer, context, terms))
        return composer.build("answered", "no")
    turned = _DENIED.search(text) is not None
    composer.add(f"{'是的' if right != turned else '不是'}，{'' if right != turned and not turned else '是'}")
    composer.add(said_of(told.clause, composer, context, terms))
    if not right and (row := context.corpus.documents[PLAN].clause(f"附件1 {named[0]}")):
        composer.add(f"{named[0]}的职责见{row.locator}{composer.cite(row.doc, row.locator)}。\n")
    return composer.build("answered", "yes" if right != turned else "no")
