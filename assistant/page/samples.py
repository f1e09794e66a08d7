"""Sample drafts that come with the product: fictional reports with a few typical faults, kept as data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from assistant.page.drafts import STAGES


@dataclass(frozen=True)
class Sample:
    """A sample draft.

    Attributes:
        key: its name among the samples (`preliminary`).
        title: what a button calls it.
        about: one line on what it is.
        stage: 初赛 or 决赛.
    """

    key: str
    title: str
    about: str
    stage: str

    @property
    def file_name(self) -> str:
        """Name of the Word file."""
        return f"{self.title}.docx"


def samples() -> tuple[Sample, ...]:
    """The samples, 初赛 first."""
    keys = sorted(entry.name.removesuffix(".yaml") for entry in _folder().iterdir() if _is_data(entry.name))
    found = [Sample(key, *(str(_data(key)[name]) for name in ("title", "about", "stage"))) for key in keys]
    return tuple(sorted(found, key=lambda sample: STAGES.index(sample.stage)))


def sample_docx(key: str) -> bytes:
    """A sample as a Word file, laid out by the form of its stage.

    Args:
        key: one of `samples()`.

    Raises:
        KeyError: there is no such sample.
    """
    from assistant.checker.form import CellRef
    from assistant.checker.form_loader import load_form
    from assistant.checker.reports.blank import FormContent, fill_form

    if key not in {sample.key for sample in samples()}:
        raise KeyError(key)
    data = _data(key)
    values = {CellRef(*address.split("/")): text for address, text in data["values"].items()}
    lists = {_pair(address): rows for address, rows in data["lists"].items()}
    content = FormContent(values, lists, data["texts"], int(data["last_year"]))
    return fill_form(load_form(data["stage"]), content)


def _pair(address: str) -> tuple[str, str]:
    section, _, table = address.partition("/")
    return section, table


def _folder() -> Any:
    return files("corpus") / "samples"


def _is_data(name: str) -> bool:
    return name.endswith(".yaml")


@lru_cache(maxsize=4)
def _data(key: str) -> dict[str, Any]:
    return dict(yaml.safe_load((_folder() / f"{key}.yaml").read_text(encoding="utf-8")))
