"""Questions to begin with, for each kind of user."""

from __future__ import annotations

from typing import Final

EXAMPLES: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("申报单位", ("我们县能申报两个集群吗？", "申报培育对象要满足哪些条件？", "谁可以作为申报主体？")),
    (
        "市州和省级部门",
        ("集群多久复核一次，哪条规定的？", "株洲有哪些集群在第一批名单里？", "管理办法第十六条"),
    ),
    (
        "填写参赛报告",
        ("参赛报告的申报类别怎么填？", "初赛报告要附哪些佐证材料？", "先进陶瓷材料由谁牵头联系？"),
    ),
)
