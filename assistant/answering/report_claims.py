"""What a question takes the yearly and half-yearly reports to be: when they are due, to whom they go (年报是三月底交吧)."""

from __future__ import annotations

import re
from datetime import date

from assistant.answering.boundary import WHOM_TO_ASK
from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import is_polar
from assistant.models import Answer
from index.numerals import parse_numeral

_AT = ("measures-2021", "第十三条")
_DUE = "每年1月底前、7月底前"
_TO = "分别将上一年度、半年度发展情况报告报湖南省工业和信息化厅"
_REPORTS = re.compile(
    r"(?<!申请)(?<!参赛)(?<!自评)(?:(?<![今去前明每后一])年报|半年(?:度)?(?:的)?(?:报告|报|情况|总结)|年度(?:的)?(?:发展)?(?:报告|情况|总结)|"
    r"(?:发展|运行)情况(?:报告)?|上半年(?:的)?(?:情况|总结|报告)|(?:去年|上年度?|全年)(?:的)?(?:情况|总结|报告))"
)
_HALF = re.compile("半年")
_YEAR = re.compile("(?<!半)年报|(?<!半)年度|去年|上一?年|全年")
_MONTH = re.compile(
    r"(?<![上下两个\d])(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:份|底|末|初|中旬|上旬|下旬|\d{1,2}[号日])?(?:以?前|之前|前后)?"
)
_ASKS_OPENLY = re.compile("什么时候|几月|哪天|几号|还是|谁|哪")
# What comes late, is put off, or reports on less than all is the rules' (能晚几天吗, 只交半年报行吗).
_OF_THE_RULES = re.compile(
    "补|晚|迟|拖|延|逾期|忘|只(?:交|报)|不(?:交|报|用|必|需)|没(?:交|报)|代(?:交|报)|免"
)
_BODY = (
    r"(?P<{}>(?:所在)?(?:省|市|州|县|区|地)(?:里|州|级)?(?:工信|工业和信息化|统计|发改|科技|财政|商务)?(?:厅|局|委|部门)?|工信厅|厅里|"
    r"工信部|园区|管委会|统计局|发改委|财政局|科技局|政府|市州)"
)
_GOES_TO = re.compile(
    r"(?:交|报|送|递|发|上报|提交|寄)(?:到|给|往|至|向)?(?:的)?(?:是)?" + _BODY.format("after") + r"|"
    r"(?:给|向|往|跟|到)" + _BODY.format("before") + r".{0,4}(?:交|报|送|递|就|汇报|也|都|行|可以|够)"
)
_BY_WAY_OF = re.compile(
    r"(?:先|经过?|通过|走|过).{0,3}"
    + _BODY.format("way")
    + r".{0,8}(?:审|转|把关|一道|一遍|同意|盖章|汇总|再|报|送|交|这)?"
)
_PROVINCE = re.compile("省|厅")


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Say whether what a yes-or-no question states of the reports is so; None where it states nothing of them."""
    text = fold(plan.standalone)
    if plan.locators or not is_polar(text) or not _REPORTS.search(text):
        return None
    if _ASKS_OPENLY.search(text) or _OF_THE_RULES.search(text):
        return None
    months = context.parameters.at("report_months", on=day).numbers
    return _recipient(text, composer) or _month(text, months, composer)


def _recipient(text: str, composer: Composer) -> Answer | None:
    goes = _GOES_TO.search(text)
    way = _BY_WAY_OF.search(text)
    words = (way and way["way"]) or (goes and (goes["after"] or goes["before"]))
    if not words or (way and _PROVINCE.search(words)):
        return None
    composer_mark = composer.cite(*_AT, _TO)
    if way:
        composer.add(
            f"文件没有写发展情况报告要先经过{words}，写的是报湖南省工业和信息化厅{composer_mark}。\n{WHOM_TO_ASK}"
        )
        return composer.build("answered", "conditional")
    right = _PROVINCE.search(words) is not None
    lead = "是的，" if right else f"不是报{words}，"
    composer.add(f"{lead}发展情况报告报湖南省工业和信息化厅{composer_mark}。\n")
    composer.add(f"年度报告在每年1月底前、半年度报告在7月底前报{composer.cite(*_AT, _DUE)}。")
    return composer.build("answered", "yes" if right else "no")


def _month(text: str, months: tuple[int, ...], composer: Composer) -> Answer | None:
    stated = [parse_numeral(match.group(1)) for match in _MONTH.finditer(text)]
    year, half = months
    due = {year, half} if bool(_HALF.search(text)) == bool(_YEAR.search(text)) else {year}
    if len(due) == 1 and _HALF.search(text):
        due = {half}
    if not stated or (due == {half} and all(month < half and month != year for month in stated)):
        return None  # the half-year report may well come before its last day
    right = all(month in due for month in stated)
    lead = "是的，" if right else "不是，"
    composer.add(
        f"{lead}年度报告在每年{year}月底前、半年度报告在{half}月底前报，报湖南省工业和信息化厅"
        f"{composer.cite(*_AT, _DUE)}{composer.cite(*_AT, _TO)}。\n"
    )
    composer.add(
        f"培育对象也一样{composer.cite(*_AT, '湖南省先进制造业集群培育对象参照湖南省先进制造业集群进行管理')}。"
    )
    return composer.build("answered", "yes" if right else "no")
