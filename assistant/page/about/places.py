"""Places of a report that a question names: sections, rows, columns, conditions, kinds of fault, figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from assistant.checker.form_loader import load_form
from assistant.page.reports import KINDS, SEVERITIES
from index.analysis import fold
from index.numerals import parse_numeral

Report = Mapping[str, Any]

_SECTION: Final = re.compile(r"(?<![\d.])([2-6])\s*[.．点]\s*([1-9])(?![\d%亿万])")
_SPOKEN: Final = re.compile(
    r"(?<![一二三四五六七八九十])([二三四五六])点([一二三四五六七八九])(?![一二三四五六七八九十\d])"
)
_CONDITION: Final = re.compile(
    r"第?\s*(?:六|6)\s*条\s*的?\s*第?\s*[（(]\s*([一二三四五六1-6])\s*[)）]\s*[项款]?"
    r"|第?\s*(?:六|6)\s*条\s*的?\s*第?\s*([一二三四五六1-6])\s*[项款]|第\s*[（(]?\s*([一二三四五六1-6])\s*[)）]?\s*[项个]\s*条件"
)
_ARTICLE: Final = re.compile(r"第?\s*(?:六|6)\s*条(?!件)")
_NUMBER: Final = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?![\d.]|\s*年)")
_QUOTED: Final = re.compile(r"“([^“”]+)”")
_WORD: Final = re.compile(r"[\u4e00-\u9fffA-Za-z]+")
# Stands in so many labels that it names no place.
_COMMON: Final = re.compile(
    r"集群|企业|产业|数量|情况|发展|主要|其中|名称|内容|指标|省级|国家级|及以上|以上|需提供|佐证材料|提供|填报|单位|时间|年度"
    r"|实现|具有|建立|拥有|一批|水平|能力|能够|形成|先进|制造业|湖南省|国内|省内|区域|积极|开展|达到|方面|工作|管理|服务|相对|具备|条件|要求"
    r"|满足|符合|计算|完善|提升|提高|总体|材料|报告|参赛|申报|地区|领域|应用|推动|支持|培育|特色|项目|重点"
)
# What the checker speaks of besides labels.
_SAID: Final = ("编号", "序号", "名次", "排序", "重复", "雷同", "日期")
# What people say for a kind of finding.
_KIND_WORDS: Final[dict[str, str]] = {
    "completeness": r"没有?填写?|没有?写|未填|未写|漏填|漏写|空着|空的|漏|缺项|完整性?|不完整|不全",
    "arithmetic": r"计算|算错|算得",
    "consistency": r"不一致|前后|对不上|矛盾|不符(?!合)",
    "range": r"取值|范围|数值异常",
    "format": r"格式|号码",
    "limit": r"字数|超字|超长|太长",
    "evidence": r"佐证|页码|证明材料",
    "declaration": r"签章|盖章|签字|签名|公章|承诺|声明|落款",
    "eligibility": r"资格|门槛|申报条件",
}
_SEVERITY_WORDS: Final[dict[str, str]] = {
    "error": r"错误|错处|最严重|必须改|会被退",
    "warning": r"提醒|疑问|存疑|警告",
    "info": r"提示(?!的|了|说)",
}


@dataclass(frozen=True)
class Places:
    """What a question names of a report.

    Attributes:
        sections: section numbers.
        conditions: numbers of the six conditions, 1 to 6.
        article: whether 第六条 as a whole is named.
        words: runs of labels, longest first.
        quoted: whole labels of findings, in quotation marks.
        numbers: figures that stand in a finding.
        kinds, severities: of findings.
        spans: the question's own words for all that.
    """

    sections: tuple[str, ...]
    conditions: tuple[int, ...]
    article: bool
    words: tuple[str, ...]
    quoted: tuple[str, ...]
    numbers: tuple[str, ...]
    kinds: tuple[str, ...]
    severities: tuple[str, ...]
    spans: tuple[str, ...]

    @property
    def named(self) -> bool:
        """Whether the question names a place at all."""
        return bool(
            self.sections or self.conditions or self.article or self.words or self.quoted or self.numbers
        )


def places_in(question: str, report: Report) -> Places:
    """The places that a question names.

    Args:
        question: without polite phrases.
        report: the check report's JSON.
    """
    spans: list[str] = []

    def found(pattern: re.Pattern[str] | str) -> list[re.Match[str]]:
        matches = list(re.finditer(pattern, question))
        spans.extend(match.group() for match in matches)
        return matches

    sections = [f"{match[1]}.{match[2]}" for match in found(_SECTION)]
    sections += [f"{parse_numeral(match[1])}.{parse_numeral(match[2])}" for match in found(_SPOKEN)]
    conditions = [
        number for match in found(_CONDITION) if (number := parse_numeral(next(filter(None, match.groups()))))
    ]
    article = bool(found(_ARTICLE))
    figures = {number.rstrip("0").rstrip(".") for number in _figures(report)}
    numbers = [
        match.group()
        for match in _NUMBER.finditer(question)
        if len(match.group()) > 1 and _plain(match.group()) in figures and match.group() not in sections
    ]
    kinds = [kind for kind, pattern in _KIND_WORDS.items() if found(pattern)]
    severities = [name for name, pattern in _SEVERITY_WORDS.items() if found(pattern)]
    labels = {finding.get(name) for finding in report["findings"] for name in ("row", "column")}
    quoted = [text for text in _QUOTED.findall(question) if text in labels]
    words, others = _runs(question, _vocabulary(report))
    return Places(
        tuple(dict.fromkeys(sections)),
        tuple(dict.fromkeys(conditions)),
        article,
        tuple(words),
        tuple(quoted),
        tuple(numbers),
        tuple(kinds),
        tuple(severities),
        (*spans, *quoted, *words, *others, *numbers),
    )


def _plain(number: str) -> str:
    return number.rstrip("0").rstrip(".") if "." in number else number


def _figures(report: Report) -> Iterator[str]:
    for finding in report["findings"]:
        for text in (finding.get("found"), finding.get("expected"), finding["message"]):
            yield from _NUMBER.findall(text or "")
    for condition in report["conditions"]:
        yield str(condition["score"])


def _vocabulary(report: Report) -> tuple[str, ...]:
    """Every label of the form, and what the report says where no label stands."""
    texts = [*_labels(report.get("stage") or "初赛"), *_SAID]
    for finding in report["findings"]:
        texts += [finding.get("row") or "", finding.get("column") or "", finding.get("expected") or ""]
        texts += _QUOTED.findall(finding["message"])
    for condition in report["conditions"]:
        texts.append(condition["name"])
        texts += [requirement["text"] for requirement in condition["requirements"]]
    return tuple(dict.fromkeys(fold(text) for text in texts if text))


@lru_cache(maxsize=4)
def _labels(stage: str) -> tuple[str, ...]:
    form = load_form("决赛" if stage == "决赛" else "初赛")
    texts: list[str] = []
    for section in form.sections:
        texts.append(section.title)
        for table in section.tables:
            texts.append(table.title)
            texts += [row.label for row in table.rows]
            texts += [column.label for column in table.columns]
    return tuple(text for text in texts if text)


def _runs(question: str, vocabulary: Iterable[str]) -> tuple[list[str], list[str]]:
    """The longest runs of at least two characters of the question that stand in a label.

    Returns:
        Those that name a place, and the others, where there is one that does.
    """
    joined = "\n".join(vocabulary)
    runs: list[str] = []
    for word in _WORD.finditer(question):
        text, start = word.group(), 0
        while start < len(text) - 1:
            end = start
            while end < len(text) and fold(text[start : end + 1]) in joined:
                end += 1
            if end - start >= 2:
                runs.append(text[start:end])
            start = max(end, start + 1) if end - start >= 2 else start + 1
    telling = sorted(dict.fromkeys(filter(_telling, runs)), key=len, reverse=True)
    return telling, [run for run in runs if run not in telling] if telling else []


def _telling(run: str) -> bool:
    return len(_COMMON.sub("", run)) >= 2


def kind_name(kind: str) -> str:
    """A kind of finding in Chinese."""
    return KINDS.get(kind, kind)


def severity_name(severity: str) -> str:
    """A severity in Chinese."""
    return SEVERITIES.get(severity, severity)
