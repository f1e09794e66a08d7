"""What kind of question it is, from its concepts and names."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from assistant.conversation.bodies import bodies_in
from assistant.conversation.clues import Clues
from assistant.conversation.lexicon import concepts_in, read_yaml
from assistant.conversation.listing import COUNTED_OUT, asks_the_lists, claims_a_number, inside_the_lists
from assistant.conversation.plan import Kind, Plan
from assistant.conversation.polarity import is_polar, read
from assistant.conversation.scope import is_outside, is_small_talk, is_vague
from assistant.conversation.terms import Terms, TermStatistics
from assistant.conversation.topics import strengths
from assistant.conversation.unlisted import column_asked

# The work plan's table of chains and the leaders who link them is no list of clusters.
_CHAIN = re.compile(r"产业链|链长|领导|布局|格局|联系(?!方式|人|电话)|挂帅|专班|[^\W\d]链谁")
# The chains themselves, whose progress and meetings the work plan orders, not the rules.
_CHAINS = re.compile(r"各条?(?:产业)?链|产业链(?:的|推进|进展)|链长|每条(?:产业)?链")
# 「郴州有几个，各归哪一类」: what a place has so many of are clusters.
_PLACE_HAS = re.compile(r"有?(?:几|多少)个(?=$|[，,。？?、]|集群)|有哪些(?=$|[，,。？?])")
ACTS = frozenset(
    [
        "apply",
        "submit",
        "directly",
        "report",
        "review",
        "revoke",
        "money",
        "valid",
        "final",
        "condition",
        "joint",
        "recommend",
        "truth",
        "exclusion",
        "threshold",
        "procedure",
        "plaque",
    ]
)
_FOREIGN = 0.45  # share of the question's weight in words that no document has
_STRANGE = 0.7  # ... in what is left beside the names of clusters and parks
_ASKING = frozenset(["ask_what", "how_to", "when", "how_often", "duration", "able"])
_OF_THE_LISTS = re.compile(
    r"名单|榜|附件|正文|[批类归属算谁写叫]|名[字称]|全称|级别|产品|哪个(?:市|县|区)|组织|在哪"
)
_ON_LIST = re.compile(r"评上|入选|入围|上榜|在榜|榜上|列入|列进|进入|上了|进了|在册|认定|公布")
_LIST_WORDS = frozenset(["organisation", "park", "where", "batch", "list", "trainee", "category", "sme"])
# Topics on which the lists of clusters tell nothing.
_UNLISTED = frozenset(
    [
        "announcement",
        "publicity",
        "review",
        "reports",
        "reports_late",
        "notice",
        "truthfulness",
        "requirement",
        "award_use",
        "joint_route",
    ]
)
_ALLOWED = 2.0  # … and the same where leave or duty is asked for
_FEW_WORDS = 6  # characters: a place and what it has
_SURE = 3.0  # strength of the wording from which it is a rule that is asked for
_ROW = re.compile(r"填|[这那]一?[行栏列张]|单位是|页码|字数|指标|增幅|附(?:什么|哪些)|比例.{0,6}附")
_HOW_MANY_SORTS = re.compile(
    r"分(?:为|成|作)?(?:几|哪几?|多少|两|哪些)(?:个|种|大)?类|有(?:几|哪几|哪些)(?:个|种|大)?类(?:别|型)?(?!.{0,6}(?:各|家|名单))"
)
# What a listed cluster must do to be a recognised one is no row of a list.
_STEP_UP = re.compile(
    r"(?:想|要|怎么|如何|才能|还得|还要)[^，。？?]{0,6}(?:升|转|变|成)(?:成|为|到|级|格)*(?:正式|省级|先进制造业)|转正(?!(?:了)?(?:吗|没|不|么))|升格|过(?:哪|几)一?(?:关|道)"
)
# Where a promotion organisation sits and how many a city may recommend stands in no list.
_IN_NO_LIST = re.compile(r"办公|场所|租的|租用|名额|推荐指标")
_PUNCTUATION = re.compile(r"[\W_]+")
_FILLING = re.compile(r"填|写|表|报告|字数|声明|佐证|盖章|签字|栏|初赛|决赛|单位是")


def kind_of(clues: Clues) -> Kind:
    """The kind of question; see `assistant.conversation.plan.Kind`."""
    if not _PUNCTUATION.sub("", clues.text):
        return "empty"
    if clues.locators and (clues.only_address or len(clues.locators) > 1):
        return "address"
    if is_small_talk(clues):
        return "small_talk"
    if is_outside(clues):
        return "outside"
    if is_vague(clues):
        return "vague"
    if clues.mentions("draft") and not clues.documents and not clues.names_cluster:
        return "draft"
    if (
        not clues.locators
        and not ACTS & clues.concepts.keys()
        and claims_a_number(clues.text, clues.names_division)
    ):
        return "registry"
    if not ACTS & clues.concepts.keys() and not _CHAIN.search(clues.text) and inside_the_lists(clues.text):
        return "registry"
    if clues.names_cluster and not clues.documents and not clues.locators and _asks_unlisted(clues):
        return "registry"
    if _asks_a_rule(clues):
        return "eligibility"
    if not _CHAIN.search(clues.text) and not _never_listed(clues) and _is_registry(clues):
        return "registry"
    if clues.topics and _concerns_rules(clues):
        return "eligibility"
    if clues.mentions("form") or _at_the_forms(clues):
        return "form"
    return "general"


def _asks_unlisted(clues: Clues) -> bool:
    """Whether something of a named cluster is asked that the lists do not state (黑茶集群去年营收多少)."""
    return (
        column_asked(clues.text) is not None
        and clues.expected not in ("telephone", "yes_no")
        and not ACTS - {"threshold", "money"} & clues.concepts.keys()
        and not _CHAIN.search(clues.text)
    )


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """Concepts that any administrative matter may have."""
    return frozenset(read_yaml("lexicon", "common.yaml"))


def of_the_chains(text: str) -> bool:
    """Whether a question is about the chains, which the work plan orders and no rule of the measures."""
    return _CHAINS.search(text) is not None


def is_foreign(plan: Plan, weigh: Callable[[], Terms]) -> bool:
    """Whether the question's own words are none of the documents' and nothing in it is of this programme.

    「农村宅基地申请条件」 has the words of an application, and is about something else.

    Args:
        plan: the question.
        weigh: gives its weighted terms; asked only where nothing else tells, since the weights are made
            from every clause.
    """
    if (
        plan.concepts.keys() - _common()
        or plan.documents
        or plan.clusters
        or plan.locators
        or bodies_in(plan.standalone)
    ):
        return False
    terms = weigh()
    if plan.divisions:
        # a place alone does not make it this programme's (长沙到株洲的高铁)
        names = {name for division in plan.divisions for name in (division.name, division.short_name)}
        placed = sum(weight for gram, weight in terms.grams.items() if any(gram in name for name in names))
        return terms.unknown > _FOREIGN * (terms.total - placed) or terms.total == placed
    return terms.total > 0 and terms.unknown / terms.total > _FOREIGN


def strays(plan: Plan, statistics: Callable[[], TermStatistics]) -> bool:
    """Whether a cluster or park only says near what something else is sought (松木经开区有没有加气站).

    Args:
        plan: the question.
        statistics: weights of terms; asked only where the wording does not tell.
    """
    if not plan.clusters or plan.documents or plan.locators or plan.topics:
        return False
    concepts = concepts_in(plan.beside)
    if not concepts.keys() <= _ASKING or _OF_THE_LISTS.search(plan.beside) or bodies_in(plan.beside):
        return False
    terms = Terms(plan.beside, concepts, statistics())
    return terms.total > 0 and terms.unknown / terms.total > _STRANGE


def _asks_a_rule(clues: Clues) -> bool:
    """Whether a yes or no is asked that only a rule gives, whatever clusters, places or papers are named."""
    if not clues.topics or not is_polar(clues.text) or not _of_the_rules(clues) or _at_the_forms(clues):
        return False
    worded = strengths(clues.text).get(clues.topics[0], 0.0)
    # lists tell what is so, never what one may or must
    least = _SURE if read(clues.text).mood == "is" else _ALLOWED
    return worded >= least and not _ROW.search(clues.text)


def _never_listed(clues: Clues) -> bool:
    """Whether the wording is surely that of a rule on which no list tells anything (公告几次, 要有几个小巨人)."""
    if _HOW_MANY_SORTS.search(clues.text) and clues.topics[:1] == ("category",):
        return True
    if not clues.topics or clues.names_cluster or clues.names_division or not _of_the_rules(clues):
        return False
    return clues.topics[0] in _UNLISTED and strengths(clues.text).get(clues.topics[0], 0.0) >= _ALLOWED


def _at_the_forms(clues: Clues) -> bool:
    return any(item.startswith(("初赛 ", "决赛 ")) or item[0].isdigit() for item in clues.locators)


def _of_the_rules(clues: Clues) -> bool:
    return not clues.documents or bool({"measures-2021", "list-2022", "report-2023"} & set(clues.documents))


def _concerns_rules(clues: Clues) -> bool:
    """The rules rest on measures-2021, the list and the forms; a question about another document is not theirs."""
    if not _of_the_rules(clues) or _CHAINS.search(clues.text):
        return False
    fills_in = clues.mentions("form") and _FILLING.search(clues.text) is not None
    return not _at_the_forms(clues) and (
        not fills_in
        or clues.topics[0] == "quota"
        or (clues.expected == "yes_no" and clues.mentions("apply", "condition"))
    )


def _is_registry(clues: Clues) -> bool:
    if clues.documents and "list-2022" not in clues.documents:
        return False
    if clues.expected in ("amount", "telephone") or _IN_NO_LIST.search(clues.text):
        return False
    if any(not item.startswith("附件") for item in clues.locators):
        return False
    acts = ACTS & clues.concepts.keys()
    wants = _LIST_WORDS & clues.concepts.keys()
    if clues.names_cluster and _STEP_UP.search(clues.text):
        return False
    if clues.names_cluster:
        # 「我们这个集群是培育对象，要交报告吗」 tells what it is
        told = {"sme", "category", "trainee"} if acts and clues.topics else {"sme", "category"}
        return bool(wants - told) or not acts or clues.expected in ("place", "organisation")
    if not clues.locators and asks_the_lists(
        clues.text, clues.expected, clues.places, bool(acts or clues.topics)
    ):
        return True
    on_list = _ON_LIST.search(clues.text) is not None
    if clues.names_division and on_list and clues.expected in ("list", "count"):
        acts = acts - {"apply"}
    if acts:
        return False
    listed = clues.expected in ("list", "count", "text", "organisation", "place")
    if (
        clues.names_division
        and listed
        and (clues.mentions("list", "batch", "organisation", "park") or on_list)
    ):
        return True
    if clues.mentions("organisation", "park") and any(item.startswith("附件") for item in clues.locators):
        return clues.expected in ("list", "count") and "是" in clues.text
    of_each = re.search(r"(?:一|每|同一)个集群", clues.text)
    if clues.expected == "count" and clues.mentions("cluster", "batch") and not clues.topics and not of_each:
        return True
    if any(locator.startswith("附件") for locator in clues.locators):
        # 「附件4里永州的」: the rows of a place in an annex
        whole = all(re.fullmatch(r"附件\d", locator) for locator in clues.locators)
        if whole and COUNTED_OUT.search(clues.text):
            return True
        return whole and clues.names_division and clues.expected in ("list", "count", "text", "yes_no")
    if clues.mentions("cluster", "trainee"):
        asks_list = clues.expected in ("list", "count") and bool(clues.names_division or wants)
        asks_place = clues.names_division and (
            clues.expected in ("yes_no", "text", "list", "count")
            or bool(wants)
            or (clues.expected == "organisation" and not clues.topics)
        )
        return bool(asks_list or asks_place)
    if clues.mentions("park") and clues.names_division:
        return clues.expected != "yes_no" or clues.mentions("list", "batch")
    if not clues.names_division or clues.expected not in ("list", "count"):
        return False
    return len(clues.content) <= _FEW_WORDS or (not clues.topics and bool(_PLACE_HAS.search(clues.text)))
