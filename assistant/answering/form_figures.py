"""How a figure of the forms is worked out and what it means, as far as the forms and the checks tell."""

from __future__ import annotations

import re
from datetime import date

from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.form_labels import FORMS
from assistant.answering.form_rows import FigureRow, cite_row, figure_rows, row_name, rows_named, said_as
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.models import Answer

_WORKED_OUT = re.compile(
    r"(?:怎么|如何|怎样|咋|该怎么|按什么|拿什么)(?:个)?(?:来|样)?(?:计算|统计|核算|算(?!入|作|数)|得出|得来|求)|计算(?:公式|方法|办法|口径|方式)|公式|算法|"
    r".{2,14}除以|除以什么|分母|(?<!高)分子|同比还是|哪一?年(?:比|跟|和|对)哪一?年|跟哪一?年比|基期|(?:是|按|用).{1,12}(?:来)?算(?:的)?(?:吗|么|不|$|[?？])"
)
_MEANING = re.compile(
    r"什么意思|啥意思|指(?:的)?(?:是)?(?:什么|啥|哪)|怎么理解|如何理解|是指|什么叫|定义|含义"
)
_WHICH_PART = re.compile(
    r"(?:全|整个)园区|园区(?:总|全部|整体)|(?:只|还是).{0,6}集群(?:的|那|产业|部分|内)|填谁的|哪个口径"
)
_LEVEL_CELL = re.compile(
    r"级别(?:那|这)?(?:一)?(?:栏|列|格)|(?:栏|列).{0,4}级别|级别.{0,4}(?:填|写)(?:什么|啥|哪|国家|省)"
)
_PART_COLUMN = "其中：集群产业"
_GROWTH_UNIT = re.compile("增幅.{0,10}(?:百分|%|亿元|单位|个百分点|小数)")


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Tell how a figure is worked out or what it means; None where neither is asked."""
    text = fold(plan.standalone)
    if plan.documents and FORMS not in plan.documents:
        return None
    # 「……，分母是……」: the row comes first, then what it might be divided by
    named = rows_named(text.partition("分母")[0]) or rows_named(text)
    growth = re.search(r"增幅|增长率|增减", text) is not None
    if _WORKED_OUT.search(text) and (named or growth):
        if "除以" in text or "÷" in text:
            named = sorted(_whole(text), key=lambda known: text.find(said_as(known, text))) or named
        return _worked_out(named, growth, composer)
    if _GROWTH_UNIT.search(text) and plan.kind != "address":
        where = named[0] if named else figure_rows()["2.1/output"]
        composer.add(f"增幅填百分数：参赛报告的栏名是“增幅（%）”{cite_row(where, composer)}。\n")
        return composer.build("answered")
    if _LEVEL_CELL.search(text):
        return _level(composer)
    if _MEANING.search(text):
        return None if _explained(named, context) else _meaning(named, text, composer)
    if _WHICH_PART.search(text) and (parted := [known for known in named if known.section == "3.1"]):
        return _both_parts(parted[0], composer)
    return None


def _whole(text: str) -> list[FigureRow]:
    """The rows that the text names whole."""
    return [known for known in figure_rows().values() if len(said_as(known, text)) > 2]


def _level(composer: Composer) -> Answer:
    """What the column 级别 of the lists takes."""
    title = "省级及以上绿色工厂、绿色产品、绿色园区、绿色供应链（国家级、省级）"
    mark = composer.cite(FORMS, "初赛 2.5", title)
    composer.add(f"填国家级或者省级：清单的标题注明“（国家级、省级）”{mark}，“级别”一栏按批准的级别填。\n")
    return composer.build("answered")


def _worked_out(named: list[FigureRow], growth: bool, composer: Composer) -> Answer:
    derived = [known for known in named if known.row.derived is not None]
    if growth and not derived:
        where = named[0] if named else figure_rows()["2.1/output"]
        composer.add(
            f"参赛报告没有写明增幅怎么算，只有2021年、2022年和“增幅（%）”三列{cite_row(where, composer)}。\n"
            "本系统自查时按（本年－上年）÷上年×100核对；比重、比例一类的指标，填相对增幅或者增减的百分点都算对。\n"
        )
        return composer.build("answered")
    known = (derived or named)[0]
    mark = cite_row(known, composer)
    composer.add(f"参赛报告没有写明“{row_name(known)}”怎么算{mark}。\n")
    if known.row.derived is not None:
        composer.add(f"本系统自查时按{_formula(known, composer)}核对。\n")
    elif known.row.unit == "%" and (share := re.search(r"(.+?)占(.+?)(?:的)?(?:比重|比例)", row_name(known))):
        composer.add(f"按名称，是{share.group(1)}除以{share.group(2)}，以百分数填写{mark}。\n")
    elif "/" in known.row.unit:
        top, bottom = known.row.unit.split("/")
        composer.add(f"单位是{known.row.unit}，也就是平均每{bottom}多少{top}{mark}；统计口径没有写。\n")
    else:
        composer.add(f"单位是{known.row.unit}，统计口径没有写{mark}。\n" if known.row.unit else "")
    composer.add("口径拿不准的，请向所在市州工业和信息化局确认。")
    return composer.build("answered")


def _formula(known: FigureRow, composer: Composer) -> str:
    derived = known.row.derived
    assert derived is not None
    if derived.growth_of:
        source = figure_rows()[derived.growth_of]
        return f"{source.section}“{row_name(source)}”的（本年－上年）÷上年×100{cite_row(source, composer)}"
    top, bottom = figure_rows()[derived.ratio or ""], figure_rows()[derived.to or ""]
    scale = "" if derived.scale == 1 else f"×{derived.scale.normalize():f}"
    return (
        f"{top.section}“{row_name(top)}”÷{bottom.section}“{row_name(bottom)}”{scale}"
        f"{cite_row(top, composer)}{cite_row(bottom, composer)}"
    )


def _explained(named: list[FigureRow], context: Context) -> bool:
    """Whether the form itself says what the row named counts (……主要包括……), which its text then answers."""
    document = context.corpus.documents[FORMS]
    return any(
        re.search(
            rf"{re.escape(name[-6:])}[^，。\n]{{0,6}}(?:主要)?包括",
            document.full_text(f"{stage} {known.section}"),
        )
        for known in named
        for name in [re.sub(r"^(?:省级及以上|国家级|省级)|数量$", "", row_name(known))]
        for stage, _ in known.labels
    )


def _meaning(named: list[FigureRow], text: str, composer: Composer) -> Answer | None:
    """What a row or the column of the cluster's part means: the forms define neither."""
    if "其中" in text or "集群产业" in text:
        known = next((item for item in named if item.section == "3.1"), figure_rows()["3.1/tax"])
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
    composer.add(f"参赛报告没有给“{row_name(known)}”下定义{unit}{cite_row(known, composer)}。\n")
    composer.add("口径拿不准的，请向所在市州工业和信息化局确认。")
    return composer.build("answered")


def _both_parts(known: FigureRow, composer: Composer) -> Answer:
    """That the park's total and the cluster's part of it are both asked for, where the row has both cells."""
    if "/" in known.row.unit or known.row.unit == "亩":
        composer.add(
            f"“{row_name(known)}”每年只有一格，没有分园区总额和集群产业{cite_row(known, composer)}。\n"
        )
    else:
        composer.add(
            f"两样都填：“{row_name(known)}”每年有“园区总额”和“{_PART_COLUMN}”两格，前一格填全园区，"
            f"后一格填其中属于集群产业的{cite_row(known, composer)}。\n"
        )
    return composer.build("answered")
