"""Prose and names that contradict the tables or one another."""

from __future__ import annotations

from .case import Case, Expectation, Place, defect, expect, shifted, times
from .spec import Paragraph

# --- prose against tables --------------------------------------------------------------------------------


def _say(case: Case, section: str, sentence: str) -> None:
    paragraphs = case.report.texts.get(section)
    case.need(paragraphs)
    assert paragraphs is not None
    place = next(i for i, p in enumerate(paragraphs) if not p.heading)
    paragraphs.insert(place, Paragraph([(0, sentence)]))


def _misquote(case: Case, key: str, section: str, factor: str, sentence: str) -> Expectation:
    """State a figure in prose that is not the table's, in place of the sentence that states it rightly."""
    table, name = case.row(key)
    cells = case.report.rows[key]
    right = cells[2] if len(cells) == 5 else cells[1]
    wrong = times(right, factor)
    _forget(case, section, right)
    _say(case, section, sentence.format(y=case.report.years[1], v=wrong))
    return expect(Place("consistency", section), Place("consistency", table, (name,)), severity="warning")


def _forget(case: Case, section: str, figure: str) -> None:
    for paragraph in case.report.texts[section]:
        paragraph.parts = [(tag, text) for tag, text in paragraph.parts if figure not in text]


@defect("consistency", 3)
def prose_output(case: Case) -> Expectation:
    """2.8 states another total output than 2.1."""
    return _misquote(case, "output", "2.8", "1.07", "{y}年，集群总产值达到{v}亿元，产业基础扎实。")


@defect("consistency", 2)
def prose_staff(case: Case) -> Expectation:
    """2.8 states another number of employees than 2.1."""
    return _misquote(case, "staff", "2.8", "1.21", "截至{y}年底，集群从业人员{v}人，其中一线工人占七成。")


@defect("consistency", 2)
def prose_patents(case: Case) -> Expectation:
    """2.8 states another number of patents than 2.4."""
    return _misquote(case, "patents", "2.8", "1.34", "集群创新活跃，{y}年拥有发明专利{v}件。")


@defect("consistency", 2)
def prose_exports(case: Case) -> Expectation:
    """2.8 states other exports than 2.1."""
    return _misquote(case, "exp", "2.8", "0.72", "{y}年集群实现出口额{v}亿元，外贸总体平稳。")


@defect("consistency", 2)
def prose_large_firms(case: Case) -> Expectation:
    """2.8 states another number of larger firms than 2.2."""
    return _misquote(case, "above", "2.8", "1.26", "{y}年末集群共有规上工业企业{v}家。")


@defect("consistency", 2)
def prose_park_revenue(case: Case) -> Expectation:
    """3.2 states another park revenue than 3.1."""
    return _misquote(case, "p_rev", "3.2", "1.09", "{y}年园区规上工业企业营业收入{v}亿元，位居全市前列。")


@defect("consistency", 2)
def prose_park_area(case: Case) -> Expectation:
    """3.2 states another area than 3.1."""
    return _misquote(case, "p_area", "3.2", "0.81", "园区已开发面积{v}亩，水电路气全部通达。")


@defect("consistency", 2)
def prose_goal(case: Case) -> Expectation:
    """5.2 states another goal than 5.1."""
    case.need(case.first)
    goal = case.report.rows["g_output"][3]
    for paragraph in case.report.texts["5.2"]:
        paragraph.parts = [(tag, text.replace(goal, times(goal, "1.20"))) for tag, text in paragraph.parts]
        case.report.texts["2.8"] = [p for p in case.report.texts["2.8"] if goal not in p.text]
    return expect(
        Place("consistency", "5.2"), Place("consistency", "5.1", ("集群总产值",)), severity="warning"
    )


@defect("consistency", 2)
def prose_growth(case: Case) -> Expectation:
    """2.8 states another growth of output than 2.1."""
    for paragraph in case.report.texts["2.8"]:
        paragraph.parts = [
            (tag, text) for tag, text in paragraph.parts if "增长" not in text or "总产值" not in text
        ]
    cells = case.report.rows["output"]
    wrong = shifted(cells[2], "6.4")
    _say(case, "2.8", f"{case.report.years[1]}年集群总产值{cells[1]}亿元，同比增长{wrong}%。")
    return expect(
        Place("consistency", "2.8"),
        case.at("consistency", "output"),
        Place("arithmetic", "2.8"),
        severity="warning",
    )


# --- names -----------------------------------------------------------------------------------------------


@defect("consistency", 3)
def other_organisation(case: Case) -> Expectation:
    """Chapter four names another promotion organisation than chapter one."""
    name = case.report.org_name
    case.report.org_name = case.pick(
        [name[:3] + "产业发展服务有限公司", "湖南省中部产业联合会", name[:2] + "市企业家协会"]
    )
    return expect(Place("consistency", "四", ("促进组织",)), Place("consistency", "一", ("促进组织",)))


@defect("consistency", 3)
def other_park(case: Case) -> Expectation:
    """3.1 names another park than chapter one."""
    case.report.park_name = case.pick(["长沙临空产业园", "岳阳城陵矶新港区", "郴州高新技术产业开发区"])
    return expect(Place("consistency", "3.1", ("园区名称",)), Place("consistency", "一", ("承载园区",)))


@defect("consistency", 3)
def other_cluster(case: Case) -> Expectation:
    """The prose speaks of another cluster as the applicant: a left-over of the draft it was copied from."""
    section, text = (
        ("2.8", "{}（以下简称“集群”）近年来发展态势良好，已形成较为完整的产业链条，现将自评情况报告如下。"),
        ("5.2", "为加快{}发展，特制定《{}培育实施方案》。"),
        ("3.2", "园区是{}的核心承载园区，近年来围绕集群做了以下工作。"),
    )[case.turn % 3]
    if section == "5.2" and not case.first:
        section, text = "四", "初赛胜出后，本组织为推动{}发展开展了以下工作。"
    other = case.pick(["资兴市大数据产业集群", "湘乡市皮革特色产业集群", "武冈市卤制品产业集群"])
    _say(case, section, text.replace("{}", other))
    return expect(
        Place("consistency", section), Place("consistency", "一", ("集群名称",)), severity="warning"
    )


@defect("consistency", 2)
def cover_of_another(case: Case) -> Expectation:
    """The cover names another cluster than chapter one."""
    case.need(case.report.look.get("cover") == "true")
    case.report.cover_name = case.pick(["资兴市大数据产业集群", "湘乡市皮革特色产业集群"])
    return expect(
        Place("consistency", None, ("集群名称",)),
        Place("consistency", "一"),
        Place("consistency", None),
        severity="warning",
    )


@defect("consistency", 2)
def organisation_in_prose(case: Case) -> Expectation:
    """The organisation's own chapter is about another organisation."""
    section = "4.1" if case.first else "四"
    name = case.report.org["name"]
    other = case.pick(["资兴市大数据产业促进中心", "湘乡市皮革行业协会"])
    for paragraph in case.report.texts[section]:
        paragraph.parts = [(tag, text.replace(name, other)) for tag, text in paragraph.parts]
    case.need(any(other in p.text for p in case.report.texts[section]))
    return expect(
        Place("consistency", section),
        Place("consistency", "四"),
        Place("consistency", "一"),
        severity="warning",
    )
