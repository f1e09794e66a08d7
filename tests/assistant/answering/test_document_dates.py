"""Documents against the calendar and against each other."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answering.service import Assistant


@pytest.mark.parametrize(
    ("turns", "as_of", "status", "told"),
    [
        (["管理办法还剩多久到期"], "2026-02-20", "answered", "还有23天"),
        (["82号文过期几天了"], "2026-04-20", "answered", "36天"),
        (
            ["办法和名单通知哪个在前"],
            "2025-06-01",
            "answered",
            "最早的是《湖南省先进制造业集群培育管理办法》",
        ),
        (["最新的是哪个文件"], "2025-06-01", "answered", "最新的是《关于公布"),
        (["老办法到期了，省里出新的没有"], "2026-05-10", "no_evidence", "这个期限已过"),
        (["2019年的办法还算数吗"], "2025-06-01", "no_evidence", "没有收录2019年的办法"),
        (["2020年5月那个意见还有用没"], "2025-06-01", "answered", "已经废止"),
        (["废止7号文的是哪个文件"], "2025-06-01", "answered", "《关于省领导联系"),
        (["这些省领导还在任吗"], "2025-06-01", "no_evidence", "印发时的分工"),
        (["管理办法印发是哪年哪月，满五年是什么时候"], "2025-06-01", "answered", "到2026年3月15日为止"),
        (["名单是哪个单位发的"], "2025-06-01", "answered", "由湖南省工业和信息化厅印发"),
        (["工作方案什么时候施行的", "它同时废止了哪份文件"], "2025-06-01", "answered", "湘办发〔2020〕7号"),
        (["管理办法的有效期多长", "那2026年下半年申报还能照它来么"], "2025-12-01", "answered", "届满"),
        (["明天82号文就要失效了是不是"], "2026-03-14", "answered", "最后一天"),
        (
            ["那个省领导联系产业链的方案，一出来顶掉了哪份老文件"],
            "2025-06-01",
            "answered",
            "湘办发〔2020〕7号",
        ),
        (["管理办法哪年出的", "工作方案把它废止了吗"], "2025-06-01", "answered", "没有写废止"),
    ],
)
def test_dates(assistant: Assistant, turns: list[str], as_of: str, status: str, told: str) -> None:
    answer = assistant.ask(turns[-1], turns[:-1], date.fromisoformat(as_of))
    assert answer.status == status
    assert told in answer.answer
