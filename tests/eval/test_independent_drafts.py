"""The independent drafts: the same bytes each time, figures that agree, manifests that can be read."""

import itertools
import json
from decimal import Decimal
from pathlib import Path

import pytest

from eval.drafts.independent.case import REGISTRY, Place, fresh
from eval.drafts.independent.compose import compose
from eval.drafts.independent.conditions import CELLS, with_plans, without
from eval.drafts.independent.generate import generate
from eval.drafts.independent.harmless_figures import CHANGES
from eval.drafts.independent.report import build, growth
from eval.drafts.independent.score import at_place
from eval.drafts.independent.spec import Spec, load_all
from eval.drafts.independent.word import write

KINDS = {
    "completeness", "arithmetic", "consistency", "range", "format", "limit", "evidence", "declaration", "eligibility",
}  # fmt: skip
SPECS = load_all()


@pytest.fixture(params=SPECS, ids=lambda spec: spec.id)
def spec(request: pytest.FixtureRequest) -> Spec:
    found: Spec = request.param
    return found


def test_drafts_cover_rounds_and_categories() -> None:
    kinds = {(spec.stage, spec.raw["category"]) for spec in SPECS}
    assert len(SPECS) >= 12
    assert len(kinds) == 4


def test_same_bytes_twice(spec: Spec, tmp_path: Path) -> None:
    for name in ("a", "b"):
        report = build(spec)
        write(compose(report), report.look, tmp_path / f"{name}.docx")
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_parts_stay_within_wholes(spec: Spec) -> None:
    report = build(spec)
    values = {
        key: [Decimal(cell) for cell in cells if cell]
        for key, cells in spec.values.items()
        if cells[-1] != "."
    }
    for part, whole in (
        ("mainout", "output"),
        ("revabove", "rev"),
        ("profit", "rev"),
        ("above", "firms"),
        ("rd", "rev"),
    ):
        assert all(a <= b for a, b in zip(values[part], values[whole], strict=True)), part
    for part, whole in (
        ("p_rev", "revabove"),
        ("p_tax", "tax"),
        ("p_exp", "exp"),
        ("p_imp", "imp"),
        ("p_above", "above"),
    ):
        assert values[part][1] <= min(values[part][0], values[whole][0]), part
        assert values[part][3] <= min(values[part][2], values[whole][1]), part
    firms = [[Decimal(cell) for cell in row[2:4]] for row in report.lists["top10"]]
    assert firms == sorted(firms, key=lambda pair: -pair[1])
    for year in (0, 1):
        assert sum(pair[year] for pair in firms) <= values["rev"][year]
        spent = sum(Decimal(row[1 + year]) for row in report.lists["rd10"])
        assert spent <= values["rd"][year] * 10000
    if spec.stage == "初赛":
        for part, whole in (("g_rev", "rev"), ("g_profit", "profit"), ("g_tax", "tax"), ("g_above", "above")):
            assert values[part][0] <= values[whole][1], part
        assert all(a < b for a, b in itertools.pairwise(Decimal(cell) for cell in report.rows["g_output"]))


def test_prose_is_real_and_within_its_limits(spec: Spec) -> None:
    texts = {
        section: sum(len(p.text) for p in paragraphs) for section, paragraphs in build(spec).texts.items()
    }
    assert 1000 <= texts["2.8"] <= 2500
    assert texts["3.2"] <= 2500
    assert texts.get("4.2", 0) <= 1000
    assert texts.get("四", 0) <= 1500
    sentences = [
        s
        for other in SPECS
        for ps in other.prose.values()
        for p in ps
        for _, text in p.parts
        for s in text.split("。")
        if len(s) > 20 and "{" not in s
    ]
    assert len(sentences) == len(set(sentences))


def test_growth_follows_printed_figures() -> None:
    assert growth("412.6", "468.3") == "13.5"
    assert growth("1.14", "0.97") == "-14.9"
    assert growth("0", "3") is None
    assert growth("—", "3") is None


def test_every_defect_changes_a_draft_and_names_a_place() -> None:
    assert len({defect.id for defect in REGISTRY}) == len(REGISTRY) >= 80
    assert {defect.kind for defect in REGISTRY} == KINDS
    assert sum(defect.times for defect in REGISTRY) >= 150
    assert len(CHANGES) >= 30


def test_scoring_variants_lose_only_their_sentences() -> None:
    spec = SPECS[0]
    for condition in CELLS:
        whole, rest, plans = build(spec), without(spec, condition), with_plans(spec, condition)
        lost = {tag for ps in whole.texts.values() for p in ps for tag, _ in p.parts} - {
            tag for ps in rest.texts.values() for p in ps for tag, _ in p.parts
        }
        assert lost == {condition}
        planned = [
            text for ps in plans.texts.values() for p in ps for tag, text in p.parts if tag == condition
        ]
        assert planned
        assert all(text.startswith("下一步") for text in planned)


def test_place_needs_kind_section_words_and_severity() -> None:
    place = Place("arithmetic", "2.1", ("集群总产值", "增幅|增长率")).as_json()
    finding = {
        "kind": "arithmetic",
        "severity": "warning",
        "section": "2.1",
        "row": "集群总产值（亿元）",
        "column": "增幅（%）",
    }
    assert at_place(finding, place, "warning")
    assert not at_place(finding, place, "error")
    assert not at_place({**finding, "section": "2.2"}, place, "info")
    assert not at_place({**finding, "kind": "range"}, place, "info")
    assert not at_place({**finding, "row": "税金总额（亿元）"}, place, "info")


def test_manifest_names_every_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    few = [SPECS[0], SPECS[1], SPECS[-1]]
    monkeypatch.setattr("eval.drafts.independent.generate.load_all", lambda: few)
    monkeypatch.setattr(
        "eval.drafts.independent.generate.write", lambda blocks, look, path: path.write_bytes(b"x")
    )
    lines = generate(tmp_path)
    read = [
        json.loads(line) for line in (tmp_path / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert read == json.loads(json.dumps(lines))
    assert {line["file"] for line in read} == {path.name for path in tmp_path.glob("*.docx")}
    assert len({line["file"] for line in read}) == len(read)
    for line in read:
        if line["group"] == "defect":
            assert line["kind"] == line["places"][0]["kind"]
            assert {place["kind"] for place in line["places"]} <= KINDS
            assert line["severity"] in {"info", "warning", "error"}


def test_a_case_leaves_its_draft_alone() -> None:
    spec = SPECS[0]
    case = fresh(spec, 0)
    case.fill("output", "1", "2")
    case.report.basic["name"] = "别的集群"
    assert spec.values["output"] != ["1", "2"]
    assert build(spec).basic["name"] != "别的集群"
