"""The stage: what the title says, and what the chapters are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.checker.check import check_file, open_draft
from assistant.checker.form_loader import load_form
from assistant.checker.reports.blank import fill_form
from eval.drafts.sample import sample_content


@pytest.mark.parametrize(("stage", "title"), [("初赛", "决赛"), ("决赛", "初赛")])
def test_a_title_over_the_chapters_of_the_other_stage(tmp_path: Path, stage, title):
    form = load_form(stage)
    path = tmp_path / "draft.docx"
    path.write_bytes(
        fill_form(
            replace(form, title=form.title.replace(stage, title)), sample_content(stage, "先进制造业集群")
        )
    )
    report = check_file(path)
    assert report.stage == stage
    assert [(f.rule, f.found, f.expected) for f in report.errors] == [("stage-differs", title, stage)]
    assert report.errors[0].message == f"标题写{title}，章节却是{stage}格式，本次按{stage}格式检查。"


@pytest.mark.parametrize(
    ("lines", "stage"),
    [
        (("（初赛）报告", "五、真实性声明"), "初赛"),  # one chapter is no more than a chapter left out
        (("（初赛）报告", "四、集群发展促进组织运营情况", "五、真实性声明"), "决赛"),
        (("（初赛）报告", "四、集群发展促进组织运营情况", "五、真实性声明", "相关佐证资料"), "初赛"),
        (("（决赛）报告", "五、培育发展产业集群实施方案"), "决赛"[:0] or "初赛"),
        (("（决赛）报告", "相关佐证资料"), "决赛"),
        (("四、集群发展促进组织运营情况", "五、真实性声明"), "初赛"),
    ],
)
def test_which_form_it_is(tmp_path: Path, lines, stage):
    path = tmp_path / "draft.md"
    rows = "\n".join(f"# {line}\n" for line in lines)
    path.write_text(f"{rows}\n# 2.8 集群发展总体情况自评报告\n\n集群发展良好。\n", encoding="utf-8")
    assert open_draft(path).stage == stage


def test_a_column_of_page_numbers_belongs_to_its_rows(tmp_path: Path):
    path = tmp_path / "draft.md"
    path.write_text(
        """# （初赛）报告

## 2.2 集群企业培育情况

| 指标名称 | 2021年 | 2022年 | 增幅（%） | 佐证材料页码 |
| --- | --- | --- | --- | --- |
| 上市和挂牌企业数量（个） | 3 | 4 | 33.3 | P31 |
| 国家级单项冠军数量（个） | 1 | 1 | 0 |  |
""",
        encoding="utf-8",
    )
    draft = open_draft(path)
    assert [draft.value(f"2.2/{row}", "y1").pages for row in ("listed", "champions_national")] == ["P31", ""]
