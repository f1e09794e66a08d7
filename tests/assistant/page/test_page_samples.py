import pytest

from assistant.checker.check import check_draft, open_draft
from assistant.page.cells import Excerpts
from assistant.page.samples import sample_docx, samples


@pytest.fixture(scope="module")
def checked(tmp_path_factory):
    """By stage: the report on the sample, and what its findings show of it."""
    found = {}
    for sample in samples():
        path = tmp_path_factory.mktemp("samples") / sample.file_name
        path.write_bytes(sample_docx(sample.key))
        draft = open_draft(path)
        report, excerpts = check_draft(draft, path.name), Excerpts(draft)
        found[sample.stage] = report, {f.rule: excerpts.of(f) for f in report.findings}
    return found


def test_there_is_one_for_each_stage_with_a_few_faults_and_a_fair_score(checked):
    assert [sample.stage for sample in samples()] == list(checked) == ["初赛", "决赛"]
    for stage, (report, _) in checked.items():
        assert report.stage == stage
        assert 75 < report.score < 95
        assert 4 <= len(report.findings) <= 15
        assert len({finding.kind for finding in report.findings}) >= 4
        assert report.errors


def test_a_wrong_figure_is_shown_in_its_row(checked):
    row = checked["初赛"][1]["growth-rate"]
    assert row.headings == ("项目", "2021年", "2022年", "增幅（%）")
    assert row.values == ("集群企业营业收入（亿元）", "371.26", "436.90", "15.7")
    assert row.index == 3


def test_an_empty_cell_is_shown_among_those_that_are_filled(checked):
    row = checked["初赛"][1]["cell-missing"]
    assert row.values[row.index] == ""
    assert row.headings[row.index] == "2022年"
    listed = checked["初赛"][1]["list-cell-missing"]
    assert listed.values[listed.index] == ""
    assert listed.headings[0] == "企业名称"


def test_fields_are_shown_with_the_labels_beside_them(checked):
    row = checked["初赛"][1]["telephone"]
    assert row.headings == ()
    assert row.values[row.index] == "1380000123"
    assert "电话" in row.values


def test_words_of_a_text_are_shown_in_their_paragraph_and_a_whole_text_is_not(checked):
    words = checked["决赛"][1]["prose-differs"]
    assert "发明专利634件" in words.values[0]
    assert checked["初赛"][1]["aspects-missing"] is None


def test_there_is_no_other_sample():
    with pytest.raises(KeyError):
        sample_docx("../forms/common")
