"""Who signs: the government's level, the drafting unit, the persons in charge."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checker.draft import Value
from assistant.checker.labels import flat
from assistant.checker.mapping.fields import PICTURE
from assistant.checker.rules.names import likeness, name_parts, plain_name
from assistant.checker.rules.registry import Context, Problem, at, cell_name, rule, shown
from assistant.checker.rules.signed import DATE, sealing_units, signed_by, signed_cells, units_named

# A 管委会 of an administrative area (管理区) governs; that of a park does not.
_PARK_BOARD = r"(?:高新区|经开区|开发区|园区|集中区|产业园|新区)(?:党工委、?)?(?:管委会|管理委员会)"
_BELOW_COUNTY = re.compile(
    rf"(?:乡|镇)(?:人民)?政府$|街道(?:办事处|办)?$|{_PARK_BOARD}$|局$|办公室$|公司$|协会$|促进会$|促进中心$|服务中心$"
)
_NO_GOVERNMENT = re.compile(
    rf"{_PARK_BOARD}$|(?:高新区|经开区|开发区|园区)$|局$|公司$|协会$|促进会$|促进中心$|服务中心$"
)
_NAME = re.compile(r"[\u4e00-\u9fff·]{2,4}")
_NO_NAME = re.compile(r"签|字|章|盖|印|图|附|见|已|同意|会长|主任|书记|局长|经理")


def signatory(raw: str) -> str:
    """The organisation at the end of an opinion, seal and date taken away."""
    plain = re.sub(r"\((?:单位|公)?(?:盖章|公章|印章|章)\)", "", flat(DATE.sub("", raw.replace("\n", "。"))))
    parts = [part for part in re.split(r"[。;；,，:!]", plain) if part and part not in ("年月日", "盖章")]
    return parts[-1] if parts else ""


@rule(id="opinion-authority", kind="declaration", title="意见应由县以上人民政府出具", severity="warning")
def opinion_authority(context: Context) -> Iterator[Problem]:
    """The opinion is signed by a township, an office, a park or an association."""
    for section, row, value in signed_cells(context):
        if value is None or row.kind != "endorsement":
            continue
        name = signatory(value.raw)
        if _BELOW_COUNTY.search(name):
            yield at(
                value,
                f"{section.number} “{row.label}”由“{name}”出具，格式要求集群所在地县以上人民政府。",
                "请由县（市、区）或以上人民政府签署意见并盖章。",
                found=name,
            )


@rule(id="lead-unit", kind="declaration", title="编制牵头单位应为县以上人民政府", severity="warning")
def lead_unit(context: Context) -> Iterator[Problem]:
    """The drafting unit of the plan is an office, a park or an association instead of a government."""
    value = context.draft.value("五/lead_unit")
    if value is None or "政府" in value.raw or not _NO_GOVERNMENT.search(flat(value.raw)):
        return
    yield at(
        value,
        f"五 “编制牵头单位”填“{shown(value)}”，格式要求集群所在地县以上人民政府。",
        "请填牵头编制实施方案的县（市、区）或以上人民政府。",
    )


_SIGNERS = (
    ("6.1/promoter_sign", "一/promoter_head", ("一/promoter_name", "四/promoter_name"), "集群促进组织"),
    ("6.1/park_sign", "一/park_head", ("一/park_name", "3.1/park_name"), "集群核心承载园区"),
)


@rule(id="signer-differs", kind="consistency", title="签字人或盖章单位与基本信息不一致", severity="warning")
def signer_differs(context: Context) -> Iterator[Problem]:
    """The declaration is signed by another person, or sealed by another unit, than section 一 names."""
    for path, head_path, name_paths, what in _SIGNERS:
        sign, head = context.draft.value(path), context.draft.value(head_path)
        if sign is None:
            continue
        yield from _other_unit(sign, [context.draft.text_of(name) for name in name_paths], what)
        if head is None or head.blank or PICTURE in sign.raw:
            continue
        name = signed_by(sign.raw, units_named(context.draft))
        if not _NAME.fullmatch(name) or _NO_NAME.search(name) or name in flat(head.raw):
            continue
        yield at(
            sign,
            f"{cell_name(sign)}为“{name}”，一 中{what}的负责人为“{shown(head)}”。",
            "请由负责人签字；负责人已变更的，请更正“集群基本信息”。",
            found=name,
            expected=shown(head),
        )


def _other_unit(sign: Value, named: list[str], what: str) -> Iterator[Problem]:
    """The units named beside a signature that are not the one that the draft names; governments count for any."""
    own = [part for name in named for part in name_parts(name)]
    for unit in sealing_units(sign.raw) if own else ():
        if "政府" in unit or any(likeness(plain_name(unit), name) != "other" for name in own):
            continue
        right = next(filter(None, named))
        yield at(
            sign,
            f"{cell_name(sign)}写“{unit}”，而{what}为“{right}”。",
            f"请由{what}盖章；名称有误的，请统一全称。",
            found=unit,
            expected=right,
        )
