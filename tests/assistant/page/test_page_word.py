import io
import zipfile
from datetime import date

import docx
import pytest

from assistant.models import Answer, Citation
from assistant.page.chat.turns import Turn
from assistant.page.chat.word import transcript

DAY = date(2025, 6, 1)
CITED = Citation(doc="m", title="办法", number="82号", locator="第三条", quote="原文")


def paragraphs(*turns: Turn) -> list:
    return list(docx.Document(io.BytesIO(transcript(turns, DAY))).paragraphs)


def test_question_answer_sources_and_warnings():
    answer = Answer(
        question="能吗？",
        status="answered",
        verdict="conditional",
        answer="可以[1]。",
        citations=(CITED,),
        warnings=("已过期",),
    )
    written = paragraphs(Turn("能吗？", "policy", answer))
    texts = [paragraph.text for paragraph in written]
    assert texts[:3] == ["政策问答记录", "2025年6月1日　共 1 问", "1．能吗？"]
    assert texts[3:] == [
        "结论：视情况而定",
        "可以[1]。",
        "依据",
        "[1] 《办法》（82号）第三条：“原文”",
        "注意",
        "已过期",
        texts[-1],
    ]
    raised = [run.text for run in written[4].runs if run.font.superscript]
    assert raised == ["[1]"]
    assert "核对文件原件" in texts[-1]


@pytest.mark.parametrize(
    ("turn", "told"),
    [
        (Turn("停", "stopped"), "回答已停止"),
        (Turn("报告：a.docx", "check", handed_in=True, html="<p>得分</p>"), "带批注的 Word"),
        (Turn("哪里错", "draft"), "不在浏览器中保存"),
        (Turn("坏", "failed", html="<p>x</p>"), "没有得到回答"),
    ],
)
def test_turns_without_an_answer_say_so(turn, told):
    assert told in paragraphs(turn)[3].text


def test_characters_that_xml_has_no_place_for_are_left_out():
    assert paragraphs(Turn("a\x00\x0b\ud800b", "stopped"))[2].text == "1．a b"


def test_chinese_fonts_and_the_same_parts_each_time():
    turns = [Turn("停", "stopped")]
    first, second = (zipfile.ZipFile(io.BytesIO(transcript(turns, DAY))) for _ in range(2))
    assert all(first.read(name) == second.read(name) for name in first.namelist())
    assert 'w:eastAsia="宋体"' in first.read("word/styles.xml").decode()
