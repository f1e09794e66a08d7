import pytest

from assistant.models import Answer, Citation
from assistant.page.chat.reply import official_reply


def citation(locator: str, quote: str, number: str = "湘工信产业集聚〔2021〕82号") -> Citation:
    return Citation(doc="measures-2021", title="办法", number=number, locator=locator, quote=quote)


def answer(text: str, *citations: Citation, warnings: tuple[str, ...] = ()) -> Answer:
    return Answer(
        question="能申报吗？", status="answered", answer=text, citations=citations, warnings=warnings
    )


def test_the_parts_come_in_the_order_of_an_official_reply():
    text = official_reply(
        answer("可以[1]。\n另见[2]。", citation("第三条", "甲"), citation("第四条", "乙"), warnings=("慎用",))
    )
    assert text.splitlines() == [
        "关于“能申报吗”的答复",
        "一、答复意见",
        "可以（依据1）。",
        "另见（依据2）。",
        "二、依据",
        "1.《办法》（湘工信产业集聚〔2021〕82号）第三条：“甲”",
        "2.《办法》（湘工信产业集聚〔2021〕82号）第四条：“乙”",
        "三、需要说明的事项",
        "慎用",
    ]


@pytest.mark.parametrize(
    ("text", "count", "written"),
    [
        ("甲[1]。", 1, "甲。"),  # one source needs no number
        ("甲[1][2]。", 2, "甲（依据1、2）。"),
        ("甲[3]。", 2, "甲[3]。"),  # no such source
    ],
)
def test_marks(text, count, written):
    assert written in official_reply(answer(text, *(citation(f"第{n}条", "文") for n in range(count))))


def test_a_document_without_number_and_a_row_of_a_table():
    text = official_reply(answer("甲[1]。", citation("附件1 序号3", "| 3 | 某集群 |\n", number="")))
    assert "《办法》附件1 序号3：“3 某集群”" in text


def test_what_rests_on_nothing_is_only_its_text():
    assert official_reply(answer("您好。")) == "您好。"
