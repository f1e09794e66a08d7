"""What a category of clusters must reach: the contest thresholds that are known, beside the conditions of 第六条."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.conversation.facts import facts_of
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import read
from assistant.eligibility.engine import evaluate
from assistant.models import Answer
from assistant.registry import CATEGORIES

_BAR = re.compile(r"条件|标准|门槛|要求|硬杠|杠杠|达到什么|够什么|怎样才算|怎么才算|要多大")
_THRESHOLD = re.compile(r"门槛|硬杠|杠杠")
_SME = re.compile(r"特色(?:产业)?集群|中小(?:工业)?企业(?:特色)?(?:产业)?集群|特色类|特色产业")
_ADVANCED = re.compile(r"先进制造业(?:产业)?(?:集群|类)")
_ELSE = re.compile(
    r"\d+(?:\.\d+)?(?:个)?亿|\d%|培育对象|决赛|复核|奖|名单|促进组织|园区|国家级|第[一二三四五六七八九十]+条|没(?!有)|不够|差|缺|放宽|放松|降|低|老区|贫困|脱贫|民族|照顾"
)


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Tell the thresholds of the categories named; None where no bar of a category is asked for."""
    text = fold(plan.standalone)
    if not _BAR.search(text) or _ELSE.search(text) or plan.documents or plan.locators or plan.clusters:
        return None
    sme, advanced = _SME.search(text) is not None, _ADVANCED.search(text) is not None
    bar = _THRESHOLD.search(text) is not None
    # 先进制造业集群 names the whole programme too, whose conditions are those of 第六条
    if not bar and (not sme or re.search("管理办法|办法里", text)):
        return None
    wanted = [
        name
        for name, named in zip(CATEGORIES, (advanced, sme), strict=True)
        if named or not (sme or advanced)
    ]
    facts = facts_of(plan, context.registry, day)
    reading = read(plan.standalone)
    quote = "申报湖南省先进制造业集群培育对象需同时满足以下基本条件"
    if len(wanted) > 1 and re.search("一样|相同|区别|不同|差别|同样", text):
        mark = composer.cite("measures-2021", "第六条", quote)
        composer.add(f"第六条的基本条件不分类别{mark}，2023年竞赛的门槛两类不同。\n")
    caveats: list[str] = []
    for category in wanted:
        outcomes = evaluate(replace(facts, category=category), context.parameters, ("thresholds",))
        outcome = next(o for o in outcomes if o.status != "not_applicable")
        composer.add(outcome.conclusion.statement.text + "\n")
        for detail in outcome.details:
            marks = "".join(composer.cite(cite.doc, cite.locator, cite.quote) for cite in detail.citations)
            sentence = f"{detail.text.rstrip('。')}{marks}。\n"
            if sentence not in caveats:
                caveats.append(sentence)
    for sentence in caveats:
        composer.add(sentence)
    names = "、".join(_conditions(context))
    composer.add(
        f"此外，《办法》第六条的六项基本条件要同时满足{composer.cite('measures-2021', '第六条', quote)}：{names}。\n"
    )
    composer.warn("其中的数字来自公开转载的竞赛通知，不是正式文件原文，申报前请向市州工业和信息化局核实。")
    asks_one = reading.polar and re.search("有没有|有无|有.{0,6}(?:门槛|条件|要求|标准)吗", text)
    return composer.build("answered", "yes" if asks_one else None)


def _conditions(context: Context) -> list[str]:
    """The headings of the items of 第六条."""
    document = context.corpus.documents["measures-2021"]
    return [
        re.sub(r"^\W*[一二三四五六]\W*", "", item.text).split("。")[0].strip()
        for item in document.children("第六条")
    ]
