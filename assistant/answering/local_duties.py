"""What promotion organisations, core parks, city bureaus and local governments have to do, in the documents' own sentences."""

from __future__ import annotations

import re
from datetime import date

from assistant.answering.composer import Composer, shorten
from assistant.answering.context import Context
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.models import Answer
from index.parsing.markers import without_marker

_DUTY = re.compile(
    r"(?:要|该|应|应该|得|需要)?(?:负责|干|做|承担|履行|抓)(?:些|好|哪些|什么|啥|哪几)|职责|任务|义务|要求(?:是什么|有哪些|是啥)?|分工|管(?:什么|啥|哪些)|该(?:干|做)|干(?:啥|嘛|什么)|有啥|有什么(?:事|要求)"
)
_RULED = re.compile(
    r"能不能|可以吗|可不可以|能吗|填|写|字|盖|签|奖|钱|材料|申报条件|怎么报|电话|佐证|初赛|决赛|参赛|多久|几年|什么时候|名单|由谁|是谁|谁"
)
_EACH = re.compile(r"区别|不同|分别|各自|各(?:干|做|管|要|有|是|负)")
# Who is meant → how the documents begin a sentence about what they have to do.
_ACTORS = (
    (
        "促进组织",
        re.compile(
            r"促进(?:组织|中心|会|机构)|(?:我们|咱们|我|咱)(?:这个)?(?:行业)?(?:协会|联盟|中心|学会|研究会)"
        ),
        re.compile(r"[^。；\n]{0,12}促进组织要[^。]{8,}。"),
    ),
    (
        "核心承载园区",
        re.compile(r"承载园区|核心园区|(?:我们|咱们)?(?:园区|开发区|高新区|经开区)(?:管委会)?"),
        re.compile(r"[^。；\n]{0,8}承载园区要[^。]{8,}。"),
    ),
    (
        "市州工业和信息化局",
        re.compile(r"市州?(?:级)?(?:的)?(?:工信|工业和信息化)(?:局|部门)|市局|市里|市州(?!竞赛)"),
        re.compile(r"各?市州(?:工业和信息化局|工信局)(?:要|对)[^。]{8,}。"),
    ),
    (
        "所在地人民政府",
        re.compile(r"(?:县|市|区|地方|当地|所在地)(?:级)?(?:人民)?政府|县里|区里"),
        re.compile(r"所在地人民政府[^。]{8,}。"),
    ),
)


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Tell the duties; None where the question asks for none, or of nobody that the documents address."""
    text = fold(plan.standalone)
    if not _DUTY.search(text) or _RULED.search(text) or plan.clusters or plan.locators or plan.divisions:
        return None
    meant = [(name, sentence) for name, words, sentence in _ACTORS if words.search(text)]
    if not meant:
        return None
    # 「促进组织和园区各干什么」 asks for both
    chosen = meant if _EACH.search(text) else meant[:1]
    told = False
    # rules first, notices after them
    documents = sorted(
        context.corpus.documents.values(), key=lambda d: all(c.kind != "article" for c in d.clauses)
    )
    for document in documents:
        if not document.official or document.added or (plan.documents and document.id not in plan.documents):
            continue
        for clause in document.clauses:
            if clause.kind in ("row", "table"):
                continue
            for found in (found for _, sentence in chosen for found in sentence.finditer(clause.text)):
                words = without_marker(found.group()).strip()
                mark = composer.cite(document.id, clause.locator, shorten(words))
                composer.add(f"《{document.title}》{clause.locator}：{words.rstrip('。')}{mark}。\n")
                told = True
    if not told:
        return None
    return composer.build("answered")
