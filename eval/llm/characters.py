"""Language models in caricature: what they make of a prompt of `prompts/reword.md`, for `eval.llm.server`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from index.numerals import to_chinese

_LINE: Final = re.compile(r"^- (.*)$", re.MULTILINE)
_SENTENCE: Final = re.compile(r"[^。；\n]+[。；]?(?:\[\d+\])*[。；]?")
_MARKS: Final = re.compile(r"(?:\[\d+\])+")
_FIGURE: Final = re.compile(r"(?<![\d.〔第])(\d{1,3})(?=个|年|家|项|月|字|亿)")
_OTHER_WORDS: Final = (
    ("湖南省工业和信息化厅", "省工信厅"),
    ("工业和信息化局", "工信局"),
    ("不可以", "不能"),
    ("没有规定", "没有作出规定"),
    ("为止", "届满"),
    ("名单上", "名单里"),
    ("提交", "报送"),
    ("“原则上不超过1个”", "原则上最多1个"),
    ("牵头单位是", "牵头单位为"),
)
_OPPOSITES: Final = (
    ("不可以", "可以"),
    ("不能", "能"),
    ("可以：", "不可以："),
    ("要：", "不要："),
    ("不超过", "可以超过"),
    ("没有规定", "有明确规定"),
    ("有效", "已经失效"),
    ("是", "不是"),
)
_LEADS: Final = ("", "另外，", "此外，", "同时，", "需要注意的是，")


def _sentences(body: Mapping[str, Any]) -> list[str]:
    """The sentences of the decided answer in the prompt, each with the marks of its line."""
    found = []
    for line in _LINE.findall(str(body["messages"][-1]["content"])):
        last = "".join(_MARKS.findall(line)[-1:])
        for match in _SENTENCE.finditer(line):
            words = _MARKS.sub("", match.group()).strip(" 。；")
            marks = "".join(_MARKS.findall(match.group())) or last
            if words:
                found.append(f"{words}{marks}。")
    return found


def faithful(body: Mapping[str, Any]) -> str:
    """Other words for the same, Chinese numerals, joining words, another order behind the first sentence."""
    first, *rest = _sentences(body) or [""]
    spoken = []
    for place, sentence in enumerate([first, *reversed(rest)]):
        for word, other in _OTHER_WORDS:
            sentence = sentence.replace(word, other)
        sentence = _FIGURE.sub(lambda match: to_chinese(int(match.group(1))), sentence)
        spoken.append(_LEADS[place % len(_LEADS)] + sentence)
    return "".join(spoken)


def hallucinating(body: Mapping[str, Any]) -> str:
    """Every figure one higher, and a claim from nowhere behind each sentence."""
    spoken = []
    for sentence in _sentences(body):
        marks = "".join(_MARKS.findall(sentence))
        spoken.append(_FIGURE.sub(lambda match: str(int(match.group(1)) + 1), sentence))
        spoken.append(f"符合条件的还可以获得省财政一次性奖励500万元{marks}。")
    return "".join(spoken)


def contradicting(body: Mapping[str, Any]) -> str:
    """The opposite of each sentence."""
    spoken = []
    for sentence in _sentences(body):
        for word, other in _OPPOSITES:
            if word in sentence:
                sentence = sentence.replace(word, other, 1)
                break
        spoken.append(sentence)
    return "".join(spoken)


def uncited(body: Mapping[str, Any]) -> str:
    """The faithful model's words without marks."""
    return _MARKS.sub("", faithful(body))


CHARACTERS: Final[dict[str, Callable[[Mapping[str, Any]], str]]] = {
    "照实改写": faithful,
    "编造": hallucinating,
    "说反": contradicting,
    "不标出处": uncited,
}
