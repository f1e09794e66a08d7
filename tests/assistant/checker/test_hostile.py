"""Files that are no drafts, or drafts in disguise: each ends in one line, or is read for what it is."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from assistant.checker.check import check_file
from eval.drafts.sample import sample_report
from index.errors import UserError

SAMPLE = sample_report("初赛", "先进制造业集群")


def repacked(change: dict[str, bytes], **more: bytes) -> bytes:
    """The sample with some parts of its archive replaced, and others added."""
    buffer, source = io.BytesIO(), zipfile.ZipFile(io.BytesIO(SAMPLE))
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            archive.writestr(name, change.get(name, source.read(name)))
        for name, data in more.items():
            archive.writestr(name.replace("__", "/"), data)
    return buffer.getvalue()


def with_body(inner: str) -> bytes:
    """The sample with more at its end."""
    xml = zipfile.ZipFile(io.BytesIO(SAMPLE)).read("word/document.xml").decode()
    at = xml.rindex("<w:sectPr")
    return repacked({"word/document.xml": (xml[:at] + inner + xml[at:]).encode()})


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        check_file(path)
    message = str(caught.value)
    assert message.isprintable()
    return message


ROW = "<w:tr>" + "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>" * 20 + "</w:tr>"
CELL = "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl><w:p/>"
LARGE = {
    "a hundred thousand cells": (lambda: f"<w:tbl>{ROW * 5000}</w:tbl><w:p/>", "内容过多"),
    "deep nesting": (lambda: CELL.split("{}")[0] * 200 + "<w:p/>" + CELL.split("{}")[1] * 200, "嵌套过深"),
    "cells of a megabyte": (
        lambda: CELL.format("<w:p><w:r><w:t>" + "产" * 350_000 + "</w:t></w:r></w:p>") * 3,
        "文字超过",
    ),
}


@pytest.mark.parametrize("name", LARGE)
def test_a_draft_swollen_beyond_reason(name: str, tmp_path: Path):
    inner, words = LARGE[name]
    path = tmp_path / "draft.docx"
    path.write_bytes(with_body(inner()))
    assert words in refusal(path)


def test_two_thousand_pages_behind_a_report_are_read(tmp_path: Path):
    page = '<w:p><w:r><w:t>附件材料目录与说明。</w:t></w:r></w:p><w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    path = tmp_path / "draft.docx"
    path.write_bytes(with_body(page * 2000))
    assert check_file(path).errors == ()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("report.docm", repacked({}, word__vbaProject__bin=b"macro")),
        ("report.pdf", SAMPLE),
        ("report.txt", SAMPLE),
        ("report", SAMPLE),
        ("两行\n的名字.docx", SAMPLE),
        ("长" * 80 + ".docx", SAMPLE),
    ],
)
def test_the_content_decides_not_the_name(name: str, data: bytes, tmp_path: Path):
    path = tmp_path / name
    try:
        path.write_bytes(data)
    except OSError:
        pytest.skip("the file system has no such names")
    report = check_file(path)
    assert report.cluster == "示例县新材料产业集群"
    assert report.file.isprintable()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes and devices among the files")
def test_what_may_never_end_is_not_opened(tmp_path: Path):
    pipe, device, loop = (tmp_path / f"{name}.docx" for name in ("pipe", "device", "loop"))
    os.mkfifo(pipe)
    device.symlink_to("/dev/zero")
    loop.symlink_to(loop)
    assert "不是普通文件" in refusal(pipe)
    assert "不是普通文件" in refusal(device)
    assert "无法打开文件" in refusal(loop)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="every file may be read")
def test_a_file_that_may_not_be_read(tmp_path: Path):
    path = tmp_path / "draft.docx"
    path.write_bytes(SAMPLE)
    path.chmod(0)
    assert "读取权限" in refusal(path)
