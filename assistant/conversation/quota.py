"""What a question says of a county's place: how many clusters, what counts, whether it is sure, whether exceptions exist."""

from __future__ import annotations

import re

from assistant.eligibility.facts import Counted
from index.numerals import parse_numeral

_N = r"[一二两三四五六七八九十\d]+"
_COUNT = re.compile(
    rf"({_N}|多)个(?!县|市|区|州|条件|月|年|人|企业|园区|方面|问题|部门|地方|单位|项目|工作日|类别|类型|厂|促进|协会|基本)"
)

# What is asked whether it counts as the county's one: 占名额吗, 算不算在一县一个里头.
_COUNTS = re.compile(
    r"(?:占|算|用|计|包括|包含|受)[^，。,]{0,8}(?:名额|指标|谁的|哪个县|哪家|[一1]个(?:县|的|里|之|以|内|限)|一县一|限制)|名额.{0,6}(?:算|占|归)"
)
ASSURED = r"保底|保证|(?:一定|肯定|必定|总|准)(?:能|会|给|有|可以)|都(?:能|会|有|可以)[^，。,]{0,4}(?:分|轮|拿|得|评|摊)|人人有份|轮流|包(?:过|上)|分到|轮到"
EXCEPTION = r"例外|破例|破格|特批|通融|松动|突破|弹性|余地|(?:什么|哪些|哪种)(?:情况|情形).{0,6}(?:可以|能).{0,4}(?:超|多|两|2|不止)"


def counted(text: str) -> Counted | None:
    """What is asked whether it uses up the county's place; None where nothing of the kind is asked."""
    if not _COUNTS.search(text):
        return None
    if re.search("联合|合报|一起报|跨", text):
        return "联合申报"
    if "国家级" in text:
        return "国家级集群"
    return "培育对象" if "培育" in text else "特色产业集群" if "特色" in text else None


def cluster_count(text: str) -> int | None:
    """The largest number of clusters that `text`, folded, speaks of."""
    many = [5 if number == "多" else parse_numeral(number) for number in _COUNT.findall(text)]
    return max(many) if many else None
