from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.checker.check import check_file
from assistant.checker.form import Category, Stage
from assistant.checker.form_loader import load_form
from assistant.checker.reports.blank import FormContent, fill_form
from assistant.checker.reports.models import CheckReport
from eval.drafts.sample import sample_content

Change = Callable[[FormContent], FormContent]
Check = Callable[..., CheckReport]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Checks the sample report, changed by the given functions."""

    def run(
        *changes: Change,
        stage: Stage = "初赛",
        category: Category = "先进制造业集群",
        last_year: int = 2022,
    ) -> CheckReport:
        content = sample_content(stage, category, last_year)
        for change in changes:
            content = change(content)
        path = tmp_path / "draft.docx"
        path.write_bytes(fill_form(load_form(stage), content))
        return check_file(path)

    return run
