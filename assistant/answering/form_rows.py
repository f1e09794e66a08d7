"""The rows of figures in the report forms, and which of them a question names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.answering.composer import Composer
from assistant.answering.form_labels import FORMS, STAGES, core, match
from assistant.answering.form_subjects import rows_meant
from assistant.checker.form import Row

_LARGER = re.compile(r"(?:比|超过?|大于|高于|多于|超出)")
_FRACTION = re.compile(r"小数(?!点后)|带小数|小数点|保留.{0,3}位|整数|半个")
_TALK = re.compile(r"能|可以|行|会|问题|对吗|错|允许|正常|有毛病|合理|怎么填|咋填|怎么办|退|报错|检查")
_MEANING = re.compile(
    r"什么意思|啥意思|指(?:的)?(?:是)?(?:什么|啥|哪)|怎么理解|如何理解|是指|什么叫|定义|含义"
)
_ORDER = re.compile(
    r"哪个(?:大|小|高|低|多)|谁(?:大|小|高|低|多)|(?:大于|小于|高于|低于|超过|超出|等于)|比.{2,16}(?:大|小|高|低|多|少)"
)
_APART = re.compile("区别|不同|差别|关系|一回事")
_LONG_FORMS = {"规上营收": "规上工业企业营业收入", "营收": "营业收入", "研发投入": "研发经费"}
_SHORT = re.compile("规上营收|营收|研发投入")
_BARE = 4  # characters of a label without 数量 that still name it
_MOST = 2  # rows told of in one answer


@dataclass(frozen=True)
class FigureRow:
    """A row of figures in the forms: its section, and each form that has it with the label printed there."""

    section: str
    row: Row
    labels: tuple[tuple[str, str], ...]


@lru_cache(maxsize=1)
def figure_rows() -> dict[str, FigureRow]:
    """The rows of figures, by `section/key`."""
    found: dict[str, FigureRow] = {}
    from assistant.checker.form_loader import load_form

    for form in map(load_form, STAGES):
        for section in form.sections:
            for table in section.tables:
                for row in table.rows if table.kind == "matrix" else ():
                    key = f"{section.number}/{row.key}"
                    before = found.get(key)
                    labels = (*(before.labels if before else ()), (str(form.stage), row.label))
                    found[key] = FigureRow(section.number, before.row if before else row, labels)
    return found


def row_name(known: FigureRow) -> str:
    """The printed label without its unit and notes."""
    return re.sub(r"[（(][^（）()]*[)）]", "", known.row.label).strip()


def rows_named(text: str) -> list[FigureRow]:
    """The rows that a question names best."""
    scored = []
    for known in figure_rows().values():
        labels = (known.row.label, *known.row.aliases)
        found = [item for label in labels if (item := match(label, text)) is not None]
        if found:
            scored.append((max((item.length, item.share) for item in found), known))
    if not scored:  # named by an everyday word (利润)
        keys = [item.key for item in rows_meant(text) if item.key in figure_rows()]
        return [figure_rows()[key] for key in keys][:_MOST]
    if "园区" in text and (of_park := [item for item in scored if item[1].section == "3.1"]):
        scored = of_park
    best = max((score for score, _ in scored), default=None)
    return [known for score, known in scored if score == best][:_MOST]


def cite_row(known: FigureRow, composer: Composer) -> str:
    """The marks of the row in each form that has it."""
    return "".join(
        composer.cite(FORMS, f"{stage} {known.section} {label}")
        if composer.has(FORMS, f"{stage} {known.section} {label}")
        else composer.cite(FORMS, f"{stage} {known.section}")
        for stage, label in known.labels
    )


def said_as(known: FigureRow, text: str) -> str:
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


def part_and_whole(text: str) -> tuple[FigureRow, FigureRow] | None:
    """A part that the question says to be larger than its whole; None where it compares no such two."""
    if not (_LARGER.search(text) or _ORDER.search(text) or _APART.search(text)):
        return None
    text = _SHORT.sub(lambda found: _LONG_FORMS[found.group()], text)
    best: tuple[int, FigureRow, FigureRow] | None = None
    for part in figure_rows().values():
        for whole in part.row.part_of:
            other = figure_rows().get(whole)
            if other is None:
                continue
            first, second = said_as(part, text), said_as(other, text.replace(said_as(part, text), "\0", 1))
            if first and second and (best is None or len(first) + len(second) > best[0]):
                best = (len(first) + len(second), part, other)
    return best[1:] if best else None


def two_rows(text: str) -> tuple[FigureRow, FigureRow] | None:
    """Two rows, neither a part of the other, that the question sets against each other."""
    if not (_ORDER.search(text) or _APART.search(text)):
        return None
    text = _SHORT.sub(lambda found: _LONG_FORMS[found.group()], text)
    said = [(wording, known) for known in figure_rows().values() if len(wording := said_as(known, text)) > 2]
    said.sort(key=lambda pair: -len(pair[0]))
    if not said:
        return None
    first = said[0]
    rest = text.replace(first[0], "\0", 1)
    other = next((known for wording, known in said[1:] if wording in rest and known is not first[1]), None)
    return (first[1], other) if other else None
