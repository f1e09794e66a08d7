"""Which rows of the lists a question means: by place, kind, annex, a column's words, and trade."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.conversation.lexicon import fold, without_function_words, words_in
from assistant.registry.models import Cluster, Division
from assistant.registry.registry import Registry
from assistant.registry.trades import clusters_of, trades_in

_ABOUT = 0.5  # share of the trade's character pairs that a row must have
_KNOWN = 0.4  # share of the leftover words that must be in some row for them to be a trade at all
_LONG = 4  # characters: leftover words that long, and in no row, are another question

# Words of a list question that say nothing of a cluster's trade.
LIST_TALK = re.compile(
    r"还是|先进制造(?!业)|算不算|里头|里面|首批|这批|从?第\d+|往后|往前|开始|没写|哪类|两类|别的|别家|其他的?|(?:[一二两三四五六七八九十]+|\d+)[个家]|对不对|对吧|是吧|没错|核心|中小特色|特色(?=的|集群|$|[，。？?])|沾边|搭界|有关系|所在|除了?|除开|还有|剩下的?|其余|另外|(?:特色|先进制造业?)(?:那|这|一)?类|中小(?:工业)?企业|特色产业集群|先进制造业|产业集群|集群|培育对象|促进组织|核心承载园区|承载园区|核心园区|园区|省级|省里|正式|"
    r"名单|第[一二三四五六七八九十]批|批次|全部|所有|一共|总共|共有|列出|列一下|入选|列入|进入|进了|上榜|认定|公布|分别|清单|"
    r"全省|本市|本县|方面|领域|行业|类别|类型|个数|数量|总数|名字|名称|不是|那种|没有|已经|地区|各市州|市州|完整|一览|统计|"
    r"还有|还剩|分别(?:由|是|在)?|各自|对应|承载|运营|牵头|负责|担任|主体|叫什么|是谁|"
    r"分布|现在|目前|属于|20\d\d年?|位于|产业|多少|几个|[一二三四两]类|阶段|级别|哪个市|哪个县|哪个|什么|评上|两批|几批|上了?榜|榜上|榜单|在榜|名字都|名字|列给我|写汇报|叫啥|叫什么|做什么|干什么|搞什么|做啥|拿到|拿了|评了|牌子|称号|湖南|这边|那边|这里|那里|有份|数一下|排一下|报一下"
)
# 「促进组织是公司的」: rows are chosen by what stands in that column.
_COLUMN = re.compile(
    r"(促进组织|促进机构|牵头单位|申报主体|(?:核心)?(?:承载)?园区)(?:名称)?(?:里|中)?(?:就?是|为|叫|属于|带有?|含有?)[“\"「]?(?!什么|啥|谁|哪|何|怎|不|否)([一-鿿]{2,6}?)(?=[”\"」]?(?:字|两个字|二字)?的|有|$|[，。？,?])"
)
# 「由经开区当园区的」
_PARK_SORT = re.compile(
    r"(高新区|经开区|产业开发区|集中区|开发区)(?:来)?(?:当|做|作为?|担任|承载|承接)[^，。？?]{0,4}(?:园区|集群|载体)"
)
# 「园区不带高新也不带经开的」
_DENIED_SORT = re.compile(
    r"(?:不带|不是|不叫|不含|没带|不属于)[“\"]?(高新|经开|产业开发区)(?:区)?[”\"]?(?:也|的)?"
)
_ORGANISATION = re.compile(
    r"协会|联盟|公司|企业|国企|研究院|研究所|研究会|学会|商会|服务中心|促进会|促进中心"
)
_DENIED = re.compile(r"(?<!是)不是(?:什么)?[^，。,？?]{1,12}[，。,]")
# 「名称里带“县”」
_NAMED = re.compile(
    r"(?:名称|名字|名)(?:里|中|上|里面)?(?:带|含|有|包含)(?:有|着)?[\"“”'‘’「『]?([一-鿿]{1,4}?)[\"“”'‘’」』]?(?=字|的|有|$|[，。？?,])"
)
# 「国家初赛胜出」: what the lists remark of a row.
_REMARKS = ((re.compile(r"国家(?:竞赛)?初赛"), "国家初赛"), (re.compile(r"跨(?:市|区域|地区|行政区)"), None))
# 「只写湖南省的」: whose name has the province for its place.
_OF_PROVINCE = re.compile(
    r"(?:没写?在?哪个?[市县][^，。]{0,2}[，,]?)?(?:冠|只写|就写|写的?是?|写着|带|叫)[“\"]?湖南省?(?=[”\"]?(?:的|打头|开头|两个字|三个字|，|$))"
)
# A remark in brackets on what is to count (先进制造和特色都算).
_ASIDE = re.compile(r"[(（][^()（）]*(?:算|不含|不包括|包括|除外|都要)[^()（）]*[)）]")
_EXCEPT = re.compile(r"(?:除了?|除开|除去|不算|不含|去掉)([^，。,？?]{1,20}?)(?=以?外|之外|，|,|还|$|的话)")
# 「花炮集群」: what stands right before 集群 is what the cluster makes.
_BEFORE_CLUSTER = re.compile(r"([一-鿿]{2,6}?)(?:特色|产业|制造)*集群")
# 「有没有酒的集群」: a trade of one character.
_ONE = re.compile(r"(?:有没有|有无|[做搞])([一-鿿])的?(?:产业)?(?:集群|企业|\W*$)")
# What stands around a trade and is no part of it (跟陶瓷, 做新材料的有).
_AROUND = re.compile(r"^(?:跟|和|与|做|搞|带|是|归|由|里|中|上|生产|从事)+|(?:的|有|在|是|吗)+$")
# 「花炮有没有上榜」「名单里有没有花炮的」
_SOUGHT = re.compile(
    r"([一-鿿]{2,8}?)(?:的)?(?:在?(?:第一批|这批|这次|首批)(?:名单)?(?:里面?|中|上)?)?(?:有没有|有无|是否|是不是)?(?:上榜|入选|入围|列入|进名单|算上|算进去?)|"
    r"[做搞造]([一-鿿]{2,8}?)的(?:有没有|有吗|有无|有几个|有哪)|(?:有没有|有无)([一-鿿]{2,8}?)(?:的|$)"
)


@dataclass(frozen=True)
class Wanted:
    """What a question says of the rows that it means.

    Attributes:
        text: the stand-alone question.
        divisions: counties and cities named; any of them.
        category, stage: as named, None for both.
        annexes: annexes of the list named as a whole (`附件4`).
    """

    text: str
    divisions: tuple[Division, ...] = ()
    category: str | None = None
    stage: str | None = None
    annexes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Selection:
    """The rows meant.

    Attributes:
        clusters: those that everything said leaves, in list order.
        placed: those that place, kind and annex leave, whatever the trade.
        trade: the words about what they make, "" for none.
        places: the counties and cities meant, less those that the question leaves out.
        left_out: the rows of those left out.
    """

    clusters: tuple[Cluster, ...]
    placed: tuple[Cluster, ...]
    trade: str
    places: tuple[Division, ...] = ()
    left_out: tuple[Cluster, ...] = ()


def annexes_in(locators: Sequence[str]) -> tuple[str, ...]:
    """The annexes among `locators` that are named as a whole."""
    return tuple(locator for locator in locators if re.fullmatch(r"附件\d", locator))


def select(registry: Registry, wanted: Wanted) -> Selection | None:
    """The rows that a question means; None where its words are about something else than the lists."""
    placed = _placed(registry, wanted)
    found = _of_trade(registry, wanted, placed)
    if found is None:
        return None
    without = _excepted(registry, wanted.text)
    places = tuple(division for division in wanted.divisions if division not in without)
    all_listed = registry.filter(category=wanted.category, stage=wanted.stage)  # type: ignore[arg-type]
    left_out = tuple(c for c in all_listed if any(_lies_in(c, division) for division in without))
    return Selection(tuple(found[1]), tuple(placed), found[0], places, left_out)


def _placed(registry: Registry, wanted: Wanted) -> list[Cluster]:
    listed = registry.filter(category=wanted.category, stage=wanted.stage)  # type: ignore[arg-type]
    if wanted.annexes:
        listed = tuple(c for c in listed if c.source_locator.split(" ")[0] in wanted.annexes)
    listed = _of_columns(listed, wanted.text)
    without = _excepted(registry, wanted.text)
    divisions = [division for division in wanted.divisions if division not in without]
    chosen: list[Cluster] = []
    for division in divisions or (None,):
        chosen += [cluster for cluster in listed if _lies_in(cluster, division) and cluster not in chosen]
    return [cluster for cluster in chosen if not any(_lies_in(cluster, division) for division in without)]


def _excepted(registry: Registry, text: str) -> tuple[Division, ...]:
    """The places that a question leaves out (除了永兴还有哪些)."""
    left_out = " ".join(match.group(1) for match in _EXCEPT.finditer(fold(text)))
    return tuple(match.division for match in registry.divisions_in(left_out))


def _of_columns(listed: tuple[Cluster, ...], text: str) -> tuple[Cluster, ...]:
    """The rows in whose column the words stand that the question gives for it; all where it gives none."""
    folded = fold(text)
    conditions: list[Callable[[Cluster], bool]] = []
    if column := _COLUMN.search(folded):
        words, park = column.group(2), column.group(1).endswith("园区")
        if not park and _ORGANISATION.fullmatch(words):
            conditions.append(lambda cluster: _sort_of(cluster, words))
        else:
            conditions.append(lambda cluster: words in fold(cluster.park if park else cluster.organisation))
    elif "园区" in folded and (denied := _DENIED_SORT.findall(folded)):
        conditions.append(lambda cluster: not any(sort in fold(cluster.park) for sort in denied))
    elif of_sort := _PARK_SORT.search(folded):
        conditions.append(lambda cluster: of_sort.group(1) in fold(cluster.park))
    elif re.search("促进|牵头", folded) and (sort := _ORGANISATION.search(_DENIED.sub(" ", folded))):
        conditions.append(lambda cluster: _sort_of(cluster, sort.group()))
    if name := _NAMED.search(folded):
        conditions.append(lambda cluster: name.group(1) in cluster.name)
    if _OF_PROVINCE.search(folded):
        conditions.append(lambda cluster: cluster.name.startswith("湖南省"))
    for words_of, remark in _REMARKS:
        if words_of.search(folded):
            conditions.append(lambda c, remark=remark: remark in c.note if remark else c.cross_region)  # type: ignore[misc]
    for condition in conditions:
        # words that stand in no such cell were no condition
        listed = tuple(cluster for cluster in listed if condition(cluster)) or listed
    return listed


def _sort_of(cluster: Cluster, sort: str) -> bool:
    """Whether the promotion organisation is of a sort: its name says so at its end (…有限公司, …协会)."""
    wanted = {"企业": "公司", "国企": "公司", "商会": "协会"}.get(sort, sort)
    name = re.sub(r"[(（][^()（）]*[)）]", "", cluster.organisation)
    return name.endswith(wanted) or (wanted == "公司" and "公司" in name)


def _lies_in(cluster: Cluster, division: Division | None) -> bool:
    if division is None:
        return True
    if division.is_city:
        return cluster.city == division.name or division.name in cluster.regions
    possible = () if cluster.county else cluster.possible_counties
    return division.name in (cluster.county, *cluster.home, *possible)


def _row_text(cluster: Cluster) -> str:
    return fold(" ".join((*cluster.names, cluster.organisation, cluster.park, cluster.note)))


def _of_trade(registry: Registry, wanted: Wanted, placed: list[Cluster]) -> tuple[str, list[Cluster]] | None:
    """What the clusters are asked to be about, and those that are; None where it is no list question."""
    if spoken := trades_in(wanted.text):
        return "、".join(spoken), [c for c in placed if any(clusters_of(word, [c]) for word in spoken)]
    text = fold(wanted.text)
    for said in (_EXCEPT, _OF_PROVINCE, _PARK_SORT, _DENIED_SORT, _COLUMN, _ASIDE, _NAMED):
        text = said.sub(" ", text)
    for words, _ in _REMARKS:
        text = re.sub(rf"(?:{words.pattern})(?:胜出|入围|获胜|过关|晋级)?", " ", text)
    if re.search("促进|牵头", text):
        text = _ORGANISATION.sub(" ", _DENIED.sub(" ", text))
    for locator in wanted.annexes:
        text = text.replace(fold(locator), " ")
    for match in reversed(registry.divisions_in(text)):
        text = text[: match.start] + " " + text[match.end :]
    trades = (_AROUND.sub("", run) for run in words_in(without_function_words(LIST_TALK.sub(" ", text))))
    runs = [run for run in trades if len(run) > 1]
    pairs = [run[i : i + 2] for run in runs for i in range(len(run) - 1)]
    rows = {cluster.id: _row_text(cluster) for cluster in registry.clusters}
    known = [pair for pair in pairs if any(pair in row for row in rows.values())]
    left = "".join(runs)
    if not left and (one := _ONE.search(text)):
        return one[1], _alike(placed, one[1])
    if not known or len(known) < _KNOWN * len(pairs):
        made = _BEFORE_CLUSTER.search(text) or _SOUGHT.search(text)
        if made and (product := _AROUND.sub("", LIST_TALK.sub("", _bare(made)))) and product in left:
            return product, _alike(placed, product)
        # where place, kind or column already choose the rows, what is left over is only talk
        narrowed = wanted.divisions or wanted.stage or wanted.category or len(placed) < len(rows)
        return None if len(left) >= _LONG and not narrowed else ("", placed)
    return left, _most(placed, pairs if len(pairs) == 2 else known, lambda cluster: rows[cluster.id])


def _bare(made: re.Match[str]) -> str:
    """The trade that a match gives, without the words around it."""
    return re.sub(
        r"^(?:有没有|有无|的)+|(?:的|有没有|有无|是否)+$", "", next(filter(None, made.groups()), "")
    )


def _most(placed: Sequence[Cluster], pairs: Sequence[str], row: Callable[[Cluster], str]) -> list[Cluster]:
    # a word of three characters is told apart by its beginning (无人机 is no 人机交互)
    if len(pairs) == 2:
        placed = [cluster for cluster in placed if pairs[0] in row(cluster)]
    shares = {cluster.id: sum(pair in row(cluster) for pair in pairs) / len(pairs) for cluster in placed}
    best = max(shares.values(), default=0.0)
    return [cluster for cluster in placed if shares[cluster.id] >= max(_ABOUT, best - 0.2)]


def _alike(placed: Sequence[Cluster], made: str) -> list[Cluster]:
    """「鞋业」 for 制鞋: clusters of the place whose name shares the telling character."""
    telling = made.rstrip("业品类")
    return [c for c in placed if len(telling) == 1 and telling in c.name]
