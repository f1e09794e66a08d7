"""The prompts of `prompts/`: one Markdown file each, with front matter and a section for each role."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from llama_index.core.llms import ChatMessage

NAMES: Final = ("reword", "followup", "search_terms")
_FILE: Final = re.compile(r"---\n(.*?)\n---\n(.*)", re.DOTALL)
_VALUE: Final = re.compile(r"\{(\w+)\}")
_SECTION: Final = re.compile(r"^## (system|user)\n(.*?)(?=^## |\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Prompt:
    """One prompt.

    Attributes:
        id: its name, that of its file.
        version: raised with every change of its wording.
        purpose: what it is for.
        sections: role and template, in order.
    """

    id: str
    version: int
    purpose: str
    sections: tuple[tuple[str, str], ...]

    def messages(self, **values: str) -> list[ChatMessage]:
        """The messages with `values` filled in.

        Raises:
            KeyError: a value is missing or not asked for.
        """
        from llama_index.core.prompts import ChatPromptTemplate

        template = ChatPromptTemplate.from_messages(list(self.sections))
        wanted = set(_VALUE.findall("".join(body for _, body in self.sections)))
        if wanted != values.keys():
            raise KeyError(f"prompts/{self.id}.md: {sorted(wanted ^ values.keys())}")
        return template.format_messages(**values)


@cache
def load_prompt(name: str) -> Prompt:
    """The prompt in `prompts/NAME.md`.

    Raises:
        ValueError: the file has no front matter or no sections.
    """
    import yaml

    text = files("prompts").joinpath(f"{name}.md").read_text(encoding="utf-8")
    parts = _FILE.fullmatch(text)
    sections = tuple((role, body.strip()) for role, body in _SECTION.findall(parts.group(2))) if parts else ()
    if parts is None or not sections:
        raise ValueError(f"prompts/{name}.md: no front matter or no sections")
    head: dict[str, Any] = yaml.safe_load(parts.group(1))
    return Prompt(head["id"], int(head["version"]), head["purpose"], sections)
