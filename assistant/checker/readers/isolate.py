"""Does work on a user's file in a process of its own.

Libraries that open foreign formats can be made to run for ever, to eat all memory or to crash by a file that is
broken or made to do harm. In a process of its own that ends in one clear line, and the program goes on.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import assistant
from index.errors import UserError


@dataclass(frozen=True)
class Task:
    """Work that is done apart.

    Attributes:
        module, function: what is called, with the file's bytes, its name and further arguments.
        megabytes: memory that it may use, where the system can limit it.
        hint: what the user can do where it fails, in Chinese.
    """

    module: str
    function: str
    megabytes: int
    hint: str


def run_apart(task: Task, data: bytes, name: str, *arguments: Any, seconds: int) -> Any:
    """Call a task's function in a process of its own and return what it returns.

    Args:
        task: the task.
        data, name: the file's bytes, and its name for messages.
        arguments: further arguments of the function.
        seconds: after how long it is stopped.

    Raises:
        UserError: the function raised it, or it took too long, too much memory, or crashed.
    """
    request = pickle.dumps((task.module, task.function, task.megabytes, (data, name, *arguments)))
    # The file may bring any folder into play as the current one: only this program's own is looked into.
    paths = [str(Path(assistant.__file__).parents[1]), *filter(None, sys.path)]
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", __name__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        answer, errors = process.communicate(request, timeout=seconds)
    except subprocess.TimeoutExpired:
        raise UserError(f"{name} 读取超过 {seconds} 秒仍未完成，已停止：{task.hint}") from None
    finally:
        _end(process)
    if process.returncode != 0 or not answer:
        cause = RuntimeError(f"exit status {process.returncode}: {errors[-2000:].decode(errors='replace')}")
        raise UserError(f"{name} 无法读取（可能已损坏，或内容大得不正常）：{task.hint}") from cause
    done, value = pickle.loads(answer)
    if not done:
        raise UserError(value)
    return value


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process and those that it started."""
    if process.poll() is None:
        with suppress(OSError):
            if os.name == "nt":
                command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
                subprocess.run(command, capture_output=True, check=False)
            else:
                os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    for stream in (process.stdin, process.stdout, process.stderr):
        if stream is not None:
            with suppress(OSError):
                stream.close()


def _serve() -> None:
    """The other side: do the one thing asked for on standard input and answer on standard output."""
    from importlib import import_module

    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what libraries print is no answer
    module, function, megabytes, arguments = pickle.load(sys.stdin.buffer)
    call: Callable[..., Any] = getattr(import_module(module), function)
    _limit(megabytes)
    try:
        answer = (True, call(*arguments))
    except UserError as error:
        answer = (False, str(error))
    answers.write(pickle.dumps(answer))
    answers.close()


def _limit(megabytes: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    size = megabytes * 1024 * 1024
    with suppress(ValueError, OSError):  # a lower limit is set already
        resource.setrlimit(resource.RLIMIT_DATA, (size, size))


if __name__ == "__main__":
    _serve()
