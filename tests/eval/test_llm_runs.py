"""Questions without and with a language model: never less right with it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assistant.answering.llm.speaker import make_speaker
from assistant.answering.service import Assistant
from assistant.settings import Settings
from eval.llm.characters import CHARACTERS
from eval.llm.runs import Pair, compare, sample, scripted, shown, summary
from eval.llm.server import Script, ScriptedServer
from eval.llm.tiny import MODEL, installed, tiny_model
from eval.question import Question, load_questions

WRONG = "每个县可以申报五个集群[1]。奖励一千万元[1]。复核每十年一次[1]。"


def echo(body: dict[str, Any]) -> str:
    """The decided answer's own lines, as a model that changes nothing would give them."""
    prompt = body["messages"][-1]["content"]
    return "".join(re.findall(r"^- (.*)$", prompt, re.MULTILINE))


def questions() -> tuple[Question, ...]:
    return sample(load_questions("tuning"), 16, seed=3)


@cache
def run(assistant: Assistant, settings: Settings, text: Any) -> list[Pair]:
    with ScriptedServer(Script(text)) as server:
        with_llm = settings.model_copy(update={"llm_base_url": server.url, "llm_model": "scripted"})
        speaker = make_speaker(with_llm, lambda doc: False)
        assert speaker is not None
        return compare(questions(), assistant, speaker)


@pytest.mark.parametrize("text", [echo, WRONG, *CHARACTERS.values()])
def test_answers_are_never_less_right_with_a_model(
    text: Any, assistant: Assistant, lexical_settings: Settings
) -> None:
    pairs = run(assistant, lexical_settings, text)
    assert all(pair.worded_success for pair in pairs if pair.plain_success)
    assert any(pair.record.judged for pair in pairs)
    assert all(pair.worded.citations == pair.plain.citations for pair in pairs)
    assert all(pair.worded.verdict == pair.plain.verdict for pair in pairs)


def test_nothing_wrong_is_shown(assistant: Assistant, lexical_settings: Settings) -> None:
    pairs = run(assistant, lexical_settings, WRONG)
    assert not any(re.search("五个|一千万|每十年", pair.worded.answer) for pair in pairs)
    assert all(item.finding for pair in pairs for item in pair.record.judged)


def test_the_decided_answers_own_words_pass(assistant: Assistant, lexical_settings: Settings) -> None:
    pairs = run(assistant, lexical_settings, echo)
    # of a line of several sentences only the last one carries the marks
    judged = [item for pair in pairs for item in pair.record.judged if "[" in item.sentence]
    assert len(judged) > 12
    assert sum(item.finding is None for item in judged) >= 0.95 * len(judged)


def test_a_table_sets_both_figures_side_by_side(assistant: Assistant, lexical_settings: Settings) -> None:
    lines = list(scripted(questions()[:4], assistant, lexical_settings))
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines[2:]]
    assert [row[0] for row in rows] == list(CHARACTERS)
    assert all(row[1] == row[2] and row[3] == "0" for row in rows)
    assert [row[0] for row in rows if row[6] == "0"] != list(CHARACTERS)


def test_what_a_model_makes_up_never_passes(assistant: Assistant, lexical_settings: Settings) -> None:
    pairs = run(assistant, lexical_settings, CHARACTERS["编造"])
    judged = [item for pair in pairs for item in pair.record.judged]
    assert sum("一次性奖励" in item.sentence for item in judged) > 10
    assert not any("一次性奖励" in item.sentence for item in judged if item.finding is None)


def test_figures_and_answers_are_told(assistant: Assistant, lexical_settings: Settings) -> None:
    pairs = run(assistant, lexical_settings, WRONG)
    assert "因大模型而变错：0 题" in summary(pairs)
    assert "拦下" in shown(pairs)
    assert summary([]).startswith("- 题数 0")


def test_a_sample_is_drawn_by_its_seed() -> None:
    every = load_questions("tuning")
    assert sample(every, 10, 1) == sample(every, 10, 1) != sample(every, 10, 2)
    assert sample(every, len(every) + 1, 1) == every


@pytest.mark.skipif(not installed(), reason="the extra llm-test is not installed")
def test_a_real_model_through_the_whole_way(lexical_settings: Settings, tmp_path: Path) -> None:
    """llama.cpp with a tiny model: whatever it writes, the answer is as right as before."""
    with tiny_model(tmp_path) as url:
        changes = {
            "llm_base_url": url,
            "llm_model": MODEL,
            "llm_first_timeout": 300.0,
            "llm_gap_timeout": 60.0,
            "llm_timeout": 600.0,
        }
        assistant = Assistant(lexical_settings.model_copy(update=changes))
        question = "复核多久一次"
        decided, answer = assistant.decide(question), assistant.ask(question)
    assert (answer.status, answer.verdict, answer.citations) == (
        decided.status,
        decided.verdict,
        decided.citations,
    )
    assert "连接不上" not in "".join(answer.warnings)
    assert answer.answer == decided.answer or answer.wording != "extractive"
