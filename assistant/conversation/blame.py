"""Whom a question holds liable for untrue materials."""

from __future__ import annotations

import re
from typing import Literal


def blamed_in(text: str) -> Literal["企业", "集群促进组织", "其他单位", "园区", "县级政府"] | None:
    """The body that `text`, folded, holds liable for untrue materials; None where it names none."""
    match = re.search(
        r"(?:由|让|归|靠|是|该|找|算)?(市(?:州)?工信局|市里|市局|县里|省厅|政府|园区|企业|公司|专家|申报(?:主体|单位)|促进组织|我们).{0,6}(?:负责|担责|担|把关|承担|兜底|背|的?责任|的锅)",
        text,
    )
    if not match or not re.search("真|假|不实|责任", text):
        return None
    who = match.group(1)
    if who in ("申报主体", "申报单位", "促进组织", "我们"):
        return "集群促进组织"
    return "企业" if who in ("企业", "公司") else "园区" if who == "园区" else "其他单位"
