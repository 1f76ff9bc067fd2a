"""What the rules say of the templates, and why a ready organisation may show it all the same.

A row is one rule, one severity and one reason, with the findings in each template: the ids a finding speaks of, with
spaces between them, and " | " between two findings. A finding that speaks of nothing on the canvas is ``NOTHING``.
Rows stand by group, in the order of the catalogue.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from salesorg_gui.rules.finding import Severity

NOTHING = "-"


@dataclass(frozen=True, slots=True)
class Row:
    """Findings of one rule that are right, and the sentence that says why the template keeps them."""

    rule: str
    severity: Severity
    why: str
    places: Mapping[str, str] = field(default_factory=dict)


REPORTING = (
    Row(
        "report-enablement-no-sponsor",
        Severity.WARNING,
        "The line has one enablement specialist under the head of sales; who stands up for it is the company's choice.",
        {"tpl_assembly_line": "en"},
    ),
)

HANDOFFS = (
    Row(
        "handoff-stage-uncovered",
        Severity.HINT,
        "Marketing is a neighbour, and the smallest organisations have none yet.",
        {
            "tpl_hunter_founder": "lead_generation",
            "tpl_one_man_bands": "lead_generation",
            "tpl_small_start": "lead_generation",
            "tpl_large_start": "lead_generation",
            "tpl_three_roles": "lead_generation",
            "tpl_five_roles": "lead_generation",
            "tpl_two_pods": "lead_generation",
        },
    ),
    Row(
        "handoff-stage-uncovered",
        Severity.HINT,
        "A founder with a service organisation sells to new customers first; growth is the next step.",
        {"tpl_hunter_founder": "growth", "tpl_small_start": "growth"},
    ),
    Row(
        "handoff-single-point-of-failure",
        Severity.HINT,
        "A start has one person for each part; that this is a risk is worth knowing from the first day.",
        {"tpl_hunter_founder": "founder", "tpl_small_start": "service", "tpl_large_start": "cs"},
    ),
    Row(
        "handoff-whole-process-alone",
        Severity.HINT,
        "One-man bands are just that: the rule names the price of the island.",
        {"tpl_one_man_bands": "north | south | west"},
    ),
    Row(
        "handoff-leadgen-followup-combined",
        Severity.HINT,
        "Below 20 employees one person finds and closes.",
        {
            "tpl_hunter_founder": "founder",
            "tpl_one_man_bands": "north | south | west",
            "tpl_small_start": "seller",
            "tpl_large_start": "reps",
        },
    ),
    Row(
        "handoff-care-crowds-acquisition",
        Severity.HINT,
        "Who keeps his customers has less time for new ones: the price of the island.",
        {"tpl_one_man_bands": "north | south | west"},
    ),
    Row(
        "handoff-qualifies-own-leads",
        Severity.HINT,
        "Where one person does both there is nobody else to judge the leads.",
        {"tpl_one_man_bands": "north | south | west", "tpl_small_start": "seller", "tpl_large_start": "reps"},
    ),
    Row(
        "handoff-no-return-path",
        Severity.HINT,
        "Rejected leads go back to the inbound role at most; the outbound way back is for the company to draw.",
        {
            "tpl_three_roles": "closer h05 out",
            "tpl_five_roles": "ae h03 sdr",
            "tpl_assembly_line": "ae h06 out",
            "tpl_two_pods": "ae_a h03 in_a | ae_b h08 in_b | ae_a h04 out_a | ae_b h09 out_b",
        },
    ),
    Row(
        "handoff-growth-path-missing",
        Severity.HINT,
        "Nobody covers growth yet, so follow-on business has no owner either.",
        {"tpl_hunter_founder": "service", "tpl_small_start": "service"},
    ),
    Row(
        "handoff-no-common-goal",
        Severity.HINT,
        "A goal is the company's own; no template can know it.",
        {
            "tpl_one_man_bands": "vp",
            "tpl_small_start": "founder",
            "tpl_large_start": "head",
            "tpl_three_roles": "lead",
            "tpl_five_roles": "head",
            "tpl_assembly_line": "head",
            "tpl_two_pods": "pod-a | pod-b | vp",
            "tpl_enablement": "cro",
        },
    ),
)

ROLES = (
    Row(
        "role-card-incomplete",
        Severity.WARNING,
        "What each seat is to reach is the company's to say; measures and boundaries come with the roles.",
        {
            "tpl_hunter_founder": "founder | service",
            "tpl_one_man_bands": "vp | north | south | west",
            "tpl_small_start": "founder | seller | service",
            "tpl_large_start": "head | reps | cs",
            "tpl_three_roles": "lead | inb | out | closer | am",
            "tpl_five_roles": "head sdr ae am kam csm bdm",
            "tpl_assembly_line": "head asm inb out ae csm mkt ops en",
            "tpl_two_pods": "vp lead_a in_a out_a ae_a csm_a lead_b in_b out_b ae_b csm_b",
            "tpl_enablement": "cro head ops vpe dir pm onb spec",
        },
    ),
    Row(
        "role-senior-on-outbound",
        Severity.WARNING,
        "Before there are specialists the experienced find their own customers; the rule names the price.",
        {"tpl_hunter_founder": "founder", "tpl_large_start": "reps"},
    ),
    Row(
        "role-inbound-without-leads",
        Severity.HINT,
        "Whole inbound roles keep the lines clear; the leads of the template do not fill them yet.",
        {"tpl_three_roles": "inb", "tpl_two_pods": "in_a | in_b"},
    ),
    Row(
        "role-quota-missing",
        Severity.WARNING,
        "A quota is the company's own; the template gives each rep a territory.",
        {"tpl_one_man_bands": "north | south | west"},
    ),
    Row(
        "role-no-speed-measure",
        Severity.HINT,
        "A founder and a service organisation have few measures by nature; speed is the first to add.",
        {"tpl_hunter_founder": "founder | service"},
    ),
    Row(
        "role-dependency-unstated",
        Severity.HINT,
        "These seats do more than their role usually does, so its words do not name all on whom they depend.",
        {
            "tpl_small_start": "seller inbound h01 | service seller h03",
            "tpl_large_start": "reps inbound outbound h01 h02",
        },
    ),
)

MODELS: tuple[Row, ...] = ()

PODS: tuple[Row, ...] = ()

SEGMENTS: tuple[Row, ...] = ()

CAPACITY = (
    Row(
        "capacity-inbound-idle",
        Severity.HINT,
        "Whole inbound roles keep the lines clear; there is time for more leads than the template begins with.",
        {"tpl_three_roles": "inb", "tpl_assembly_line": "inb", "tpl_two_pods": "in_a in_b"},
    ),
    Row(
        "capacity-slow-response",
        Severity.WARNING,
        "Two half-time sellers cannot always answer within the hour; the figure says how much time it would take.",
        {"tpl_small_start": "seller h01"},
    ),
)

HIRING: tuple[Row, ...] = ()

GROWTH: tuple[Row, ...] = ()

ROWS = (*REPORTING, *HANDOFFS, *ROLES, *MODELS, *PODS, *SEGMENTS, *CAPACITY, *HIRING, *GROWTH)
