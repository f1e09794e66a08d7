"""How a figure of the forms is worked out and which values it may have, as far as the forms and the checks tell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.form_labels import FORMS, STAGES, core, match
from assistant.checker.form import Row
from assistant.checker.rules.registry import all_rules
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import read
from assistant.models import Answer, Verdict

_WORKED_OUT = re.compile(
    r"(?:怎么|如何|怎样|咋|该怎么|按什么|拿什么)(?:个)?(?:来|样)?(?:计算|算(?!入|作|数)|得出|得来|求)|计算(?:公式|方法|办法|口径|方式)|公式|算法|"
    r"是.{1,12}除以|除以什么|分母|分子|同比还是"
)
_FIGURE = re.compile(
    r"填|表|栏|指标|数值?|增幅|增速|比重|比例|占比|占有率|百分|率|产值|收入|利润|税金|经费|数量|额|情况|园区"
)
_NEGATIVE = re.compile(r"负(?:数|值|的|增长|增幅|责人)?|小于(?:0|零)|低于(?:0|零)|下降|减少|降(?:了|低)")
_OVER = re.compile(r"(?:超过?|大于|高于|多于|过|到)(?:了)?(?:100|百分之百|1?00%|一百)(?!亿|万|家|个|人)|超百")
_LARGER = re.compile(r"(?:比|超过?|大于|高于|多于|超出)")
_FRACTION = re.compile(r"小数(?!点后)|带小数|小数点|保留.{0,3}位|整数|半个")
_TALK = re.compile(r"能|可以|行|会|问题|对吗|错|允许|正常|有毛病|合理|怎么填|咋填|怎么办|退|报错|检查")
_MEANING = re.compile(
    r"什么意思|啥意思|指(?:的)?(?:是)?(?:什么|啥|哪)|怎么理解|如何理解|是指|什么叫|定义|含义"
)
_WHICH_PART = re.compile(
    r"(?:全|整个)园区|园区(?:总|全部|整体)|(?:只|还是).{0,6}集群(?:的|那|产业|部分|内)|填谁的|哪个口径"
)
_DECIMAL = re.compile(r"(?:写|填|填成|写成|填作)(?:成|为|的是)?(0?\.\d+)(?![\d%])")
_ORDER = re.compile(
    r"哪个(?:大|小|高|低|多)|谁(?:大|小|高|低|多)|(?:大于|小于|高于|低于|超过|超出|等于)|比.{2,16}(?:大|小|高|低|多|少)"
)
_LEVEL_CELL = re.compile(
    r"级别(?:那|这)?(?:一)?(?:栏|列|格)|(?:栏|列).{0,4}级别|级别.{0,4}(?:填|写)(?:什么|啥|哪|国家|省)"
)
_ZERO = re.compile(r"(?:填|写)(?:个|成|为|上)?(?:0|零)(?![.\d一-九])")
_BARE = 4  # characters of a label without 数量 that still name it
_PART_COLUMN = "其中：集群产业"
_MOST = 2  # rows told of in one answer


@dataclass(frozen=True)
class _Known:
    """A row of figures in the forms: its section, and each form that has it with the label printed there."""

    section: str
    row: Row
    labels: tuple[tuple[str, str], ...]


@lru_cache(maxsize=1)
def _rows() -> dict[str, _Known]:
    """The rows of figures, by `section/key`."""
    found: dict[str, _Known] = {}
    from assistant.checker.form_loader import load_form

    for form in map(load_form, STAGES):
        for section in form.sections:
            for table in section.tables:
                for row in table.rows if table.kind == "matrix" else ():
                    key = f"{section.number}/{row.key}"
                    before = found.get(key)
                    labels = (*(before.labels if before else ()), (str(form.stage), row.label))
                    found[key] = _Known(section.number, before.row if before else row, labels)
    return found


def _name(known: _Known) -> str:
    return re.sub(r"[（(][^（）()]*[)）]", "", known.row.label).strip()


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Tell how a figure is worked out, or whether a value can stand; None where neither is asked."""
    text = fold(plan.standalone)
    if plan.documents and FORMS not in plan.documents:
        return None
    named = _named(text)
    growth = re.search(r"增幅|增长率|增减", text) is not None
    if _WORKED_OUT.search(text) and (named or growth):
        return _worked_out(named, growth, composer)
    if _LEVEL_CELL.search(text):
        mark = composer.cite(
            FORMS, "初赛 2.5", "省级及以上绿色工厂、绿色产品、绿色园区、绿色供应链（国家级、省级）"
        )
        composer.add(
            f"填国家级或者省级：清单的标题注明“（国家级、省级）”{mark}，“级别”一栏按批准的级别填。\n"
        )
        return composer.build("answered")
    if _ZERO.search(text) and named:
        return _zero(named[0], plan, composer)
    if _MEANING.search(text):
        return None if _explained(named, context) else _meaning(named, text, composer)
    if _WHICH_PART.search(text) and (parted := [known for known in named if known.section == "3.1"]):
        return _both_parts(parted[0], composer)
    if not _TALK.search(text) or not _FIGURE.search(text):
        return None
    if (decimal := _DECIMAL.search(text)) and (shares := [k for k in named if k.row.unit == "%"]):
        return _as_percent(shares[0], decimal.group(1), plan, composer)
    if (pair := _part_and_whole(text)) is not None:
        return _larger(*pair, plan, composer)
    if (two := _two_rows(text)) is not None:
        return _no_order(*two, composer)
    if _OVER.search(text) and re.search(r"比重|比例|占比|率|百分|%", text):
        return _over(named, plan, composer)
    if _NEGATIVE.search(text) and re.search(r"负(?:数|值|的|增)", text) and re.search(r"填|写|能|可以", text):
        return _negative(named, growth, plan, composer)
    if _FRACTION.search(text) and re.search(r"填|写|保留|整数|小数", text):
        return _fraction(named, plan, composer)
    return None


def _named(text: str) -> list[_Known]:
    """The rows that a question names best."""
    scored = []
    for known in _rows().values():
        labels = (known.row.label, *known.row.aliases)
        found = [item for label in labels if (item := match(label, text)) is not None]
        if found:
            scored.append((max((item.length, item.share) for item in found), known))
    if "园区" in text and (of_park := [item for item in scored if item[1].section == "3.1"]):
        scored = of_park
    best = max((score for score, _ in scored), default=None)
    return [known for score, known in scored if score == best][:_MOST]


def _mark(known: _Known, composer: Composer) -> str:
    return "".join(
        composer.cite(FORMS, f"{stage} {known.section} {label}")
        if composer.has(FORMS, f"{stage} {known.section} {label}")
        else composer.cite(FORMS, f"{stage} {known.section}")
        for stage, label in known.labels
    )


def _worked_out(named: list[_Known], growth: bool, composer: Composer) -> Answer:
    derived = [known for known in named if known.row.derived is not None]
    if growth and not derived:
        where = named[0] if named else _rows()["2.1/output"]
        composer.add(
            f"参赛报告没有写明增幅怎么算，只有“增幅（%）”一列{_mark(where, composer)}。\n"
            "本系统自查时按（本年－上年）÷上年×100核对；比重、比例一类的指标，填相对增幅或者增减的百分点都算对。\n"
        )
        return composer.build("answered")
    known = (derived or named)[0]
    mark = _mark(known, composer)
    composer.add(f"参赛报告没有写明“{_name(known)}”怎么算{mark}。\n")
    if known.row.derived is not None:
        composer.add(f"本系统自查时按{_formula(known, composer)}核对。\n")
    elif known.row.unit == "%" and (share := re.search(r"(.+?)占(.+?)(?:的)?(?:比重|比例)", _name(known))):
        composer.add(f"按名称，是{share.group(1)}除以{share.group(2)}，以百分数填写{mark}。\n")
    elif "/" in known.row.unit:
        top, bottom = known.row.unit.split("/")
        composer.add(f"单位是{known.row.unit}，也就是平均每{bottom}多少{top}{mark}；统计口径没有写。\n")
    else:
        composer.add(f"单位是{known.row.unit}，统计口径没有写{mark}。\n" if known.row.unit else "")
    composer.add("口径拿不准的，请向所在市州工业和信息化局确认。")
    return composer.build("answered")


def _formula(known: _Known, composer: Composer) -> str:
    derived = known.row.derived
    assert derived is not None
    if derived.growth_of:
        source = _rows()[derived.growth_of]
        return f"{source.section}“{_name(source)}”的（本年－上年）÷上年×100{_mark(source, composer)}"
    top, bottom = _rows()[derived.ratio or ""], _rows()[derived.to or ""]
    scale = "" if derived.scale == 1 else f"×{derived.scale.normalize():f}"
    return (
        f"{top.section}“{_name(top)}”÷{bottom.section}“{_name(bottom)}”{scale}"
        f"{_mark(top, composer)}{_mark(bottom, composer)}"
    )


def _part_and_whole(text: str) -> tuple[_Known, _Known] | None:
    """A part that the question says to be larger than its whole; None where it compares no such two."""
    if not _LARGER.search(text):
        return None
    best: tuple[int, _Known, _Known] | None = None
    for part in _rows().values():
        for whole in part.row.part_of:
            other = _rows().get(whole)
            if other is None:
                continue
            first, second = _said(part, text), _said(other, text.replace(_said(part, text), "\0", 1))
            if first and second and (best is None or len(first) + len(second) > best[0]):
                best = (len(first) + len(second), part, other)
    return best[1:] if best else None


def _said(known: _Known, text: str) -> str:
    """The wording by which the text names the row, "" for none: its label or another name of it, whole."""
    wordings = [core(label) for label in (known.row.label, *known.row.aliases)]
    shorter = [re.sub(r"^(?:集群内|集群企业|集群)", "", word) for word in wordings]
    shorter += [re.sub(r"数量$", end, word) for word in (*wordings, *shorter) for end in ("数", "总数")]
    shorter += [
        bare for word in (*wordings, *shorter) if len(bare := re.sub(r"(?:数量|总数|数)$", "", word)) >= _BARE
    ]
    shorter += [re.sub(r"总额$", "", word) for word in shorter]
    found = [word for word in (*wordings, *shorter) if len(word) > 1 and word in text]
    return max(found, key=len, default="")


def _explained(named: list[_Known], context: Context) -> bool:
    """Whether the form itself says what the row named counts (……主要包括……), which its text then answers."""
    document = context.corpus.documents[FORMS]
    return any(
        re.search(
            rf"{re.escape(name[-6:])}[^，。\n]{{0,6}}(?:主要)?包括",
            document.full_text(f"{stage} {known.section}"),
        )
        for known in named
        for name in [re.sub(r"^(?:省级及以上|国家级|省级)|数量$", "", _name(known))]
        for stage, _ in known.labels
    )


def _meaning(named: list[_Known], text: str, composer: Composer) -> Answer | None:
    """What a row or the column of the cluster's part means: the forms define neither."""
    if "其中" in text or "集群产业" in text:
        known = next((item for item in named if item.section == "3.1"), _rows()["3.1/tax"])
        mark = "".join(
            composer.cite(FORMS, f"{stage} {known.section}", _PART_COLUMN) for stage, _ in known.labels
        )
        composer.add(
            f"参赛报告没有另作说明，{known.section}每年分“园区总额”和“{_PART_COLUMN}”两格{mark}。\n"
            "按字面，后一格是园区总额中属于本集群产业的部分，不应大于园区总额；大于的，本系统自查会报错。\n"
        )
        return composer.build("answered")
    if not named:
        return None
    known = named[0]
    unit = f"，只注明单位是{known.row.unit}" if known.row.unit else ""
    composer.add(f"参赛报告没有给“{_name(known)}”下定义{unit}{_mark(known, composer)}。\n")
    composer.add("口径拿不准的，请向所在市州工业和信息化局确认。")
    return composer.build("answered")


def _both_parts(known: _Known, composer: Composer) -> Answer:
    """That the park's total and the cluster's part of it are both asked for, where the row has both cells."""
    if "/" in known.row.unit or known.row.unit == "亩":
        composer.add(f"“{_name(known)}”每年只有一格，没有分园区总额和集群产业{_mark(known, composer)}。\n")
    else:
        composer.add(
            f"两样都填：“{_name(known)}”每年有“园区总额”和“{_PART_COLUMN}”两格，前一格填全园区，"
            f"后一格填其中属于集群产业的{_mark(known, composer)}。\n"
        )
    return composer.build("answered")


def _as_percent(known: _Known, written: str, plan: Plan, composer: Composer) -> Answer:
    """That a share is written as a percentage, not as a fraction of one."""
    percent = f"{Decimal(written if written[0] != '.' else '0' + written) * 100:f}".rstrip("0").rstrip(".")
    composer.add(
        f"不行：“{_name(known)}”的单位是%，应填百分数（例如{percent}），不填{written}{_mark(known, composer)}。\n"
        "填成小数的，本系统自查会提醒“百分数疑似以小数填写”。\n"
    )
    return composer.build("answered", _said_verdict(plan, allowed=False))


def _zero(known: _Known, plan: Plan, composer: Composer) -> Answer:
    """Whether 0 may stand in a row."""
    mark = _mark(known, composer)
    if known.row.only_category and plan.category not in (None, known.row.only_category):
        composer.add(
            f"不用填：“{_name(known)}”注明仅{known.row.only_category}填报{mark}，其他类别空着即可，也不必填0。\n"
        )
        return composer.build("answered", _said_verdict(plan, allowed=False))
    composer.add(f"参赛报告没有不许填0{mark}；确实没有的可以填0，不掌握数据的不要用0代替，所填信息要真实。\n")
    return composer.build("answered", _said_verdict(plan, allowed=True))


def _two_rows(text: str) -> tuple[_Known, _Known] | None:
    """Two rows, neither a part of the other, that the question sets against each other."""
    if not _ORDER.search(text):
        return None
    said = [(wording, known) for known in _rows().values() if len(wording := _said(known, text)) > 2]
    said.sort(key=lambda pair: -len(pair[0]))
    if not said:
        return None
    first = said[0]
    rest = text.replace(first[0], "\0", 1)
    other = next((known for wording, known in said[1:] if wording in rest and known is not first[1]), None)
    return (first[1], other) if other else None


def _no_order(first: _Known, second: _Known, composer: Composer) -> Answer:
    marks = _mark(first, composer) + _mark(second, composer)
    names = [re.sub(r"^(?:集群企业|集群)", "", _name(known)) for known in (first, second)]
    if rule := next((rule for rule in all_rules() if all(name in rule.title for name in names)), None):
        remark = {"error": "报错", "warning": "提醒"}.get(rule.severity, "提示")
        composer.add(
            f"参赛报告没有规定“{names[0]}”和“{names[1]}”谁大谁小{marks}，但本系统自查会按“{rule.title}”{remark}。\n"
            "请核对这两个数的口径和单位。\n"
        )
        return composer.build("answered")
    composer.add(
        f"参赛报告没有规定“{_name(first)}”和“{_name(second)}”谁大谁小{marks}，两者口径不同，按实际数填写。\n"
        "口径拿不准的，请向所在市州工业和信息化局确认。"
    )
    return composer.build("answered")


def _said_verdict(plan: Plan, allowed: bool) -> Verdict | None:
    """Yes or no to a question whether a value can stand; a question for trouble turns it round."""
    reading = read(plan.standalone)
    if not reading.polar:
        return None
    return "yes" if allowed != reading.turned else "no"


def _larger(part: _Known, whole: _Known, plan: Plan, composer: Composer) -> Answer:
    marks = _mark(part, composer) + _mark(whole, composer)
    composer.add(
        f"填得不对：{part.section}的“{_name(part)}”是{whole.section}“{_name(whole)}”的一部分，不应大于它{marks}。\n"
        "本系统自查会按“部分大于总体”报错；请核对这两个数的口径、单位和年份，改正后再报。\n"
    )
    return composer.build("answered", _said_verdict(plan, allowed=False))


def _over(named: list[_Known], plan: Plan, composer: Composer) -> Answer:
    shares = [known for known in named if known.row.unit == "%" and known.row.maximum is not None]
    if named and not shares:
        return _growth_over(named[0], plan, composer)
    known = shares[0] if shares else _rows()["2.1/province_share"]
    what = f"“{_name(known)}”" if shares else "比重、比例一类的指标"
    composer.add(
        f"不行：{what}以百分数填写，应在0到100之间{_mark(known, composer)}。\n"
        "参赛报告的单位是%，没有另写上限；超过100的，本系统自查会按“数值超出可能范围”报错。增幅可以超过100。\n"
    )
    return composer.build("answered", _said_verdict(plan, allowed=False))


def _growth_over(known: _Known, plan: Plan, composer: Composer) -> Answer:
    composer.add(
        f"参赛报告没有限制“{_name(known)}”的大小{_mark(known, composer)}；只有比重、比例一类的指标应在0到100之间。\n"
    )
    return composer.build("answered", _said_verdict(plan, allowed=True))


def _negative(named: list[_Known], growth: bool, plan: Plan, composer: Composer) -> Answer:
    known = named[0] if named else _rows()["2.1/output"]
    mark = _mark(known, composer)
    if growth or known.row.derived is not None or (not named and "增" in plan.standalone):
        composer.add(
            f"可以：增幅是按两年数值算出来的，本年比上年少就是负数，参赛报告没有不许填负数{mark}。\n"
            "本系统自查只核对它与两年数值是否一致；不会为负的指标，降幅不可能超过100%。\n"
        )
        return composer.build("answered", _said_verdict(plan, allowed=True))
    if known.row.minimum is None and named:
        composer.add(f"可以：“{_name(known)}”可能是负数，参赛报告没有不许填{mark}。\n")
        return composer.build("answered", _said_verdict(plan, allowed=True))
    what = f"“{_name(known)}”" if named else "数量、金额一类的指标"
    composer.add(
        f"不行：{what}不应为负{mark}，本系统自查会按“数值超出可能范围”报错。利润、税金和增幅可以是负数。\n"
    )
    return composer.build("answered", _said_verdict(plan, allowed=False))


def _fraction(named: list[_Known], plan: Plan, composer: Composer) -> Answer:
    known = named[0] if named else _rows()["2.1/output"]
    mark = _mark(known, composer)
    if named and known.row.kind == "count":
        composer.add(f"应填整数：“{_name(known)}”的单位是{known.row.unit}{mark}，本系统自查会对小数报错。\n")
        allowed = "整数" in plan.standalone
        return composer.build("answered", _said_verdict(plan, allowed=allowed))
    what = f"“{_name(known)}”" if named else "金额和比例"
    composer.add(
        f"参赛报告没有规定{what}保留几位小数{mark}；本系统自查按所填位数四舍五入核对。以“个”“人”计的数量应为整数。\n"
    )
    return composer.build("answered")
