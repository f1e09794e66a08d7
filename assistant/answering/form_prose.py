"""What is asked of the forms' prose: how long, what about, and where something is to be written."""

from __future__ import annotations

import re

from assistant.answering.boundary import WHOM_TO_ASK
from assistant.answering.form_labels import common
from assistant.answering.form_subjects import aspects_named, subjects
from assistant.answering.form_told import STAGES, Question, Reply
from assistant.checker.form_loader import load_form
from assistant.models import Verdict

_OVERALL = "2.8"
OUTLINE = "5.2"
_LENGTH = re.compile(
    r"字数|[几多]少?个?字|篇幅|多长|(?:\d{3,}|[一二两三四五六七八九]?[百千万][多几一二两三四五六七八九百]*)(?:多|来|个)*字|(?:超过?|写|到)(?:了)?(?:两千五|三千|两千|一千五?|\d{4})(?!年|万|亿|家|个|人|元)|超字|字.{0,4}(?:上限|限制|上线)|限制.{0,4}字"
)
_WRITTEN = re.compile(
    r"(\d{3,5})(?:多|来)?个?字|([一二两三四五六七八九])(千)([一二两三四五六七八九]百?)?(?:多|来)?个?字|([一二三四五六七八九]|两)百(?:多)?个?字|(一)?万(?:多)?字"
)
_LEAST = re.compile(r"至少|最少|少于|下限|起码|不低于|太短|太少")
_DIGITS = dict(zip("一二两三四五六七八九", (1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_CONTENT = re.compile(
    r"(?:写|讲|介绍|阐述|包括|包含|涉及|谈|体现|反映|讲述)[^，。,]{0,6}(?:什么|哪些|啥|哪几)|内容|哪些方面|指(?:的是)?(?:什么|啥|哪)|(?:什么|啥)意思|怎么[写讲]|咋[写讲]|写点|要点|重点"
)
_HOW_MANY = re.compile(r"几[个大]?(?:方面|块|点|部分)|多少(?:个)?方面|哪几[个大]?(?:方面|块|点)")
_WANTED = re.compile(
    r"(?:要不要|用不用|需不需要|是否|需要|要|用|得|必须|能)[^，。,]{0,3}(?:写|讲|提|列|介绍|体现|反映|说|包括|谈)|写[吗不么]|(?:写|讲|介绍|列)[^，。,]{2,16}[吗不么]"
)
_PART = re.compile(
    r"(?:写|放|列|摆|归|属|在|填)[在到进]?(?:方案|提纲|实施方案)?(?:里|的)?(?:哪(?:个|一)?(?:部分|块|章|节|儿|里)?|第几)"
)
_PARTS = re.compile(r"(第[一二三四五六七八九]部分：[^\n]+)\n+([^\n]+)")
_NTH = re.compile(r"第([一二三四五])(?:个)?(?:部分|块|章)")
_SAME = 3  # characters that question and instruction share where the form asks for that very thing
_WORDS = (
    (
        r"下一步(?:的)?(?:打算|计划|安排|想法|工作|思路)?|今后(?:的)?(?:打算|计划)",
        "下一步推进集群发展的工作思路",
    ),
    (r"招商", "招商引资"),
    (r"营商环境", "营商环境改善"),
    (r"时间表|项目清单", "列出重点项目清单及实施时间表"),
    (r"年度(?:的)?计划|分工|进度", "年度计划，任务分工及进度安排"),
    (r"差距|短板|优势", "分析集群的基础条件、优势和特色"),
    (r"培育(?:的)?背景|意义", "分析背景和意义"),
    (r"发展定位|目标|思路", "提出发展的思路、培育原则、发展定位和主要目标"),
    (r"简历", "主要负责人简历和工作业绩"),
    (r"架构|组建|怎么成立", "组建方式及组织架构"),
    (r"技术人员|专业人员", "其他专业技术人员情况"),
)


def prose_named(question: Question) -> list[str]:
    """Numbers of the sections of prose that the question names, the longest name first."""
    text, stage = question.text, question.plan.contest_stage
    numbers = [locator.split(" ")[-1] for locator in question.plan.locators]
    named = [number for number in numbers if number in ("2.8", "3.2", "4.1", "4.2", "4.3", "5.2", "四")]
    if named:
        return named
    found = [item.key for item in subjects(text, ("prose",))]
    if "3.2" in found or ("园区" in text and "2.8" in found and "总体" not in text):
        found = ["3.2", *(key for key in found if key not in ("2.8", "3.2"))]
    if found == [_OVERALL] and not re.search("总体|集群", text) and _LENGTH.search(text):
        found.append("3.2")  # 「自评」 alone may be either
    if _LENGTH.search(text):
        found = ["4.2" if key == "四" else key for key in found]
    if stage == "决赛":
        found = ["四" if key == "4.2" else key for key in found]
    return list(dict.fromkeys(found))


def _limits(question: Question, number: str) -> list[tuple[str, str, str, int | None]]:
    """Stage, number, title and word limit of the section in each form, what stands for it in the other included."""
    found: list[tuple[str, str, str, int | None]] = []
    for stage in STAGES:
        if question.plan.contest_stage not in (None, stage):
            continue
        form = load_form(stage)
        section = form.section(number) or (form.section("四") if number == "4.2" else None)
        if section is not None and section.kind == "text":
            found.append((stage, section.number, section.title, section.limit))
    return found


def _length(question: Question) -> Reply | None:
    """How long a section may be, and whether so many words are too many."""
    text = question.text
    if not _LENGTH.search(text) or re.search("[扣罚]", text):
        return None
    numbers = prose_named(question)
    places = [place for number in numbers[:2] for place in _limits(question, number)]
    if not places or (_CONTENT.search(text) and not _written(text)):
        return None
    lines = []
    groups: dict[tuple[str, str, int | None], list[str]] = {}
    for stage, number, title, limit in places:
        groups.setdefault((number, title, limit), []).append(stage)
    for (number, title, limit), stages in groups.items():
        head = f"{'、'.join(stages)}参赛报告的{number} {title}"
        if limit is None:
            lines.append(
                f"{head}没有写明字数要求{question.quote(number, _first_line(question, stages[0], number), stages)}。"
            )
        else:
            lines.append(f"{head}限{limit}字以内{question.quote(number, f'{limit}字以内', stages)}。")
    same = re.search(r"一样|相同|一致", text) and len({stage for stage, *_ in places}) > 1
    if same and question.verdict(True):
        alike = all(
            len({limit for _, number, _, limit in places if number in (one, "四" if one == "4.2" else one)})
            == 1
            for one in numbers[:2]
        )
        lead = "一样" if alike else "不一样"
        return Reply(f"{lead}。\n" + "\n".join(lines), question.verdict(alike))
    limits = {limit for *_, limit in places if limit}
    if not limits:
        return Reply("\n".join(lines) + WHOM_TO_ASK, status="no_evidence")
    least = _LEAST.search(text) is not None
    if least or "够" in text:
        lines.append("写的是上限，没有写最少多少字。")
    written = _written(text)
    if least or written is None or min(limits) < written <= max(limits):
        return Reply("\n".join(lines))
    over = written > max(limits)
    return Reply(("超了。\n" if over else "没有超。\n") + "\n".join(lines), _over_verdict(question, over))


def _over_verdict(question: Question, over: bool) -> Verdict | None:
    if question.verdict(True) is None:
        return None
    asks_over = re.search(
        r"超(?:了|没|不|字|过)?(?:没有|吗|么|不)|超没超|会不会超|算超|是不是超", question.text
    )
    return "yes" if over == bool(asks_over) else "no"


def _written(text: str) -> int | None:
    """The number of words that the question gives."""
    found = _WRITTEN.search(text)
    if found is None:
        return None
    if found.group(1):
        return int(found.group(1))
    if found.group(2):
        return _DIGITS[found.group(2)] * 1000 + (_DIGITS[found.group(4)[0]] * 100 if found.group(4) else 0)
    return _DIGITS[found.group(5)] * 100 if found.group(5) else 10000


def _first_line(question: Question, stage: str, number: str) -> str:
    section = load_form(stage).section(number)
    return section.title if section else ""


def _outline_part(question: Question) -> Reply | None:
    """Which part of the outline something belongs in, and what one part is to tell."""
    text = question.text
    parts = _PARTS.findall(question.document.full_text(f"{STAGES[0]} {OUTLINE}"))
    if ("方案" not in text and "提纲" not in text) or question.plan.contest_stage == STAGES[1]:
        return None
    if re.search(r"改|并|调整|合|增|删|换", text):
        return None
    if nth := _NTH.search(text):
        found = [part for part in parts if part[0].startswith(f"第{nth.group(1)}部分")]
    elif _PART.search(text):
        found = _best_part(parts, text)
    elif _CONTENT.search(text):
        found = _titled(parts, text)
    elif _WANTED.search(text) and question.verdict(True):
        return _in_outline(question, parts)
    else:
        return None
    if not found:
        return None
    title, content = found[0]
    marks = question.quote(OUTLINE, title, STAGES[:1]) + question.quote(OUTLINE, content.strip(), STAGES[:1])
    return Reply(f"实施方案{title}：“{content.strip()}”{marks}\n")


def _in_outline(question: Question, parts: list[tuple[str, str]]) -> Reply | None:
    """That a part of the outline asks for what the question names."""
    for title, content in parts:
        if words := _asked_for(content, question.text):
            mark = question.quote(OUTLINE, words, STAGES[:1])
            return Reply(
                f"要：实施方案{title}一段写着“{words}”{mark}；提纲仅作参考，可以调整。\n",
                question.verdict(True),
            )
    return None


def _titled(parts: list[tuple[str, str]], text: str) -> list[tuple[str, str]]:
    return [part for part in parts if part[0].partition("：")[2] in text]


def _best_part(parts: list[tuple[str, str]], text: str) -> list[tuple[str, str]]:
    """The part whose words the question shares most."""
    for pattern, words in _WORDS:
        if re.search(pattern, text) and (found := [part for part in parts if words in part[1]]):
            return found
    scored = [
        (len(common(title.partition("：")[2] + content, text)), (title, content)) for title, content in parts
    ]
    best = max(scored)
    return [best[1]] if best[0] >= _SAME else []


def _aspect(question: Question) -> Reply | None:
    """What an aspect of the self-assessment includes."""
    text = question.text
    names = aspects_named(text)
    of_report = bool(re.search(r"自评|2\.8|总体情况|报告", text)) or bool(
        re.search(r"(?:写|讲|介绍)(?:些|点)?(?:什么|哪些|啥)|(?:这|那)(?:一)?(?:块|部分|段)", text)
    )
    if not names or not of_report or len(names) > 2 or not (_CONTENT.search(text) or _WANTED.search(text)):
        return None
    if question.plan.documents and "report-2023" not in question.plan.documents:
        return None
    lines = []
    for name in names:
        found = re.search(
            rf"(?:^|[；\n]){name}(?:主要)?包括[^；\n]*", question.document.full_text("初赛 2.8")
        )
        words = found.group().strip("；\n") if found else ""
        if words:
            lines.append(f"2.8自评报告的“{name}”：{words.rstrip('。')}{question.quote(_OVERALL, words)}。")
        else:
            lines.append(f"2.8自评报告要求介绍“{name}”，没有另写包括什么{question.quote(_OVERALL, name)}。")
    return Reply("\n".join(lines) + "\n", question.verdict(True) if not _CONTENT.search(text) else None)


def _content(question: Question) -> Reply | None:
    """What a section of prose is to tell, and whether it is to tell something."""
    text = question.text
    numbers = [number for number in prose_named(question) if number != OUTLINE]
    if not numbers:
        return None
    number = numbers[0]
    stage = question.plan.contest_stage or STAGES[0]
    section = load_form(stage).section(number)
    if section is None or not section.instructions:
        return None
    first = section.instructions[0]
    if number == _OVERALL and (_HOW_MANY.search(text) or _CONTENT.search(text)):
        names = first.removeprefix("从").partition("等方面")[0].split("、")
        marks = question.quote(number, "、".join(names))
        others = "".join(f"\n{_quoted(question, other)}" for other in numbers[1:2])
        return Reply(
            f"{'2.8写' if others else ''}{len(names)}个方面：{'、'.join(names)}{marks}。\n各方面包括什么，2.8的说明逐项写了；全文2500字以内{question.quote(number, '2500字以内')}。{others}\n"
        )
    if _WANTED.search(text) and question.verdict(True) and (words := _asked_for(first, text)):
        return Reply(
            f"要写：{number}要求写“{words}”{question.quote(number, words)}。\n", question.verdict(True)
        )
    return None


def _quoted(question: Question, number: str) -> str:
    """What another section of prose asks for, in the words of the form of the stage asked for."""
    section = load_form(question.plan.contest_stage or STAGES[0]).section(number)
    if section is None or not section.instructions:
        return ""
    line = section.instructions[0]
    return f"{number} {section.title}：“{line}”{question.quote(number, line)}"


def _asked_for(instruction: str, text: str) -> str:
    """The words of an instruction that ask for what the question names, "" for none."""
    for pattern, words in _WORDS:
        if re.search(pattern, text) and words in instruction:
            return words
    shared = common(instruction, re.sub(r"自评报告|核心承载园区|承载园区|集群|促进组织", "\0", text))
    return shared if len(shared) >= _SAME and "\0" not in shared else ""


WAYS = (_length, _outline_part, _aspect, _content)
