"""Names in the free text (kind `consistency`): the draft's own park, organisation, cluster and government."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from assistant.checker.draft import Draft
from assistant.checker.rules.names import likeness, name_parts, plain_name
from assistant.checker.rules.places import Home, begins_elsewhere, foreign_place, home_of
from assistant.checker.rules.registry import Context, Problem, compact, rule
from assistant.checker.rules.spoken import sentences
from assistant.checker.source import Paragraph

_PARK = r"高新技术产业开发区|高新技术开发区|高新区|经济技术开发区|经济开发区|经开区|产业开发区|工业集中区|工业园区|产业园区|工业园"
_ORGANISATION = r"促进会|促进中心|服务中心|发展中心|协会|学会|研究会|商会|联盟|研究院"
# Words of a sentence that speaks of somebody else, or of the unit's own past.
_RELATED = re.compile(
    r"合作|共建|飞地|对标|考察|学习|借鉴|签订|签约|协作|联合|对接|转移|引进|来自|前身|更名|原名|原为|其中|辐射|周边|"
    r"相邻|邻近|毗邻|兄弟|招商|配套|相比|联动|协同|交流|调研|承接|先进地区|同类|标杆|理事|会员|联系"
)
_AND = re.compile(r"[与和同及跟比赴原]")
# Who founded a unit is said of that unit itself.
_FOUNDED = re.compile(
    r"(?:由|是).{2,40}?(?:共建|共同(?:发起|组建|设立|成立)|联合(?:发起|组建|设立|成立)|发起|组建|牵头)"
)
# What follows the name of the unit that a section is about, at its beginning.
_INTRODUCED = re.compile(
    r"^(?:\([^()]*\))?,?(?:是?由|是一家|于(?:19|20)\d{2}年|成立于|创[立建]于|(?:19|20)\d{2}年)"
)
_RENAMED = re.compile(r"前身|更名|原名|原为|改组|合并")
_NOT_IN_A_NAME = re.compile(
    r"[的是在和与为将对把由及以于从向到了个各该本我其被让]|有(?![色机])|等(?!离子)|家(?![具居电纺用])|^(?:全|国家|省级|省|市级|县级|一流|新|老|先进|特色|核心|承载|现代)"
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of unit.

    Attributes:
        what: what it is called in messages.
        fields: where the draft names it.
        suffix: how names of the kind end.
        sections: the sections that report on it.
    """

    what: str
    fields: tuple[str, ...]
    suffix: re.Pattern[str]
    sections: tuple[str, ...]


# Names of two units of one kind share their last words, and so about half of all.
_ALIKE = 0.5
_START = r"(?:^|(?<=[。;,:、\n]))"
_KINDS = tuple(
    Kind(
        what, fields, re.compile(rf"{_START}(?P<body>[\u4e00-\u9fff]{{2,18}}?)(?P<suffix>{suffix})"), sections
    )
    for what, fields, suffix, sections in (
        ("集群核心承载园区", ("一/park_name", "3.1/park_name"), _PARK, ("3.2",)),
        ("集群促进组织", ("一/promoter_name", "四/promoter_name"), _ORGANISATION, ("4.1", "4.2", "四")),
    )
)
_CLUSTER = re.compile(
    rf"{_START}(?P<place>[\u4e00-\u9fff]{{2,6}}?[县市区州])(?P<rest>[\u4e00-\u9fff]{{2,14}}产业集群)"
)
# A name that may begin with a place without its 县 or 市 (长沙…产业集群).
_SHORT_CLUSTER = re.compile(
    rf"{_START}(?P<name>[\u4e00-\u9fff]{{2}}(?P<rest>[\u4e00-\u9fff]{{2,14}}?产业集群))"
)


@rule(id="prose-name", kind="consistency", title="文字中的单位名称与基本信息不一致", severity="warning")
def prose_name(context: Context) -> Iterator[Problem]:
    """A section on the park, or on the organisation, speaks of one with another name."""
    for kind in _KINDS:
        own = [name for path in kind.fields for name in name_parts(context.draft.text_of(path))]
        if not own:
            continue
        named = next(name for path in kind.fields if (name := context.draft.text_of(path)))
        for section, paragraph, sentence in sentences(context.draft, kind.sections):
            for match in kind.suffix.finditer(sentence):
                opening = compact(paragraph.text).startswith(match.group())
                if _other_unit(match, sentence, own, context.draft, opening):
                    yield _problem(section, paragraph, match.group(), kind.what, named)


def _other_unit(match: re.Match[str], sentence: str, own: list[str], draft: Draft, opening: bool) -> bool:
    clause = re.split(r"[,;。]", sentence[match.start() :])[0]
    if opening:
        clause = _FOUNDED.sub("", clause)
    # What a paragraph opens with is its subject: only its own clause can say that it is somebody else.
    if _NOT_IN_A_NAME.search(match["body"]) or _RELATED.search(clause if opening else sentence):
        return False
    name = plain_name(match.group())
    if (not opening and _AND.search(clause)) or any(likeness(name, mine) != "other" for mine in own):
        return False
    if any(
        name in plain_name(draft.text_of(path)) for path in ("一/area", "一/park_name", "一/promoter_name")
    ):
        return False
    # Much the same name is its own, misspelt, or that of another county's unit; so is one named after another place.
    alike = any(Levenshtein.normalized_similarity(name, mine) >= _ALIKE for mine in own)
    introduced = opening and not _RENAMED.search(sentence) and _INTRODUCED.search(sentence[match.end() :])
    return alike or bool(introduced) or (opening and begins_elsewhere(home_of(draft), match.group()))


def _problem(section: str, paragraph: Paragraph, said: str, what: str, own: str) -> Problem:
    return Problem(
        section=section,
        message=f"{section} 文字写“{said}”，而{what}为“{own}”。",
        advice="请核对是否写错，或从其他材料复制后没有改。",
        found=said,
        expected=own,
        place=paragraph.place,
    )


@rule(id="prose-cluster", kind="consistency", title="文字中的集群名称与基本信息不一致", severity="warning")
def prose_cluster(context: Context) -> Iterator[Problem]:
    """The text reports on a cluster of another county."""
    own = context.draft.cluster
    home = home_of(context.draft) if own else None
    if home is None:
        return
    sections = tuple(section.number for section in context.form.sections)
    for section, paragraph, sentence in sentences(context.draft, sections):
        if "产业集群" not in sentence or _RELATED.search(sentence):
            continue
        for match in _CLUSTER.finditer(sentence):
            if foreign_place(home, match["place"]) and not _AND.search(match["rest"]):
                yield _problem(section, paragraph, match.group(), "本报告的集群", own)
        for match in _SHORT_CLUSTER.finditer(sentence):
            told = _CLUSTER.match(match.group()) or _AND.search(match["rest"])
            if not told and begins_elsewhere(home, match["name"]):
                yield _problem(section, paragraph, match.group(), "本报告的集群", own)


_GOVERNMENT = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,8}?[县市区州])(?P<office>人民政府|政府|[县市区州]?委(?!托|员|派))"
)


@rule(id="prose-government", kind="consistency", title="文字中出现其他县市的人民政府", severity="warning")
def prose_government(context: Context) -> Iterator[Problem]:
    """The text tells what another county's government or party committee did."""
    home: Home | None = None
    sections = tuple(section.number for section in context.form.sections)
    for section, paragraph, sentence in sentences(context.draft, sections):
        if _RELATED.search(sentence):
            continue
        for match in _GOVERNMENT.finditer(sentence):
            home = home or home_of(context.draft)
            place = foreign_place(home, match["place"])
            if place is None or not home.text:
                continue
            said = f"{place}{match['office']}"
            yield Problem(
                section=section,
                message=f"{section} 文字写“{said}”，不是本报告集群所在地的人民政府。",
                advice="请核对是否写错，或从其他材料复制后没有改。",
                found=said,
                place=paragraph.place,
            )
