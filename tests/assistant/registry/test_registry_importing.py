from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.registry import Registry
from assistant.registry.folding import fold
from index.errors import UserError

REGISTRY = Registry.load()
CHINESE = "序号,集群名称,类别,批次,年份,促进组织名称,核心承载园区,市州,县市区,联系电话\n"
ROW = (
    "1,茶陵县箱包特色产业集群,湖南省中小企业特色产业集群培育对象,第二批,2024,"
    "茶陵县箱包促进中心,茶陵经开区,,,0731-1\n"
)


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_later_batch_in_any_usual_encoding(tmp_path: Path, encoding: str) -> None:
    registry = REGISTRY.import_csv(write(tmp_path / "b2.csv", CHINESE + ROW, encoding))
    assert len(registry.clusters) == 49
    assert len(REGISTRY.clusters) == 48
    cluster = registry.clusters[-1]
    assert (cluster.category, cluster.stage) == ("中小企业特色产业集群", "培育对象")
    assert (cluster.batch, cluster.batch_year) == ("第二批", 2024)
    assert (cluster.city, cluster.county) == ("株洲市", "茶陵县")
    assert cluster.extra == (("联系电话", "0731-1"),)
    assert registry.find("茶陵的箱包集群")[0].cluster == cluster
    assert registry.filter(county="茶陵") == (cluster,)


def test_english_headings_tabs_and_load_extra(tmp_path: Path) -> None:
    text = "name\tcategory\tyear\tstage\tpark\n平江县云母产业集群\t先进制造业集群\t2025\t集群\t平江高新区\n"
    registry = Registry.load([write(tmp_path / "b3.csv", text)])
    cluster = registry.clusters[-1]
    assert (cluster.city, cluster.county, cluster.batch) == ("岳阳市", "平江县", "2025年")
    assert (cluster.source_doc, cluster.source_locator) == ("b3", "第2行")


def test_the_same_cluster_may_come_again_at_another_stage(tmp_path: Path) -> None:
    text = "集群名称,类别,批次\n长沙智能汽车产业集群,先进制造业集群,第二批\n"
    registry = REGISTRY.import_csv(write(tmp_path / "b.csv", text))
    assert [m.cluster.stage for m in registry.find("长沙智能汽车产业集群")] == ["培育对象", "集群"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (CHINESE + ROW.replace("2024", "二四"), ["第2行", "年份"]),
        (CHINESE + ROW.replace("湖南省中小企业特色产业集群培育对象", "其他"), ["第2行", "类别", "其他"]),
        (CHINESE + ROW.replace("茶陵县箱包特色产业集群", ""), ["第2行", "集群名称"]),
        (CHINESE + ROW + ROW, ["第3行", "重复", "第2行"]),
        (CHINESE + ROW.rstrip("\n") + ",多出一格\n", ["第2行", "11格"]),
        (CHINESE + ROW.replace(",,,", ",江西省,,"), ["第2行", "市州", "江西省"]),
        (CHINESE + ROW.replace(",,,", ",,株洲市,"), ["第2行", "县市区", "株洲市"]),
        ("集群名称,批次\n甲集群,第二批\n", ["缺少", "类别"]),
        ("集群名称,类别\n甲集群,特色产业集群\n", ["缺少", "批次"]),
        ("集群名称,集群名称,类别,批次\n甲,乙,特色产业集群,第二批\n", ["集群名称"]),
        ("集群名称,名称,类别,批次\n甲,乙,特色产业集群,第二批\n", ["集群名称", "名称"]),
        (CHINESE, ["没有集群"]),
        ("", ["空文件"]),
        ('集群名称,类别,批次\n"甲,特色产业集群,第二批\n', ["引号"]),
        (
            "集群名称,类别,批次\n长沙智能汽车产业集群,先进制造业集群培育对象,第一批\n",
            [],
        ),
    ],
)
def test_bad_files_are_refused_with_line_and_column(tmp_path: Path, text: str, said: list[str]) -> None:
    path = write(tmp_path / "坏.csv", text)
    if not said:
        assert len(REGISTRY.import_csv(path).clusters) == 49  # no year given: not known to be the same row
        return
    with pytest.raises(UserError) as refused:
        REGISTRY.import_csv(path)
    message = str(refused.value)
    assert "坏.csv" in message
    assert "\n" not in message
    for words in said:
        assert words in message


def test_a_row_that_is_there_already_is_refused(tmp_path: Path) -> None:
    text = "集群名称,类别,批次,年份\n长沙智能汽车产业集群,先进制造业集群培育对象,第一批,2022\n"
    with pytest.raises(UserError, match=r"第2行.*重复"):
        REGISTRY.import_csv(write(tmp_path / "b.csv", text))


def test_unreadable_files_are_user_errors(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="打不开"):
        REGISTRY.import_csv(tmp_path / "没有.csv")
    (tmp_path / "b.csv").write_bytes(b"name,category\n\xff\x00\x81\n")
    with pytest.raises(UserError, match="CSV"):
        REGISTRY.import_csv(tmp_path / "b.csv")


_CELL = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=12)


@given(
    st.lists(
        st.tuples(_CELL.filter(fold), _CELL, _CELL), min_size=1, max_size=6, unique_by=lambda r: fold(r[0])
    )
)
def test_no_cell_of_a_row_is_lost(tmp_path_factory: pytest.TempPathFactory, rows) -> None:
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(["集群名称", "类别", "批次", "促进组织", "自拟栏"])
    for name, organisation, own in rows:
        writer.writerow([name, "特色产业集群", "第三批", organisation, own])
    path = write(tmp_path_factory.mktemp("csv") / "rows.csv", buffer.getvalue())
    added = REGISTRY.import_csv(path).clusters[48:]
    assert [(c.name, c.organisation, dict(c.extra).get("自拟栏", "")) for c in added] == list(rows)
