"""The remedies by rule. A rule that is not named here asks for a decision; its text says which."""

from collections.abc import Mapping

from salesorg_gui.rules.remedies import capacity, hiring, models, pods, segments
from salesorg_gui.rules.remedies import handoff_course as course
from salesorg_gui.rules.remedies import handoff_coverage as coverage
from salesorg_gui.rules.remedies import handoff_teams as teams
from salesorg_gui.rules.remedies import handoff_terms as terms
from salesorg_gui.rules.remedies import handoff_work as work
from salesorg_gui.rules.remedies import reporting_leaders as leaders
from salesorg_gui.rules.remedies import reporting_roles as roles
from salesorg_gui.rules.remedies import reporting_shape as shape
from salesorg_gui.rules.remedies import role_cards as cards
from salesorg_gui.rules.remedies import role_gaps as gaps
from salesorg_gui.rules.remedies import role_people as people
from salesorg_gui.rules.remedies import role_work as chores
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
    "handoff-stage-uncovered": coverage.stage_covered,
    "handoff-source-unconnected": coverage.source_connected,
    "handoff-source-no-closer": coverage.way_to_closer,
    "handoff-closer-no-owner": coverage.owner_found,
    "handoff-dead-end": coverage.journey_continued,
    "handoff-unreachable-seat": coverage.seat_reached,
    "handoff-loop": course.circle_opened,
    "handoff-backwards": course.not_backwards,
    "handoff-cross-pod": teams.within_pod,
    "handoff-object-missing": terms.named,
    "handoff-object-mismatch": terms.fitted,
    "handoff-condition-missing": terms.with_condition,
    "handoff-sla-missing": terms.with_limit,
    "handoff-sla-slow": terms.tighter,
    "handoff-hot-lead-detour": course.straight_to_closer,
    "handoff-inbound-bypass": course.through_inbound,
    "handoff-unqualified-to-closer": course.qualified_first,
    "handoff-single-point-of-failure": course.second_person,
    "handoff-whole-process-alone": work.finding_split_off,
    "handoff-leadgen-followup-combined": work.outbound_split_off,
    "handoff-care-crowds-acquisition": work.care_split_off,
    "handoff-qualifies-own-leads": work.inbound_split_off,
    "handoff-no-feedback-marketing": work.marketing_told,
    "handoff-no-return-path": work.way_back,
    "handoff-specialist-unconnected": work.specialist_asked,
    "handoff-branch-rule-missing": terms.by_rule,
    "handoff-duplicate": terms.merged,
    "handoff-growth-path-missing": coverage.growth_owned,
    "handoff-support-in-flow": work.support_relieved,
    "handoff-island-exchange": teams.kept_on_island,
    "handoff-no-common-goal": teams.with_goal,
}

ROLES: Mapping[str, Proposal] = {
    "role-senior-on-outbound": chores.senior_relieved,
    "role-recruit-on-key-accounts": people.accounts_to_experienced,
    "role-vertical-mismatch": people.industry_to_who_knows,
    "role-closer-junior": people.closing_left,
    "role-inbound-without-leads": chores.inbound_combined,
    "role-inbound-unowned": coverage.stage_covered,
    "role-seller-does-operations": chores.operations_moved,
    "role-seller-does-enablement": chores.enablement_moved,
    "role-operations-missing": gaps.adding("sales_operations"),
    "role-enablement-missing": gaps.adding("enablement_specialist", "enablement_program_manager"),
    "role-training-owner-missing": gaps.trainer_named,
    "role-success-missing": gaps.adding("customer_success_manager"),
    "role-key-accounts-unowned": gaps.key_accounts_owned,
    "role-am-hunting": chores.hunting_left,
    "role-bdm-as-rep": chores.developer_or_rep,
    "role-specialist-missing": gaps.specialist_added,
    "role-no-speed-measure": cards.measured_on_speed,
    "role-no-kpi": cards.measured,
    "role-dependency-unstated": cards.dependencies_named,
}

MODELS: Mapping[str, Proposal] = {
    "model-declared-differs": models.choice_as_drawn,
    "model-island-many-accounts": models.accounts_handed_on,
    "growth-leave-founder": models.past_founder,
    "growth-symptoms": models.roles_parted,
    "growth-culture": models.values_added,
}

PODS: Mapping[str, Proposal] = {
    "pod-stage-missing": pods.stage_in_pod,
    "pod-no-specialists": pods.specialists_in_pod,
    "pod-flow-broken": pods.flow_in_pod,
    "pod-without-segment": pods.market_for_pod,
    "pod-size": pods.pod_of_a_size,
    "pod-seat-in-two": pods.one_pod,
    "pod-seat-outside": pods.into_a_pod,
    "pod-no-individual-measure": pods.own_measure,
    "pod-mix-advice": pods.other_mix,
}

SEGMENTS: Mapping[str, Proposal] = {
    "segment-gap": segments.segment_served,
    "segment-size-bands": segments.bands_met,
    "segment-duplicate": segments.twins_merged,
}

CAPACITY: Mapping[str, Proposal] = {
    "capacity-inbound-short": capacity.more_inbound,
    "capacity-inbound-idle": capacity.less_inbound,
    "capacity-inbound-fulltime": capacity.inbound_full_time,
    "capacity-closer-fulltime": capacity.closer_alone,
    "capacity-closer-short": capacity.more_closing,
    "capacity-closer-combine": capacity.closer_hunts,
    "capacity-outbound-short": capacity.more_outbound,
    "capacity-nurture-short": capacity.more_care,
    "capacity-seat-overbooked": capacity.week_fits,
    "capacity-bottleneck": capacity.wider_neck,
    "capacity-slow-response": capacity.faster_response,
    "capacity-acquisition-rhythm": capacity.acquisition_booked,
    "capacity-specialist-ratio": capacity.more_specialists,
}

HIRING: Mapping[str, Proposal] = {
    "hire-manager-first": hiring.manager_first,
    "hire-manager-vacant": hiring.manager_there,
    "hire-structure-undecided": models.choice_as_drawn,
    "hire-never-one-seller": hiring.two_part_time,
    "hire-first-seller-due": hiring.first_sellers,
    "hire-ltv-trigger": hiring.first_sellers,
    "hire-no-scorecard": hiring.scorecard_made,
    "hire-no-team-fit": hiring.team_fit_asked,
    "hire-no-training-plan": hiring.training_planned,
    "hire-outbound-profile": hiring.profile_asked,
    "hire-enablement-profile": hiring.profile_asked,
    "hire-large-start-incomplete": hiring.start_team_complete,
    "hire-not-needed": hiring.not_hired,
}

REMEDIES: Mapping[str, Proposal] = {
    **REPORTING,
    **HANDOFFS,
    **ROLES,
    **MODELS,
    **PODS,
    **SEGMENTS,
    **CAPACITY,
    **HIRING,
}
