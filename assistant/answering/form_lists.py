"""What is asked of the lists in the forms: their columns, units and proof, how many to name, and by what they rank."""

from __future__ import annotations

import re

from assistant.answering.boundary import WHOM_TO_ASK
from assistant.answering.form_choice import choice_in, nearer
from assistant.answering.form_labels import Entry
from assistant.answering.form_subjects import (
    absent_columns,
    bare_heading,
    columns_called,
    in_forms,
    rows_meant,
    subjects,
)
from assistant.answering.form_told import Question, Reply, where
from assistant.answering.form_units import asks_unit, unit
from assistant.checker.form import Table
from assistant.checker.form_loader import load_form

WHAT_BELONGS = re.compile(
    r"(?:哪些|什么|什么样的|哪类|哪几类|哪种|啥)[^，。,]{0,8}(?:算|属于|可以填|能填|能列|可以列|能算)|(?:包括|包含|指)[^，。,]{0,4}(?:哪些|什么|啥|哪几)|什么(?:叫|是)|有哪些类型|哪些类型"
)
WANTED = re.compile(
    r"(?:要不要|用不用|需不需要|是否|需要|要|用|得|必须)[^，。,]{0,10}(?:填|写|列|注明|标|报|交代|有)|[填写]上[^，。,]{1,8}[没吗不么]|填[吗不么]|写[吗不么]"
)
_COLUMNS = re.compile(
    r"哪[几些]?一?[列栏项]|[几多]少?[列栏]|表头|(?:填|写|列|登记)(?:些)?(?:什么|哪些|哪几|啥)|怎么[填写]|咋[填写]|有(?:什么|哪些)(?:内容|信息|项)|包括(?:什么|哪些)(?:内容|信息|列|栏)|"
    r"哪[几些]年|什么单位|单位是"
)
_ORDER = re.compile(
    r"(?:按|根据|依|以)[^，。,]{0,10}(?:排|来?选|定|为准)|怎么排|咋排|排(?:序|名|法)(?:依据|标准|是按)|排名[按看]"
)
_SHORT = re.compile(
    r"不(?:够|足|满|到)(?:十|10|数|家|个)?|凑不(?:齐|够|满|出)|没有?(?:那么多|十个|10个|十家|10家)|少于|[只就才]有?(?:不到)?[一二两三四五六七八九\d]+[家个]|缺[几一二两三]?[家个]"
)
_MANY = re.compile(
    r"超过(?:十|10)|多于|多(?:报|填|列|写)|不止(?:十|10)|(?:1[1-9]|[2-9]\d|十[一二三四五六七八九]|[二三四五]十)[多几]?[个家]|太多|上限|最多"
)
_HOW_MANY = re.compile(
    r"(?:填|列|写|报|要|选|放)[^，。,]{0,4}(?:几|多少)[个家项名行](?!月)|几个合适|[几多]少?[个家项](?:重点)?项目|有(?:没有)?(?:数量|个数)"
)


_BLANK = re.compile(r"空着|留空|空白|不填|不写")
_WHERE = re.compile(r"(?:填|写|放|列)[在到]?(?:哪(?![几两些年种个类])|什么地方|第几)|哪(?:张|个)表|在哪")
_COMPARED = re.compile(r"一个单位|同一|一样|不同|区别|一致|换算")
_INCLUDES = re.compile(
    r"含不含|包不包[括含]|包[括含][^，。,什哪啥]{1,12}[吗不么]|扣不扣|扣除|剔除|算不算|算[^，。,]{1,6}[吗不么]"
)
_PROOF = re.compile(
    r"佐证|证明|附[^，。,]{0,6}(?:材料|证|文件|批文|合同)|(?:要|用|需)[^，。,]{0,4}附|附上|批文|备案证|复印件|证书"
)
_ONE_BY_ONE = re.compile(
    r"一个个|逐[个一项]|一一|一家家|逐家|列出来|名单|明细|写数|填数|只[写填报]个?数|(?:数量|个数)就(?:行|可以|够)"
)
_NONE_TO_LIST = re.compile(r"没有?(?!写|明确|规定)|无|一个都没")
_LEFT_EMPTY = re.compile(r"空|不填|怎么(?:办|填)|咋(?:办|填)|删|填无|写无")


def _lists(question: Question) -> list[tuple[Entry, ...]]:
    """The lists that the question names, the one of the longest name first."""
    named = subjects(question.text, ("lists",))
    groups = [in_forms(item.key, question.plan.contest_stage) for item in named]
    return [group for group in groups if group]


def table_of(entry: Entry) -> Table | None:
    """The table of the form description that a list is."""
    section = load_form(entry.stage).section(entry.section)
    return section.table(entry.key.partition("/")[2]) if section else None


def _title(entry: Entry) -> str:
    return f"“{entry.label}”"


def _order(question: Question) -> Reply | None:
    """By what a list of ten ranks: its title says."""
    groups = _lists(question)
    if not _ORDER.search(question.text) or not groups:
        return None
    entry = groups[0][0]
    table = table_of(entry)
    if table is None or not table.ordered_by:
        return None
    measure = "营业收入" if "营业收入" in entry.label else "研发投入"
    return Reply(
        f"按{measure}排：{where(groups[0])}这张表的题目是{_title(entry)}{question.cite_all(groups[0])}。按哪一年的数排，表里没有写明。\n"
    )


def _number(question: Question) -> Reply | None:
    """What to do where there are fewer or more than the list asks for."""
    text, groups = question.text, _lists(question)
    short, many = _SHORT.search(text), _MANY.search(text)
    if not groups or not (short or many or _HOW_MANY.search(text)) or asks_unit(text):
        return None
    group = groups[0]
    table = table_of(group[0])
    if table is None or table.expected_rows is None:
        return None
    polar = question.verdict(True) is not None or re.search(r"够不够|行不行", text)
    if table.ordered_by:
        marks = question.cite_all(group)
        if not (short or many):
            return Reply(f"填10家：{where(group)}这张表的题目是{_title(group[0])}{marks}。\n")
        rest = "按字面，有几家就填几家" if short else "按字面，只填排在前十的"
        told = "不足十家" if short else "超过十家"
        return Reply(
            f"参赛报告没有写{told}怎么办，{where(group)}只写{_title(group[0])}{marks}。{rest}；拿不准的，请向所在市州工业和信息化局确认。\n",
            "conditional" if polar else None,
        )
    marks = question.quote(group[0].section, "10个左右")
    lead = f"写的是“10个左右”{marks}"
    if not (short or many):
        return Reply(f"10个左右：{where(group)}{lead}，不是必须正好10个。\n")
    return Reply(
        f"{where(group)}{lead}，不要求正好10个；差多少还算“左右”，参赛报告没有写明。{WHOM_TO_ASK}",
        "conditional" if polar else None,
    )


def _unit(question: Question) -> Reply | None:
    """The unit of a list's figures."""
    text, groups = question.text, _lists(question)
    if not groups or not asks_unit(text) or "牵头单位" in text or "年" in text:
        return None
    named = subjects(text, ("lists",))[0]
    if any(named.inside(row) for row in subjects(text, ("rows",))):
        return None
    told = unit(question, groups[0])
    if told is None:
        return None
    others = [row for row in rows_meant(without_title(text)) if row.section in ("2.1", "2.4")]
    twin = in_forms(others[0].key, question.plan.contest_stage) if others and _COMPARED.search(text) else ()
    if twin and (other := unit(question, twin)):
        return Reply(f"{told.sentence}\n{other.sentence}\n两处单位不同，各按表内的单位填。\n")
    lead = f"{told.lead}：" if told.lead else ""
    return Reply(
        lead + told.sentence + "\n", question.verdict(told.lead in ("是", "可以")) if told.lead else None
    )


def _choice(question: Question) -> Reply | None:
    """Which of two things a column of a list takes, as far as its heading tells."""
    text, groups = question.text, _lists(question)
    chosen = choice_in(text)
    if not groups or chosen is None or asks_unit(text):
        return None
    group = groups[0]
    called = columns_called(group[0], without_title(text))
    if not called:
        return None
    marks = question.cite_all(group)
    for heading in called:
        if has := nearer(*chosen, heading):
            return Reply(f"填{has}的：{where(group)}{_title(group[0])}这一栏是“{heading}”{marks}。\n")
    return Reply(
        f"参赛报告没有写明是{chosen[0]}还是{chosen[1]}：{where(group)}{_title(group[0])}只写“{called[0]}”{marks}。\n{WHOM_TO_ASK}",
        status="no_evidence",
    )


def _evidence(question: Question) -> Reply | None:
    """Whether the entries of a list need proof: where the form counts them in a row, that row tells."""
    text, groups = question.text, _lists(question)
    if not groups or not _PROOF.search(text):
        return None
    entry = groups[0][0]
    known = table_of(entry)
    rows = [row for key in (known.optional_if_zero if known else ()) for row in in_forms(key)]
    if any(row.evidence for row in rows):
        counted = tuple(row for row in rows if row.key == rows[0].key)
        return Reply(
            f"要：{where(counted)}“{counted[0].name}”注明“需提供佐证材料”{question.cite_all(counted)}。\n",
            question.verdict(True),
        )
    return Reply(
        f"表内没有注明要附：{where(groups[0])}{_title(entry)}没有写需提供佐证材料{question.cite_all(groups[0])}。{WHOM_TO_ASK}",
        question.verdict(False),
    )


def _both(question: Question) -> Reply | None:
    """That what is counted in a row is also listed one by one, where the form has both."""
    text, groups = question.text, _lists(question)
    if not groups or not _ONE_BY_ONE.search(text):
        return None
    group = groups[0]
    known = table_of(group[0])
    rows = [row for key in (known.optional_if_zero if known else ()) for row in in_forms(key, group[0].stage)]
    if not rows:
        return None
    names = "、".join(f"“{row.name}”" for row in rows)
    marks = "".join(map(question.cite, rows)) + question.cite_all(group)
    columns = "、".join(dict.fromkeys(map(bare_heading, group[0].columns)))
    return Reply(f"两样都要填：数量填{names}，再在{_title(group[0])}里逐个列出{columns}{marks}。\n")


def _empty(question: Question) -> Reply | None:
    """That the forms do not say how to leave a list empty."""
    text, groups = question.text, _lists(question)
    if not groups or not _NONE_TO_LIST.search(text) or not _LEFT_EMPTY.search(text):
        return None
    return Reply(
        f"参赛报告没有写没有的怎么填：{where(groups[0])}只列了{_title(groups[0][0])}{question.cite_all(groups[0])}。"
        "确实没有的，按字面无可列；要不要写“无”，请向所在市州工业和信息化局确认。\n",
        "conditional" if question.verdict(True) else None,
    )


def _columns(question: Question) -> Reply | None:
    """The columns of a list, or whether it has one."""
    text, groups = question.text, _lists(question)
    if not groups:
        return None
    group = groups[0]
    called = columns_called(group[0], without_title(text))
    polar = WANTED.search(text) and question.verdict(True) is not None
    marks = question.cite_all(group)
    if called and _BLANK.search(text) and question.verdict(True) is not None:
        names = "、".join(f"“{heading}”" for heading in called)
        return Reply(
            f"要填：{where(group)}{_title(group[0])}有{names}{'几栏' if len(called) > 1 else '一栏'}，没有注明可以不填{marks}。\n",
            question.verdict(False),
        )
    if polar and called and "备注" not in called:
        names = "、".join(f"“{heading}”" for heading in called)
        return Reply(
            f"要：{where(group)}{_title(group[0])}有{names}{'几栏' if len(called) > 1 else '一栏'}{marks}。\n",
            question.verdict(True),
        )
    headings = list(dict.fromkeys(bare_heading(column) for column in group[0].columns))
    shown = "、".join(headings)
    if polar and (absent := absent_columns().search(without_title(text))):
        return Reply(
            f"不用：{where(group)}{_title(group[0])}没有“{absent.group()}”一栏，只有{shown}{marks}。\n",
            question.verdict(False),
        )
    if "备注" in called and "备注" in headings:
        return Reply(
            f"参赛报告没有写“备注”一栏填什么：{where(group)}{_title(group[0])}只列了{shown}{marks}。\n{WHOM_TO_ASK}"
        )
    if not _COLUMNS.search(text) or WHAT_BELONGS.search(text):
        return None
    whole = "、".join(group[0].columns)
    return Reply(f"{where(group)}{_title(group[0])}分{len(group[0].columns)}栏：{whole}{marks}。\n")


def without_title(text: str) -> str:
    """The question without the words that name the list, which sound like its columns."""
    for item in subjects(text, ("lists",))[:1]:
        text = text[: item.start] + "\0" + text[item.end :]
    return text


def _counted(question: Question) -> Reply | None:
    """That the forms do not say what a column's figure includes."""
    text, groups = question.text, _lists(question)
    called = columns_called(groups[0][0], text) if groups else []
    if not called or not _INCLUDES.search(text):
        return None
    return Reply(
        f"没有写明：{where(groups[0])}{_title(groups[0][0])}只写“{called[-1]}”{question.cite_all(groups[0])}，没有写包括哪些、不包括哪些。{WHOM_TO_ASK}",
        status="no_evidence",
    )


def otherwise(question: Question) -> Reply | None:
    """What the form prints of the list named, where the question asks for more than it says."""
    groups = _lists(question)
    if not groups:
        return None
    headings = "、".join(dict.fromkeys(map(bare_heading, groups[0][0].columns)))
    return Reply(
        f"{where(groups[0])}{_title(groups[0][0])}要填{headings}{question.cite_all(groups[0])}。\n"
        "除此以外表内没有另作说明；拿不准的，请向所在市州工业和信息化局确认。\n"
    )


def _place(question: Question) -> Reply | None:
    """Where a list stands."""
    groups = _lists(question)
    if not groups or not _WHERE.search(question.text):
        return None
    return Reply(f"填在{where(groups[0])}的{_title(groups[0][0])}表里{question.cite_all(groups[0])}。\n")


WAYS = (_order, _place, _choice, _number, _unit, _evidence, _columns, _both, _counted, _empty)
