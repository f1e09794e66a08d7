"""Argument parsing whose help and errors are Chinese; an error is one line and exit status 2."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

# What argparse says (Python 3.11 and later), as patterns: it hands over finished sentences.
_MESSAGES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), chinese)
    for pattern, chinese in (
        (r"invalid choice: (.+?) \(choose from (.+)\)", "“{0}”不在可选范围，可选：{1}"),
        (r"invalid choice: (.+?), maybe you meant (.+?) \(choose from .+\)", "“{0}”不在可选范围，是否为 {1}"),
        (r"unknown parser (.+?) \(choices: (.+)\)", "“{0}”不在可选范围，可选：{1}"),
        (r"expected one argument", "后面缺少一个值"),
        (r"expected at most one argument", "后面最多一个值"),
        (r"expected at least one argument", "后面至少要有一个值"),
        (r"expected (\d+) arguments?", "后面应有 {0} 个值"),
        (r"the following arguments are required: (.+)", "缺少 {0}"),
        (r"one of the arguments (.+) is required", "缺少以下之一：{0}"),
        (r"unrecognized arguments: (.+)", "不认识 {0}"),
        (r"ambiguous option: (.+?) could match (.+)", "“{0}”含义不唯一，可以是 {1}"),
        (r"not allowed with argument (.+)", "不能与 {0} 同时使用"),
        (r"ignored explicit argument (.+)", "不接受值“{0}”"),
        (r"invalid int value: (.+)", "“{0}”不是整数"),
        (r"invalid \S+ value: (.+)", "“{0}”无法识别"),
    )
)
_ARGUMENT = re.compile(r"argument (\S+): (.*)", re.DOTALL)


def in_chinese(message: str) -> str:
    """An error message of argparse in Chinese; a message that is ours already is left alone."""
    named = _ARGUMENT.fullmatch(message)
    if named:
        return f"{named.group(1)} {in_chinese(named.group(2))}"
    for pattern, chinese in _MESSAGES:
        found = pattern.fullmatch(message)
        if found:
            return chinese.format(*(_plain(text) for text in found.groups()))
    return message


def _plain(text: str) -> str:
    """Values without Python's quotes, lists with the Chinese comma."""
    return "、".join(part.strip("'\"") for part in text.split(", "))


def day(text: str) -> date:
    """A day written YYYY-MM-DD, as the type of an argument."""
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            raise ValueError("another form of ISO 8601, as 20260101")
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{text}”不是日期，应写成 YYYY-MM-DD，如 2026-03-15") from error


def words(text: str) -> str:
    """What was asked, as the type of an argument: a locale without Chinese gives it as single bytes."""
    try:
        return os.fsencode(text).decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return text


def file_name(text: str) -> Path:
    """The name of a file, as the type of an argument."""
    if not text.strip():
        raise argparse.ArgumentTypeError("文件名不能为空")
    return Path(text)


def count(text: str) -> int:
    """A number of things, at least 1, as the type of an argument."""
    try:
        value = int(text)
    except ValueError:
        value = 0
    if value < 1:
        raise argparse.ArgumentTypeError(f"条数“{text}”应为正整数")
    return value


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """An argument parser in Chinese; takes the arguments of `argparse.ArgumentParser`."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"formatter_class": _Formatter, **options, "add_help": False})
        self._positionals.title = "参数"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示这段说明")

    def error(self, message: str) -> NoReturn:
        """Print one line to standard error and exit with 2."""
        line = " ".join(in_chinese(message).split())
        print(f"命令参数有误：{line}。用 {self.prog} --help 查看用法。", file=sys.stderr)
        sys.exit(2)
