"""What is asked of rows: evidence, years, units, whether and how to fill them in, how much is enough."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.answering.boundary import WHOM_TO_ASK
from assistant.answering.form_labels import Entry
from assistant.answering.form_subjects import in_forms, subjects
from assistant.answering.form_tables import GROWTH, row_groups
from assistant.answering.form_told import Question, Reply, Told, where
from assistant.answering.form_units import asks_unit, unit
from assistant.answering.form_ways import evidence, filled, place, whole, years

_EVIDENCE = re.compile(
    r"佐[证正政]|左证|证明|附[^，。,]{0,6}(?:材料|证|文件)|(?:要|用|需)[^，。,]{0,3}附|附上|(?:要|需|附|交|提供|用|拿|备)[^，。,]{0,6}材料|材料(?:要|需|用|不$|吗|么)|证书(?!企业|的企业)|复印件|凭证"
)
_YEARS = re.compile(
    r"20\d\d年?(?:和|与|、|到|至|跟|还有)20\d\d|哪[几两一些]?个?年|年份|几年|(?:两|2|三|一|五)年(?:的|都|吗|数|还是)|(?:只|光|就)[^，。,]{0,4}20\d\d|[去今前]年(?:的)?(?:还是|吗)|哪年|20\d\d年?(?:的|也|要|吗|呢)"
)
_FILLED = re.compile(
    r"(?:要不要|用不用|需不需要|必须|必填|需要|要|用|得)[^，。,]{0,4}(?:填|报(?!告))|填[吗不么]|填不填|不[^，。,]{0,2}填|空[着白]|可以空|留空|谁[^，。,]{0,4}填|哪[类种][^，。,]{0,6}填"
)
_LEFT_OUT = re.compile(r"不[^，。,]{0,2}填|空[着白]|留空|可以空|不写")
_TWICE = re.compile(r"([一-鿿]{1,2})不(?=\1)")  # 用不用填
_UNIT_TALK = re.compile(
    r"(?:什么|啥|哪个|哪种)(?:计量)?单位|单位[^，。,]{0,3}(?:是|用|填|写|为|按|呢|什么|啥|[?]|$)|[亿万]|美元|平方|公顷|吨|%|百分"
)
_NO_DATA = re.compile(
    r"没有?(?:数据|统计|发生|这[项个])|没有?.{0,6}(?:填0|填零|写无)|(?:填|写)(?:个)?(?:0|零|无)"
)
_PLACE = re.compile(
    r"(?:填|写|放|列|附)[在到]?(?:哪(?![几两些年种类])|什么地方|第几(?!页))|哪里填|哪儿填|在哪(?:张|个)?(?:表|部分|里|儿|填)?|[填写放列在]?哪(?:一)?[个]?(?:节|部分|栏)|哪(?:张|个)表|第几个?部分"
)
_ENUMERATED = re.compile(
    r"(?:哪|什么|啥)[^，。,]{0,3}(?:三|几|些|样|体系|种)|(?:包括|包含|指|是)[^，。,]{0,4}(?:哪|什么|啥)"
)
_COUNTED = re.compile(
    r"算不算|算(?:是|作|进|入|在)?[^，。,进入什啥怎]{0,12}[吗不么]|(?:能|可以|要不要)[^，。,]{0,3}算|计不计|计入|含不含|包不包[括含]|包[括含][^，。,什哪啥]{1,12}[吗不么]|扣不扣|扣除|剔除"
)
_NONE = re.compile(
    r"(?:没有?|无|从来?不)(?!写|明确|规定|注明|要求|说)[^。?]{0,16}(?:怎么[办填写]|咋[办填写]|填(?:什么|啥|多少)|空着|空白|留空)|(?:怎么办|咋办|空着|留空)[^。?]{0,10}(?:没有|为零)"
)
_THRESHOLD = re.compile(
    r"最低|至少|不低于|不少于|多少才|达到多少|要到多少|合格线|及格|红线|有(?:没有|无)?[^，。,]{0,6}(?:硬性)?(?:要求|标准|门槛)"
)
_WITH_THRESHOLD = frozenset(
    [
        *("2.1/output", "2.1/revenue", "2.1/sme_share", "2.1/large_revenue", "2.2/champions_national"),
        *("2.2/champions_provincial", "2.2/giants", "2.2/specialised", "2.1/main_output", "5.1/output"),
    ]
)
_TOTAL = re.compile(r"(?:填|按|报|写|是|用)[^，。,]{0,4}(?:总量|绝对值|总数|绝对数)")
_SEVERAL = re.compile(r"填[^，。,]{0,3}[两几多三二][个种]|[两几多三二]个(?:都|主导|领域)?")
_HOW = re.compile(
    r"(?:怎么|咋|如何|怎样|该)(?:个)?[填写]|[填写](?:什么|啥|哪[些几种]|成|到什么)|[填写]得?多(?:细|详细)"
)


def _lines(question: Question, tell: Callable[[Question, tuple[Entry, ...]], Told]) -> tuple[str, str]:
    """The common lead and the sentences of the rows named."""
    told = [tell(question, group) for group in row_groups(question)]
    leads = {item.lead for item in told}
    lead = told[0].lead if len(leads) == 1 else ""
    text = "\n".join(item.sentence for item in told)
    if not lead:
        text = "\n".join(f"{item.lead}：{item.sentence}" if item.lead else item.sentence for item in told)
        return "", text
    return lead, f"{lead}：{text}" if len(told) == 1 else f"{lead}。\n{text}"


def _evidence(question: Question) -> Reply | None:
    """Whether rows need proof."""
    if (
        not _EVIDENCE.search(question.text)
        or re.search("页码|第几页|哪一?页", question.text)
        or not row_groups(question)
    ):
        return None
    lead, text = _lines(question, evidence)
    if lead in ("要", "不用"):
        return Reply(text, question.verdict(lead == "要"))
    return Reply(text, "conditional" if question.verdict(True) else None)


def _unit(question: Question) -> Reply | None:
    """The unit of the rows named."""
    if (
        not asks_unit(question.text)
        or not _UNIT_TALK.search(question.text)
        or GROWTH.search(question.text)
        or "牵头单位" in question.text
    ):
        return None
    groups = [group for group in row_groups(question) if group[0].unit]
    if not groups:
        return None
    told = [unit(question, group) for group in groups]
    lines = [f"{item.lead}：{item.sentence}" if item.lead else item.sentence for item in told if item]
    lead = told[0].lead if told[0] else ""
    right = lead in ("是", "可以")
    return Reply("\n".join(lines), question.verdict(right) if lead else None)


def _years(question: Question) -> Reply | None:
    """The years of the rows or of the table named."""
    if not _YEARS.search(question.text) or GROWTH.search(question.text):
        return None
    groups = row_groups(question)
    if not groups:
        tables = (
            in_forms(item.key, question.plan.contest_stage) for item in subjects(question.text, ("sections",))
        )
        groups = [group for group in tables if group and group[0].columns]
    if not groups or not re.search(r"20\d\d年|实际值", "".join(groups[0][0].columns)):
        return None
    told = years(question, groups[0])
    lead = told.lead
    asked = set(re.findall(r"20\d\d", question.text))
    if not lead and asked and question.verdict(True) is not None:
        lead = "是" if asked <= set(re.findall(r"20\d\d", "".join(groups[0][0].columns))) else "不是"
    return Reply(
        f"{lead}：{told.sentence}" if lead else told.sentence,
        question.verdict(lead == "是") if lead else None,
    )


def _filled(question: Question) -> Reply | None:
    """Whether a row is to be filled in."""
    text = _TWICE.sub("", question.text)
    if not _FILLED.search(question.text) or _NO_DATA.search(text):
        return None
    groups = row_groups(question)
    if not groups:
        return None
    group = groups[0]
    if not group[0].only_category:
        if question.plan.expected != "yes_no" and not _LEFT_OUT.search(text):
            return None
        told = filled(question, group)
        lead = f"{told.lead}：" if told.lead else ""
        return Reply(f"{lead}{told.sentence}", question.verdict(not _LEFT_OUT.search(text)))
    told = filled(question, group)
    wanted = told.lead != "不用填"
    if not told.lead:
        return Reply(told.sentence, "conditional" if question.verdict(True) else None)
    if _LEFT_OUT.search(text):
        lead = "不用填，可以空着" if not wanted else "不能不填"
        return Reply(f"{lead}：{told.sentence}", question.verdict(not wanted))
    return Reply(f"{told.lead}：{told.sentence}", question.verdict(wanted))


def _place(question: Question) -> Reply | None:
    """Where a row stands."""
    groups = row_groups(question)
    if not _PLACE.search(question.text) or not groups:
        return None
    return Reply("\n".join(place(question, group).sentence for group in groups[:2]))


def _meaning(question: Question) -> Reply | None:
    """What a row that lists several things in its label counts, in the label's words."""
    groups = [group for group in row_groups(question) if "、" in group[0].name]
    if not groups or not _ENUMERATED.search(question.text):
        return None
    group = groups[0]
    return Reply(f"{where(group)}这一行写的是“{group[0].label}”{question.cite_all(group)}。\n")


def _counts(question: Question) -> Reply | None:
    """That the forms do not say whether a sort of thing is counted in a row."""
    groups = [group for group in row_groups(question) if group[0].unit]
    if not groups or not _COUNTED.search(question.text):
        return None
    names = "、".join(f"“{group[0].label}”" for group in groups[:2])
    marks = "".join(question.cite_all(group) for group in groups[:2])
    return Reply(
        f"没有写明：{where(groups[0])}只写了{names}{marks}，没有另写哪些算、哪些不算。\n{WHOM_TO_ASK}",
        status="no_evidence",
    )


def _how(question: Question) -> Reply | None:
    """How a cell of words is to be filled in, which the forms mostly leave open."""
    groups = [group for group in row_groups(question) if not group[0].unit]
    if not groups or not (_HOW.search(question.text) or _SEVERAL.search(question.text)):
        return None
    told = whole(question, groups[0])
    if _SEVERAL.search(question.text):
        if "注明" in told.sentence:
            return None
        return Reply(f"{told.sentence}\n表内没有写可以填几个；拿不准的，请向所在市州工业和信息化局确认。\n")
    left = (
        ""
        if "注明" in told.sentence
        else "表内没有另写怎么填，按实际情况填写；拿不准的，请向所在市州工业和信息化局确认。\n"
    )
    return Reply(told.sentence + "\n" + left)


def _total(question: Question) -> Reply | None:
    """That a row asks for a rate or a share and not for the whole amount."""
    groups = [group for group in row_groups(question) if "/" in group[0].unit or group[0].unit == "%"]
    if not groups or not _TOTAL.search(question.text) or "还是" in question.text:
        return None
    group = groups[0]
    return Reply(
        f"不是：{where(group)}要填的是“{group[0].label}”{question.cite_all(group)}，不是总量。\n",
        question.verdict(False),
    )


def _no_data(question: Question) -> Reply | None:
    """That the forms do not say what to put where there is nothing to tell."""
    groups = [group for group in row_groups(question) if group[0].unit]
    if not groups or not _NONE.search(question.text) or re.search("填(?:个)?[0零]", question.text):
        return None
    if groups[0][0].only_category:
        return None
    return Reply(
        f"参赛报告没有写没有的填0、填“无”还是空着：{where(groups[0])}只列了“{groups[0][0].label}”{question.cite_all(groups[0])}。"
        f"所填信息要真实，怎样填写请向所在市州工业和信息化局确认。\n",
        status="no_evidence",
    )


def asks_least(text: str) -> bool:
    """Whether a figure's least is asked for."""
    return _THRESHOLD.search(text) is not None


def _least(question: Question) -> Reply | None:
    """That the forms ask for a figure and lay down no least of it."""
    groups = [
        group for group in row_groups(question) if group[0].unit and group[0].key not in _WITH_THRESHOLD
    ]
    if not groups or not _THRESHOLD.search(question.text):
        return None
    group = groups[0]
    return Reply(
        f"没有规定：{where(group)}只要求填“{group[0].label}”{question.cite_all(group)}，没有写要达到多少。{WHOM_TO_ASK}",
        status="no_evidence",
    )


def otherwise(question: Question) -> Reply | None:
    """What the form prints of the row named, where the question asks for more than it says."""
    groups = [group for group in row_groups(question) if group[0].unit]
    if not groups:
        return None
    return Reply(
        whole(question, groups[0]).sentence
        + "\n除此以外表内没有另作说明；拿不准的，请向所在市州工业和信息化局确认。\n"
    )


WAYS = (_total, _least, _no_data, _evidence, _unit, _years, _filled, _place, _meaning, _counts, _how)
