import asyncio
import json
import os

import pytest

from assistant.page.drafts import Drafts
from assistant.page.owners import COOKIE, Guard
from index.errors import UserError


@pytest.fixture
def drafts(tmp_path):
    return Drafts(tmp_path / "root")


def call(guard, path, method="GET", visitor=None):
    """(status, headers) of a request; the application inside answers 200 with a list of its paths."""
    headers = [(b"cookie", f"other=1; {COOKIE}={visitor}".encode())] if visitor else []
    scope = {"type": "http", "method": method, "path": path, "headers": headers, "scheme": "http"}
    sent = []

    async def send(message):
        sent.append(message)

    asyncio.run(guard(scope, None, send))
    return sent[0]["status"], dict(sent[0]["headers"])


def guard_for(drafts, uploads=()):
    async def inside(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send(
            {"type": "http.response.body", "body": json.dumps([str(path) for path in uploads]).encode()}
        )

    return Guard(inside, drafts.owners)


def uploaded(drafts, name="草稿.docx", folder="0" * 64):
    path = drafts.root / folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")
    return path


def test_a_browser_gets_its_cookie_with_the_page_and_keeps_it(drafts):
    guard = guard_for(drafts)
    given = call(guard, "/")[1][b"set-cookie"].decode()
    assert given.startswith(f"{COOKIE}=")
    assert "HttpOnly" in given
    assert "SameSite" in given
    assert b"set-cookie" not in call(guard, "/", visitor="a")[1]


def test_an_upload_and_what_is_made_of_it_are_for_who_brought_it(drafts):
    upload = uploaded(drafts)
    guard = guard_for(drafts, [upload])
    call(guard, "/gradio_api/upload", "POST", "a")
    assert call(guard, f"/gradio_api/file={upload}", visitor="a")[0] == 200
    assert call(guard, f"/gradio_api/file={upload}", visitor="b")[0] == 404
    with pytest.raises(UserError, match="失效"):  # sent by a program that does not say who it is
        drafts.receive(upload)
    kept = drafts.receive(upload, visitor="a")
    for path in (kept, kept.parent / "x" / "结果.html"):
        assert call(guard, f"/gradio_api/file={path}", visitor="a")[0] == 200
        assert call(guard, f"/gradio_api/file={path}", visitor="b")[0] == 404
        assert call(guard, f"/gradio_api/file={path}")[0] == 404
        assert call(guard, f"/file={path}", "HEAD", visitor="b")[0] == 404


@pytest.mark.parametrize("way", ["{root}/./{folder}/{name}", "{root}/x/../{folder}/{name}", "{link}/{name}"])
def test_other_ways_to_write_a_path_open_nothing(drafts, tmp_path, way):
    kept = drafts.receive(uploaded(drafts), visitor="a")
    link = tmp_path / "link"
    link.symlink_to(kept.parent)
    path = way.format(root=drafts.root, folder=kept.parent.name, name=kept.name, link=link)
    assert call(guard_for(drafts), f"/gradio_api/file={path}", visitor="b")[0] == 404


def test_a_path_sent_in_place_of_an_upload_opens_no_draft_and_no_upload_of_another(drafts, tmp_path):
    kept = drafts.receive(uploaded(drafts), visitor="a")
    nobodys = drafts.receive(uploaded(drafts))  # handed in by a program that does not say who it is
    for path in (kept, nobodys):
        for visitor in ("b", None):
            with pytest.raises(UserError, match="失效"):
                drafts.receive(path, visitor=visitor)
    other = uploaded(drafts, folder="1" * 64)
    drafts.owners.add(other, "a")
    with pytest.raises(UserError, match="失效"):
        drafts.receive(other, visitor="b")
    (tmp_path / "secret").write_bytes(b"x")
    link = drafts.root / "2.docx"
    link.symlink_to(tmp_path / "secret")
    with pytest.raises(UserError, match="失效"):
        drafts.receive(link, visitor="b")
    assert kept.is_file()
    assert other.is_file()


def test_the_same_file_of_two_visitors_is_there_for_both(drafts):
    upload = uploaded(drafts)
    for visitor in ("a", "b"):
        drafts.owners.add(upload, visitor)
    first = drafts.receive(upload, visitor="a")
    second = drafts.receive(upload, visitor="b")
    assert first.read_bytes() == second.read_bytes()
    assert not upload.exists()
    assert drafts.owners.of(first) == ("a",)
    drafts.discard(first)
    assert drafts.owners.of(first) == ()


def test_what_nobody_used_for_a_while_is_deleted_and_the_blank_forms_stay(drafts):
    old, new = drafts.receive(uploaded(drafts)), drafts.receive(uploaded(drafts, folder="1" * 64))
    left = uploaded(drafts, folder="3" * 64)
    form = uploaded(drafts, folder="forms")
    for path in (old, left, form):
        for each in (path, path.parent):
            os.utime(each, (1000, 1000))
    assert drafts.expire(3600, now=os.path.getmtime(new) + 10) == 2
    assert [path.is_file() for path in (old, left, new, form)] == [False, False, True, True]
    assert drafts.expire(3600, now=os.path.getmtime(new) + 3601) == 1
