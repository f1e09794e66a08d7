"""What a turn after another leaves out, and whether it leaves out anything."""

from __future__ import annotations

import re

from assistant.conversation.addresses import find_addresses, plain
from assistant.conversation.agents import agent_in
from assistant.conversation.bodies import bodies_in
from assistant.conversation.compound import asks
from assistant.conversation.lexicon import concepts_in, fold
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import is_polar

# Words that take up the turn before: also, else, another.
_TAKES_UP = re.compile(r"也|还|又|同样|一样|另外|其中|其他|各自|都是|都叫|都在|[这那它其]|呢\W*$")
# Nouns of this programme: a turn that has one says by itself what it is about.
_SUBJECTS = frozenset(
    [
        "cluster",
        "trainee",
        "organisation",
        "park",
        "preliminary",
        "final",
        "contest",
        "special_fund",
        "plaque",
    ]
)
_LISTED = frozenset(["cluster", "trainee", "organisation", "park"])
_CHAIN = re.compile(r"链(?!接)|专班|领导小组|八个一|行动")
_WHOLE = re.compile(r"全省|我省|湖南省|整个湖南|所有(?:的)?集群")
# A question word with the barest verb: 具体多少, 交给谁, 谁负责, 为什么, 什么时候, 在哪里.
_BARE = re.compile(
    r"(?:那么?|请问|到底|具体|的有|大概|一般|最后|又|都|应该|该|要|得|是|由|归|在|向|给|到|从|去|找|跟|再|能|可以|会|的|了|呢|吗|啊|呀|嘛|"
    r"配合|参与|参加|协助|开始|结束|截止|进行|举行|举办|撤销?|摘|取消|收回?|颁|公布|确认|确定|交|报|送|递|办|填|写|管|定|批|看|查|算|做|弄|选|评|说|发|拿|问|审|组织|负责|牵头|提交|决定|联系|处理|"
    r"多长时间|搞|一[次回趟遍轮届]|来|谁|哪[里儿个家些条天年月位]?|什么(?:时候|时间|地方|原因|人|单位|部门)?|多少[个项家次天年]?|几[个项家次天年号月]?|多久|多长|多大|怎么(?:办|样)?|咋|啥|"
    r"何时|何地|为何|为啥|凭什么|部门|单位|情[形况]|方面|有|一共|总共|\W)+"
)
_WHY = re.compile(
    r"\W*(?:那|请问|这是|又)?(?:为什么|为啥|为何|什么原因|凭什么|什么道理|怎么回事)(?:呢|啊|呀|要?这样|这么规定)*\W*"
)
_OTHERWISE = re.compile(
    r"\W*(?:那么?|要是|如果|万一|假如|若)*(?:我们|县里|企业)?(?P<act>(?:不|没有?|未)(?!是|能|可|用|要|同)[^，。？?不没未]{1,6}?)(?:的话)?"
    r"(?:呢|(?:又|那|后果)?(?:会)?(?:怎么?样|怎么办|咋样|咋办|如何)|有(?:什么|啥)后果|后果(?:是什么)?)+\W*"
)
# What is left undone, by the concepts of the turn before, and what 没做到 means of it.
_UNDONE = (
    ("review", "复核", "没通过"),
    ("report", "发展情况报告", "不交"),
    ("evidence", "佐证材料", "没附"),
    ("final", "决赛", "没胜出"),
    ("preliminary", "初赛", "没胜出"),
    ("recommend", "初审", "不合格"),
    ("publicity", "公示", "有异议"),
    ("city_office", "初审", "不合格"),
)
_UNSAID = re.compile(
    r"(?:不|没有?|未)(?:能)?(?:按(?:要求|规定|时))?(?:照)?(?:做|办|弄|搞|完成|达到|落实|执行)?(?:到|成|好|完|了)?"
)
_ONLY_LEAVE = re.compile(r"[^，。？?]{2,8}(?:行不行|可以吗|可不可以|能行吗|行吗|成不成|可以不|算不算)\W*")
_SAME_ONE = re.compile(
    r"(?:那么?)?(?P<what>[^，。？?]{1,12}?)(?:是不是|是否)?(?:也|还|同样|一样)(?:是|都)?(?:归|由|属|找|是)(?:[他她它]们?|这位|那位|同一[个位家]\w{0,3})"
    r"(?:来)?(?:管|联系|负责|牵头|的)?(?:吗|么|吧|不|不是)?\W*"
)
_COPY = re.compile(r"(?P<whose>[^，。？?]{1,8}?)(?:的)?那(?:一?[份篇张个块]|部分)")
_PAPER = re.compile(r"(?:自评)?报告|实施方案|声明|意见|表")
_WHO_APPLIES = re.compile(
    r"(?:谁|什么人|(?:哪些|什么|哪类|哪种)(?:单位|机构|人|组织|主体))[^，。？?]{0,6}(?:申报|报名|参赛|申请|报)|申报主体(?:是|有)"
)
_BODY_ONLY = 8  # characters of a turn that names a body and nothing else
_SUPPOSES = re.compile(r"^(?:那么?|要是|如果|假如|换成|改成|若)[^？?]{4,}[呢呐][？?。]*$")
# A name that counts its members, and a turn that asks for one of them.
_FEW = 12  # characters of a turn that asks for no more than a member
_SERIES = re.compile("八个一|1125")
_MEMBER = re.compile(
    r"^\W*(?:那么?|其中|这)?(?:第?[一二三四五六七八\d]个|最后一个|(?:里面|里头|其中)的?|(?:100|1000|20|5)(?!\d))"
)
_COUNTED = re.compile(r"(?:有|又有|是)?(?:几|多少)(?:个|家)?\W*|有(?:吗|没有|哪些|哪几个)\W*")


def is_bare(question: str) -> bool:
    """Whether `question` is a question word with the barest verb (具体多少, 交给谁), which says of nothing."""
    return asks(question) and _BARE.fullmatch(fold(question)) is not None


def asks_why(question: str) -> bool:
    """Whether nothing but the reason is asked for (为什么)."""
    return _WHY.fullmatch(fold(question)) is not None


def has_own_subject(question: str, named: bool, of_the_lists: bool) -> bool:
    """Whether a turn says by itself what it asks about, and takes nothing up from the turn before.

    Args:
        question: the turn as typed.
        named: whether it names clusters, divisions or rows of tables.
        of_the_lists: the turn before was about the clusters of a place, which a question about clusters means too.
    """
    text = fold(question)
    if _TAKES_UP.search(text) or not asks(text):
        return False
    if _WHOLE.search(text) or _CHAIN.search(text) or bodies_in(text):
        return True
    subjects = _SUBJECTS - _LISTED if of_the_lists else _SUBJECTS
    return not named and bool(subjects & concepts_in(text).keys())


def counted(question: str, place: str, previous: Plan) -> str | None:
    """「长沙有几个」 with the noun that it leaves out; None where it is no such question.

    Args:
        question: the turn as typed.
        place: the division that it names, as worded there.
        previous: plan of the turn before; its category and stage go on where it was about the lists.
    """
    text = fold(question)
    before, found, after = text.partition(fold(place))
    if (
        not found
        or before.strip("那么请问")
        or not _COUNTED.fullmatch(after.removeprefix("市").removeprefix("县"))
    ):
        return None
    listed = previous.kind == "registry"
    noun = (previous.category or "") if listed else ""
    stage = previous.list_stage if listed and previous.list_stage == "培育对象" else None
    return f"{question.rstrip('？?。！! ')}{noun}{stage or ('' if noun else '集群')}"


def is_address(question: str) -> bool:
    """Whether `question` is an address and nothing else (第十四条)."""
    text = plain(question).strip(" 　。？?！!，,")
    found = find_addresses(text)
    return len(found) == 1 and found[0].start == 0 and found[0].end == len(text)


def otherwise(question: str, previous: Plan) -> str | None:
    """「没通过怎么办」 after 「复核几年一次」: what follows if what the turn before asks about is not done."""
    match = _OTHERWISE.fullmatch(fold(question))
    if match is None or concepts_in(question).keys() & {word for word, *_ in _UNDONE}:
        return None
    act = match["act"].removesuffix("的")
    for concept, noun, meant in _UNDONE:
        if concept in previous.concepts:
            return f"{noun}{meant if _UNSAID.fullmatch(act) else act}会怎样"
    return f"{previous.standalone.rstrip('？?。！!')}，{act}会怎样"


def same_one(question: str) -> str | None:
    """What 「磁浮也归他吗」 asks about: if it is the same body's or person's as what the turn before asked of."""
    match = _SAME_ONE.fullmatch(fold(question))
    return match["what"] if match else None


def another_copy(core: str, before: str) -> str | None:
    """「园区那份」 with the paper that the words `before` name (园区自评报告); None where it names none so."""
    match, paper = _COPY.fullmatch(core), _PAPER.search(before)
    return f"{match['whose']}{paper.group()}" if match and paper else None


def may_it(core: str, previous: Plan) -> str | None:
    """「县政府呢」 after 「谁可以申报」: whether that body may; None where it is no such turn."""
    if (
        not _WHO_APPLIES.search(fold(previous.standalone))
        or len(core) > _BODY_ONLY
        or not agent_in(fold(core))
    ):
        return None
    return f"{core}可以申报吗"


def only_asks_leave(question: str) -> bool:
    """Whether it names one thing and asks if that will do (公司行不行)."""
    return _ONLY_LEAVE.fullmatch(fold(question)) is not None and len(question) <= 12


def supposed(question: str, core: str, previous: Plan) -> str | None:
    """「那由联盟来报呢」 after a question whether something is allowed: whether this is."""
    supposes = _SUPPOSES.search(question.strip()) and not asks(core)
    told = is_polar(previous.standalone) or not asks(previous.standalone)
    if not supposes or not previous.topics or not told:
        return None
    return f"{core}，可以吗"


def of_series(question: str, previous: Plan) -> str | None:
    """「第四个呢」, 「里面的100是啥」 after a turn about a numbered name (八个一, 1125)."""
    series = _SERIES.search(fold(previous.standalone))
    if series is None or len(question) > _FEW or not _MEMBER.match(fold(question)):
        return None
    return f"{series.group()}{question}"
