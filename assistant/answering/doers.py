"""Whether something is done by the body that the question names (初审是不是省厅做的), and who does it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.conversation.lexicon import fold, read_yaml
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import read
from assistant.models import Answer

_BODY = (
    r"(?:省(?:工信|工业和信息化)?厅|省工信局|工信厅|厅里|省里|省政府|市(?:州)?(?:工信|工业和信息化)?局|市里|市州|地市|市政府|"
    r"县(?:工信|科工|经信)?局|县里|县政府|人民政府|政府|园区|管委会|促进组织|协会|企业|公司|专家|第三方|中介|工信部|国务院|省委|"
    r"(?:省|市|县)?(?:发改|发展改革|科技|商务|财政|统计|国资|市场监管|生态环境|自然资源|人社|教育|农业农村)(?:厅|委|局))"
)
_BY = re.compile(
    rf"(?:是|由|归|让|靠)(?:不是|不由)?({_BODY})|({_BODY})(?:来|去|自己|自行|单独|直接|能|可以|有权|要|得|需要|应该)*(?:做|办|搞|审|评|认定|确定|定(?=培育对象|集群|名单)|撤|摘|取消|组织|推荐|编|写|盖|发|牵头|公示|出|说了算)|"
    rf"({_BODY})(?:在|来)?(?:评|审|管|办|组织)"
)
_WHO = re.compile(r"谁|哪个(?:部门|单位|机构|级|厅|局)|哪家|哪级|哪一级|什么(?:单位|部门|机构)|还是")
_LEAVE = re.compile(
    r"\d+号|凭什么|为什么|为何|第一批|2022|推了|能不能|可不可以|能|可以|直接|绕|不经|必须|要不要|需要|一定|影响|没|不(?!是|由)|几|多久|什么时候|怎么|如何|多少|哪里|条件|名额|竞赛吗|办法"
)


# 「市局能自己定培育对象吗」 asks who decides, not for leave.
_MAY_DECIDE = re.compile(
    "(?:能|可以|有权)(?:自己|自行|单独|直接)*(?=认定|确定|评定|定培育对象|定集群|定名单|公布)"
)


@dataclass(frozen=True)
class _Doing:
    """An act and who does it, see `corpus/lexicon/doers.yaml`."""

    act: str
    words: re.Pattern[str]
    none: re.Pattern[str]
    who: str
    names: re.Pattern[str]
    cite: tuple[str, str, str]
    note: str
    says: str
    more: tuple[tuple[str, str, str, str], ...]
    open: bool


@lru_cache(maxsize=1)
def known() -> tuple[_Doing, ...]:
    """What `corpus/lexicon/doers.yaml` holds, in its order."""
    return tuple(
        _Doing(
            entry["act"],
            re.compile(entry["words"]),
            re.compile(entry.get("none", "(?!)")),
            entry["who"],
            re.compile(entry["names"]),
            tuple(entry["cite"]),
            entry.get("note", ""),
            entry.get("says", ""),
            tuple(map(tuple, entry.get("more", ()))),
            entry.get("open", False),
        )
        for entry in read_yaml("lexicon", "doers.yaml")
    )


def asks_who(plan: Plan) -> bool:
    """Whether the question asks who does something, or whether a body that it names does."""
    text = fold(plan.standalone)
    return _WHO.search(text) is not None or _BY.search(text) is not None


def of_a_body(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Whether a body that the question names does it; None where it names none, or asks no yes or no."""
    if not read(plan.standalone).polar or not _BY.search(fold(plan.standalone)):
        return None
    return answer(plan, composer, context, day)


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Tell who does what the question asks about; None where it asks for leave, for a duty, or names no such act."""
    text = fold(plan.standalone)
    if plan.locators or plan.clusters or plan.documents:
        return None
    polar = read(plan.standalone).polar
    # 「一年一回还是随时」 sets no body against another
    either = _WHO.search(text.replace("还是", "")) is not None or (
        "还是" in text and re.search(_BODY, text) is not None
    )
    by = _BY.search(text)
    asked = re.sub(_BODY, "", text) if by else text
    if _LEAVE.search(_MAY_DECIDE.sub("", re.sub("是不是|能不能", "", asked))) or not (
        (polar and by) or (either and _WHO.search(text))
    ):
        return None
    doing = next((d for d in known() if d.words.search(text) and not d.none.search(text)), None)
    if doing is None:
        return None
    mark = composer.cite(*doing.cite)
    if polar and by and not either:
        body = next(filter(None, by.groups()))
        right = doing.names.search(body) is not None
        if doing.open:
            composer.add(f"{_said(doing)}{mark}。\n")
            _note(doing, mark, composer)
            return composer.build("answered", "conditional")
        lead = "是的" if right else f"不是{body}"
        denied = re.search(r"不(?:是|由)", text.replace("是不是", "是")) is not None
        composer.add(f"{lead}：{_said(doing)}{mark}。\n")
        _note(doing, mark, composer)
        return composer.build("answered", "yes" if right != denied else "no")
    composer.add(f"{_said(doing)}{mark}。\n")
    _note(doing, mark, composer)
    return composer.build("answered")


def _said(doing: _Doing) -> str:
    return doing.says or f"{doing.act}由{doing.who}负责"


def _note(doing: _Doing, mark: str, composer: Composer) -> None:
    if doing.note:
        composer.add(f"{doing.note}{mark}。\n")
    for sentence, *cite in doing.more:
        composer.add(f"{sentence}{composer.cite(*cite)}。\n")
