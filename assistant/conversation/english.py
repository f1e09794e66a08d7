"""English questions, put into the Chinese words of the field.

No translation of sentences: the words that the documents know are put in the order of the English ones, what asks
comes last, and the rest is dropped. That is what understanding and search need.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.conversation.lexicon import read_yaml
from index.numerals import to_chinese

_LATIN = re.compile(r"[A-Za-z]")
_HAN = re.compile(r"[一-鿿]")
_LEAST_WORDS = 3
_ADDRESSES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"\b(?:annex|appendix)\s*(\d)[,\s]*(?:no\.?|number|item|row)\s*(\d+)", re.I),
        "附件{0} 序号{1}",
    ),
    (re.compile(r"\b(?:annex|appendix)\s*(\d)", re.I), "附件{0}"),
    (re.compile(r"\bsection\s*(\d\.\d)", re.I), "{0}"),
)
_ARTICLE = re.compile(r"\b(?:article|art\.?)\s*(\d{1,2})(?:\s*\(?\s*item\s*)?(?:\((\d{1,2})\))?", re.I)
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_DATE = re.compile(rf"\b({'|'.join(_MONTHS)})\s*(?:(\d{{1,2}})(?:st|nd|rd|th)?,?\s*)?(20\d\d)\b", re.I)
_WORD = re.compile(r"[a-z][a-z'-]+")
_OPEN_ASKED = frozenset({"是什么", "什么", "有哪些"})
_OWN = frozenset(
    [
        "集群",
        "先进制造业集群",
        "培育对象",
        "促进组织",
        "初赛",
        "决赛",
        "竞赛",
        "复核",
        "授牌",
        "发展情况报告",
        "参赛报告",
        "核心承载园区",
        "产业链",
        "链长",
        "省领导",
        "自评报告",
        "实施方案",
        "真实性声明",
        "管理办法",
        "工作方案",
    ]
)
_PLACE_NOUN = re.compile(r"\s*(?:county-level city|county|city|district|prefecture)\b", re.I)


@dataclass(frozen=True)
class _Words:
    """The dictionary: a pattern of all wordings, longest first, and what each stands for."""

    pattern: re.Pattern[str]
    meaning: dict[str, tuple[str, str]]
    yes_no: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    raw = read_yaml("lexicon", "english.yaml")
    meaning: dict[str, tuple[str, str]] = {}
    for part in ("glue", "modal", "must"):
        meaning |= dict.fromkeys(raw[part], (part, ""))
    for part in ("names", "acts", "asks"):
        meaning |= {str(wording): (part, str(chinese)) for wording, chinese in raw[part].items()}
    places = read_yaml("lexicon", "pinyin.yaml")
    meaning |= {wording: ("place", chinese) for wording, chinese in places.items()}
    ordered = sorted(meaning, key=lambda wording: (-len(wording), wording))
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, ordered)) + r")(?![\w-])")
    return _Words(pattern, meaning, frozenset(raw["yes_no"]))


def is_english(text: str) -> bool:
    """Whether a question is in English: Latin words, and next to no Chinese ones."""
    return (
        len(_HAN.findall(text)) <= 2 and len(_LATIN.findall(text)) >= 6 and len(text.split()) >= _LEAST_WORDS
    )


def to_chinese_words(question: str) -> str:
    """The Chinese words for an English question; "" where most of its words are none of the field's.

    >>> to_chinese_words("How often are clusters reviewed?")
    '集群 复核 多久一次'
    >>> to_chinese_words("Can a county apply for two clusters?")
    '县 能申报 两个 集群 吗'
    """
    text = question.lower().replace("’", "'")
    text = _DATE.sub(_date, _ARTICLE.sub(_article, text))
    for pattern, chinese in _ADDRESSES:
        text = pattern.sub(lambda match, to=chinese: f" {to.format(*match.groups())} ", text)  # type: ignore[misc]
    words = _words()
    # the last sentence asks: 「We have one cluster. May we apply for a second?」
    first = re.search(r"(?:^|[.!?;])\W*([a-z]+)[^.!?;]*[.!?]*$", text.strip())
    asks_yes_no = first is not None and first.group(1) in words.yes_no
    said: list[str] = []
    asked: list[str] = []
    modal = ""
    known = unknown = 0
    position = 0
    for match in words.pattern.finditer(text):
        if match.start() < position:  # the noun after a place's name
            continue
        between = text[position : match.start()]
        said += _kept(between)
        unknown += len(_WORD.findall(between))
        position = match.end()
        part, chinese = words.meaning[match.group()]
        if part in ("modal", "must"):
            modal = modal or ("能" if part == "modal" else "必须")
        elif modal and match.group() == "have":  # 「Can a county have two clusters」
            said.append(f"{modal}有")
            modal = ""
        elif part == "acts":
            said.append(modal + chinese)
            modal = ""
            known += 1
        elif part == "asks":
            asked.append(chinese)
        elif chinese:
            if part == "place" and (noun := _PLACE_NOUN.match(text, position)):
                position = max(position, noun.end())
            said.append(chinese)
            known += 1
    said += _kept(text[position:])
    unknown += len(_WORD.findall(text[position:]))
    # an address or a noun that only this programme has tells enough, however much else is said
    sure = any(word.startswith(("第", "附件")) or word in _OWN for word in said)
    if known < max(1, unknown) and not sure:
        return ""
    told = [
        word for word in asked if word not in _OPEN_ASKED
    ] or asked  # 「What is the deadline」 asks for a date
    end = told[:1] or (["吗"] if asks_yes_no else [])
    return " ".join(dict.fromkeys((*said, *([modal] if modal else []), *end)))


def _article(match: re.Match[str]) -> str:
    item = f"（{to_chinese(int(match.group(2)))}）" if match.group(2) else ""
    return f" 第{to_chinese(int(match.group(1)))}条{item} "


def _date(match: re.Match[str]) -> str:
    day = f"{match.group(2)}日" if match.group(2) else ""
    return f" {match.group(3)}年{_MONTHS.index(match.group(1).lower()) + 1}月{day} "


def _kept(text: str) -> list[str]:
    """What stays of words that the dictionary does not know: figures and Chinese."""
    return re.findall(r"[0-9.]*[一-鿿（）0-9]*[一-鿿）][0-9]*|\d[\d.]*", text)
