"""The question of the turn before with one thing in it changed for another (株洲呢, 决赛又是多少, 个体户呢)."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.conversation import slots
from assistant.conversation.addresses import find_addresses, plain
from assistant.conversation.bodies import body_swapped
from assistant.conversation.ellipsis import another_copy, is_bare
from assistant.conversation.lexicon import concepts_in
from assistant.conversation.plan import Plan

# What is asked of a row of the lists, after its name.
_COLUMN_ASKED = re.compile(r"(?:的?(?:促进|核心|承载|园区|牵头)|[归属是在由叫排算哪几有]|什么|多少).*$")
_STAGE = re.compile("初赛|预赛|决赛|终赛")
# What stands for another of its sort: 「个体户呢」 after 「公司能报吗」, 「名单呢」 after 「办法哪年发的」.
_SORTS = (
    re.compile(
        r"(?:平台|民营|外资|国有|上市)?公司|(?:龙头|国有|民营|外资)?企业|国企|民企|外企|行业协会|协会|商会|联盟|园区|管委会|高校|大学|研究院|研究所|"
        r"科研院所|个体户|个人|合作社|(?:县|市|区|地方)?政府|事业单位|社会组织|工信局|乡镇"
    ),
    re.compile(r"(?:培育|集群)?(?:管理)?办法|(?:第一批)?名单(?:通知)?|(?:工作)?方案|(?:集群|发展)?规划"),
)
ROW_TAIL = re.compile(
    r"(?:后头|后面|那一?行|那一?栏|这一?栏)?(?:要不要|需不需要|用不用|要|需要?)?(?:附|提供|佐证(?=吗|么|不|材料|$)|带(?=什么|哪|证明|佐证|材料|附件|上|吗|不)|填(?:什么|哪|几|多|不填)|怎么填|(?:的)?(?:什么|啥|哪个)?单位(?:是|用|填|(?=$|[?？呢]))|写多少字|多少字|由?谁(?:签|盖|填|写|编)|是哪[几两]年).*$"
)
_WHOSE = re.compile(
    r"(?:该|要|应该)?(?:归|由|找|是|属于)?(?:谁|哪一?[个些家位条]?(?:省)?(?:部门|厅局|厅|单位|局|委|领导))(?:来)?(?:负责|牵头|管|联系|主抓|配合|承担)?[的呢吗]?[?？]?$"
)
_LEVEL = re.compile(r"(?:每个|一个|我们|咱们|本)?(?:县级市|地级市|市州|市辖区|[县市区])(?:里|级|一级)?")
Names = Callable[[str], tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]


def swapped(previous: str, current: str, names: Names) -> str | None:
    """`previous` with the slot that `current` names put in the place of its own; None if there is none."""
    stage_now, stage_then = slots.contest_stage_in(current), slots.contest_stage_in(previous)
    if stage_now and stage_then and stage_now != stage_then:
        return _STAGE.sub(stage_now, previous)
    if other := body_swapped(previous, current):
        return other
    clusters_now, divisions_now, keys_now = names(current)
    clusters_then, divisions_then, keys_then = names(previous)
    if clusters_then and divisions_now and divisions_then and not clusters_now:
        # 「永兴那个呢」 after 「嘉禾铸锻造归哪一类」: what stands there, unless the same is made there too
        same = previous.replace(divisions_then[0], divisions_now[0])
        tail = _COLUMN_ASKED.search(previous.partition(divisions_then[0])[2])
        if tail and not names(same)[0]:
            return f"{divisions_now[0]}的集群{tail.group()}"
    for now, then in ((keys_now, keys_then), (clusters_now, clusters_then), (divisions_now, divisions_then)):
        if now and then and now[0] != then[0]:
            for name in (then[0], *_shorter(then[0])):
                if name in previous:
                    return previous.replace(name, now[0])
    for sort in _SORTS:
        new, old_one = sort.fullmatch(current), sort.search(previous)
        if new and old_one and new.group() != old_one.group():
            return previous[: old_one.start()] + new.group() + previous[old_one.end() :]
    level = _LEVEL.fullmatch(current)
    if level and (old_level := _LEVEL.search(previous)):
        return previous[: old_level.start()] + current + previous[old_level.end() :]
    mine, theirs = find_addresses(current), find_addresses(previous)
    if mine and theirs:
        text, inner, old = plain(previous), mine[0].locator, theirs[0]
        stage = re.match("初赛|决赛", old.locator)
        typed = plain(current)[mine[0].start : mine[0].end]
        locator = f"{stage.group()} {inner}" if stage and inner[0].isdigit() else typed
        return text[: old.start] + locator + text[old.end :]
    return None


def _shorter(name: str) -> tuple[str, ...]:
    return (name[:-1],) if len(name) > 2 and name[-1] in "县市区州" else ()


def bare_swapped(question: str, core: str, previous: Plan, names: Names) -> str | None:
    """「决赛又是多少」 after a question about the 初赛: the same about the other; None where it asks for something else."""
    rest = _STAGE.sub("", core)
    for name in (name for found in names(question) for name in found):
        rest = rest.replace(name, "")
    if rest == core or not is_bare(rest) or not concepts_in(rest).keys() <= previous.concepts.keys():
        return None
    return swapped(previous.standalone, core, names)


def of_whom(previous: Plan, core: str) -> str | None:
    """「订单班那些呢」 after 「修路归哪个厅」: the same question about something else."""
    row = ROW_TAIL.search(previous.standalone)
    if row and row.start() > 1 and not slots.contest_stage_in(core) and not slots.locators_in(core):
        if paper := another_copy(core, previous.standalone[: row.start()]):
            return paper + row.group()
        return re.sub(r"那?(?:一?行|一?栏|个|些)?$", "", core) + row.group()
    asked = _WHOSE.search(previous.standalone)
    if asked is None or not concepts_in(previous.standalone).keys() & {"who", "lead"} or _WHOSE.search(core):
        return None
    return re.sub(r"那(?:些|个|块|一块)?$", "", core) + asked.group()
