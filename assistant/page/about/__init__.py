"""Questions about a draft that was checked, answered from its check report."""

from assistant.page.about.answer import about_draft

__all__ = ["about_draft"]
