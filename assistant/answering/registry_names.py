"""Whether a cluster is called alike wherever it is listed: 两个文件写得不一样, 名字以哪个为准."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.registry_marks import other_mark, row_mark
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.registry import Cluster

_DIFFERS = re.compile(
    r"(?:名[字称]?|全称|写法|叫法|写的?|叫的?|称呼)[^。？?]{0,12}(?:不一样|一样|不同|出入|差别|差在|差了?哪|一致|区别|对不上|变了|改了|(?:以)?哪个(?:为)?准|哪个对)|"
    r"(?:不一样|不同|出入|不一致|对不上)[^。？?]{0,8}(?:名[字称]|写法|叫法|叫什么)|(?:以)?哪个(?:名[字称]?|写法|叫法)(?:为准|对|是对|准)"
)
_WHICH = re.compile("为准|哪个(?:名[字称]?|写法|叫法)?(?:是)?(?:对|准)|用哪个")


def asked(plan: Plan) -> bool:
    """Whether the question sets one name of a cluster against another."""
    return _DIFFERS.search(fold(plan.standalone)) is not None


def tell(clusters: Sequence[Cluster], plan: Plan, composer: Composer, context: Context) -> None:
    """Tell each name of the clusters with the place where it is written."""
    for cluster in clusters:
        mark = row_mark(cluster, composer, context)
        listed = f"名单{cluster.source_locator}写作“{cluster.name}”{mark}"
        if not cluster.other_names:
            composer.add(f"收录的文件里写法一样：{listed}。\n")
            continue
        others = "、".join(
            f"{_where(source, context)}写作“{name}”{other_mark(source, composer, context)}"
            for name, source in zip(cluster.other_names, cluster.other_sources, strict=False)
        )
        composer.add(f"不一样：{listed}，{others}，指同一集群。\n")
    if _WHICH.search(fold(plan.standalone)):
        composer.add("以哪个为准，文件没有说明；引用时建议用名单附件上的名称，并向省工业和信息化厅核实。")


def _where(source: str, context: Context) -> str:
    """`通知第三项`, `参赛报告附件3 二 序号5`: where another name stands."""
    doc, _, locator = source.partition(" ")
    document = context.corpus.documents.get(doc)
    title = document.title if document else doc
    short = "通知" if "通知" in title else f"《{title}》"
    return f"{short}{locator}"
