"""Harmless changes of names, telephones, lists, prose and signatures."""

from __future__ import annotations

from decimal import ROUND_UP, Decimal

from .case import Case, times
from .harmless_figures import change, drop_figures
from .spec import Paragraph


@change
def design_centres_apart(case: Case) -> None:
    """Design centres are listed but not among the counted carriers."""
    for level, key, own in (("国家级", "car_n", "des_n"), ("省级", "car_p", "des_p")):
        cells, part = case.report.rows[key], case.report.rows[own]
        for i in (0, 1):
            number = [int(c) if c.isdigit() else 0 for c in (cells[i], part[i])]
            cells[i] = str(number[0] - number[1])
        if cells[0] != "0":
            case.regrow(key)
        else:
            cells[2] = "—"
        case.need(level)


@change
def name_without_kind(case: Case) -> None:
    """The prose leaves 特色 out of the cluster's name, or names it in brackets."""
    name = case.report.basic["name"]
    short = name.replace("特色产业集群", "产业集群")
    case.report.texts["2.8"].insert(
        0, Paragraph([(0, f"{short}（以下简称“集群”）近年来稳步发展，现将有关情况报告如下。")])
    )


@change
def mobile_with_spaces(case: Case) -> None:
    """Telephone numbers are grouped, with country code or extension."""
    case.report.org["head_tel"], case.report.org["contact_tel"] = "138 0731 0021", "+86 13907310335"
    case.report.park["head_tel"], case.report.park["contact_tel"] = "0731 8402 0012", "0731-84020012转8006"


@change
def two_telephones(case: Case) -> None:
    """One cell holds an office number and a mobile one."""
    case.report.org["contact_tel"] = "0731-84010021 / 13807310021"
    case.report.park["contact_tel"] = "（0731）84020012；13907310335"


@change
def short_office_number(case: Case) -> None:
    """A local number without area code."""
    case.report.org["head_tel"] = "84010021"


@change
def outline_not_followed(case: Case) -> None:
    """5.2 has another outline than the suggested one."""
    case.need(case.first)
    new = ["一、我们站在哪里", "二、差距何在", "三、三年走到哪里", "四、怎么走", "五、谁来做"]
    heads = [p for p in case.report.texts["5.2"] if p.heading]
    for paragraph, title in zip(heads, new, strict=False):
        paragraph.parts = [(0, title)]


@change
def final_without_pages(case: Case) -> None:
    """The final gives no page numbers of proof."""
    case.need(not case.first)
    case.report.pages.clear()
    case.report.evidence = ["各项佐证材料附后。"]


@change
def loss(case: Case) -> None:
    """The cluster made a loss last year and a smaller one this year."""
    cells = case.report.rows["profit"]
    cells[:] = ["-1.20", "-0.90", "—"]
    for key in ("g_profit",):
        if key in case.report.rows:
            case.report.rows[key] = ["-0.90", "0.50", "1.20", "2.10"]
    drop_figures(case, "利润")


@change
def loss_turned(case: Case) -> None:
    """A loss became a profit; the growth column says so."""
    case.report.rows["profit"][:] = ["-0.80", "1.10", "扭亏为盈"]
    if "g_profit" in case.report.rows:
        case.report.rows["g_profit"] = ["1.00", "1.30", "1.60", "2.10"]
    drop_figures(case, "利润")


@change
def loss_smaller_as_growth(case: Case) -> None:
    """A smaller loss is a positive growth rate on the amount of the loss."""
    case.report.rows["profit"][:] = ["-1.20", "-0.90", "25.0"]
    if "g_profit" in case.report.rows:
        case.report.rows["g_profit"] = ["-0.90", "0.50", "1.20", "2.10"]
    drop_figures(case, "利润")


@change
def cumulative_density(case: Case) -> None:
    """Investment per mu is of the investment of all years."""
    case.report.rows["p_inv"] = ["286.5", "301.2"]


@change
def pages_written_out(case: Case) -> None:
    """Page numbers are written in other ways."""
    case.need(case.first and case.report.pages)
    styles = ("12-14", "15～18", "20、23", "31至33", "40", "52—53")
    case.report.pages = {key: styles[i % len(styles)] for i, key in enumerate(case.report.pages)}


@change
def hint_kept_beside_category(case: Case) -> None:
    """The form's hint is left in the cell after the chosen category."""
    case.report.category += "（先进制造业集群或中小企业特色产业集群）"


@change
def ticked_category(case: Case) -> None:
    """The category is ticked in a list of both."""
    own = case.report.category
    both = ("先进制造业集群", "中小企业特色产业集群")
    case.report.category = "  ".join(("☑" if name == own else "□") + name for name in both)


@change
def eight_projects(case: Case) -> None:
    """Eight projects are about ten."""
    case.report.lists["projects"] = case.report.lists["projects"][:8]


@change
def thirteen_projects(case: Case) -> None:
    """Thirteen projects are about ten."""
    rows = case.report.lists["projects"]
    case.report.lists["projects"] = rows + [
        [r[0], r[1].replace("项目", "二期项目"), times(r[2], "0.8"), r[3]] for r in rows[:3]
    ]


@change
def numbered_lists(case: Case) -> None:
    """The rows of the lists are numbered in front of the name."""
    for name in ("top10", "rd10", "projects"):
        for i, row in enumerate(case.report.lists[name], 1):
            row[0] = f"{i}.{row[0]}"


@change
def open_rows(case: Case) -> None:
    """The empty rows of the form are left at the end of the lists."""
    for name in ("green", "demo", "award", "plat", "carriers"):
        width = 4
        case.report.lists[name] = case.report.lists[name] + [[""] * width for _ in range(3)]


@change
def sum_row(case: Case) -> None:
    """The list of projects ends with a sum."""
    rows = case.report.lists["projects"]
    rows.append(["合计", "", str(sum(int(r[2]) for r in rows)), ""])


@change
def sum_row_of_top_ten(case: Case) -> None:
    """The list of the ten largest firms ends with a sum."""
    rows = case.report.lists["top10"]
    sums = [str(sum(Decimal(r[i]) for r in rows)) for i in (2, 3)]
    rows.append(["合计", "", *sums, ""])


@change
def goals_rounded(case: Case) -> None:
    """Last year's value in 5.1 is rounded to whole 亿元."""
    case.need(case.first)
    cells = case.report.rows["g_output"]
    cells[0] = str(Decimal(cells[0]).quantize(Decimal(1)))


@change
def rounded_in_prose(case: Case) -> None:
    """The prose rounds the table's figures and says about."""
    cells, staff = case.report.rows["output"], case.report.rows["staff"]
    about = Decimal(cells[1]).quantize(Decimal(1))
    people = Decimal(staff[1]) / 10000
    sentence = f"{case.report.years[1]}年集群总产值约{about}亿元，从业人员近{people.quantize(Decimal('0.1'), ROUND_UP)}万人。"
    case.report.texts["2.8"].insert(0, Paragraph([(0, sentence)]))


@change
def other_years_in_prose(case: Case) -> None:
    """The prose also states figures of other years, of the province and of single firms."""
    firm = case.report.lists["top10"][2]
    year = case.report.years[0] - 3
    sentence = (
        f"{year}年集群总产值只有{times(case.report.rows['output'][0], '0.6')}亿元；同期全省同行业总产值为"
        f"{times(case.report.rows['output'][1], '9')}亿元。{firm[0]}{case.report.years[1]}年营业收入{firm[3]}亿元，拥有发明专利23件。"
    )
    case.report.texts["2.8"].insert(0, Paragraph([(0, sentence)]))


@change
def quarter_in_prose(case: Case) -> None:
    """The prose states the first half of the running year and a goal."""
    output = case.report.rows["output"][1]
    year = case.report.years[1] + 1
    sentence = f"{year}年上半年集群总产值{times(output, '0.53')}亿元，出口额{times(case.report.rows['exp'][1], '0.5')}亿元；力争全年总产值突破{times(output, '1.1')}亿元。"
    case.report.texts["2.8"].append(Paragraph([(0, sentence)]))


@change
def dates_in_chinese_numerals(case: Case) -> None:
    """The dates of signatures and opinion are typed in Chinese numerals."""
    year = str(case.report.years[1] + 1).translate(str.maketrans("0123456789", "〇一二三四五六七八九"))
    case.report.sign[2] = f"{year}年三月八日"
    case.report.opinion_date = f"{year.replace('〇', '○')}年三月十日"


@change
def commitment_marks(case: Case) -> None:
    """The commitments are typed with other marks and spaces."""
    case.report.commitments = [
        line.replace("1、", "1.").replace("2、", "2.").replace("3、", "3.").replace("；", ";")
        for line in case.report.commitments
    ]


@change
def more_carriers_than_lines(case: Case) -> None:
    """A level says 国家级（部级） and a date has a day."""
    for row in case.report.lists["carriers"][:2]:
        row[2] = "2019年12月18日"


@change
def firm_list_of_nine(case: Case) -> None:
    """Research is listed for nine firms."""
    case.report.lists["rd10"] = case.report.lists["rd10"][:9]
