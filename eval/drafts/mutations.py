"""Mutations: each puts one known defect into a sample report and says where it must be found."""

from __future__ import annotations

from assistant.checker.form import Form
from eval.drafts.changes import (
    Change,
    Mutation,
    add_text,
    change_text,
    drop_rows,
    scale,
    set_cell,
    set_list,
    set_text,
)
from eval.drafts.mutations_forms import FORM_MUTATIONS
from eval.drafts.mutations_lists import LIST_MUTATIONS
from eval.drafts.mutations_tables import TABLE_MUTATIONS
from eval.drafts.mutations_texts import TEXT_MUTATIONS

__all__ = [
    "MUTATIONS",
    "Change",
    "Form",
    "Mutation",
    "add_text",
    "change_text",
    "drop_rows",
    "scale",
    "set_cell",
    "set_list",
    "set_text",
]

MUTATIONS: tuple[Mutation, ...] = (*TABLE_MUTATIONS, *LIST_MUTATIONS, *TEXT_MUTATIONS, *FORM_MUTATIONS)
