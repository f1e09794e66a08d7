"""The steps of the contest in their order: which comes first, what comes next, whether there is such a step."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.conversation.contest import Step, steps, steps_in
from assistant.conversation.lexicon import fold, read_yaml
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import is_polar
from assistant.models import Answer

_BEFORE = r"(?:之前|以前|前面|前头|前边|前)"
_AFTER = r"(?:之后|以后|后面|后头|后边|后)"
# 「先……还是先……」, 「在……前还是后」: which of two comes first is asked openly.
_WHICH = re.compile(
    rf"先.{{1,16}}(?:还是|或者|或).{{0,3}}先?|{_BEFORE}.{{0,4}}还是.{{0,10}}{_AFTER}|{_AFTER}.{{0,4}}还是.{{0,10}}{_BEFORE}|"
    r"(?:哪个|哪一?步|哪一?样|谁|哪头)(?:是)?(?:在|排)?(?:先|前|后)|(?:先后|前后)(?:次序|顺序)?(?:是|怎)|(?:次序|顺序)(?:是|怎)"
)
# ... and what a yes or no claims: that the step before is the earlier one.
_FIRST_THEN = re.compile(r"[先等].{1,16}(?:再|后(?!面|头|边)|然后|才|接着)")
_STANDS = re.compile(rf"(?:在|于|排|放|是|早于|晚于|先于).{{0,8}}?(?:{_BEFORE}|{_AFTER}|早于|晚于|先于)")
_LATER = re.compile(rf"{_AFTER}|晚于|完(?:了|成)?(?:才|再|就)|(?:了|过)才")
_NEXT = re.compile(
    r"[^，。,]{0,6}?(?:完|结束|过后|过了|之后|以后|后|下来|出来|通过了?|交了|交上去|呢).{0,8}?"
    r"(?:下一?步|接下来|接着|紧接着|再往下|往下|还(?:要|得|有|需)|再(?:走|做|要|干|办)|该).{0,8}?(?:什么|啥|哪|几|怎么|呢|做|干|走|办|程序|步|手续|环节)|"
    r"(?:完|结束|通过|过)?(?:之后|以后|后)?(?:了)?呢[?？]?$|"
    r"[^，。]{0,4}[，,]?(?:那)?(?:下一?步|接下来|往下)(?:是|呢|干|做|该|要|走|到|怎)"
)
_SO_FAR = re.compile(
    rf"{_BEFORE}.{{0,6}}(?:先)?(?:要|得|需要?|该|应该|必须|还)?(?:先)?.{{0,4}}(?:做|干|走|办|经过|完成|过).{{0,6}}(?:什么|啥|哪|几)"
)
_IS_THERE = re.compile(
    r"(?:有没有|有无|是否(?:有|要|需)|(?<!没)有|要不要|需不需要|用不用|会不会|是不是(?:要|得|有)?|(?:还|都|也)?(?:要|得|需要)|经不经过|搞不搞)(?:经过|经|走|过|搞|做|组织|请|进行|一轮|一道)*$"
)
_NOT_ASKED = re.compile(
    r"谁|几天|多久|多长|多少|何时|什么时候|几月|哪天|标准|怎么(?:打|产生)|条件|异议|举报|没过|不过|未过|没通过|撤|奖|钱|工作思路|规划|报告里|那一?栏"
)
_ALIKE = re.compile("一回事|一码事|一样|相同|区别|不同|差别|差异|两码事")
_DIFFERENT = re.compile("不一样|不同|区别|差别|差异|两码事")
# What somebody has to do once listed is no step of the contest (认定以后我们协会要干什么).
_OF_SOMEBODY = re.compile("协会|促进组织|促进中心|园区|企业|我们")
_OF_THE_CONTEST = {"measures-2021", "list-2022"}  # what lays the steps down
_MOST = 3  # next steps told


@lru_cache(maxsize=1)
def _pairs(name: str) -> tuple[frozenset[str], ...]:
    return tuple(map(frozenset, read_yaml("lexicon", "steps.yaml")[name]))


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Tell the order of two steps, or what follows one; None where the question asks for no order."""
    text = fold(plan.standalone)
    if plan.locators or plan.clusters or not set(plan.documents) <= _OF_THE_CONTEST:
        return None
    spoken = steps_in(text)
    if len(spoken) == 2 and (told := _order(text, spoken, composer) or _apart(text, spoken, composer)):
        return told
    if _NOT_ASKED.search(text) or not spoken:
        return None
    for place in () if _OF_SOMEBODY.search(text) else spoken:
        if told := _next(text, place, composer):
            return told
    return _exists(text, spoken[0], composer) if len(spoken) == 1 else None


def _order(text: str, spoken: list[tuple[int, int, Step]], composer: Composer) -> Answer | None:
    (_, end, one), (start, stop, other) = spoken
    pair = {one.key, other.key}
    if any(pair <= pairs for name in ("unordered", "elsewhere") for pairs in _pairs(name)):
        return None
    polar = is_polar(text) and _WHICH.search(text) is None
    between, behind = text[end:start], text[stop:]
    claims_first = _claimed(text, between, behind) if polar else None
    if claims_first is None and not _WHICH.search(text):
        return None
    first, second = sorted((one, other), key=lambda step: step.place)
    right = claims_first == (first is one)
    lead = "" if not polar else "是的，" if right else "不是这个次序，"
    composer.add(f"{lead}先{first.name}，后{second.name}。\n")
    for step in (first, second):
        composer.add(f"{step.told}{composer.cite(*step.cite)}。\n")
    return composer.build("answered", None if not polar else "yes" if right else "no")


def _apart(text: str, spoken: list[tuple[int, int, Step]], composer: Composer) -> Answer | None:
    """That two steps are not the same (公示和公告是一回事吗), with what each is."""
    one, other = spoken[0][2], spoken[1][2]
    if not _ALIKE.search(text) or any({one.key, other.key} <= pairs for pairs in _pairs("elsewhere")):
        return None
    polar = is_polar(text)
    composer.add("不是一回事：\n" if polar else "两者不同：\n")
    for step in (one, other):
        composer.add(f"{step.name}：{step.told}{composer.cite(*step.cite)}。\n")
    if not polar:
        return composer.build("answered")
    return composer.build("answered", "yes" if _DIFFERENT.search(text) else "no")


def _claimed(text: str, between: str, behind: str) -> bool | None:
    """Whether a yes-or-no question takes the step named first for the earlier one; None where it speaks of no order."""
    if _FIRST_THEN.search(text):
        return True
    if _STANDS.search(between + "□" + behind):
        return not re.match(rf".{{0,3}}(?:{_AFTER}|晚于)", behind) and "晚于" not in between
    if re.match(_BEFORE, between):
        return False
    if _LATER.match(between) or re.match(r"了?(?:才|再)", between):
        return True
    return None


def _next(text: str, spoken: tuple[int, int, Step], composer: Composer) -> Answer | None:
    """What comes after a step (初赛完了下一步做什么), or before it."""
    _, end, step = spoken
    forward = _NEXT.match(text[end:]) is not None
    if step.aside or step.key == "plaque" or (not forward and not _SO_FAR.match(text[end:])):
        return None
    ranked = [other for other in steps() if not other.aside]
    place = ranked.index(step)
    told = ranked[place + 1 : place + 1 + _MOST] if forward else ranked[max(0, place - _MOST) : place]
    if not told:
        return None
    composer.add(f"{step.name}之后，接下来是：\n" if forward else f"{step.name}之前，依次是：\n")
    for number, other in enumerate(told, 1):
        composer.add(f"{number}. {other.told}{composer.cite(*other.cite)}。\n")
    return composer.build("answered")


def _exists(text: str, spoken: tuple[int, int, Step], composer: Composer) -> Answer | None:
    """Whether there is such a step as 专家评审, which no rule speaks of."""
    start, end, step = spoken
    asked = _IS_THERE.search(text[:start]) or re.match(
        r"(?:这(?:一|个)?(?:关|道|步|环节|程序)?|环节|程序)?(?:有没有|有吗|要不要|是不是必|必不必)",
        text[end:],
    )
    if not step.aside or step.key == "notice" or not asked or not is_polar(text):
        return None
    composer.add(f"有，{step.told}{composer.cite(*step.cite)}。\n{step.named}。\n")
    composer.add("以后各批是否相同，以当年的工作通知为准。")
    return composer.build("answered", "yes")
