"""All variants of layout and wording by name, in groups of which one of each may be combined, in this order."""

from __future__ import annotations

from eval.drafts import variants as tables
from eval.drafts import wordings as words
from eval.drafts.variants import Variant

GROUPS: dict[str, dict[str, Variant]] = {
    "rows": {
        "shuffled_rows": tables.shuffled_rows,
        "extra_rows": tables.extra_rows,
    },
    "years": {
        "year_words": tables.year_words(
            "{}", "{}年度", "{}年实际", "{} 年", "{}年末", "{}年1-12月", "{}年（快报）"
        ),
        "relative_years": tables.relative_years,
        "years_under_one_heading": tables.years_under_one_heading,
    },
    "units": {
        "units_in_cells": tables.units_in_cells,
        "rows_in_wan": tables.rows_in_wan,
        "tables_in_wan": tables.tables_in_wan,
        "units_dropped": tables.units_dropped,
        "unit_column": tables.unit_column,
    },
    "columns": {
        "reversed_years": tables.reversed_years,
        "third_year": tables.third_year,
        "remark_column": tables.remark_column,
        "serial_column": tables.serial_column,
    },
    "labels": {
        "numbered_rows": tables.numbered_rows,
        "label_slips": words.label_slips,
        "reworded": words.reworded,
        "traditional": words.traditional,
    },
    "figures": {
        "full_width": words.full_width,
        "thousands": words.thousands,
        "footnote_marks": words.footnote_marks,
        "broken_figures": words.broken_figures,
    },
    "around": {
        "cover": words.cover,
        "contents": words.contents("……{}", "\t{}", "", " {}"),
        "annexed_tables": words.annexed_tables,
        "instructions": words.instructions,
    },
    "headings": {
        "parts": words.heading_style("第{c}部分 {title}", "（{c}）{title}"),
        "titles": words.heading_style("{title}", "{title}"),
        "stops": words.heading_style("{own}．{title}", "{own}、{title}"),
        "counts": words.heading_style("{n}、{title}", "{n}.{title}"),
        "chapters": words.heading_style("第{c}章　{title}", "第{c}节　{title}"),
        "closing_brackets": words.heading_style("{n}. {title}", "{n}) {title}"),
        "automatic_numbers": words.automatic_numbers,
        "without_parts": words.without_parts,
    },
    "tables": {
        "split_tables": tables.split_tables,
        "split_tables_with_headings": tables.split_tables_with_headings,
        "transposed": tables.transposed,
    },
    "whole": {
        "padded": words.padded,
        "headings_as_lines": words.headings_as_lines,
        "single_table": tables.single_table,
    },
}
VARIANTS: dict[str, Variant] = {name: variant for group in GROUPS.values() for name, variant in group.items()}
