"""The remedies by rule. A rule that is not named here asks for a decision; its text says which."""

from collections.abc import Mapping

from salesorg_gui.rules.remedies import handoff_terms as terms
from salesorg_gui.rules.remedies import reporting_shape as shape
from salesorg_gui.rules.remedies.remedy import Proposal

REPORTING: Mapping[str, Proposal] = {
    "report-no-root": shape.top_of_all,
    "report-multiple-roots": shape.one_top,
    "report-orphan-seat": shape.somebody_above,
    "report-cycle": shape.circle_cut,
    "report-self-line": shape.line_to_itself,
    "report-two-solid-managers": shape.one_manager,
    "report-dotted-duplicate": shape.dotted_line_less,
    "report-dotted-too-many": shape.fewer_dotted,
}

HANDOFFS: Mapping[str, Proposal] = {
    "handoff-object-missing": terms.named,
    "handoff-condition-missing": terms.with_condition,
    "handoff-sla-missing": terms.with_limit,
    "handoff-sla-slow": terms.tighter,
    "handoff-branch-rule-missing": terms.by_rule,
    "handoff-duplicate": terms.merged,
}

REMEDIES: Mapping[str, Proposal] = {**REPORTING, **HANDOFFS}
