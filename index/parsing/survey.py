"""What is known of a document before its lines are taken one by one."""

from __future__ import annotations

from collections.abc import Sequence

from index.parsing.lines import Line
from index.parsing.markers import Marker, find_major, find_marker
from index.parsing.regions import (
    annex_markers,
    attachment_lines,
    contents_lines,
    entry_lines,
    is_name_list,
)
from index.parsing.tables import Table, find_tables


class Survey:
    """A document's annexes, tables and lists, found by looking at all of it.

    Attributes:
        tables: tables by their first line.
        mute: lines whose numbers open nothing: tables, contents, the list of annexes.
        annexes: markers of the lines at which an annex begins.
        main_end: the line at which the main text ends.
        entries: names of the “name：text” entries of annexes, by line.
        lists: lines of annexes whose `1.` numbers the entries of a list (序号).
        majors: markers of the lines that head decimal numbers (`1 总则` above `1.1`), by line.
        title_level: level of the one Markdown heading that is the document's title, 0 where there is none.
        article_home: the annex (by its line) whose articles need no prefix, as the main text has none.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self.tables: dict[int, Table] = {table.start: table for table in find_tables(list(lines))}
        tabled = {index for table in self.tables.values() for index in range(table.start, table.end)}
        self.mute = tabled | attachment_lines(lines) | contents_lines(lines)
        self.annexes = annex_markers(lines, self.mute)
        self.main_end = min(self.annexes, default=len(lines))
        self.entries = self._find_entries()
        self.lists = self._find_name_lists()
        self.majors = self._find_majors()
        self.title_level = self._title_level()
        self.article_home = self._article_home()

    def _annex_ranges(self) -> list[tuple[int, int]]:
        starts = sorted(self.annexes)
        return list(zip(starts, [*starts, len(self._lines)][1:], strict=True))

    def _find_entries(self) -> dict[int, str]:
        found: dict[int, str] = {}
        for start, end in self._annex_ranges():
            found |= entry_lines(self._lines, start + 1, end, self.mute)
        return found

    def _find_name_lists(self) -> set[int]:
        found: set[int] = set()
        for start, end in self._annex_ranges():
            run: list[tuple[int, str]] = []
            for index in range(start + 1, end + 1):
                marker = (
                    find_marker(self._lines[index].words) if index < end and index not in self.mute else None
                )
                if marker and marker.kind == "point":
                    run.append((index, marker.rest))
                elif index == end or not self._lines[index].blank:
                    if len(run) > 1 and is_name_list([words for _, words in run]):
                        found.update(line for line, _ in run)
                    run = []
        return found

    def _find_majors(self) -> dict[int, Marker]:
        found: dict[int, Marker] = {}
        waiting: tuple[int, Marker] | None = None
        for index, line in enumerate(self._lines):
            if index in self.mute:
                continue
            marker = find_marker(line.words)
            if marker and marker.kind == "decimal":
                if waiting and marker.number == (*waiting[1].number, 1):
                    found[waiting[0]] = waiting[1]
                waiting = None
            elif major := find_major(line.words):
                waiting = (index, major)
        return found

    def _title_level(self) -> int:
        levels = [line.level for line in self._lines if line.level]
        if not levels or levels.count(min(levels)) > 1:
            return 0
        first = next(line for line in self._lines if not line.blank)
        return first.level if first.level == min(levels) and find_marker(first.words) is None else 0

    def _article_home(self) -> int | None:
        for index, line in enumerate(self._lines):
            marker = find_marker(line.words) if index not in self.mute else None
            if marker and marker.kind == "article" and marker.apart:
                return max((start for start in self.annexes if start < index), default=None)
        return None
