"""Who answers which kind of question, and in which order."""

from __future__ import annotations

from assistant.answering import (
    address,
    after_expiry,
    basis_of,
    boundary,
    category_bar,
    chain_counts,
    chains,
    consequences,
    document_facts,
    document_order,
    doers,
    duties,
    duty_claims,
    duty_of,
    eligibility,
    extent,
    facts_about,
    figures_stated,
    form_asked,
    form_figures,
    form_help,
    form_notes,
    form_units,
    form_values,
    forms,
    general,
    in_force,
    levels,
    list_counts,
    local_duties,
    mentions,
    misprints,
    open_case,
    organisation_kind,
    particulars,
    parts,
    recommended,
    registry,
    registry_columns,
    registry_lists,
    registry_unlisted,
    report_claims,
    step_order,
    tables,
    uncollected,
    unstated,
)

# Kinds of which the wording alone does not tell whether they are about this programme.
OPEN = frozenset({"eligibility", "form", "general"})

# Who answers questions of one narrow sort, which words of wider topics would draw to other answers; in order.
NARROW = (
    registry_lists.of_another_batch,
    forms.compared,
    registry_unlisted.of_contacts,
    registry_unlisted.of_a_cluster,
    registry_columns.answer,
    extent.answer,
    after_expiry.answer,
    basis_of.answer,
    misprints.answer,
    uncollected.answer,
    uncollected.of_an_address,
    document_order.answer,
    document_facts.answer,
    step_order.answer,
    report_claims.answer,
    form_asked.answer,
    in_force.of_repealed,
    in_force.relied_on,
    list_counts.answer,
    recommended.answer,
    parts.answer,
    doers.of_a_body,
    duty_claims.answer,
    duties.answer,
    particulars.answer,
    mentions.answer,
    local_duties.answer,
    levels.answer,
    chains.answer,
    chain_counts.answer,
    organisation_kind.answer,
    form_notes.answer,
    form_units.of_units,
    forms.belongs,
    form_figures.answer,
    form_values.answer,
    form_asked.otherwise,
    category_bar.answer,
    consequences.answer,
    unstated.answer,
    doers.answer,
    figures_stated.answer,
    form_help.of_a_row,
    duty_of.answer,
)

# ... those of them that answer where places or columns of the lists are surely asked for.
SURELY_LISTED = (registry_lists.of_another_batch, registry_columns.answer)

# ... those of them that leave a question to the rule where it surely is the rule's.
DOERS = frozenset({local_duties.answer, doers.of_a_body, doers.answer})
YIELDING = frozenset({*DOERS, category_bar.answer, unstated.answer})

# Documents that the rules rest on.
RULED = frozenset({"measures-2021", "list-2022", "report-2023"})

# Who answers what no rule decides, in order.
_CLAUSES = (
    forms.answer,
    facts_about.answer,
    form_help.answer,
    tables.answer,
    open_case.answer,
    general.answer,
    address.fallback,
)

# For each kind of question, who may answer it, in order; the first that does not decline answers.
ANSWERERS = {
    "address": (
        uncollected.of_an_address,
        list_counts.answer,
        extent.answer,
        forms.belongs,
        form_asked.answer,
        address.answer,
    ),
    "registry": (registry.answer, tables.answer, general.answer),
    "eligibility": (uncollected.named, eligibility.answer, in_force.answer, *_CLAUSES),
    "form": (forms.answer, facts_about.answer, form_help.answer, general.answer, address.fallback),
    "general": (uncollected.named, in_force.answer, eligibility.answer, *_CLAUSES),
    "draft": (boundary.draft,),
    "small_talk": (boundary.small_talk,),
    "outside": (boundary.outside,),
    "vague": (form_asked.answer, boundary.vague),
    "empty": (boundary.empty,),
}
