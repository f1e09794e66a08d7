"""Reads .doc, .wps, .rtf and .odt files by way of LibreOffice, where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from assistant.checker.readers.docx import read_docx
from assistant.checker.readers.isolate import Task, run_apart
from assistant.checker.source import Source
from index.errors import UserError

_HINT = "请用 Word 或 WPS 打开并另存为 .docx 后再试。"
_TASK = Task(__name__, "convert", megabytes=2000, hint=_HINT)
_SECONDS = 90
_KINDS = {"doc": "旧版 Word（.doc）", "wps": "WPS", "rtf": "RTF", "odt": "ODT"}
# Settings of the throw-away profile: no macros, nothing fetched from elsewhere.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def read_office(data: bytes, name: str, kind: str) -> Source:
    """Read a file of another word processor.

    Args:
        data: the file's bytes.
        name: its name, for messages.
        kind: `doc`, `wps`, `rtf` or `odt`.

    Raises:
        UserError: LibreOffice is not installed, or cannot open the file.
    """
    return replace(read_docx(as_docx(data, name, kind), name), format=kind)


def as_docx(data: bytes, name: str, kind: str) -> bytes:
    """The file as .docx; see `read_office`."""
    program = find_office()
    if program is None:
        raise UserError(f"{name} 是{_KINDS[kind]}文件，本机没有安装 LibreOffice，无法读取：{_HINT}")
    converted: bytes = run_apart(_TASK, data, name, kind, str(program), seconds=_SECONDS + 10)
    return converted


def find_office() -> Path | None:
    """LibreOffice's program on this machine: on the path, or where its installers put it."""
    for command in ("soffice", "libreoffice"):
        found = shutil.which(command)
        if found:
            return Path(found)
    places = [Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")]
    places += [Path(f"/opt/{folder}/program/soffice") for folder in ("libreoffice", "LibreOffice")]
    if os.name == "nt":
        roots = [os.environ.get(name, "") for name in ("ProgramFiles", "ProgramFiles(x86)", "ProgramW6432")]
        places = [Path(root) / "LibreOffice" / "program" / "soffice.com" for root in roots if root]
    return next((place for place in places if place.is_file()), None)


def convert(data: bytes, name: str, kind: str, program: str) -> bytes:
    """Convert to .docx; runs in a process of its own (`isolate`), with a profile that is thrown away.

    Raises:
        UserError: LibreOffice gave no .docx file in time.
    """
    with tempfile.TemporaryDirectory(prefix="draft-", ignore_cleanup_errors=True) as folder:
        work = Path(folder)
        profile = work / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        source = work / f"draft.{kind}"
        source.write_bytes(data)
        command = [
            program,
            f"-env:UserInstallation={(work / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(work / "out"),
            str(source),
        ]
        flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        try:
            subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_SECONDS,
                check=False,
                creationflags=flags,
            )
        except subprocess.TimeoutExpired:
            raise UserError(f"{name} 转换超过 {_SECONDS} 秒仍未完成，已停止：{_HINT}") from None
        except OSError:
            raise UserError(f"LibreOffice 无法启动，读不了 {name}：{_HINT}") from None
        converted = work / "out" / "draft.docx"
        if not converted.is_file():
            raise UserError(f"{name} 无法打开（可能已加密、已损坏或由其他格式改名而来）：{_HINT}")
        return converted.read_bytes()
