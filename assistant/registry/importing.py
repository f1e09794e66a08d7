"""Read lists of later batches that a user holds as CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from assistant.registry.categories import parse_categories
from assistant.registry.models import Category, Cluster, Stage
from assistant.registry.tables import split
from index.errors import UserError

if TYPE_CHECKING:
    from assistant.registry.registry import Registry

_HEADINGS: dict[str, tuple[str, ...]] = {
    "name": ("集群名称", "名称", "产业集群名称", "name", "cluster"),
    "other_names": ("其他名称", "别名", "曾用名", "other_names"),
    "category": ("类别", "申报类别", "集群类别", "category"),
    "stage": ("阶段", "称号", "stage"),
    "batch": ("批次", "batch"),
    "batch_year": ("年份", "年度", "公布年份", "批次年份", "batch_year", "year"),
    "organisation": ("促进组织名称", "促进组织", "集群促进组织", "organisation", "organization"),
    "park": ("核心承载园区", "承载园区", "园区", "park"),
    "city": ("市州", "所在市州", "市", "city"),
    "county": ("县市区", "所在县市区", "县（市、区）", "县", "county"),
    "number": ("序号", "编号", "number", "no"),
    "note": ("备注", "说明", "note"),
    "source_doc": ("来源文件", "来源", "文件", "source_doc", "source"),
    "source_locator": ("出处", "位置", "source_locator", "locator"),
}
_FIELDS = {heading.casefold(): field for field, headings in _HEADINGS.items() for heading in headings}


@dataclass(frozen=True)
class _Row:
    path: Path
    line: int
    cells: Mapping[str, str]
    headings: Mapping[str, str]

    def get(self, field: str) -> str:
        return self.cells.get(field, "").strip()

    def wrong(self, field: str, what: str) -> UserError:
        heading = self.headings.get(field, _HEADINGS[field][0])
        return UserError(f"{self.path.name} 第{self.line}行“{heading}”一栏{what}")


def read_clusters(path: Path, registry: Registry) -> tuple[Cluster, ...]:
    """The clusters of a CSV file, checked against the divisions that `registry` knows.

    Args:
        path: the file; see `Registry.import_csv`.
        registry: gives divisions and the rows already known.

    Raises:
        UserError: the file cannot be read, a heading is missing, a cell cannot be understood, a row has
            more cells than headings, or a row is there already.
    """
    headings, extra, rows = _table(path)
    fields = {field: heading for heading, field in headings}
    for field in ("name", "category"):
        if field not in fields:
            raise UserError(f"{path.name} 缺少“{_HEADINGS[field][0]}”一栏，请在表头补上")
    if "batch" not in fields and "batch_year" not in fields:
        raise UserError(f"{path.name} 缺少“批次”或“年份”一栏，请在表头补上其中一栏")
    known = {_identity(cluster): "名单" for cluster in registry.clusters}
    ids = {cluster.id for cluster in registry.clusters}
    clusters: list[Cluster] = []
    for line, cells in rows:
        row = _Row(path, line, {field: cells[heading] for heading, field in headings}, fields)
        others = tuple((heading, cells[heading]) for heading in extra if cells[heading].strip())
        cluster = _cluster(row, others, registry, ids)
        identity = _identity(cluster)
        if identity in known:
            raise row.wrong("name", f"的“{cluster.name}”与{known[identity]}重复，请删去其中一行")
        known[identity] = f"第{line}行"
        ids.add(cluster.id)
        clusters.append(cluster)
    if not clusters:
        raise UserError(f"{path.name} 只有表头，没有集群；请检查文件是否完整")
    return tuple(clusters)


def _identity(cluster: Cluster) -> tuple[str, str, int | None, Stage]:
    from assistant.registry.folding import fold

    return fold(cluster.name), cluster.batch, cluster.batch_year, cluster.stage


def _cluster(row: _Row, extra: tuple[tuple[str, str], ...], registry: Registry, ids: set[str]) -> Cluster:
    name = row.get("name")
    if not name:
        raise row.wrong("name", "是空的，请填写集群名称，或删去整行")
    category, listed = _category(row)
    year = _year(row)
    batch = row.get("batch") or (f"{year}年" if year else "")
    if not batch:
        raise row.wrong("batch", "是空的，请填写批次（如“第二批”）或年份")
    found = {match.division.name: match.division for match in registry.divisions_in(name)}
    home = tuple(found)
    county = _place(row, "county", registry, city=False)
    if not county:
        parks = (match.division for match in registry.divisions_in(row.get("park")))
        inside = [division for division in (*parks, *found.values()) if not division.is_city]
        county = inside[0].name if inside else ""
    city = _place(row, "city", registry, city=True)
    if not city:
        division = registry.division(county) or next(iter(found.values()), None)
        city = registry.city_of(division).name if division else ""
    number = row.get("number")
    return Cluster(
        id=_new_id(row, ids),
        name=name,
        other_names=split(row.get("other_names")),
        category=category,
        category_as_listed=listed,
        stage=_stage(row),
        batch=batch,
        batch_year=year,
        organisation=row.get("organisation"),
        park=row.get("park"),
        city=city,
        county=county,
        county_certain=bool(row.get("county")),
        home=home,
        note=row.get("note"),
        source_doc=row.get("source_doc") or row.path.stem,
        source_locator=row.get("source_locator") or (f"序号{number}" if number else f"第{row.line}行"),
        extra=extra,
    )


def _category(row: _Row) -> tuple[Category, str]:
    said = row.get("category")
    found = parse_categories(said)
    if len(found) != 1:
        shown = f"“{said}”认不出" if said else "是空的"
        raise row.wrong("category", f"{shown}，应为“先进制造业集群”或“中小企业特色产业集群”")
    return found[0], said.removeprefix("湖南省").replace("培育对象", "").strip("（）() ") or found[0]


def _stage(row: _Row) -> Stage:
    said = row.get("stage")
    if "培育对象" in said or (not said and "培育对象" in row.get("category")):
        return "培育对象"
    if not said or said.endswith("集群") or said in ("认定", "正式", "决赛胜出"):
        return "集群"
    raise row.wrong("stage", f"的“{said}”认不出，应为“集群”或“培育对象”")


def _year(row: _Row) -> int | None:
    said = row.get("batch_year").removesuffix("年")
    if not said:
        return None
    if not re.fullmatch(r"20\d\d", said):
        raise row.wrong("batch_year", f"的“{row.get('batch_year')}”不是年份，应写成 2024 这样的四位数字")
    return int(said)


def _place(row: _Row, field: Literal["city", "county"], registry: Registry, *, city: bool) -> str:
    said = row.get(field)
    if not said:
        return ""
    division = registry.division(said)
    if division is None or division.is_city != city:
        kind = "市州" if city else "县（市、区）"
        example = "邵阳市" if city else "邵东市"
        raise row.wrong(field, f"的“{said}”不是湖南省的{kind}，请写全称，如“{example}”")
    return division.name


def _new_id(row: _Row, ids: set[str]) -> str:
    base = f"{row.path.stem}-{row.get('number') or row.line}"
    candidate, again = base, 2
    while candidate in ids:
        candidate, again = f"{base}-{again}", again + 1
    return candidate


def _table(
    path: Path,
) -> tuple[list[tuple[str, str]], list[str], list[tuple[int, dict[str, str]]]]:
    """Known headings with their fields, unknown headings, and (line, cells by heading) of each row."""
    text = _decode(path)
    first = text.lstrip("\n\r").split("\n", 1)[0]
    delimiter = max(",\t;", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    headings: list[str] = []
    rows: list[tuple[int, dict[str, str]]] = []
    line = 1
    try:
        for cells in reader:
            line, start = reader.line_num + 1, line
            if not any(cell.strip() for cell in cells):
                continue
            if not headings:
                headings = _headings(path, cells)
                continue
            if any(cell.strip() for cell in cells[len(headings) :]):
                raise UserError(
                    f"{path.name} 第{start}行有{len(cells)}格，表头只有{len(headings)}栏；"
                    "单元格里有逗号时请用双引号括起来"
                )
            padded = (*cells, *[""] * (len(headings) - len(cells)))
            rows.append((start, dict(zip(headings, padded, strict=False))))
    except csv.Error as error:
        raise UserError(f"{path.name} 第{line}行不是有效的 CSV，请检查引号是否成对") from error
    if not headings:
        raise UserError(f"{path.name} 是空文件，请检查是否选对了文件")
    known = [(heading, _FIELDS[_plain(heading)]) for heading in headings if _plain(heading) in _FIELDS]
    for heading, field in known:
        double = [other for other, its in known if its == field and other != heading]
        if double:
            raise UserError(f"{path.name} 的“{heading}”和“{double[0]}”两栏是同一内容，请只留一栏")
    return known, [heading for heading in headings if heading and _plain(heading) not in _FIELDS], rows


def _headings(path: Path, cells: list[str]) -> list[str]:
    headings = [cell.strip() for cell in cells]
    for heading in headings:
        if heading and headings.count(heading) > 1:
            raise UserError(f"{path.name} 表头有两栏都叫“{heading}”，请改名或删去一栏")
    # A column without a heading still gets a name: what stands in it must not be lost.
    return [heading or f"第{number}栏" for number, heading in enumerate(headings, 1)]


def _plain(heading: str) -> str:
    return re.sub(r"\s", "", heading).casefold()


def _decode(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UserError(f"打不开 {path.name}：请检查文件是否存在、是否有权读取") from error
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as error:
            line = data[: error.start].count(b"\n") + 1
            continue
        if "\0" in text:
            break
        return text
    else:
        raise UserError(f"{path.name} 第{line}行有认不出的字符，请另存为 UTF-8 或 GB18030 编码的 CSV")
    raise UserError(f"{path.name} 不是文本文件；请在 Excel 中另存为“CSV UTF-8”再导入")
