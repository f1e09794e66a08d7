"""Accidents and offences that a question tells of, which the declaration (初赛 6.1) is about."""

from __future__ import annotations

import re

# Accidents, as they are told; how grave they were is another thing.
_ACCIDENT = (
    r"事故|污染(?!大|重|型|严重|较|企业|行业|产业|防治)|爆炸|炸(?:了|过|炉|死|伤)|火灾|[着起失]火|烧(?:了|死|伤)|泄漏|矿难|透水|坍塌|塌(?:了|方)|中毒|伤亡|"
    r"死(?:了|过)?(?:[^，。,]{0,3})人|人(?:员)?死亡|轻伤|重伤|受伤|工伤|出过?事|出了事|召回|抽检(?:出|不|没)[^，。,]{0,6}|质量问题|质量[^，。,]{0,6}(?:曝光|投诉|事件)"
)
MINOR = r"(?:小|一般|轻微|不大的?)(?:的)?.{0,4}(?:事故|污染|火|爆炸|泄漏)|轻伤|擦伤|没(?:有)?(?:死|伤)[^，。,]{0,2}人|没(?:有)?(?:人员)?伤亡"
GRADED = r"(?:重大|特大|特别重大|(?<![不较])大)(?:的)?(?:安全|生产|环[保境]|产品|质量|食品|污染|火灾|爆炸|[^，。,]{0,2}事故)|(?<![不较])大事(?!故)"


def accident(text: str) -> bool | None:
    """Whether `text`, folded, tells of an accident, or says that there was none."""
    if re.search(rf"(?:没有?|未|不存在|从未|从没|无)(?:再)?(?:发生|出|有)?过?.{{0,8}}(?:{_ACCIDENT})", text):
        return False
    return True if re.search(_ACCIDENT, text) else None


def misconduct(text: str) -> bool | None:
    """Whether `text`, folded, tells of tax evasion, breach of law or dishonesty, or says that there was none."""
    named = "判(?:了)?刑|坐牢|刑拘|走私|行贿|偷(?:过|了)?税|漏(?:过|了|缴)?税|逃(?:过|了)?税|欠(?:过|了|缴)?税|失信|违法|违规(?!吗|么|不|嘛)|处罚|被[^，。,]{0,6}罚|罚(?:了|过)?款|罚单|黑名单|老赖"
    if re.search(rf"(?:没有|不存在|从未|从没|无)(?:任何|过)?.{{0,3}}(?:{named})", text):
        return False
    return True if re.search(named, text) else None
