"""Where in the forms' prose something is to be told, and what a section of prose asks for, in the forms' own words."""

from __future__ import annotations

import re

from assistant.answering.form_labels import common
from assistant.answering.form_prose import OUTLINE, prose_named
from assistant.answering.form_told import STAGES, Question, Reply
from assistant.checker.form import Section
from assistant.checker.form_loader import load_form

_WHERE = re.compile(
    r"(?:写|放|列|摆|归|算|讲|介绍|体现|说)[在到进入]?(?:报告|自评|方案)?(?:里|的|中)?[^，。,写]{0,8}(?:哪(?!几|些)|第几)|(?:哪|第几)[个一]?(?:部分|块|节|方面|章|地方|段)(?:写|讲|介绍|体现|说)"
)
_CONTENT = re.compile(
    r"(?:写|讲|介绍|阐述|包括|涉及|谈|体现|反映|附|交|提供|准备|要)[^，。,]{0,6}(?:什么|哪些|啥|哪几)|内容|哪些方面|怎么[写讲]|咋[写讲]|要点|重点|还要写|除了|拿什么|[怎咋]么?证明"
)
_OUR_PLAN = re.compile(r"实施方案|培育方案|提纲|(?:编|写)[^，。,]{0,6}方案")
_DEMANDS = re.compile(
    r"(?:数据|目标|任务|项目|措施|编制|质量|内容|写)[^，。?]{0,8}(?:要求|标准)|(?:有|什么|哪些|啥)(?:样的)?(?:编制)?要求|可衡量|可考核|前瞻性|可操作|锻长板|补短板"
)
_PERIOD = re.compile(r"什么时候|哪段|哪一段|时间段|何时|从哪|起算|哪个时期|什么时期|哪些年|期间")
_SAME = 3  # characters in a row that a question shares with the line that asks for it
_EVERYDAY = (
    ("履历", "简历"),
    ("团队", "专家团队"),
    ("班子", "组织架构"),
    ("业绩", "工作业绩"),
    ("搞招商", "招商引资"),
    ("政策", "政策的制定落实"),
    ("外资", "吸引外资"),
    ("中介", "各类中介机构建设"),
    ("人才", "人才、金融"),
    ("金融", "人才、金融"),
    ("上下游", "产业链上下游协作"),
    ("进出口|外贸", "进出口额"),
    ("专利", "发明专利"),
    ("研发强度|研发投入", "研发投入强度"),
    ("领导小组|工作机制|领导机制|专班", "集群领导及工作推进机制"),
    ("品牌", "品牌"),
    ("营商", "营商环境改善"),
    ("下一步|今后", "下一步推进集群发展的工作思路"),
)
# Other documents, and the departments and tasks that the work plan shares out.
_OF_OTHERS = re.compile(
    "规划|任务|办法|文件|名单|通知|(?<!实施)(?<!培育)方案|归口|行动|哪一?个?(?:省)?(?:厅|局|部门|委|领导)"
)
_TITLES = re.compile(r"自评报告|负责人|核心承载园区|承载园区|促进组织|集群发展|情况|产业集群|报告")
_PROVES = re.compile(r"办公|批文|执照|资历|登记证")


def _lines(stage: str, numbers: tuple[str, ...] = ()) -> list[tuple[str, str, str]]:
    """Number and title of each section of prose, with each line of its instructions; parts of a line apart."""
    form = load_form(stage)
    return [
        (section.number, section.title, part)
        for section in form.sections
        if section.kind in ("text", "annex") and (not numbers or section.number in numbers)
        for line in section.instructions
        for part in re.split(r"(?<=；)", line)
        if part.strip()
    ]


def _place(question: Question) -> Reply | None:
    """The section, and in the self-assessment the aspect, whose text asks for it."""
    text = question.text
    if not _WHERE.search(text) or _OF_OTHERS.search(text):
        return None
    named = tuple(prose_named(question))
    stage = question.plan.contest_stage or STAGES[0]
    found = []
    for number, title, line in _lines(stage, named):
        if number == "5.2" and not re.search("方案|提纲", text):
            continue
        words = _shared(line, text)
        if words and not line.startswith("从产业基础"):
            said = any(words == word for _, word in _EVERYDAY)
            found.append((len(words) + _SAME * said, number, title, line.strip().rstrip("；。"), words))
    if not found:
        return None
    most = max(length for length, *_ in found)
    lines = []
    for _, number, title, line, _words in [item for item in found if item[0] >= min(most, _SAME)][:3]:
        aspect = re.match(r"(.{2,8}?)(?:主要)?包括", line) if number == "2.8" else None
        where = f"{number} {title}" + (f"的“{aspect.group(1)}”" if aspect else "")
        lines.append(f"写在{where}：“{line}”{question.quote(number, line)}。")
    return Reply("\n".join(lines) + "\n")


def _shared(line: str, text: str) -> str:
    """The words that a line of the form and the question have in common, everyday words read as the form's."""
    for said, words in _EVERYDAY:
        if re.search(said, text) and words in line:
            return words
    shared = common(line, _TITLES.sub("\0", text))
    return shared if len(shared) >= _SAME and "\0" not in shared else ""


def _with_below(stage: str, number: str) -> list[Section]:
    """The section of that number, and those below it where it is a part, as far as they have instructions."""
    form = load_form(stage)
    section = form.section(number)
    if section is None:
        return []
    chosen = [section]
    if section.level == 1:
        for other in form.sections[form.sections.index(section) + 1 :]:
            if other.level == 1:
                break
            chosen.append(other)
    return [item for item in chosen if item.instructions]


def _content(question: Question) -> Reply | None:
    """What a section of prose asks for, quoted."""
    text = question.text
    numbers = [number for number in prose_named(question) if number not in ("2.8", "5.2")]
    if (
        not numbers
        and _PROVES.search(text)
        and re.search("4\\.3|促进组织|协会|促进中心", text)
        and re.search("证明|证书|材料", text)
    ):
        numbers = ["4.3"]
    if not numbers or not _CONTENT.search(text) or re.search("字", text):
        return None
    stage = question.plan.contest_stage
    said = []
    for one in STAGES:
        if stage not in (None, one):
            continue
        number = "四" if one == STAGES[1] and numbers[0] == "4.2" else numbers[0]
        for section in _with_below(one, number):
            line = section.instructions[0]
            said.append(
                f"{one}{section.number} {section.title}：“{line}”{question.quote(section.number, line, (one,))}"
            )
    if not said:
        return None
    return Reply("\n".join(said) + "\n")


def _plan_demands(question: Question) -> Reply | None:
    """What the implementation plan has to be, in the form's words."""
    text = question.text
    if not _OUR_PLAN.search(text) or not _DEMANDS.search(text) or question.plan.contest_stage == STAGES[1]:
        return None
    section = load_form(STAGES[0]).section(OUTLINE)
    line = section.instructions[0] if section else ""
    sentence = line.partition("。")[0]
    return Reply(f"初赛5.2的要求是：“{sentence}”{question.quote(OUTLINE, sentence, STAGES[:1])}。\n")


def _period(question: Question) -> Reply | None:
    """From when on the final's prose is to tell."""
    text = question.text
    numbers = prose_named(question)
    if not _PERIOD.search(text) or not numbers or question.plan.contest_stage != STAGES[1]:
        return None
    section = load_form(STAGES[1]).section(numbers[0])
    line = section.instructions[0] if section and section.instructions else ""
    found = re.search(r"[^，。、]*初赛胜出后[^，。、]{0,16}", line)
    if found is None:
        return None
    return Reply(
        f"写初赛胜出以后的：决赛{numbers[0]}要求“{found.group()}”{question.quote(numbers[0], found.group())}。\n"
    )


FIRST = (_period, _plan_demands)  # before what sections of prose ask for at large
WAYS = (_place, _content)
