"""What belongs in the lists of the forms and in the rows whose text says what they count."""

from __future__ import annotations

import re

from assistant.answering.boundary import WHOM_TO_ASK
from assistant.answering.form_labels import Entry
from assistant.answering.form_lists import WANTED, WHAT_BELONGS, table_of, without_title
from assistant.answering.form_subjects import columns_called, in_forms, members, subjects
from assistant.answering.form_tables import GROWTH
from assistant.answering.form_told import Question, Reply, where
from assistant.checker.form_loader import load_form

_BELONGS = re.compile(
    r"算不算|算(?:是|作|数|进|入|在)?[^，。,]{0,14}[吗不么]|(?:能|可以|可否)[^，。,]{0,4}(?:填|列|写|放|算|报|计)|(?:填|列|写|放|算)(?:进|入|到|上)|归不归|(?:属于|归)[^，。,]{0,12}[吗不么]|要不要(?:填|列|写|放|算)"
)
_DONE = re.compile(
    r"竣工|完工|建成|投产|(?:已经?|都)(?:做完|建完|完成|验收|投入使用|建好)|验收|去年(?:就)?建(?:完|好|成)"
)
_PLANNED = re.compile(
    r"拟建|计划(?:中|明年|要|建)|储备|在谈|签约|(?:未|没|还没有?|尚未|没有)(?:开工|动工|开建)|规划中|谋划|招商中|停工|停了|停着|暂停|停建|缓建|烂尾|前期|打算|明年(?:才|要)?(?:建|开工|动工)"
)
_ALL_FIRMS = re.compile(
    r"(?:所有|全部|每(?:一)?[家个]|全体|一家一家)(?:的)?(?:集群)?企业[^，。,]{0,8}(?:列|名单|清单|填|写|名字)|企业(?:名单|清单|名录)[^，。,]{0,8}(?:全|都|所有)|(?:完整|全部)(?:的)?企业(?:名单|清单)"
)
_INTO_TABLE = re.compile(r"填|列[上进入到]|表|写[上进入]")
_AMONG = {
    "2.3/projects": "2.3",
    "2.4/carriers": "2.4",
    "2.4/standards": "2.4",
    "2.7/platform_list": "2.7",
    "2.5/green_list": "2.5",
}
_ALSO_LISTED = {
    "2.7/platforms": "2.7/platform_list",
    "2.4/carriers_national": "2.4/carriers",
    "2.4/carriers_provincial": "2.4/carriers",
    "2.5/green": "2.5/green_list",
}


def _member(question: Question) -> Reply | None:
    """Whether something belongs in a list or a row whose text says what does."""
    text = question.text
    polar = _BELONGS.search(text)
    if (not polar and not WHAT_BELONGS.search(text)) or GROWTH.search(text):
        return None
    named = subjects(text, ("lists", "rows"))
    keys = [_ALSO_LISTED.get(item.key, item.key) for item in named]
    # 「公共服务平台算不算重点项目」: what is named last is the list
    if polar and not WHAT_BELONGS.search(text):
        after = [_ALSO_LISTED.get(item.key, item.key) for item in named if item.start >= polar.start()]
        keys = after + keys
    numbers = [locator.split(" ")[-1] for locator in question.plan.locators]
    keys = [key for key in members() if key.partition("/")[0] in numbers and "standards" not in key] + keys
    if not keys and "项目" in text and _INTO_TABLE.search(text):
        keys = ["2.3/projects"]
    key = next((key for key in keys if key in members()), None)
    if key is None:
        return None
    group = in_forms(key, question.plan.contest_stage)
    if WANTED.search(text) and group and columns_called(group[0], without_title(text)):
        return None  # a column is asked for, not what belongs
    printed = _says(question, key, group)
    if printed is None:
        return None
    words, marks = printed
    if not polar or WHAT_BELONGS.search(text):
        return Reply(f"{where(group)}写的是：“{words}”{marks}\n")
    if key == "2.3/projects":
        if _DONE.search(text):
            return Reply(
                f"不能：已经建成的不在其内，{where(group)}写的是“在建及新建项目”{question.quote('2.3', '在建及新建项目')}。\n",
                question.verdict(False),
            )
        if _PLANNED.search(text):
            return Reply(
                f"{where(group)}写的是“在建及新建项目”，没有开工、停工的算不算，没有写明{question.quote('2.3', '在建及新建项目')}。{WHOM_TO_ASK}",
                "conditional" if question.verdict(True) else None,
            )
    found = [item for item, pattern in members()[key].items() if pattern.search(text)]
    if found:
        return Reply(
            f"算：{where(group)}写明{'、'.join(f'“{item}”' for item in found)}在内：“{words}”{marks}\n",
            question.verdict(True),
        )
    return Reply(
        f"没有点名：{where(group)}写的是“{words}”{marks}问的这一种算不算，表里没有写。{WHOM_TO_ASK}",
        "conditional" if question.verdict(True) else None,
    )


def _says(question: Question, key: str, group: tuple[Entry, ...]) -> tuple[str, str] | None:
    """The words of the form that say what belongs, verbatim, and their marks."""
    section = _AMONG[key]
    table = table_of(group[0]) if group and group[0].kind == "list" else None
    lines = list(table.instructions) if table else []
    if not lines and group and group[0].kind == "list":
        form_section = load_form(group[0].stage).section(section)
        lines = list(form_section.instructions) if form_section else []
    words = lines[0] if lines else group[0].label if group else ""
    marks = question.quote(section, words)
    return (words, marks) if marks else None


def _all_firms(question: Question) -> Reply | None:
    """That only the first ten firms are named, of all others the number."""
    if not _ALL_FIRMS.search(question.text):
        return None
    first, second = "营业收入排名前十企业发展情况", "集群研发投入前十位企业"
    return Reply(
        f"不用：要列出名字的只有“{first}”{question.quote('2.2', first)}和“{second}”{question.quote('2.4', second)}；"
        f"其余企业只填数量{question.quote('2.2', '企业数量（个）')}。\n",
        question.verdict(False),
    )


WAYS = (_member, _all_firms)
