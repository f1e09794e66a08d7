"""What a reader takes from a file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Extracted:
    """A file's text.

    Attributes:
        text: the text, one paragraph a line, tables as pipe tables; pages part at form feeds.
        title: the title that the file itself declares, "" where it declares none.
    """

    text: str
    title: str = ""
