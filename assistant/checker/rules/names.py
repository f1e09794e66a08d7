"""The same names throughout the tables (kind `consistency`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from assistant.checker.labels import flat
from assistant.checker.rules.registry import Context, Problem, at, cell_name, rule, shown
from assistant.registry.folding import fold

Likeness = Literal["same", "short", "other"]

# (field, its first mention, what both name)
_SAME = (
    ("四/promoter_name", "一/promoter_name", "集群促进组织"),
    ("3.1/park_name", "一/park_name", "集群核心承载园区"),
)
_DITTO = re.compile(r"同上|同前|见前|见上|同基本信息|同第?一(?:部分)?")
_SEPARATORS = re.compile(r"[、,，;；/\n]|(?<=[区园会心])和")
_PARK_WORDS = (
    ("经济技术产业开发区", "经开区"),
    ("工业集中发展区", "工业集中区"),
    ("产业开发区", "产业区"),
)
_PLACE_WORDS = re.compile(r"(?<=[\u4e00-\u9fff]{2})[县市州](?=[\u4e00-\u9fff])")
_ORDER: tuple[Likeness, ...] = ("same", "short", "other")
_BOARD = re.compile(r"党工委|管委会|管理委员会")


def plain_name(name: str) -> str:
    """A name by which two spellings compare equal: brackets, 管委会 and long park words taken away."""
    plain = fold(re.sub(r"\([^()]*\)", "", flat(name)))
    for long, short in _PARK_WORDS:
        plain = plain.replace(long, short)
    return _BOARD.sub("", plain).removeprefix("湖南省").removeprefix("湖南")


def likeness(a: str, b: str) -> Likeness:
    """How two plain names are related.

    Returns:
        `same` where one is within the other, 县 and 市 apart (示例高新区, 示例县高新区); `short` where one
        leaves characters of the other out (示例县材料促进会); `other` else.
    """
    short, long = sorted((_PLACE_WORDS.sub("", a) or a, _PLACE_WORDS.sub("", b) or b), key=len)
    if short in long:
        return "same"
    rest = iter(long)
    return "short" if len(short) >= 4 and all(character in rest for character in short) else "other"


def name_parts(raw: str) -> list[str]:
    """The plain names in a cell that may hold several."""
    return [plain for part in _SEPARATORS.split(raw) if (plain := plain_name(part))]


@rule(id="name-differs", kind="consistency", title="前后名称不一致")
def name_differs(context: Context) -> Iterator[Problem]:
    """The promotion organisation and the core park are called the same throughout.

    A park and its management committee count as the same; so do a name within the other and one of
    several. A name with words left out is a warning.
    """
    for path, first_path, what in _SAME:
        here, there = context.draft.value(path), context.draft.value(first_path)
        if here is None or there is None or here.blank or there.blank or here.nil:
            continue
        names, firsts = name_parts(here.raw), name_parts(there.raw)
        if not names or not firsts or _DITTO.fullmatch(flat(here.raw)):
            continue
        found = {min((likeness(a, b) for b in firsts), key=_ORDER.index) for a in names}
        if found == {"same"}:
            continue
        yield at(
            here,
            f"{cell_name(here)}填“{shown(here)}”，与{cell_name(there)}的“{shown(there)}”不一致。",
            f"请统一{what}的全称。",
            expected=shown(there),
            severity=None if "other" in found else "warning",
        )


_CLUSTER_LINE = re.compile(
    r"(?:集群名称|申报集群|参赛集群|产业集群名称)[:：]?(?P<named>.{2,30})|(?P<alone>[\u4e00-\u9fff—-]{4,30}产业集群)"
)
_LEFT_OPEN = re.compile(r"某|[×xX_]{2}")
_REPORT_WORDS = re.compile(
    r"(?:湖南省)?(?:省级)?产业集群竞赛.*|(?:参赛|申报|培育)(?:报告|材料).*|[(（]?(?:初赛|决赛)[)）]?.*"
)


@rule(id="cover-name", kind="consistency", title="封面或页眉的集群名称与基本信息不一致", severity="warning")
def cover_name(context: Context) -> Iterator[Problem]:
    """The cover, or a header, names another cluster than section 一."""
    draft = context.draft
    own = plain_name(draft.cluster)
    if not own:
        return
    told: set[str] = set()
    for paragraph in (*draft.front, *draft.source.margins):
        match = _CLUSTER_LINE.fullmatch(_REPORT_WORDS.sub("", flat(paragraph.text)))
        said = (match["named"] or match["alone"]).strip(":：_ ") if match else ""
        name = plain_name(said)
        if len(name) < 4 or name in told or _LEFT_OPEN.search(said) or _one_cluster(name, own):
            continue
        told.add(name)
        yield Problem(
            section="一",
            row="集群名称",
            message=f"封面或页眉写“{said}”，一 “集群名称”填“{draft.cluster}”，两处不是同一个集群。",
            advice="请核对并统一集群名称，可能是从其他材料复制后没有改。",
            found=said,
            expected=draft.cluster,
            place=paragraph.place,
        )


def _one_cluster(name: str, own: str) -> bool:
    """Whether two plain names may be those of one cluster: 特色 counts for nothing, words may be left out."""
    a, b = (each.replace("特色", "").replace("先进制造业", "") for each in (name, own))
    return (
        likeness(a, b) != "other"
        or likeness(a.removesuffix("产业集群"), b.removesuffix("产业集群")) != "other"
    )
