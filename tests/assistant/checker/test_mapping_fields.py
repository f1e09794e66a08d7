"""Section 一 and other tables of fields, however labels and values are arranged."""

from __future__ import annotations

import pytest

from assistant.checker.check import read_draft
from assistant.checker.draft import Draft
from eval.drafts.layouts import Cell, Grid, Line, Sheet, to_source

PROMOTER = {
    "name": "示例县材料产业促进会",
    "head": "张某，会长",
    "head_phone": "0731-82345678",
    "contact": "李某，秘书长",
    "contact_phone": "13800001234",
}
PARK = {
    "name": "示例高新区",
    "head": "王某，主任",
    "head_phone": "0731-82345600",
    "contact": "赵某，局长",
    "contact_phone": "13900005678",
}
TOP = [
    ["集群名称", "示例县材料产业集群"],
    ["产业领域", "新材料"],
    ["申报类别", "先进制造业集群"],
    ["集群主导产业", "合金"],
    ["集群地域范围", "全县"],
]
GOVERNMENT = ["集群所在地县以上人民政府意见：\n同意\n示例县人民政府（盖章）\n2023年3月1日"]


def grid(*rows: list[str]) -> Grid:
    return Grid([[Cell(text) for text in row] for row in rows])


def read(*items: Line | Grid) -> Draft:
    sheet = Sheet(
        [
            Line("湖南省产业集群竞赛参赛报告（初赛）"),
            Line("一、集群基本信息"),
            *items,
            Line("二、集群发展总体情况"),
        ]
    )
    return read_draft(to_source(sheet), "初赛")


def group(names: dict[str, str], label: str, *, repeat: bool = True, below: bool = False) -> list[list[str]]:
    again = label if repeat else ""
    if below:
        return [
            [label, "单位名称", names["name"]],
            [again, "负责人姓名、职务", names["head"], "联系人姓名、职务", names["contact"]],
            [again, "电话", names["head_phone"], "电话", names["contact_phone"]],
        ]
    return [
        [label, "单位名称", names["name"]],
        [again, "负责人姓名、职务", names["head"], "电话", names["head_phone"]],
        [again, "联系人姓名、职务", names["contact"], "电话", names["contact_phone"]],
    ]


def short(names: dict[str, str], label: str) -> list[list[str]]:
    head, title = names["head"].split("，")
    contact, contact_title = names["contact"].split("，")
    return [
        [label],
        ["名称", names["name"]],
        ["负责人", head, "职务", title, "联系电话", names["head_phone"]],
        ["联系人", contact, "职务", contact_title, "手机", names["contact_phone"]],
    ]


def with_phones(names: dict[str, str], label: str) -> list[list[str]]:
    return [
        [label, "单位名称", names["name"]],
        ["", "负责人及联系电话", f"{names['head']} {names['head_phone']}"],
        ["", "联系人及联系电话", f"{names['contact']}\n{names['contact_phone']}"],
    ]


def in_full(names: dict[str, str], label: str) -> list[list[str]]:
    return [
        [f"{label}单位名称", names["name"]],
        [f"{label}负责人姓名、职务", names["head"]],
        [f"{label}负责人电话", names["head_phone"]],
        [f"{label}联系人姓名、职务", names["contact"]],
        [f"{label}联系人电话", names["contact_phone"]],
    ]


def as_lines(names: dict[str, str], label: str) -> list[Line]:
    return [
        Line(f"{label}："),
        Line(f"单位名称：{names['name']}"),
        Line(f"负责人姓名、职务：{names['head']}　　电话：{names['head_phone']}"),
        Line(f"联系人姓名、职务：{names['contact']}\t电话：{names['contact_phone']}"),
    ]


BOTH = ((PROMOTER, "集群促进组织"), (PARK, "集群核心承载园区"))
LAYOUTS = {
    "repeated groups": [grid(*TOP, *group(*BOTH[0]), *group(*BOTH[1]), GOVERNMENT)],
    "blank groups": [grid(*TOP, *group(*BOTH[0], repeat=False), *group(*BOTH[1], repeat=False), GOVERNMENT)],
    "park first": [grid(*TOP, *group(*BOTH[1]), *group(*BOTH[0]), GOVERNMENT)],
    "telephones below": [grid(*TOP, *group(*BOTH[0], below=True), *group(*BOTH[1], below=True), GOVERNMENT)],
    "groups in rows of their own": [grid(*TOP, *short(*BOTH[0]), *short(*BOTH[1]), GOVERNMENT)],
    "telephones beside the names": [grid(*TOP, *with_phones(*BOTH[0]), *with_phones(*BOTH[1]), GOVERNMENT)],
    "full labels": [grid(*TOP, *in_full(*BOTH[1]), *in_full(*BOTH[0]), GOVERNMENT)],
    "short groups": [grid(*TOP, *group(PROMOTER, "促进组织"), *group(PARK, "核心承载园区"), GOVERNMENT)],
    "two tables": [grid(*TOP, *group(*BOTH[0])[:2]), Line(""), grid(*group(*BOTH[0])[2:], *group(*BOTH[1]), GOVERNMENT)],
    "lines": [
        *(Line(f"{label}：{value}") for label, value in TOP), *as_lines(*BOTH[0]), *as_lines(*BOTH[1]),
        *(Line(text) for text in GOVERNMENT[0].split("\n")),
    ],
    "two columns": [
        grid([*TOP[0], *TOP[1]], [*TOP[2], *TOP[3]], TOP[4], *group(*BOTH[0]), *group(*BOTH[1]), GOVERNMENT)
    ],
    "label and value in one cell": [
        grid(*([f"{label}：{value}"] * 1 + [""] for label, value in TOP), *group(*BOTH[0]), *group(*BOTH[1]), GOVERNMENT)
    ],
    "other words": [
        grid(
            ["产业集群名称", TOP[0][1]], ["所属产业领域", "新材料"], ["申报类别（二选一）", "☑先进制造业集群 □中小企业特色产业集群"],
            ["主导产业", "合金"], ["地域范围", "全县"], *group(*BOTH[0]), *group(*BOTH[1]),
            ["县级人民政府意见", "同意\n示例县人民政府（盖章）\n2023年3月1日"],
        )
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", LAYOUTS)
def test_fields_are_found(name: str):
    draft = read(*LAYOUTS[name])
    for prefix, names in (("promoter", PROMOTER), ("park", PARK)):
        got = {key: draft.text_of(f"一/{prefix}_{key}") for key in names}
        assert got == names
    assert draft.cluster == "示例县材料产业集群"
    assert [draft.text_of(f"一/{key}") for key in ("field", "industry", "area")] == ["新材料", "合金", "全县"]
    assert draft.category == "先进制造业集群"
    assert draft.text_of("一/government").startswith("同意")
    assert "2023年3月1日" in draft.text_of("一/government")


def test_a_missing_telephone_is_not_filled_from_another_person():
    rows = [
        ["集群促进组织", "单位名称", "促进会"],
        ["", "负责人姓名、职务", "张某，会长"],
        ["", "联系人姓名、职务", "李某，秘书", "电话", "13800001234"],
    ]
    draft = read(grid(*TOP, *rows))
    assert draft.text_of("一/promoter_head_phone") == ""
    assert draft.text_of("一/promoter_contact_phone") == "13800001234"


def test_fields_of_other_sections_are_found_without_their_heading():
    draft = read(
        grid(*TOP),
        Line("2.8 集群发展总体情况自评报告"),
        Line("文字。"),
        grid(["编制牵头单位", "示例县人民政府"]),
    )
    assert draft.text_of("五/lead_unit") == "示例县人民政府"
    assert draft.texts["2.8"].text == "文字。"


def test_a_cover_is_not_taken_for_section_one():
    sheet = Sheet([
        Line("参赛报告（初赛）"), grid(["集群名称", "封面集群"], ["申报单位", "示例县"]), Line("一、集群基本信息"), grid(["集群名称", "正文集群"])
    ])  # fmt: skip
    assert read_draft(to_source(sheet), "初赛").cluster == "正文集群"


def test_section_one_is_found_without_its_heading():
    sheet = Sheet([Line("参赛报告（初赛）"), grid(*TOP, *group(*BOTH[0])), Line("2.1 集群主要经济指标")])
    draft = read_draft(to_source(sheet), "初赛")
    assert draft.cluster == "示例县材料产业集群"
    assert draft.text_of("一/promoter_contact_phone") == "13800001234"
