"""Who leads and who takes part, from the responsible bodies that a clause ends with."""

from __future__ import annotations

import re

from index.clauses import Clause

# “(省科技厅、省教育厅…负责)” at the end of a task.
_RESPONSIBLE = re.compile(r"[(（]([^()（）]{2,200}?)(?:按职责分工)?负责(?:[,，][^()（）]*)?[)）]\s*$")


def bodies(clause: Clause) -> tuple[str, ...]:
    """The bodies responsible for a task, the leading one first; empty where the clause names none."""
    match = _RESPONSIBLE.search(clause.text.strip())
    return tuple(name.strip() for name in match.group(1).split("、")) if match else ()


def responsible(clause: Clause) -> str | None:
    """`牵头单位是省科技厅，参与单位有…`, or None.

    The first body named leads: workplan-2021 二（一） says so (排第一的为牵头单位，下同).
    """
    names = bodies(clause)
    if not names:
        return None
    others = f"，参与单位有{'、'.join(names[1:])}" if len(names) > 1 else ""
    return f"牵头单位是{names[0]}{others}"
