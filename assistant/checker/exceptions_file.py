"""Reads the file of exceptions (例外清单, YAML), and writes a template of one from a report.

```yaml
例外:
  - 规则: growth-rate
    章节: "2.1"
    行: 集群总产值（亿元）
    列: 增幅（%）
    填写值: "15.0"
    理由: 上年数据经统计部门修订
    批准人: 张某
    有效期至: 2026-12-31
```

`行` and `列` are left out where the finding has none; `*` stands for any. `填写值` and `问题` (the finding's message)
may be left out. The names of the JSON report (`rule`, `section`, `row`, `column`, `found`, `message`) and `reason`,
`who`, `until`, `exceptions` are understood as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from assistant.checker.exceptions import AcceptedException
from assistant.checker.reports.models import Acceptance, CheckReport, Finding
from index.errors import UserError
from index.oserrors import reason
from index.parsing.readers.text import decode

MAX_BYTES = 1024 * 1024
MAX_ENTRIES = 5000
_LIST = ("例外", "exceptions")
_KEYS = {
    "规则": "rule",
    "章节": "section",
    "行": "row",
    "列": "column",
    "填写值": "found",
    "问题": "message",
    "理由": "reason",
    "批准人": "who",
    "有效期至": "until",
}
_NAMES = {english: chinese for chinese, english in _KEYS.items()}
_DAY = re.compile(r"(\d{4})(?:-|年|/|\.)(\d{1,2})(?:-|月|/|\.)(\d{1,2})日?")
_HEAD = """\
# 例外清单：对检查出的问题，确认可以接受的，在下面填写理由、批准人和有效期（写成 2026-12-31，当天仍有效），
# 再用“check 报告 --exceptions 本文件”检查。没有填写的条目不起作用；不需要的条目可以删去。
# “章节”“行”“列”“填写值”用来对应问题，请不要改动；去掉“填写值”，则该处填什么都接受；“行”“列”写 "*" 表示任意。
"""


class _Loader(yaml.BaseLoader):
    """Every value stays the text that was written (2.10, 2026-12-31, no); a repeated key is an error."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        names = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        repeated = [name for name, times in Counter(names).items() if times > 1]
        if repeated:
            raise yaml.constructor.ConstructorError(None, None, f"“{repeated[0]}”重复", node.start_mark)
        return super().construct_mapping(node, deep)


def load_exceptions(path: Path) -> tuple[AcceptedException, ...]:
    """Read a file of exceptions.

    Args:
        path: a YAML file in UTF-8 or GB18030.

    Raises:
        UserError: it cannot be read, or an entry is malformed; the message names the entry.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UserError(f"无法读取例外清单“{path}”（{reason(error)}）：请检查路径。") from error
    if len(data) > MAX_BYTES:
        raise UserError(f"例外清单“{path.name}”超过 1 MB，不像例外清单：请检查是否选错文件。")
    return parse_exceptions(decode(data, f"例外清单“{path.name}”"), path.name)


def parse_exceptions(text: str, name: str) -> tuple[AcceptedException, ...]:
    """The entries of a file of exceptions.

    Args:
        text: its text.
        name: its name, for messages.

    Raises:
        UserError: it is malformed.
    """
    try:
        data = yaml.load(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise UserError(f"例外清单“{name}”{_trouble(error)}") from None
    except RecursionError:
        raise UserError(f"例外清单“{name}”嵌套过深，不是例外清单：请检查是否选错文件。") from None
    if isinstance(data, dict):
        if len(data) != 1 or next(iter(data)) not in _LIST:
            raise UserError(
                f"例外清单“{name}”应以“例外:”开头、下面逐条列出：可用 --write-exceptions 生成样例。"
            )
        data = next(iter(data.values()))
    if data in (None, ""):
        return ()
    if not isinstance(data, list):
        raise UserError(
            f"例外清单“{name}”中没有逐条列出的例外（每条以“- 规则:”开头）：可用 --write-exceptions 生成样例。"
        )
    if len(data) > MAX_ENTRIES:
        raise UserError(f"例外清单“{name}”超过 {MAX_ENTRIES} 条：请检查是否选错文件。")
    return tuple(_entry(raw, number, name) for number, raw in enumerate(data, 1))


def _trouble(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    line = f"第{mark.line + 1}行" if mark is not None else ""
    problem = str(getattr(error, "problem", "") or "")
    if problem.startswith("“"):
        return f"{line}起的条目中{problem}：请只保留一个。"
    return f"{line}不符合 YAML 写法：请检查缩进（只用空格）、引号和半角冒号（冒号后留一个空格）。"


def _entry(raw: Any, number: int, name: str) -> AcceptedException:
    where = f"例外清单“{name}”第{number}条"
    if not isinstance(raw, dict):
        raise UserError(f"{where}不是“规则: ……”一类的条目：请检查冒号是否为半角、后面是否留有空格。")
    fields: dict[str, str] = {}
    for key, value in raw.items():
        english = _KEYS.get(key, key)
        if english not in _NAMES:
            raise UserError(f"{where}有不认识的项“{key}”：可用的项为{'、'.join(_KEYS)}。")
        if english in fields:
            raise UserError(f"{where}的“{_NAMES[english]}”重复：请只保留一个。")
        if value is not None and not isinstance(value, str):
            raise UserError(f"{where}的“{_NAMES[english]}”应为一个值：请检查缩进。")
        fields[english] = (value or "").strip()
    for needed in ("rule", "section"):
        if not fields.get(needed):
            raise UserError(f"{where}没有写“{_NAMES[needed]}”：请从检查结果中抄写。")
    return AcceptedException(
        number=number,
        rule=fields["rule"],
        section=fields["section"],
        row=fields.get("row") or None,
        column=fields.get("column") or None,
        found=fields.get("found") or None,
        message=fields.get("message") or None,
        acceptance=_acceptance(fields, where),
    )


def _acceptance(fields: dict[str, str], where: str) -> Acceptance | None:
    given = {key: fields.get(key, "") for key in ("reason", "who", "until")}
    if not any(given.values()):
        return None
    for key, value in given.items():
        if not value:
            raise UserError(f"{where}没有写“{_NAMES[key]}”：理由、批准人、有效期至都要填写。")
    written = _DAY.fullmatch(given["until"])
    try:
        until = date(*map(int, written.groups())) if written else None
    except ValueError:
        until = None
    if until is None:
        raise UserError(f"{where}的“有效期至”写作“{given['until']}”，不是日期：请写成 2026-12-31 的形式。")
    return Acceptance(reason=given["reason"], who=given["who"], until=until)


def exceptions_template(report: CheckReport, kept: Sequence[AcceptedException] = ()) -> str:
    """A file of exceptions with an entry for each finding, to be filled in; the same report gives the same text.

    Args:
        report: the result of a check.
        kept: entries of an earlier file; those that are filled in come first, as they are.
    """
    kept = [entry for entry in kept if entry.acceptance is not None]
    rest = [finding for finding in report.findings if not any(entry.matches(finding) for entry in kept)]
    alike = Counter(map(_identity, report.findings))
    parts = [_HEAD, f"{_LIST[0]}:\n" if kept or rest else f"{_LIST[0]}: []\n"]
    parts += [_written(_kept_fields(entry), "") for entry in kept]
    parts += [_written(_new_fields(finding, alike), finding.message) for finding in rest]
    return "".join(parts)


def _identity(finding: Finding) -> tuple[str | None, ...]:
    return finding.rule, finding.section, finding.row, finding.column, finding.found


def _kept_fields(entry: AcceptedException) -> dict[str, str | None]:
    assert entry.acceptance is not None
    return {
        **{key: getattr(entry, key) for key in ("rule", "section", "row", "column", "found", "message")},
        "reason": entry.acceptance.reason,
        "who": entry.acceptance.who,
        "until": entry.acceptance.until.isoformat(),
    }


def _new_fields(finding: Finding, alike: Counter[tuple[str | None, ...]]) -> dict[str, str | None]:
    identity = _identity(finding)
    return {
        **dict(zip(("rule", "section", "row", "column", "found"), identity, strict=True)),
        "message": finding.message if alike[identity] > 1 else None,
        "reason": "",
        "who": "",
        "until": "",
    }


def _written(fields: dict[str, str | None], remark: str) -> str:
    entry = {_NAMES[key]: value for key, value in fields.items() if value is not None}
    text = yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=float("inf"))
    comment = "".join(c if c.isprintable() else " " for c in remark)
    head = f"  # {comment}\n" if remark else ""
    return head + "".join(f"  {line}\n" for line in text.splitlines())
