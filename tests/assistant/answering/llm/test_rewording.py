"""Answers in a language model's words: what readers see in each case."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answering.llm.draft import Draft
from assistant.answering.service import Assistant
from assistant.cli import main
from assistant.models import Answer
from assistant.settings import Settings
from eval.llm.server import Mode, Script, ScriptedServer

QUESTION = "我们县能申报两个集群吗"
KEY = "sk-very-secret"
FIRST = "原则上不行：每个县（市）纳入省级支持的先进制造业集群原则上不超过1个，两个就超出了[1]。"
REST = (
    "至于什么情形可以例外，文件没有规定[1]。"
    "这一条限制的是纳入省级支持的个数，没有写一个县（市）能递交几份申报材料[1]。"
    "能否作为例外，请咨询所在市州工信局或省工信厅。"
)
WRONG = "每个县（市）纳入省级支持的先进制造业集群原则上不超过3个[1]。"
Make = Callable[..., Assistant]


def notices(answer: Answer) -> list[str]:
    return [warning for warning in answer.warnings if "大模型" in warning]


def same_but_for_words(one: Answer, other: Answer) -> bool:
    keep = {"status", "verdict", "citations", "question"}
    return one.model_dump(include=keep) == other.model_dump(include=keep)


def test_a_good_draft_is_shown(with_llm: Make, server: ScriptedServer) -> None:
    server.script = Script(FIRST + REST)
    assistant = with_llm()
    answer = assistant.ask(QUESTION)
    assert answer.wording == "llm"
    assert answer.answer == FIRST + REST
    assert not notices(answer)
    assert same_but_for_words(answer, assistant.decide(QUESTION))
    assert answer.warnings == assistant.decide(QUESTION).warnings


def test_it_streams_sentence_by_sentence(with_llm: Make, server: ScriptedServer) -> None:
    server.script = Script(FIRST + WRONG + REST)
    shown = [answer.answer for answer in with_llm().stream(QUESTION)]
    assert shown[0] == FIRST
    assert len(shown) >= 4
    assert not any("3个" in text for text in shown)


def test_a_wrong_sentence_gives_way_to_the_extractive_one(with_llm: Make, server: ScriptedServer) -> None:
    server.script = Script(WRONG + REST)
    assistant = with_llm()
    answer = assistant.ask(QUESTION)
    assert answer.wording == "mixed"
    assert answer.answer.startswith(assistant.decide(QUESTION).answer.splitlines()[0])
    assert "3个" not in answer.answer
    assert "1句与依据不符" in notices(answer)[0]


@pytest.mark.parametrize(
    "text",
    [
        "我们县能申报两个集群。[1]",
        f"可以，您县能够申报两个集群[1]。{REST}",
        f"{REST}所以县里可以申报两个集群[1]。",
    ],
)
def test_the_opposite_rejects_the_whole_draft(text: str, with_llm: Make, server: ScriptedServer) -> None:
    server.script = Script(text)
    assistant = with_llm()
    answer = assistant.ask(QUESTION)
    assert answer.wording == "extractive"
    assert answer.answer == assistant.decide(QUESTION).answer
    assert "相反" in notices(answer)[0]


def test_what_the_model_leaves_out_is_kept(with_llm: Make, server: ScriptedServer) -> None:
    server.script = Script(FIRST)
    assistant = with_llm()
    answer = assistant.ask(QUESTION)
    assert answer.wording == "mixed"
    assert answer.answer.splitlines() == [FIRST, *assistant.decide(QUESTION).answer.splitlines()[1:]]
    assert not notices(answer)


def test_sentences_without_citations_are_not_taken(with_llm: Make, server: ScriptedServer) -> None:
    server.script = Script((FIRST + REST).replace("[1]", ""))
    assistant = with_llm()
    answer = assistant.ask(QUESTION)
    assert answer.answer.splitlines()[:3] == assistant.decide(QUESTION).answer.splitlines()[:3]
    assert notices(answer)


@pytest.mark.parametrize(
    "mode",
    ["stall", "stall_midway", "comments", "cut", "unfinished", "malformed", "html", "error_event", "busy", "broken",
     "denied", "missing", "tool_call"],
)  # fmt: skip
def test_whatever_the_server_does_the_extractive_answer_comes_and_says_so(
    mode: Mode, with_llm: Make, server: ScriptedServer
) -> None:
    server.script = Script(FIRST + REST, (mode,))
    assistant = with_llm(llm_first_timeout=0.2, llm_gap_timeout=0.2)
    *_, answer = assistant.stream(QUESTION)
    decided = assistant.decide(QUESTION)
    assert answer.wording == "extractive"
    assert answer.answer == decided.answer
    assert same_but_for_words(answer, decided)
    assert len(notices(answer)) == 1
    assert KEY not in answer.model_dump_json()


@pytest.mark.parametrize("mode", ["reasoning", "think", "think_open", "json"])
def test_ways_of_replying_that_are_fine(mode: Mode, with_llm: Make, server: ScriptedServer) -> None:
    server.script = Script(FIRST + REST, (mode,))
    answer = with_llm().ask(QUESTION)
    assert answer.wording == "llm"
    assert answer.answer == FIRST + REST


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "没有给出内容"),
        ("\n\n", "没有给出内容"),
        ("In principle a county may have only one cluster supported by the province [1].", "与依据不符"),
        ("<think>可以申报两个[1]。", "没有给出内容"),
    ],
)
def test_what_is_no_chinese_answer_gives_the_extractive_one(
    text: str, told: str, with_llm: Make, server: ScriptedServer
) -> None:
    server.script = Script(text)
    assistant = with_llm()
    answer = assistant.ask(QUESTION)
    assert answer.wording == "extractive"
    assert answer.answer == assistant.decide(QUESTION).answer
    assert told in notices(answer)[0]


def test_what_a_small_model_repeats_of_the_prompt_is_no_sentence(
    with_llm: Make, server: ScriptedServer
) -> None:
    server.script = Script(f"问题：{QUESTION}\n已核定的答案：\n{FIRST}{REST}\n依据：[1]\n请改写：")
    answer = with_llm().ask(QUESTION)
    assert answer.answer == FIRST + REST
    assert not notices(answer)


def test_markdown_and_traditional_characters_are_put_in_the_house_form(
    with_llm: Make, server: ScriptedServer
) -> None:
    first = FIRST.replace("每个县", "每個縣").replace("[1]", "【1】")
    server.script = Script(f"## 答案\n\n- **{first}**\n\n```\n{REST}\n```")
    answer = with_llm().ask(QUESTION)
    assert answer.answer == FIRST + REST


def test_a_reply_without_end_ends(with_llm: Make, server: ScriptedServer) -> None:
    server.script = Script("啰嗦的话没有依据[1]。", ("huge",))
    answer = with_llm().ask(QUESTION)
    assert answer.wording == "extractive"
    assert notices(answer)
    assert server.closed.wait(10)


def test_closing_the_stream_hangs_up(with_llm: Make, server: ScriptedServer) -> None:
    server.script = Script(FIRST, ("huge",))
    stream = with_llm().stream(QUESTION)
    next(stream)
    stream.close()
    assert server.closed.wait(10)


@pytest.mark.parametrize("question", ["第十四条", "你好", "今天天气怎么样", ""])
def test_nothing_is_asked_where_there_is_nothing_to_word(
    question: str, with_llm: Make, server: ScriptedServer
) -> None:
    server.script = Script("随便[1]。")
    assistant = with_llm()
    assert assistant.ask(question).answer == assistant.decide(question).answer
    assert not any("已核定的答案" in request.prompt for request in server.received)


def test_without_a_model_the_stream_is_the_answer(lexical_settings: Settings) -> None:
    assistant = Assistant(lexical_settings)
    assert list(assistant.stream(QUESTION)) == [assistant.decide(QUESTION)]
    assert assistant.ask(QUESTION).wording == "extractive"


def test_lists_stay_and_what_leads_to_a_clause_comes_before_it() -> None:
    clause = f"《办法》第三条：{'竞赛分初赛和决赛，' * 20}[1]。"
    draft = Draft(f"共两项[1]：\n1. 甲[2]。\n2. 乙[3]。\n{clause}")
    assert [line.kind for line in draft.lines] == ["list", "list", "list", "clause"]
    draft.add("竞赛分初赛和决赛[1]。")
    text, worded, _ = draft.finished()
    assert worded
    assert text.splitlines()[-2:] == ["竞赛分初赛和决赛[1]。", clause]


def test_figures_stay_in_the_digits_of_the_answer_and_no_clause_comes_twice() -> None:
    draft = Draft("全省有集群22个，第三项写的是一个方面[1]。")
    draft.add("全省有集群二十二个，第三项写的是一个方面[1]。")
    assert draft.finished()[0] == "全省有集群22个，第三项写的是一个方面[1]。"
    clause = f"《办法》第三条：{'竞赛分初赛和决赛，' * 20}[1]。"
    draft = Draft(clause)
    draft.add(clause)
    assert draft.finished()[0] == clause


def test_a_clause_over_several_lines_is_sent_and_told_with_its_citation() -> None:
    draft = Draft("《办法》第三条：竞赛分两轮。\n（一）初赛。\n（二）决赛[1]。\n另有规定[2]。")
    assert [sorted(line.marks) for line in draft.lines] == [[1], [1], [1], [2]]


def test_what_is_sent_fits_a_small_context(with_llm: Make, server: ScriptedServer) -> None:
    server.script = Script("无[1]。")
    assistant = with_llm()
    for question in (
        "先进制造业集群是什么意思",
        "协同创新能力强具体是什么要求",
        QUESTION,
        "初赛和决赛有啥区别",
    ):
        assistant.ask(question)
    assert server.received
    assert all(len(request.prompt) < 2800 for request in server.received)


def test_the_command_line_words_answers_unless_told_not_to(
    server: ScriptedServer,
    empty_environment: object,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    server.script = Script(FIRST + REST)
    monkeypatch.setenv("ASSISTANT_LLM_BASE_URL", server.url)
    monkeypatch.setenv("ASSISTANT_LLM_MODEL", "scripted")
    monkeypatch.setenv("ASSISTANT_LLM_API_KEY", KEY)
    assert main(["ask", QUESTION, "--json"]) == 0
    worded = capsys.readouterr()
    assert '"wording": "llm"' in worded.out
    assert KEY not in worded.out + worded.err
    assert main(["ask", QUESTION, "--json", "--no-llm"]) == 0
    assert "wording" not in capsys.readouterr().out
    assert len(server.received) == 1
