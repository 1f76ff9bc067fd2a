"""The remedies by rule. A rule that is not named here asks for a decision; its text says which."""

from collections.abc import Mapping

from salesorg_gui.rules.remedies import handoff_terms as terms
from salesorg_gui.rules.remedies import reporting_leaders as leaders
from salesorg_gui.rules.remedies import reporting_roles as roles
from salesorg_gui.rules.remedies import reporting_shape as shape
from salesorg_gui.rules.remedies.remedy import Proposal

REPORTING: Mapping[str, Proposal] = {
    "report-no-root": shape.top_of_all,
    "report-multiple-roots": shape.one_top,
    "report-orphan-seat": shape.somebody_above,
    "report-cycle": shape.circle_cut,
    "report-self-line": shape.line_to_itself,
    "report-two-solid-managers": shape.one_manager,
    "report-root-not-leader": leaders.leader_on_top,
    "report-manager-missing": leaders.leader_of_sellers,
    "report-span-too-wide": leaders.smaller_span,
    "report-span-too-narrow": leaders.thin_level,
    "report-too-many-layers": leaders.level_less,
    "report-to-lower-rank": roles.turned,
    "report-atypical-manager": roles.usual_manager,
    "report-assistant-misplaced": roles.assistant_between,
    "report-assistant-needed": leaders.assistant_below,
    "report-pod-split-managers": roles.one_manager_a_pod,
    "report-dotted-duplicate": shape.dotted_line_less,
    "report-dotted-too-many": shape.fewer_dotted,
    "report-leader-double-role": leaders.leave_selling,
    "report-enablement-order": roles.turned,
    "report-enablement-no-sponsor": roles.sponsored,
    "report-one-man-bands-no-vp": roles.common_leader,
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
