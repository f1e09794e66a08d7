"""What is asked of a listed cluster and no list has a column for: who heads it, its output, its telephone."""

from __future__ import annotations

from datetime import date

from assistant.answering.boundary import WHOM_TO_ASK
from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.registry_marks import row_mark
from assistant.conversation.plan import Plan
from assistant.conversation.unlisted import column_asked
from assistant.models import Answer

_MOST = 4  # clusters told one by one


def of_contacts(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Say that nothing collected has the telephone of promotion organisations or parks; None where it is not asked."""
    if plan.expected != "telephone":
        return None
    if plan.clusters:
        return answer(plan, composer, context)
    if not {"organisation", "park"} & plan.concepts.keys():
        return None
    listed = composer.cite("list-2022", "附件1")
    form = composer.cite("report-2023", "初赛 一")
    composer.add(
        f"收录的文件没有写促进组织、园区的电话和联系人：名单只列名称{listed}，"
        f"参赛报告的基本信息表要填负责人、联系人和电话，但那是空表{form}。\n{WHOM_TO_ASK}"
    )
    return composer.build("no_evidence")


def of_a_cluster(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """As `answer`, for a question about clusters on the lists."""
    return answer(plan, composer, context) if plan.kind == "registry" else None


def answer(plan: Plan, composer: Composer, context: Context) -> Answer | None:
    """Say that the list does not state it, and what it does state of the clusters named; None for other questions."""
    text = plan.standalone
    chosen = plan.selection.clusters if plan.selection and plan.divisions else ()
    clusters = plan.clusters or (chosen if len(chosen) <= _MOST else ())
    for cluster in clusters:
        # words of the names themselves ask for nothing (…有限公司, 中小企业服务中心)
        for name in (cluster.name, cluster.organisation, cluster.park):
            text = text.replace(name, "")
    asked = column_asked(text) if clusters else None
    if asked is None:
        return None
    composer.add(f"名单没有写{asked}，只列了集群名称、促进组织和核心承载园区。\n")
    for cluster in clusters[:_MOST]:
        mark = row_mark(cluster, composer, context)
        composer.add(
            f"{cluster.name}的促进组织是{cluster.organisation}，核心承载园区是{cluster.park}{mark}。\n"
        )
    composer.add(WHOM_TO_ASK)
    return composer.build("no_evidence")
