"""The parts of the product that the page speaks to, made once for all sessions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.page.drafts import Drafts
from assistant.page.endpoints import Endpoints
from assistant.page.shelf import Shelf
from assistant.page.startup import Startup

if TYPE_CHECKING:
    from assistant.answering.service import Assistant
    from assistant.library import Library
    from assistant.settings import Settings


@dataclass(frozen=True)
class Services:
    """Assistant, library, drafts, API and background preparation.

    Attributes:
        settings: the settings they were made from.
        assistant: answers and searches.
        library: builds the index.
        drafts: keeps what users upload.
        endpoints: the HTTP API.
        startup: the preparation that runs once the page is up.
        shelf: adds and removes users' documents in the background.
    """

    settings: Settings
    assistant: Assistant
    library: Library
    drafts: Drafts
    endpoints: Endpoints
    startup: Startup
    shelf: Shelf


def make_services(
    settings: Settings, folder: Path, log: Callable[[str], None] = lambda line: None
) -> Services:
    """Make the parts; nothing is loaded yet.

    Args:
        settings: data directory, model, day of validity.
        folder: a folder of this process alone, for uploads and downloads.
        log: receives progress lines.
    """
    from assistant.answering.service import Assistant
    from assistant.library import Library

    startup = Startup(log)
    drafts = Drafts(folder)
    assistant = Assistant(settings, note=log)
    library = Library(settings, note=startup.note)
    shelf = Shelf(settings, assistant)
    return Services(settings, assistant, library, drafts, Endpoints(assistant, drafts), startup, shelf)
