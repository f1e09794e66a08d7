"""The register: every rule is in it, is told to readers, tried on both sides and put into a mutation."""

from __future__ import annotations

import importlib
import importlib.util
import inspect
import pkgutil
from datetime import date
from pathlib import Path

import pytest
from rule_cases import RULES, Case, build

import assistant.checker.rules as package
from assistant.checker.form import STAGES
from assistant.checker.form_loader import load_form
from assistant.checker.rules import registry
from assistant.checker.rules.registry import Context, all_rules, rule
from assistant.checker.rules.texts import RuleText, rule_texts
from eval.drafts.mutations import MUTATIONS
from index.corpus import load_corpus

# id, kind, severity, title, function; document and locator where it is not the form's section.
# fmt: off
REGISTER = (
    ("already-listed", "eligibility", "info", "集群已在名单上", 'already_listed', ('measures-2021', '第三条')),
    ("approval-date", "consistency", "warning", "批准时间晚于报告年度", 'approval_date'),
    ("aspects-missing", "completeness", "info", "自评报告没有写到格式所列的方面", 'aspects_missing'),
    ("carriers-listed", "consistency", "error", "技术创新载体数量与清单不符", 'carriers_listed'),
    ("category-differs", "eligibility", "warning", "申报类别与所选类别不同", 'category_differs'),
    ("category-unclear", "eligibility", "error", "申报类别不明确", 'category_unclear'),
    ("cell-missing", "completeness", "error", "应填的单元格为空", 'cell_missing'),
    ("co2-scale", "range", "warning", "单位产值二氧化碳排放量疑似单位错误", 'co2_scale'),
    ("commitment", "declaration", "error", "承诺内容缺失或被改动", 'commitment'),
    ("commitment-qualified", "declaration", "warning", "承诺后附有保留", 'commitment_qualified'),
    ("count-listed", "consistency", "error", "数量与清单行数不符", 'count_listed'),
    ("county-quota", "eligibility", "warning", "县（市）已有集群在名单上", 'county_quota', ('measures-2021', '第十六条')),
    ("cover-name", "consistency", "warning", "封面或页眉的集群名称与基本信息不一致", 'cover_name'),
    ("date-implausible", "declaration", "warning", "签署日期与报告年度不合", 'date_implausible'),
    ("date-impossible", "declaration", "error", "日期不存在", 'date_impossible'),
    ("date-not-real", "format", "warning", "文字或清单中的日期不存在", 'date_not_real'),
    ("derived-growth", "arithmetic", "error", "增速与两年数值不符", 'derived_growth'),
    ("derived-ratio", "arithmetic", "error", "比率与分子分母不符", 'derived_ratio'),
    ("design-listed", "consistency", "warning", "工业设计中心数量与清单不符", 'design_listed'),
    ("employees-scale", "consistency", "warning", "从业人员与企业数、营业收入不称", 'employees_scale'),
    ("endorsement-blank", "declaration", "error", "人民政府意见或签字为空", 'endorsement_blank'),
    ("endorsement-undated", "declaration", "error", "意见或签字没有日期", 'endorsement_undated'),
    ("evidence-missing", "evidence", "warning", "没有佐证材料", 'evidence_missing'),
    ("evidence-page", "evidence", "warning", "没有标注佐证材料所在页码", 'evidence_page'),
    ("exports-high", "consistency", "warning", "出口额大于营业收入", 'exports_high'),
    ("extra-rows", "format", "info", "格式之外的行，未参与检查", 'extra_rows'),
    ("fractional-count", "format", "error", "个数应为整数", 'fractional_count'),
    ("growth-from-zero", "arithmetic", "warning", "上年为零时没有增幅", 'growth_from_zero'),
    ("growth-impossible", "range", "error", "降幅超过 100%", 'growth_impossible'),
    ("growth-rate", "arithmetic", "error", "增幅与两年数值不符", 'growth_rate'),
    ("intensity-scale", "arithmetic", "warning", "投资强度与固定资产投资、开发面积相差悬殊", 'intensity_scale'),
    ("large-firm-average", "consistency", "warning", "规上工业企业平均营业收入过低", 'large_firm_average'),
    ("lead-unit", "declaration", "warning", "编制牵头单位应为县以上人民政府", 'lead_unit'),
    ("level-contradicted", "consistency", "warning", "级别与批准单位或名称矛盾", 'level_contradicted'),
    ("list-cell-missing", "completeness", "error", "清单中有空格", 'list_cell_missing'),
    ("list-length", "completeness", "warning", "清单行数与要求不符", 'list_length'),
    ("list-level", "format", "warning", "级别应填国家级或省级", 'list_level'),
    ("list-missing", "completeness", "error", "清单没有填写", 'list_missing'),
    ("list-out-of-range", "range", "error", "清单数值超出可能范围", 'list_out_of_range'),
    ("list-over-firms", "consistency", "error", "清单企业多于企业数量", 'list_over_firms'),
    ("list-repeated", "consistency", "warning", "清单中有重复的名称", 'list_repeated'),
    ("list-total", "consistency", "error", "清单合计大于总数", 'list_total'),
    ("list-total-low", "consistency", "warning", "前十家合计低于平均水平", 'list_total_low'),
    ("name-differs", "consistency", "error", "前后名称不一致", 'name_differs'),
    ("not-a-number", "format", "error", "应填数字", 'not_a_number'),
    ("numbering-gap", "consistency", "info", "文字编号跳号", 'numbering_gap'),
    ("opinion-authority", "declaration", "warning", "意见应由县以上人民政府出具", 'opinion_authority'),
    ("opinion-negative", "declaration", "error", "人民政府意见为不同意", 'opinion_negative'),
    ("other-unit", "format", "info", "单位与表头不同，已换算", 'other_unit'),
    ("out-of-range", "range", "error", "数值超出可能范围", 'out_of_range'),
    ("paragraph-repeated", "consistency", "warning", "同一段文字出现两次", 'paragraph_repeated'),
    ("park-part", "consistency", "error", "园区内集群产业数大于集群总数", 'park_part'),
    ("park-without-cluster", "consistency", "warning", "核心承载园区内没有集群产业", 'park_without_cluster'),
    ("part-column", "consistency", "error", "其中数大于总额", 'part_column'),
    ("part-row", "consistency", "error", "部分大于总体（同表各行）", 'part_row'),
    ("percent-as-fraction", "range", "warning", "百分数疑似以小数填写", 'percent_as_fraction'),
    ("person-title", "format", "warning", "应填写姓名和职务", 'person_title'),
    ("placeholder", "completeness", "warning", "留有占位文字", 'placeholder'),
    ("project-period", "consistency", "warning", "项目建设期有误", 'project_period'),
    ("project-unit", "range", "warning", "项目总投资疑似单位错误", 'project_unit'),
    ("promoter-evidence", "evidence", "warning", "促进组织佐证资料不全", 'promoter_evidence'),
    ("prose-cluster", "consistency", "warning", "文字中的集群名称与基本信息不一致", 'prose_cluster'),
    ("prose-differs", "consistency", "warning", "文字中的数据与表格不一致", 'prose_differs'),
    ("prose-government", "consistency", "warning", "文字中出现其他县市的人民政府", 'prose_government'),
    ("prose-growth", "consistency", "warning", "文字中的增幅与表格不一致", 'prose_growth'),
    ("prose-name", "consistency", "warning", "文字中的单位名称与基本信息不一致", 'prose_name'),
    ("prose-target", "consistency", "warning", "文字中的目标与 5.1 不一致", 'prose_target'),
    ("quality-awards-listed", "consistency", "warning", "质量奖数量与清单不符", 'quality_awards_listed'),
    ("rank-order", "consistency", "warning", "排名清单未按数值从高到低排列", 'rank_order'),
    ("rd-over-revenue", "consistency", "error", "企业研发投入大于营业收入", 'rd_over_revenue'),
    ("rd-ratio-high", "consistency", "warning", "研发经费比重与研发经费不符", 'rd_ratio_high'),
    ("row-missing", "completeness", "error", "缺少整行指标", 'row_missing'),
    ("row-repeated", "consistency", "warning", "同一行指标出现两次且数值不同", 'row_repeated'),
    ("seal-missing", "declaration", "warning", "没有盖章处", 'seal_missing'),
    ("section-missing", "completeness", "error", "缺少整节内容", 'section_missing'),
    ("share-sum", "consistency", "warning", "同一产品国内市场占有率合计超过 100%", 'share_sum'),
    ("signer-differs", "consistency", "warning", "签字人或盖章单位与基本信息不一致", 'signer_differs'),
    ("sme-share-other-category", "eligibility", "warning", "仅中小企业特色产业集群填报的指标", 'sme_share_other_category'),
    ("sme-share-zero", "consistency", "warning", "中小企业产值比重为零", 'sme_share_zero'),
    ("stage-differs", "eligibility", "warning", "报告阶段与所选阶段不同", 'stage_differs'),
    ("stage-unstated", "eligibility", "info", "没有标明初赛或决赛", 'stage_unstated'),
    ("table-missing", "completeness", "error", "缺少整张表", 'table_missing'),
    ("target-base", "consistency", "error", "5.1 上一年实际值与 2.1 不一致", 'target_base'),
    ("target-base-part", "consistency", "error", "5.1 上一年实际值大于集群总数", 'target_base_part'),
    ("target-part", "consistency", "error", "5.1 利润或税金大于营业收入", 'target_part'),
    ("targets-fall", "consistency", "warning", "发展目标逐年下降", 'targets_fall'),
    ("targets-flat", "consistency", "info", "三年目标与上一年相同", 'targets_flat'),
    ("targets-leap", "consistency", "warning", "发展目标一年翻番以上", 'targets_leap'),
    ("telephone", "format", "error", "电话号码格式不对", 'telephone'),
    ("telephone-shared", "consistency", "info", "促进组织与园区电话相同", 'telephone_shared'),
    ("text-copied", "consistency", "warning", "两节文字大段相同", 'text_copied'),
    ("text-missing", "completeness", "error", "文字部分为空", 'text_missing'),
    ("text-short", "completeness", "warning", "文字部分过短", 'text_short'),
    ("threshold-firms", "eligibility", "warning", "省级及以上优质企业数量门槛", 'threshold_firms'),
    ("threshold-leading-firm", "eligibility", "error", "龙头企业营业收入门槛", 'threshold_leading_firm'),
    ("threshold-output", "eligibility", "error", "中小企业特色产业集群产值门槛", 'threshold_output'),
    ("threshold-revenue", "eligibility", "error", "先进制造业集群营业收入门槛", 'threshold_revenue'),
    ("threshold-sme-share", "eligibility", "error", "中小企业产值比重门槛", 'threshold_sme_share'),
    ("top-ten-over-output", "consistency", "warning", "前十家营业收入大于集群总产值", 'top_ten_over_output'),
    ("trainee-category", "eligibility", "warning", "申报类别与名单不同", 'trainee_category', ('list-2022', '第四项')),
    ("trainee-list", "eligibility", "warning", "决赛限培育对象参加", 'trainee_list', ('measures-2021', '第三条')),
    ("trainee-units", "eligibility", "warning", "促进组织或园区与名单不同", 'trainee_units', ('list-2022', '第四项')),
    ("unit-leap", "range", "warning", "两年数值相差千倍以上，疑似单位错误", 'unit_leap'),
    ("word-limit", "limit", "error", "超过字数限制", 'word_limit'),
    ("wrong-unit", "format", "error", "单位不符", 'wrong_unit'),
    ("years-differ", "consistency", "warning", "各表年度不一致", 'years_differ'),
    ("years-identical", "consistency", "warning", "两年数值大面积相同", 'years_identical'),
    ("years-not-consecutive", "consistency", "warning", "表头年度不连续", 'years_not_consecutive'),
    ("years-unstated", "consistency", "info", "表头没有年度", 'years_unstated'),
)
# fmt: on


def test_the_register_is_this():
    found = [
        (
            item.id,
            item.kind,
            item.severity,
            item.title,
            item.check.__name__,
            *([item.basis] if item.basis[1] else []),
        )
        for item in all_rules()
    ]
    assert found == list(REGISTER)


def test_all_rules_are_run():
    draft, _ = build(cells={"2.5/water/y1": "191.6", "2.1/profit/y1": "较好"})
    found = {item.id for item, _ in registry.run(Context(draft, draft.form, date(2023, 2, 1)))}
    assert found >= {"out-of-range", "not-a-number", "section-missing"}


def test_no_rule_is_left_out():
    """Every function marked as a rule, in every module, is registered under an id of its own."""
    marked = 0
    for info in pkgutil.iter_modules(package.__path__):
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        marked += inspect.getsource(module).count("\n@rule(")
    assert len(RULES) == marked
    assert all(item.check.__doc__ for item in RULES.values())


def _tables() -> dict[str, tuple[Case, ...]]:
    tables: dict[str, tuple[Case, ...]] = {}
    for path in sorted(Path(__file__).parent.glob("test_*.py")):
        if path == Path(__file__):
            continue
        spec = importlib.util.spec_from_file_location(f"table_{path.stem}", path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        assert not tables.keys() & module.CASES.keys()
        tables |= module.CASES
    return tables


TABLES = _tables()


def test_every_rule_has_a_table():
    assert TABLES.keys() == RULES.keys()


@pytest.mark.parametrize("rule_id", sorted(RULES))
def test_every_rule_is_tried_on_both_sides(rule_id):
    table = TABLES[rule_id]
    assert any(each.hits for each in table)
    assert any(not each.hits for each in table)
    names = [each.name for each in table]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("rule_id", sorted(RULES))
def test_every_rule_says_what_to_do(rule_id):
    sections = {section.number for stage in STAGES for section in load_form(stage).sections}
    for hit in (hit for each in TABLES[rule_id] for hit in each.hits):
        assert hit.message.strip()
        assert hit.advice.strip()
        assert hit.section in sections


@pytest.mark.parametrize("rule_id", sorted(RULES))
def test_every_rule_has_a_mutation(rule_id):
    assert any(mutation.rule == rule_id for mutation in MUTATIONS)


@pytest.mark.parametrize("rule_id", sorted(RULES))
def test_every_rule_is_told_to_readers(rule_id):
    item = RULES[rule_id]
    assert (item.explanation, item.example, item.remedy) == (
        item.text.explanation,
        item.text.example,
        item.text.remedy,
    )
    for text in (item.explanation, item.example, item.remedy):
        assert text.endswith("。")
        assert "\n" not in text.strip()
    numbers = {section.number for stage in item.stages for section in load_form(stage).sections}
    assert set(item.sections) <= numbers | ({"七"} if item.sections else set())
    assert item.stages
    assert set(item.stages) <= set(STAGES)


def test_texts_are_of_rules():
    assert rule_texts().keys() == RULES.keys()


def test_a_rule_without_a_text_has_an_empty_one():
    bare = registry.Rule("bare", "range", "info", "题目", ("report-2023", None), lambda context: ())
    assert bare.text == RuleText()
    assert (bare.explanation, bare.example, bare.remedy, bare.sections, bare.stages) == (
        "",
        "",
        "",
        (),
        STAGES,
    )


def test_an_id_is_used_once():
    with pytest.raises(ValueError, match="growth-rate"):
        rule(id="growth-rate", kind="arithmetic", title="再来一次")(lambda context: ())
    assert RULES["growth-rate"].check.__name__ == "growth_rate"


def test_citations_exist():
    corpus = load_corpus()
    own = {item.basis for item in RULES.values() if item.basis[1]}
    own |= {hit.basis for table in TABLES.values() for each in table for hit in each.hits if hit.basis}
    for document, locator in own:
        assert corpus.clause(document, locator) is not None
