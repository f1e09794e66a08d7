"""What an edit changed, as HTML: scores before and after, findings mended, new and remaining."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.page.changes import Changes, Found, Score, by_gravity
from assistant.page.findings import basis_of, finding_html
from assistant.page.markup import details, element, esc, notice
from assistant.page.places import basis_dialogs
from assistant.page.reports import score_text
from index.corpus import Corpus


def changes_html(changes: Changes, corpus: Corpus, day: date) -> str:
    """The comparison of two checks.

    Args:
        changes: what `compare` gave.
        corpus: the documents that findings rest on.
        day: the day on which validity is judged.
    """
    counts = "，".join(
        (
            f"改好 {len(changes.mended)} 处",
            f"新出现 {len(changes.new)} 处",
            f"还在 {len(changes.remaining)} 处",
        )
    )
    line = element("p", f"{_movement(changes.total)}　{element('strong', counts)}", "ca-moved")
    other = notice("两次核对的赛段或申报类别不同，要求不一样，比较只供参考。", "warn")
    shown = (*changes.new, *changes.remaining, *changes.mended)
    return (
        line
        + (other if changes.other_form else "")
        + _scores((changes.total, *changes.conditions))
        + _group("新出现的问题", changes.new, corpus, opened=True)
        + _group("还在的问题", changes.remaining, corpus, opened=False)
        + _group("已改好的问题", changes.mended, corpus, opened=False)
        + basis_dialogs(map(basis_of, shown), corpus, day)
    )


def _scores(scores: Sequence[Score]) -> str:
    head = "".join(element("th", name, scope="col") for name in ("", "上一稿", "这一稿", "变化"))
    rows = "".join(
        element(
            "tr",
            element("th", esc(score.name), scope="row")
            + element("td", "—" if score.before is None else score_text(score.before))
            + element("td", score_text(score.after))
            + element("td", _change(score), f"ca-{_colour(score)}"),
        )
        for score in scores
    )
    table = element("thead", element("tr", head)) + element("tbody", rows)
    return element("div", element("table", table), "ca-table ca-compared")


def _movement(score: Score) -> str:
    before = "" if score.before is None else f"{score_text(score.before)} → "
    return f"{esc(score.name)} {before}{element('strong', score_text(score.after))}"


def _difference(score: Score) -> float:
    return 0.0 if score.before is None else round(score.after - score.before, 1)


def _change(score: Score) -> str:
    difference = _difference(score)
    if not difference:
        return "不变"
    return f"{'＋' if difference > 0 else '－'}{score_text(abs(difference))}"


def _colour(score: Score) -> str:
    difference = _difference(score)
    return "good" if difference > 0 else "bad" if difference < 0 else "none"


def _group(title: str, findings: Sequence[Found], corpus: Corpus, *, opened: bool) -> str:
    if not findings:
        return element("p", f"{title}：没有", "ca-count")
    items = "".join(finding_html(finding, corpus) for finding in by_gravity(findings))
    summary = element("strong", title) + element("span", f"{len(findings)} 处", "ca-count")
    return details(summary, element("ul", items, "ca-findings"), "ca-fold", opened=opened)
