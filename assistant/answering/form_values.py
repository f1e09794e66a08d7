"""Which values a figure of the forms may have: shares over 100, numbers below nought, a part larger than its whole."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.form_labels import FORMS
from assistant.answering.form_rows import (
    FigureRow,
    cite_row,
    figure_rows,
    part_and_whole,
    row_name,
    rows_named,
    two_rows,
)
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import read
from assistant.models import Answer, Verdict

_FIGURE = re.compile(
    r"填|表|栏|指标|数值?|增幅|增速|比重|比例|占比|占有率|百分|率|产值|收入|利润|税金|经费|数量|额|情况|园区"
)
_OVER = re.compile(r"(?:超过?|大于|高于|多于|过|到)(?:了)?(?:100|百分之百|1?00%|一百)(?!亿|万|家|个|人)|超百")
_LARGER = re.compile(r"(?:比|超过?|大于|高于|多于|超出)")
_FRACTION = re.compile(r"小数(?!点后)|带小数|小数点|保留.{0,3}位|整数|半个")
_TALK = re.compile(r"能|可以|行|会|问题|对吗|错|允许|正常|有毛病|合理|怎么填|咋填|怎么办|退|报错|检查")
_MEANING = re.compile(
    r"什么意思|啥意思|指(?:的)?(?:是)?(?:什么|啥|哪)|怎么理解|如何理解|是指|什么叫|定义|含义"
)
_FRACTION = re.compile(r"小数(?!点后)|带小数|小数点|保留.{0,3}位|整数|半个")
_TALK = re.compile(r"能|可以|行|会|问题|对吗|错|允许|正常|有毛病|合理|怎么填|咋填|怎么办|退|报错|检查")
_MEANING = re.compile(
    r"什么意思|啥意思|指(?:的)?(?:是)?(?:什么|啥|哪)|怎么理解|如何理解|是指|什么叫|定义|含义"
)
_TALK = re.compile(r"能|可以|行|会|问题|对吗|错|允许|正常|有毛病|合理|怎么填|咋填|怎么办|退|报错|检查")
_MEANING = re.compile(
    r"什么意思|啥意思|指(?:的)?(?:是)?(?:什么|啥|哪)|怎么理解|如何理解|是指|什么叫|定义|含义"
)
_DECIMAL = re.compile(r"(?:写|填|填成|写成|填作)(?:成|为|的是)?(0?\.\d+)(?![\d%])")
_ORDER = re.compile(
    r"哪个(?:大|小|高|低|多)|谁(?:大|小|高|低|多)|(?:大于|小于|高于|低于|超过|超出|等于)|比.{2,16}(?:大|小|高|低|多|少)"
)
_ZERO = re.compile(r"(?:填|写)(?:个|成|为|上)?(?:0|零)(?![.\d一-九])")
_WRITTEN = re.compile(r"(?:填|写)(?:了|成|为|的是)?(\d+(?:\.\d+)?)")
_APART = re.compile("区别|不同|差别|关系|一回事|哪个|谁")


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Tell whether a value can stand in a row of figures; None where that is not asked."""
    text = fold(plan.standalone)
    if plan.documents and FORMS not in plan.documents:
        return None
    named = rows_named(text)
    growth = re.search(r"增幅|增长率|增减", text) is not None
    if _ZERO.search(text) and named:
        return _zero(named[0], plan, composer)
    if (pair := part_and_whole(text)) is not None:
        return _larger(*pair, plan, composer)
    if (two := two_rows(text)) is not None:
        return _no_order(*two, composer)
    if not _TALK.search(text) or not _FIGURE.search(text):
        return None
    shares = [known for known in named if known.row.unit == "%" and known.row.maximum is not None]
    if (decimal := _DECIMAL.search(text)) and shares:
        return _as_percent(shares[0], decimal.group(1), plan, composer)
    if (
        (written := _WRITTEN.search(text))
        and shares
        and Decimal(written.group(1)) > (shares[0].row.maximum or 0)
    ):
        return _over(named, plan, composer)
    if _OVER.search(text) and re.search(r"比重|比例|占比|率|百分|%", text):
        return _over(named, plan, composer)
    if re.search(r"负(?:数|值|的|增)", text) and re.search(r"填|写|能|可以", text):
        return _negative(named, growth, plan, composer)
    if _FRACTION.search(text) and re.search(r"填|写|保留|整数|小数", text):
        return _fraction(named, plan, composer)
    return None


def _as_percent(known: FigureRow, written: str, plan: Plan, composer: Composer) -> Answer:
    """That a share is written as a percentage, not as a fraction of one."""
    percent = f"{Decimal(written if written[0] != '.' else '0' + written) * 100:f}".rstrip("0").rstrip(".")
    composer.add(
        f"不行：“{row_name(known)}”的单位是%，应填百分数（例如{percent}），不填{written}{cite_row(known, composer)}。\n"
        "填成小数的，本系统自查会提醒“百分数疑似以小数填写”。\n"
    )
    return composer.build("answered", _said_verdict(plan, allowed=False))


def _zero(known: FigureRow, plan: Plan, composer: Composer) -> Answer:
    """Whether 0 may stand in a row."""
    mark = cite_row(known, composer)
    if known.row.only_category and plan.category not in (None, known.row.only_category):
        composer.add(
            f"不用填：“{row_name(known)}”注明仅{known.row.only_category}填报{mark}，其他类别空着即可，也不必填0。\n"
        )
        return composer.build("answered", _said_verdict(plan, allowed=False))
    composer.add(f"参赛报告没有不许填0{mark}；确实没有的可以填0，不掌握数据的不要用0代替，所填信息要真实。\n")
    return composer.build("answered", _said_verdict(plan, allowed=True))


def _no_order(first: FigureRow, second: FigureRow, composer: Composer) -> Answer:
    marks = cite_row(first, composer) + cite_row(second, composer)
    names = [re.sub(r"^(?:集群企业|集群)", "", row_name(known)) for known in (first, second)]
    from assistant.checker.rules.registry import all_rules  # a hundred rules, for this one question

    if rule := next((rule for rule in all_rules() if all(name in rule.title for name in names)), None):
        remark = {"error": "报错", "warning": "提醒"}.get(rule.severity, "提示")
        composer.add(
            f"参赛报告没有规定“{names[0]}”和“{names[1]}”谁大谁小{marks}，但本系统自查会按“{rule.title}”{remark}。\n"
            "请核对这两个数的口径和单位。\n"
        )
        return composer.build("answered")
    composer.add(
        f"参赛报告没有规定“{row_name(first)}”和“{row_name(second)}”谁大谁小{marks}，两者口径不同，按实际数填写。\n"
        "口径拿不准的，请向所在市州工业和信息化局确认。"
    )
    return composer.build("answered")


def _said_verdict(plan: Plan, allowed: bool) -> Verdict | None:
    """Yes or no to a question whether a value can stand; a question for trouble turns it round."""
    reading = read(plan.standalone)
    if not reading.polar:
        return None
    return "yes" if allowed != reading.turned else "no"


def _larger(part: FigureRow, whole: FigureRow, plan: Plan, composer: Composer) -> Answer:
    marks = cite_row(part, composer) + cite_row(whole, composer)
    if _APART.search(plan.standalone):
        composer.add(
            f"“{row_name(part)}”是“{row_name(whole)}”的一部分，不应大于它{marks}；参赛报告没有另给定义。\n"
        )
        return composer.build("answered")
    composer.add(
        f"填得不对：{part.section}的“{row_name(part)}”是{whole.section}“{row_name(whole)}”的一部分，不应大于它{marks}。\n"
        "本系统自查会按“部分大于总体”报错；请核对这两个数的口径、单位和年份，改正后再报。\n"
    )
    return composer.build("answered", _said_verdict(plan, allowed=False))


def _over(named: list[FigureRow], plan: Plan, composer: Composer) -> Answer:
    shares = [known for known in named if known.row.unit == "%" and known.row.maximum is not None]
    if named and not shares:
        return _growth_over(named[0], plan, composer)
    known = shares[0] if shares else figure_rows()["2.1/province_share"]
    what = f"“{row_name(known)}”" if shares else "比重、比例一类的指标"
    composer.add(
        f"不行：{what}以百分数填写，应在0到100之间{cite_row(known, composer)}。\n"
        "参赛报告的单位是%，没有另写上限；超过100的，本系统自查会按“数值超出可能范围”报错。增幅可以超过100。\n"
    )
    return composer.build("answered", _said_verdict(plan, allowed=False))


def _growth_over(known: FigureRow, plan: Plan, composer: Composer) -> Answer:
    composer.add(
        f"参赛报告没有限制“{row_name(known)}”的大小{cite_row(known, composer)}；只有比重、比例一类的指标应在0到100之间。\n"
    )
    return composer.build("answered", _said_verdict(plan, allowed=True))


def _negative(named: list[FigureRow], growth: bool, plan: Plan, composer: Composer) -> Answer:
    known = named[0] if named else figure_rows()["2.1/output"]
    mark = cite_row(known, composer)
    if growth or known.row.derived is not None or (not named and "增" in plan.standalone):
        composer.add(
            f"可以：增幅是按两年数值算出来的，本年比上年少就是负数，参赛报告没有不许填负数{mark}。\n"
            "本系统自查只核对它与两年数值是否一致；不会为负的指标，降幅不可能超过100%。\n"
        )
        return composer.build("answered", _said_verdict(plan, allowed=True))
    if known.row.minimum is None and named:
        composer.add(f"可以：“{row_name(known)}”可能是负数，参赛报告没有不许填{mark}。\n")
        return composer.build("answered", _said_verdict(plan, allowed=True))
    what = f"“{row_name(known)}”" if named else "数量、金额一类的指标"
    composer.add(
        f"不行：{what}不应为负{mark}，本系统自查会按“数值超出可能范围”报错。利润、税金和增幅可以是负数。\n"
    )
    return composer.build("answered", _said_verdict(plan, allowed=False))


def _fraction(named: list[FigureRow], plan: Plan, composer: Composer) -> Answer:
    known = named[0] if named else figure_rows()["2.1/output"]
    mark = cite_row(known, composer)
    if named and known.row.kind == "count":
        composer.add(
            f"应填整数：“{row_name(known)}”的单位是{known.row.unit}{mark}，本系统自查会对小数报错。\n"
        )
        allowed = "整数" in plan.standalone
        return composer.build("answered", _said_verdict(plan, allowed=allowed))
    what = f"“{row_name(known)}”" if named else "金额和比例"
    composer.add(
        f"参赛报告没有规定{what}保留几位小数{mark}；本系统自查按所填位数四舍五入核对。以“个”“人”计的数量应为整数。\n"
    )
    return composer.build("answered")
