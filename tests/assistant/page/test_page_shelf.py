from datetime import date

import pytest

from assistant.answering.service import Assistant
from assistant.page.shelf import Shelf
from assistant.settings import Settings

TEXT = "衡阳市产业集群试行办法\n\n第一条 为培育产业集群，制定本办法。\n第二条 市级集群奖励50万元。\n"


@pytest.fixture
def shelf(tmp_path):
    settings = Settings(data_dir=tmp_path / "data", embed_model="none", as_of=date(2025, 6, 1))
    return Shelf(settings, Assistant(settings))


def handed_in(tmp_path, name, content=TEXT):
    path = tmp_path / name.replace(".", "-") / name
    path.parent.mkdir()
    path.write_text(content, encoding="utf-8")
    return path


def test_a_file_is_listed_answered_from_and_removed_again(shelf, tmp_path):
    path = handed_in(tmp_path, "试行办法.txt")
    shelf.add([path])
    assert shelf.wait()
    assert shelf.results == ("已加入：《衡阳市产业集群试行办法》，3 条",)
    assert not path.exists()
    (document,) = shelf.documents()
    assert (document.title, document.clauses) == ("衡阳市产业集群试行办法", 3)
    assistant = shelf._assistant
    assert any(passage.doc == document.id for passage in assistant.search("市级集群奖励", k=5))
    shelf.remove(document.id)
    assert shelf.wait()
    assert shelf.results == ("已移除：《衡阳市产业集群试行办法》",)
    assert shelf.documents() == []
    assert not any(passage.doc == document.id for passage in assistant.search("市级集群奖励", k=5))


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_added(shelf, tmp_path):
    shelf.add(
        [handed_in(tmp_path, "好.txt"), handed_in(tmp_path, "坏.pdf", "x"), handed_in(tmp_path, "空.txt", "")]
    )
    assert shelf.wait()
    assert [line.split("：")[0] for line in shelf.results] == ["已加入", "未加入", "未加入"]
    assert "坏.pdf" in shelf.results[1]
    assert all("\n" not in line for line in shelf.results)
    assert len(shelf.documents()) == 1


def test_two_people_at_once_both_get_their_files_in(tmp_path):
    settings = Settings(data_dir=tmp_path / "data", embed_model="none", as_of=date(2025, 6, 1))
    one, two = (Shelf(settings, Assistant(settings)) for _ in range(2))
    for number in range(2):
        one.add([handed_in(tmp_path, f"甲{number}.txt", TEXT.replace("衡阳", f"甲{number}"))])
        two.add([handed_in(tmp_path, f"乙{number}.txt", TEXT.replace("衡阳", f"乙{number}"))])
    assert one.wait()
    assert two.wait()
    one._assistant.reload()
    assert len(one.documents()) == 4
    assert {passage.doc for passage in one._assistant.search("市级集群奖励", k=20)} >= {
        d.id for d in one.documents()
    }


def test_what_goes_wrong_inside_is_told_and_the_shelf_goes_on(shelf, tmp_path, monkeypatch):
    monkeypatch.setattr(shelf._library, "remove", lambda identifier: 1 / 0)
    shelf.remove("x")
    assert shelf.wait()
    assert "没有成功" in shelf.results[0]
    shelf.add([handed_in(tmp_path, "好.txt")])
    assert shelf.wait()
    assert len(shelf.documents()) == 1
