"""Rows of the list of clusters as CSV that spreadsheet programs open, and a link that downloads them."""

from __future__ import annotations

import base64
import csv
import io
from collections.abc import Sequence
from typing import Final

from assistant.page.clusters import COLUMNS
from assistant.page.markup import element
from assistant.registry import Cluster

_NAME: Final = "湖南省产业集群名单.csv"
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def clusters_csv(clusters: Sequence[Cluster]) -> bytes:
    """The clusters as CSV: UTF-8 with a byte order mark, by which Excel knows the encoding.

    Cells that a spreadsheet program would take for formulas are preceded by an apostrophe.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([*(column.title for column in COLUMNS), "又名", "来源文件", "备注"])
    for cluster in clusters:
        others = ("、".join(cluster.other_names), cluster.source_doc, cluster.note)
        writer.writerow(
            [_plain(value) for value in (*(column.value(cluster) for column in COLUMNS), *others)]
        )
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8")


def download_html(clusters: Sequence[Cluster]) -> str:
    """A link that downloads the rows; they are in the link itself, so that no file of them is kept."""
    content = base64.b64encode(clusters_csv(clusters)).decode("ascii")
    label = f"下载这 {len(clusters)} 条（CSV，可用 Excel、WPS 打开）"
    return element("a", label, "ca-download", href=f"data:text/csv;base64,{content}", download=_NAME)


def _plain(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA) else value
