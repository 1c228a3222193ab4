//! The pages of the rules, Markdown. The browser's engine goes without them: there they stand beside it, as text.

/// Each rule's page, by the rule's id.
const PAGES: &[(&str, &str)] = &[
    ("sum-balance", include_str!("sum_balance.md")),
    ("sum-results", include_str!("sum_results.md")),
    ("sum-row", include_str!("sum_row.md")),
    ("sum-cases", include_str!("sum_cases.md")),
    (
        "form-section-missing",
        include_str!("form_section_missing.md"),
    ),
    ("form-section-order", include_str!("form_section_order.md")),
    ("form-heading", include_str!("form_heading.md")),
    ("form-table-missing", include_str!("form_table_missing.md")),
    ("form-edition", include_str!("form_edition.md")),
    ("form-row-missing", include_str!("form_row_missing.md")),
    ("form-row-extra", include_str!("form_row_extra.md")),
    ("form-row-order", include_str!("form_row_order.md")),
    (
        "form-column-missing",
        include_str!("form_column_missing.md"),
    ),
    ("form-column-extra", include_str!("form_column_extra.md")),
    ("form-group-figures", include_str!("form_group_figures.md")),
    ("form-label", include_str!("form_label.md")),
    ("form-stock", include_str!("form_stock.md")),
    ("form-rule-maker", include_str!("form_rule_maker.md")),
    ("form-year", include_str!("form_year.md")),
    ("form-citation", include_str!("form_citation.md")),
    ("form-part-count", include_str!("form_part_count.md")),
    ("form-overview", include_str!("form_overview.md")),
    (
        "form-accountability",
        include_str!("form_accountability.md"),
    ),
    ("form-problems", include_str!("form_problems.md")),
    ("form-fee-statement", include_str!("form_fee_statement.md")),
    ("figure-unreadable", include_str!("figure_unreadable.md")),
    ("figure-negative", include_str!("figure_negative.md")),
    ("figure-integer", include_str!("figure_integer.md")),
    ("figure-unit", include_str!("figure_unit.md")),
    ("figure-blank", include_str!("figure_blank.md")),
    ("figure-total-only", include_str!("figure_total_only.md")),
    ("figure-dash", include_str!("figure_dash.md")),
    ("figure-notation", include_str!("figure_notation.md")),
    ("prose-new", include_str!("prose_new.md")),
    ("prose-carried-in", include_str!("prose_carried_in.md")),
    ("prose-carried-out", include_str!("prose_carried_out.md")),
    ("prose-done", include_str!("prose_done.md")),
    ("prose-results", include_str!("prose_results.md")),
    ("prose-applicants", include_str!("prose_applicants.md")),
    ("prose-cases", include_str!("prose_cases.md")),
    ("prose-documents", include_str!("prose_documents.md")),
    ("prose-zero", include_str!("prose_zero.md")),
    ("prose-parts", include_str!("prose_parts.md")),
    ("prose-percent", include_str!("prose_percent.md")),
    ("prose-growth", include_str!("prose_growth.md")),
    ("prose-fee", include_str!("prose_fee.md")),
    ("date-late", include_str!("date_late.md")),
    ("date-early", include_str!("date_early.md")),
    ("residue-template", include_str!("residue_template.md")),
    ("residue-gap", include_str!("residue_gap.md")),
    ("residue-agency", include_str!("residue_agency.md")),
    ("residue-personal", include_str!("residue_personal.md")),
    ("residue-secret", include_str!("residue_secret.md")),
    ("residue-markup", include_str!("residue_markup.md")),
    ("years-carry", include_str!("years_carry.md")),
    ("years-stock", include_str!("years_stock.md")),
    ("years-base", include_str!("years_base.md")),
    ("years-same", include_str!("years_same.md")),
    ("years-copied", include_str!("years_copied.md")),
    ("years-jump", include_str!("years_jump.md")),
    ("area-sum", include_str!("area_sum.md")),
    ("area-missing", include_str!("area_missing.md")),
];

/// The page of a rule; every rule has one.
pub fn page(id: &str) -> Option<&'static str> {
    PAGES
        .iter()
        .find(|(of, _)| *of == id)
        .map(|(_, page)| *page)
}
