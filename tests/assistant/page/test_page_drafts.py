import pytest

from assistant.page.drafts import Drafts
from index.errors import UserError


def upload(folder, name="草稿.docx", content=b"x"):
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.fixture
def drafts(tmp_path):
    return Drafts(tmp_path / "root")


def test_each_draft_has_a_folder_of_its_own_and_the_upload_is_gone(drafts, tmp_path):
    first = upload(tmp_path / "a")
    kept = drafts.receive(first)
    other = drafts.receive(upload(tmp_path / "b"))
    assert kept.name == other.name == "草稿.docx"
    assert kept.parent != other.parent
    assert len(kept.parent.name) >= 32
    assert not first.exists()


def test_discarding_removes_that_draft_only(drafts, tmp_path):
    kept, other = drafts.receive(upload(tmp_path / "a")), drafts.receive(upload(tmp_path / "b"))
    drafts.discard(kept)
    drafts.discard(kept)
    drafts.discard(None)
    assert not kept.parent.exists()
    assert other.is_file()


def test_discarding_never_leaves_the_root(drafts, tmp_path):
    outside = upload(tmp_path / "outside")
    drafts.discard(outside)
    assert outside.is_file()


def test_nothing_stays_after_a_visit_that_fails(drafts, tmp_path):
    with pytest.raises(ZeroDivisionError), drafts.visiting(upload(tmp_path / "a")):
        raise ZeroDivisionError
    assert list(drafts.root.iterdir()) == []


@pytest.mark.parametrize("path", [None, "", "/no/such/file.docx"])
def test_a_missing_upload_is_told_in_one_line(drafts, path):
    with pytest.raises(UserError, match="重新选择") as error:
        drafts.receive(path)
    assert "\n" not in str(error.value)
    assert not drafts.root.exists() or list(drafts.root.iterdir()) == []
