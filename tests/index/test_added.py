import errno

import pytest

from index import added
from index.added import add_documents, added_folder, remove_document
from index.corpus import load_corpus
from index.errors import UserError
from index.search import HybridSearch

RULES = "苗圃评比办法\n\n第一条 苗圃评比每两年举行一次。\n\n第二条 获奖苗圃由县政府给予资金奖励。\n"


def write(folder, name, text=RULES):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def documents(data_dir):
    return load_corpus(added_folder(data_dir)).documents


def found(data_dir, query):
    search = HybridSearch(data_dir, model="none", documents=lambda: documents(data_dir).values())
    return [hit.id for hit in search.search(query, 3)]


def test_added_document_is_found_by_its_articles(tmp_path):
    result = add_documents(tmp_path / "data", [write(tmp_path, "苗圃办法.txt")], model="none")
    (document,) = result.documents
    assert document.id == "苗圃办法"
    assert result.build.changed
    assert documents(tmp_path / "data")["苗圃办法"].added
    assert found(tmp_path / "data", "苗圃资金奖励")[0] == "苗圃办法#第二条"


def test_bad_file_among_several_adds_nothing_and_is_named(tmp_path):
    paths = [write(tmp_path, "好.txt"), write(tmp_path, "空.txt", "")]
    with pytest.raises(UserError, match=r"空\.txt"):
        add_documents(tmp_path / "data", paths, model="none")
    assert set(documents(tmp_path / "data")) == set(load_corpus(None).documents)


def test_full_disk_adds_nothing(tmp_path, monkeypatch):
    add_documents(tmp_path / "data", [write(tmp_path, "a.txt")], model="none")
    before = (added_folder(tmp_path / "data") / "a.md").read_bytes()

    def full(*arguments, **options):
        raise UserError("磁盘已满")

    monkeypatch.setattr(added, "build", full)
    paths = [write(tmp_path, "a.txt", RULES.replace("两年", "三年")), write(tmp_path, "b.txt")]
    with pytest.raises(UserError, match="磁盘已满"):
        add_documents(tmp_path / "data", paths, model="none")
    assert (added_folder(tmp_path / "data") / "a.md").read_bytes() == before
    assert [path.name for path in added_folder(tmp_path / "data").glob("*.md")] == ["a.md"]


def test_write_error_is_one_line_of_advice(tmp_path, monkeypatch):
    def full(*arguments, **options):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(added, "save_document", full)
    with pytest.raises(UserError, match="磁盘空间") as caught:
        add_documents(tmp_path / "data", [write(tmp_path, "a.txt")], model="none")
    assert "\n" not in str(caught.value)
    assert list(added_folder(tmp_path / "data").glob("*.md")) == []


def test_same_name_again_takes_the_place_of_the_first(tmp_path):
    add_documents(tmp_path / "data", [write(tmp_path, "a.txt")], model="none")
    changed = write(tmp_path, "a.txt", RULES.replace("两年", "三年"))
    assert add_documents(tmp_path / "data", [changed], model="none").replaced == ("a",)
    assert "三年" in documents(tmp_path / "data")["a"].body


def test_two_files_of_one_name_and_the_name_of_an_own_document_get_ids_of_their_own(tmp_path):
    (tmp_path / "other").mkdir()
    paths = [write(tmp_path, "a.txt"), write(tmp_path / "other", "a.txt", RULES.replace("两年", "三年"))]
    paths.append(write(tmp_path, "measures-2021.txt"))
    result = add_documents(tmp_path / "data", paths, model="none")
    assert [document.id for document in result.documents] == ["a", "a-2", "measures-2021-2"]


def test_removed_document_is_not_found_any_more(tmp_path):
    add_documents(tmp_path / "data", [write(tmp_path, "a.txt")], model="none")
    assert remove_document(tmp_path / "data", "a", model="none").changed
    assert "a" not in documents(tmp_path / "data")
    assert not any(hit.startswith("a#") for hit in found(tmp_path / "data", "苗圃资金奖励"))


@pytest.mark.parametrize(
    ("doc", "why"), [("measures-2021", "自带文件"), ("x", "没有加入过"), ("../x", "没有加入过")]
)
def test_only_added_documents_can_be_removed(tmp_path, doc, why):
    with pytest.raises(UserError, match=why):
        remove_document(tmp_path / "data", doc, model="none")


def test_a_different_file_of_the_same_name_is_said_to_be_replaced(tmp_path):
    def lines(text):
        said = []
        result = add_documents(
            tmp_path / "data", [write(tmp_path, "a.txt", text)], model="none", progress=said.append
        )
        return [line for line in said if "替换" in line], result.replaced

    assert lines(RULES) == ([], ())
    assert lines(RULES) == ([], ("a",))
    other = RULES.replace("苗圃评比办法", "茶园评比办法")
    assert lines(other) == (["a.txt 与先前加入的“苗圃评比办法”同名，已替换"], ("a",))
