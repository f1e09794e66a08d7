"""Making a follow-up stand on its own, from the plan of the turn before."""

from __future__ import annotations

import re

from assistant.conversation import slots
from assistant.conversation.compound import asks
from assistant.conversation.contest import onward
from assistant.conversation.counted_out import asks_for_the_last, at_the_end, item_alone, nth_listed
from assistant.conversation.ellipsis import (
    asks_why,
    counted,
    has_own_subject,
    is_address,
    is_bare,
    may_it,
    of_series,
    only_asks_leave,
    otherwise,
    same_one,
    supposed,
)
from assistant.conversation.everyday import everyday_matter
from assistant.conversation.lexicon import concepts_in, content_words, fold
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import is_polar
from assistant.conversation.steps import Steps
from assistant.conversation.swaps import ROW_TAIL, Names, bare_swapped, of_whom, swapped
from assistant.conversation.topics import topics_in
from index.numerals import parse_numeral, to_chinese

_PRONOUN = re.compile(
    r"(?:它们?|他们?|她|该集群|这个集群|那个集群|这家集群|此集群|该产业集群|这个产业集群|其)(?!实|他|余|中)"
)
# 「那它隔壁的南县呢」: the county is meant, not the cluster that it lies beside
_BESIDE_IT = re.compile(r"^\W*那?么?(?:它|他)们?的?(?:隔壁|旁边|邻近|附近)的?(?=[一-鿿]{1,6}[县市区呢])")
_ELLIPSIS = re.compile(
    r"^(?:那么?|还有|另外|至于|而|如果是|要是|换成|如果|假如|再问|还|and )|(?:呢|呐)[?？!！。]*$"
)
_LEAD = re.compile(
    r"^(?:那么?|还有|另外|至于|而|如果是|要是|换成|那如果是?)\s*|[呢呐][?？!！。]*$|[?？!！。]+$"
)
_BASIS = re.compile(r"依据|哪一?条|第几条|在哪条|哪条规定|出处|根据什么|哪个文件|原文")
# A pronoun after a turn about a document stands for the document.
_IT = re.compile(r"(?<![其])它(?!们)|[这那该]个?(?:份|个)?(?:文件|办法|方案|通知|规划|文)(?![件书])")
# What is said of a document without naming it again: 满五年是什么时候, 谁印发的.
_OF_DOCUMENT = re.compile(
    r"^\W*(?:那么?|又|还|并且|以及)?(?:是|在)?(?:满[一二三四五六七八九十\d]+年|有效期|(?:现在)?还?有效吗|到期|失效|过期|(?:什么时候|何时|哪天)(?:到期|失效|生效|施行|印发)|由?谁(?:印|发)|哪个单位(?:印|发)|(?:有没有|有)?文号|发给谁|(?:废止|取代|替代|顶替)(?:过|了)?(?:哪|什么|啥|别)|(?:是)?(?:原文|官方的?|正式文件)吗|能不?能?(?:当|引用|作为)[^，。?]{0,4}(?:依据|吗|么|不)|可以(?:引用|当依据))"
)
_THAT_ONE = re.compile(r"(?<=的)那(?:一?个|家)(?!集群|园区|协会|组织|县|市|区)")
_ASKS_CONTENT = re.compile(r"写|填|内容|方面|附|签|盖|字")
_FEW = 5  # characters of its own that a question about the address before may have
_PART = re.compile(r"^\W*(?:那|请问|其中)?第([一二三四五六七八九十\d]+)([项款个点条行位家])(?!之)")
_LAST_PART = re.compile(
    r"^\W*(?:那么?|请问|其中)?(?:最后|最末|末尾?|倒数第?[一二三四五六七八九十\d]+)的?[那这]?一?[项条点个]"
)
_BARE = 8  # characters: a question for one column of a row
_BARE_CONCEPTS = frozenset({"submit", "who", "when", "how_to", "how_often", "apply", "where"})
_ATTRIBUTE = frozenset({"organisation", "park", "where", "category", "batch"})
# What a bare question word after a turn on the topic is about.
_NOUNS = {
    "reports": "发展情况报告",
    "review": "复核",
    "award": "奖励金额",
    "revocation": "撤销称号",
    "publicity": "公示",
    "announcement": "授牌",
    "final_entry": "决赛",
    "joint": "联合申报",
}
_OF_A_TOPIC = re.compile(r"(?:要的?)?(?:材料|地点|流程|程序|标准|费用|方式|内容|格式|评委|专家)")
_ALIKE = re.compile(
    r"也(?:是|要|能|可以|得)?(?:这样|一样|如此|适用|算数?|在内)?(?:吗|么|不)?[?？]?$|(?:同样|一样)(?:适用)?(?:吗|么)[?？]?$"
)
_NOT_LISTED = frozenset({"definition", "difference", "how_to", "condition", "procedure"})
# Topics whose answer depends on the county; the others are the same everywhere.
_OF_A_PLACE = frozenset({"quota", "joint", "repeat", "final_entry"})
# To apply again, after a turn about a loss, is to apply after that loss.
_AGAIN = frozenset({"quota", "repeat"})
_LOST = frozenset({"revocation", "repeat", "review", "exclusions"})
# What asks for a duty or leave without saying of what (非要国家级的才行么, 能拿来发工资不).
_NO_SUBJECT = re.compile(
    r"^(?:那|也|还|就)?(?:两家|双方|两个|三家|全部)?(?:都)?(?:非要|非得|必须|一定要|要不要|得不得|需不需要|能不能|可不可以|能|可以|是不是|只能|都要|都得|用不用)(?!.{0,8}(?:申报|报名|参赛|集群))"
)
_OF_THEM = re.compile(r"(?:那么?)?(?:它们?|他们?|她们?|这些|那些|这几[个家]|那几[个家])")
# 「检查评估查哪些方面」: what the turn before asked is asked no more.
_ASKED_LAST = re.compile(
    r"(?:都|主要|重点)?(?:有|是|由|在|查|看|包括|分为?)?(?:哪些|哪几[个项]|什么|谁|哪里|哪家|几[个项])(?:方面|部门|单位|内容|指标|人|事)?\W*$"
)
_LEAST = 4  # characters that name what the turn before was about
_LONGER = 20
_SHORT = 12  # characters: a longer turn says what it is about


def _part_of(previous: Plan, number: int) -> str | None:
    """The address of part `number` of the article or named section that the turn before was about."""
    section = (
        previous.locators[-1].split("（")[0] if previous.locators else next(iter(previous.sections), None)
    )
    if section is None or not 0 < number < 100:
        return None
    if section.startswith("附件"):
        return " ".join((*previous.documents[:1], f"{section.split(' 序号')[0]} 序号{number}"))
    return " ".join((*previous.documents[:1], f"{section}（{to_chinese(number)}）"))


def _of_before(question: str, previous: Plan) -> str:
    """A bare question word (谁牵头, 报给谁) with what the turn before was about."""
    if len(previous.clusters) == 1 and {"who", "lead"} & concepts_in(question).keys():
        return f"{previous.clusters[0].name}的促进组织是谁"
    if noun := _NOUNS.get(next(iter(previous.topics), "")):
        return f"{noun}{question}"
    subject = _ASKED_LAST.sub("", previous.standalone).rstrip("？?。！!，, ")
    return f"{subject if len(subject) >= _LEAST else previous.standalone.rstrip('？?。！!')}，{question}"


def _beside(question: str, previous: Plan) -> str:
    """The question with the turn before beside it; what asks yes or no comes last, where it is read."""
    if is_polar(question):
        return f"{previous.standalone.rstrip('？?。！!')}，{question}"
    return f"{question}（{previous.standalone}）"


def _place(previous: Plan) -> tuple[tuple[str, ...], str] | None:
    """Documents and address that the turn before was about."""
    if previous.locators:
        return previous.documents, previous.locators[-1]
    if len(previous.clusters) == 1 and previous.clusters[0].source_locator:
        return (previous.clusters[0].source_doc,), previous.clusters[0].source_locator
    return None


def standalone_question(question: str, previous: Plan | None, names: Names, steps: Steps) -> str:
    """The question with what it leaves out filled in from the turn before.

    Args:
        question: the turn as typed.
        previous: plan of the turn before, None for the first turn.
        names: tells the wordings in a text that name clusters, divisions and rows of tables.
        steps: resolves 「下一条」 in the documents.

    Returns:
        A question that means the same without the turns before; `question` itself where nothing is
        left out.
    """
    if previous is None or previous.kind in ("empty", "small_talk") or everyday_matter(question):
        return question
    if previous.kind == "outside" and topics_in(question):
        return question
    if (place := _place(previous)) and (stepped := steps.stepped(question, *place)):
        return stepped
    if is_address(question) and not previous.locators:
        return question
    if asks_why(question):
        return _beside(question, previous)
    background = previous.kind in ("eligibility", "general", "form") and not asks(previous.standalone)
    # who someone is, or how they do, is no background to a question of this programme
    background = background and bool(previous.concepts or previous.divisions or previous.clusters)
    background = background and not previous.locators and not _ELLIPSIS.search(question.strip())
    if background and asks(question) and len(question) <= _LONGER:
        return f"{previous.standalone.rstrip('。！!，, ')}，{question}"  # the turn before told what this one asks of
    if next_step := onward(question, previous.standalone):
        return next_step
    row = ROW_TAIL.search(previous.standalone)
    if row and row.start() > 1 and ROW_TAIL.match(fold(question)) and previous.kind in ("form", "general"):
        return previous.standalone[: row.start()] + question
    if is_bare(question):
        return _of_before(question, previous)
    if undone := otherwise(question, previous):
        return undone
    if (what := same_one(question)) and (asked := of_whom(previous, what)):
        return asked
    if _BASIS.search(question) and len(question) <= _SHORT + 4 and not topics_in(question):
        return f"{previous.standalone}（{question}）"
    if previous.sections and _LAST_PART.match(fold(question)):
        return " ".join((*previous.documents[:1], f"{previous.sections[0]}{question}"))
    if previous.locators and asks_for_the_last(question):
        return at_the_end(question, previous)
    if (number := item_alone(question, previous)) and (inner := _part_of(previous, number)):
        return inner
    part = _PART.match(fold(question))
    if part and part.group(2) == "条" and any(locator.startswith("第") for locator in previous.locators):
        part = None  # 「那第十六条呢」 after an article is the next address, no part of that article
    if part and (inner := _part_of(previous, parse_numeral(part.group(1)))):
        return inner
    if not any(names(question)) and (counted_out := nth_listed(question, previous)):
        return counted_out
    question = _BESIDE_IT.sub("", question)
    if series := of_series(question, previous):
        return series
    if (
        not previous.clusters
        and _PRONOUN.search(question)
        and len(keys := names(previous.standalone)[2]) == 1
    ):
        return _PRONOUN.sub(keys[0], question, count=1)
    if previous.clusters and _PRONOUN.search(question):
        return _PRONOUN.sub(previous.clusters[0].name, question, count=1)
    if previous.kind in ("registry", "address") or any(item.startswith("附件") for item in previous.locators):
        question = _THAT_ONE.sub("那个集群", question)
    if previous.locators and not previous.clusters and _IT.search(question) and not any(names(question)):
        return _IT.sub(previous.locators[-1], question, count=1)
    if (
        previous.locators
        and _ASKS_CONTENT.search(question)
        and not any(names(question))
        and not slots.locators_in(question)
        and not topics_in(question)
        and len(content_words(question)) <= _FEW
    ):
        return f"{previous.locators[-1]}{question}"
    if previous.documents and not previous.clusters and _IT.search(question) and not any(names(question)):
        return _IT.sub(previous.documents[0], question, count=1)
    if previous.documents and _OF_DOCUMENT.match(fold(question)):
        return f"{previous.documents[0]}{question}"
    if (
        _ALIKE.search(fold(question))
        and len(question) <= _SHORT
        and (asks(question) or question.endswith(("？", "?")))
    ):
        return f"{previous.standalone.rstrip('？?。！!')}，{question}"
    named = names(question)
    if named[1] and (told := counted(question, named[1][0], previous)):
        return told
    of_the_lists = previous.kind == "registry" and bool(previous.divisions)
    if has_own_subject(question, any(named), of_the_lists):
        return question
    core = _LEAD.sub("", question.strip())
    own_topics = topics_in(question)
    if (
        len(previous.clusters) == 1
        and _ELLIPSIS.search(question.strip())
        and _ATTRIBUTE & concepts_in(core).keys()
        and not any(named)
        and len(core) <= _BARE
    ):
        return f"{previous.clusters[0].name}的{core}"
    polar = bool(previous.topics) or is_polar(previous.standalone)
    if polar and only_asks_leave(question) and not own_topics and not any(named):
        return _beside(question, previous)
    if _OF_A_TOPIC.fullmatch(core) and (noun := _NOUNS.get(next(iter(previous.topics), ""))):
        return f"{noun}的{core}"
    if not core and _ELLIPSIS.search(question.strip()):
        return previous.standalone
    if {*own_topics[:1]} <= _AGAIN and own_topics and {*previous.topics[:1]} & _LOST and "县" not in question:
        return _beside(question, previous)
    if _ELLIPSIS.search(question.strip()) and (may := may_it(core, previous)):
        return may
    wanted = concepts_in(core).keys()
    if named[0] and (_ATTRIBUTE & wanted or (asks(core) and {"who", "lead"} & wanted)):
        return core  # 「那硬质材料那个是谁牵头」 names its cluster and says what it asks of it
    if not own_topics and len(core) <= _SHORT and (told := bare_swapped(question, core, previous, names)):
        return told
    if _ELLIPSIS.search(question.strip()) and len(core) <= _SHORT:
        other = None if own_topics else swapped(previous.standalone, core, names) or of_whom(previous, core)
        if other:
            return other
        if not own_topics:
            return f"{core}，{previous.standalone}"
    narrows = slots.list_stage_in(question) or slots.category_in(question)
    listed = of_the_lists and not _NOT_LISTED & concepts_in(question).keys()
    if listed and narrows and not any(named):
        return "、".join(division.name for division in previous.divisions) + question
    if (
        len(core) <= _SHORT
        and not own_topics
        and not any(names(question))
        and not slots.locators_in(question)
    ):
        if previous.clusters and _ATTRIBUTE & concepts_in(question).keys():
            return f"{previous.clusters[0].name}{question}"
        if previous.topics and concepts_in(question).keys() & previous.concepts.keys():
            return _beside(question, previous)
    if meant := supposed(question, core, previous):
        return meant
    if len(core) <= _LONGER and _NO_SUBJECT.search(core) and not any(names(question)):
        return _beside(question, previous)
    if len(core) <= _SHORT and asks(core) and (part or _OF_THEM.match(core)) and not any(named):
        return _beside(question, previous)
    bare = concepts_in(question).keys()
    if len(core) <= _BARE and bare and bare <= _BARE_CONCEPTS and asks(core) and not any(named):
        return f"{previous.standalone}，{question}"
    if own_topics and own_topics[0] in _OF_A_PLACE and previous.divisions and not any(names(question)):
        return f"{previous.divisions[0].name}{question}"
    return question
