"""Cuts what a language model writes into sentences with marks, as it comes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from index.analysis import simplified

_THINK_OPEN: Final = re.compile(r"<(think|thinking|reasoning)>", re.IGNORECASE)
_THINK_CLOSE: Final = re.compile(r"</(?:think|thinking|reasoning)>", re.IGNORECASE)
_TURN_END: Final = re.compile(
    r"<\|(?:im_end|im_start|eot_id|end|endoftext|end_of_text|user|assistant)\|>|</s>|<(?:end|start)_of_turn>"
)  # of a model served without its chat template: what follows is no reply
_TAG: Final = re.compile(r"<[/\w|]{0,14}$")  # what may still become a tag
_MARKS: Final = re.compile(
    r"[\[【［〔(（]\s*(?:\^|依据|证据|来源|资料|引用|ref)?\s*(\d{1,3}(?:\s*[,，、;；]\s*\d{1,3})*)\s*[\]】］〕)）]"
)
_BRACKETED: Final = "[【［〔"
_END: Final = re.compile(r"[。！？!?\n]|(?<=[\]】］〕])[；;]")
_TAIL: Final = re.compile(
    r"[”’」』）)\s]*(?:[\[【［〔]\s*(?:\^|依据|证据|来源|资料|引用|ref)?[\d\s,，、;；]{1,20}[\]】］〕][。]?\s*)*"
)
_OPEN_TAIL: Final = re.compile(r"[\[【［〔][^\]】］〕]{0,20}$|[”’」』）)\s]$")
_MARKUP: Final = re.compile(r"\*\*|__|`|^\s*#+\s*|^\s*>\s*", re.MULTILINE)
_BULLET: Final = re.compile(r"^\s*(?:[-*•·]\s+|\d{1,2}[.、)）](?!\d)\s*)")
_LEAD: Final = re.compile(
    r"^(?:回答|答案|答|改写后?|问题|结论|依据|已核定的答案)[：:]\s*|^[^。：:\[【]{0,12}(?:改写|以下是|如下|答复)[^。：:\[【]{0,12}[：:]\s*"
)
_FENCE: Final = re.compile(r"^\s*(?:```|~~~)\w*\s*$", re.MULTILINE)
_MARK_PLACE: Final = r"[\[【［〔]+\s*(?:\^|依据|证据|来源|资料|引用|ref)?\s*\d{1,3}\s*[\]】］〕]+"
# 根据[1]和[2]的规定，: what is left of it without its marks says nothing
_BY_MARK: Final = re.compile(
    rf"(?:根据|依据|按照|参见|详见|见)\s*(?P<marks>{_MARK_PLACE}(?:\s*(?:和|、|及|与|，)?\s*{_MARK_PLACE})*)\s*(?:的规定|的内容|可知)?\s*[，,]?"
)
_EMPTY: Final = re.compile(
    r"[\[【［〔]\s*[\]】］〕]|[（(]\s*(?:(?:详|参)?见|依据|来源|根据|出处)?\s*[：:]?[\s、,，和及]*[）)]|\(#[^)]*\)"
)
_SUPERSCRIPTS: Final = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")


@dataclass
class Splitter:
    """Takes pieces of text and gives whole sentences.

    Attributes:
        restarted: what came before was thinking aloud; sentences given so far are void.
        ended: the model's turn is over, whatever else it writes.
    """

    restarted: bool = False
    ended: bool = False
    _text: str = ""
    _thinking: bool = False
    _closed: bool = field(default=False, repr=False)

    def feed(self, piece: str) -> list[str]:
        """Add a piece; the sentences that it completes."""
        if self.ended:
            return []
        self._text += piece
        self._drop_thinking()
        if not self._thinking and (over := _TURN_END.search(self._text)):
            self._text, self.ended, self._closed = self._text[: over.start()] + "\n", True, True
        if self._thinking:
            return []
        found = []
        while (end := self._sentence_end()) is not None:
            found.append(self._text[:end])
            self._text = self._text[end:]
        return [sentence for text in found if (sentence := tidy(text))]

    def finish(self, whole: bool) -> list[str]:
        """What is left; a sentence that was broken off is left out.

        Args:
            whole: the model ended by itself, so that a last sentence without a full stop is one.
        """
        self._closed = True
        found = [] if self.ended else self.feed("")
        rest = tidy(self._text) if whole and not self._thinking else ""
        self._text = ""
        return [*found, rest] if rest else found

    def _drop_thinking(self) -> None:
        while True:
            if self._thinking:
                closing = _THINK_CLOSE.search(self._text)
                if closing is None:
                    self._text = self._text[-16:]  # enough to recognise the closing tag
                    return
                self._text, self._thinking = self._text[closing.end() :], False
            closing = _THINK_CLOSE.search(self._text)
            opening = _THINK_OPEN.search(self._text)
            if closing and (opening is None or closing.start() < opening.start()):
                # the opening tag was part of the model's template
                self._text, self.restarted = self._text[closing.end() :], True
            elif opening:
                self._text, self._thinking = self._text[opening.end() :], True
            else:
                return

    def _sentence_end(self) -> int | None:
        for match in _END.finditer(self._text):
            tail = _TAIL.match(self._text, match.end())
            end = tail.end() if tail else match.end()
            if not self._closed and (end == len(self._text) or _unfinished(self._text[match.end() :])):
                return None  # marks may still follow
            return end
        return None


def _unfinished(text: str) -> bool:
    return bool(_OPEN_TAIL.search(text) or _TAG.search(text)) and len(text) <= 24


def tidy(text: str) -> str:
    """A sentence in the house's form: no markup, marks as `[1][2]` before one full stop; "" for nothing."""
    text = simplified(_MARKUP.sub("", _FENCE.sub("", text)))
    text = re.sub(
        "(?<=[一-鿿”）])[¹²³⁴⁵⁶⁷⁸⁹⁰]+", lambda match: f"[{match.group().translate(_SUPERSCRIPTS)}]", text
    )
    text = _LEAD.sub("", _BULLET.sub("", text)).strip()
    text = _BY_MARK.sub(lambda match: "".join(re.findall(_MARK_PLACE, match.group("marks"))), text)
    marks: list[str] = []

    def take(match: re.Match[str]) -> str:
        bracket = match.group()[0]
        if bracket not in _BRACKETED or re.search(r"\d{4}", match.group()):
            return match.group()  # （2） of an address, 〔2021〕 of a document's number
        marks.extend(re.findall(r"\d+", match.group(1)))
        return ""

    text = _EMPTY.sub("", _MARKS.sub(take, text))
    text = re.sub(r"\s+", " ", text).strip(" 。；;！!\n")
    text = re.sub(r"\s*([，,])\s*$", "", text)
    if not re.search(r"[\w一-鿿]", text):
        return ""
    end = "" if text[-1] in "？?：:" else "。"
    return f"{text}{''.join(f'[{mark}]' for mark in dict.fromkeys(marks))}{end}"


def without_thinking(text: str) -> str:
    """`text` without what a model thinks aloud between tags."""
    text = re.sub(
        rf"{_THINK_OPEN.pattern}.*?{_THINK_CLOSE.pattern}", "", text, flags=re.DOTALL | re.IGNORECASE
    )
    return re.split(_THINK_CLOSE, text)[-1]
