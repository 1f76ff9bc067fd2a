"""The handoff rules as their triggers say, in plain dictionaries."""

from itertools import product

from salesorg_gui.catalogue.journey import HandedObject
from salesorg_gui.domain.records import Handoff
from tests.rules.naive import FIND, NEXT, ORDER, World, circles, grouped, limit, longest, reach
from tests.rules.naive_reporting import Reporting

type Node = tuple[str, str]
"""A seat and a stage, or a lead source (``src:`` and its id) and nothing."""


class Drawn:
    """H and C."""

    def __init__(self, world: World) -> None:
        self.w = world
        self.drawn: list[tuple[str, str, Handoff, HandedObject | None]] = []
        for id in sorted(world.chart.handoffs):
            one = world.chart.handoffs[id]
            giver = str(one.source) if one.source in world.seats else f"src:{one.source}"
            is_known = giver in world.seats or one.source in world.chart.sources
            if is_known and one.target in world.seats:
                known = world.catalogue.objects.get(one.object) if one.object is not None else None
                self.drawn.append((giver, one.target, one, known))
        self.moves = [one for one in self.drawn if self._moves(one[2], one[3])]

    def _is_return(self, handoff: Handoff, known: HandedObject | None) -> bool:
        return handoff.is_return or (known is not None and known.kind == "return")

    def _moves(self, handoff: Handoff, known: HandedObject | None) -> bool:
        is_return = self._is_return(handoff, known)
        return known is not None and known.kind == "customer" and not is_return and not known.reentry

    def about(self, rule: str, *several: tuple[str, str, Handoff, HandedObject | None], severity: str = "") -> None:
        ends = {end.removeprefix("src:") for giver, taker, *_rest in several for end in (giver, taker)}
        self.w.tell(rule, *ends, *(one[2].id for one in several), severity=severity)


class Course(Drawn):
    """X, and every rule about the course a customer takes."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.build()

    def all(self) -> None:
        for part in (self.coverage, self.sources_and_ends, self.course, self.gates):
            part()

    def build(self) -> None:
        """X."""
        w = self.w
        self.sources: list[Node] = [(f"src:{id}", "") for id in sorted(w.chart.sources)]
        self.nodes: list[Node] = [*self.sources, *((name, one) for name in w.seats for one in w.stages(name))]
        self.ways: dict[Node, list[Node]] = {node: [] for node in self.nodes}
        for seat, stage in self.nodes[len(self.sources) :]:
            covered = w.stages(seat)
            for after in NEXT[stage]:
                is_gap = after in {"demo_negotiation", "onboarding"} and after not in covered
                steps = NEXT[after] if is_gap else [after]
                self.ways[seat, stage] += [(seat, one) for one in steps if one in covered]
        self.crossings: dict[tuple[Node, Node], list[Handoff]] = {}
        for giver, taker, handoff, known in self.moves:
            assert known is not None
            for ends in product(self.exits(giver, known), self.entries(taker, known)):
                self.crossings.setdefault(ends, []).append(handoff)
        for leaving, entry in self.crossings:
            self.ways[leaving] = list(dict.fromkeys([*self.ways[leaving], entry]))
        self.back: dict[Node, list[Node]] = {node: [] for node in self.nodes}
        for node, further_on in self.ways.items():
            for further in further_on:
                self.back[further].append(node)
        self.weights = {
            ends: self.weight(ends[0], {one.object for one in some}) for ends, some in self.crossings.items()
        }
        self.circles = circles(self.nodes, self.ways)
        self.circling = set().union(*self.circles)
        self.behind = reach(set(self.sources), self.ways)

    def exits(self, giver: str, known: HandedObject) -> list[Node]:
        if giver.startswith("src:") and giver not in self.w.seats:
            return [(giver, "")]
        stages = self.w.stages(giver)
        producing = [stage for stage in stages if known.id in self.w.catalogue.stages[stage].produces]  # type: ignore[index]
        before = [stage for stage in stages if ORDER.index(stage) <= ORDER.index(known.stage_after)]
        return [(giver, stage) for stage in producing or before[-1:] or stages[-1:]]

    def entries(self, taker: str, known: HandedObject) -> list[Node]:
        stages = self.w.stages(taker)
        consuming = [stage for stage in stages if known.id in self.w.catalogue.stages[stage].consumes]  # type: ignore[index]
        after = [stage for stage in stages if ORDER.index(stage) > ORDER.index(known.stage_after)]
        return [(taker, stage) for stage in (consuming or after or stages)[:1]]

    def weight(self, leaving: Node, objects: set[object]) -> int:
        if leaving in self.sources or "marketing" in self.w.lineage(leaving[0]):
            return 0
        return 0 if objects == {"key_customer"} else 1

    def at(self, *stages: str) -> set[Node]:
        return {node for node in self.nodes if node[1] in stages}

    def coverage(self) -> None:
        w, leads = self.w, self.w.inbound_leads
        structure = w.catalogue.structures.get(w.chart.model) if w.chart.model else None
        has_outbound = any(one.lane == "outbound" for one in w.chart.sources.values())
        needed = dict.fromkeys(ORDER, True)
        needed["inbound_qualification"] = leads > 0
        needed["outbound_prospecting"] = has_outbound or leads == 0
        milder = {"demo_negotiation": "warning", "onboarding": "warning", "growth": "hint", "lead_generation": "hint"}
        if structure is None or structure.kind != "support":
            for stage in ORDER:
                if needed[stage] and not w.covering(stage):
                    w.tell("handoff-stage-uncovered", stage, severity=milder.get(stage, ""))
        handed = {one[2].object for one in self.drawn}
        if w.covering("retention") and not w.covering("growth") and "growth_opportunity" not in handed:
            w.tell("handoff-growth-path-missing", *w.covering("retention"))

    def sources_and_ends(self) -> None:
        w = self.w
        to_closing, to_retention = reach(self.at("closing"), self.back), reach(self.at("retention"), self.back)
        for source in self.sources:
            name = source[0]
            takers = {taker for giver, taker, *_rest in self.drawn if giver == name}
            if not takers:
                w.tell("handoff-source-unconnected", name.removeprefix("src:"))
            if source not in to_closing:
                stops = {node[0] for node in reach({source}, self.ways) - {source} if not self.ways[node]}
                w.tell("handoff-source-no-closer", name.removeprefix("src:"), *(stops or takers))
        for seat, _stage in self.at("closing") - to_retention:
            w.tell("handoff-closer-no-owner", seat)
        self.reached()

    def reached(self) -> None:
        w = self.w
        for node in self.behind - set(self.sources):
            if not self.ways[node] and node[1] not in {"retention", "growth"}:
                w.tell("handoff-dead-end", *node)
        arrived = {seat for seat, _stage in self.behind}
        for seat in w.seats:
            stages = set(w.stages(seat))
            if stages and seat not in arrived and not stages & {"outbound_prospecting", "lead_generation"}:
                w.tell("handoff-unreachable-seat", seat)

    def course(self) -> None:
        w = self.w
        for group in self.circles:
            ids = {one.id for ends, some in self.crossings.items() if set(ends) <= group for one in some}
            w.tell("handoff-loop", *{seat for seat, _stage in group}, *ids)
        deliveries = {one[2].id: one for one in self.moves}
        backward: set[str] = set()
        for (leaving, entry), some in self.crossings.items():
            is_reported = any(leaving in group and entry in group for group in self.circles)
            if leaving[1] and not is_reported and ORDER.index(entry[1]) < ORDER.index(leaving[1]):
                backward |= {one.id for one in some}
        for id in backward:
            self.about("handoff-backwards", deliveries[id])  # type: ignore[index]
        is_close = w.answer("relationship", "") == "long_term" or w.answer("industry", "") in {"finance", "real_estate"}
        name = "max_handoffs_relationship" if is_close else "max_handoffs"
        if not self.circles:
            count = longest(self.nodes, self.ways, self.weights)
            if count > limit("handoff-too-many", name):
                w.counted["handoff-too-many"] = count
        self.unqualified()

    def unqualified(self) -> None:
        past = {node: [one for one in after if one[1] not in FIND] for node, after in self.ways.items()}
        qualified = {"qualified_lead", "hot_lead"}
        starts = {
            entry
            for (leaving, entry), some in self.crossings.items()
            if leaving in self.sources and not {one.object for one in some} <= qualified and entry[1] not in FIND
        }
        for seat, _stage in reach(starts, past) & self.at("closing"):
            self.w.tell("handoff-unqualified-to-closer", seat)
        for seat, stage in self.at("inbound_qualification"):
            if "closing" not in self.w.stages(seat) and not self.within_one_hop((seat, stage)):
                self.w.tell("handoff-hot-lead-detour", seat)

    def within_one_hop(self, start: Node) -> bool:
        """Whether somebody who closes is reached with at most one change of hands."""
        free = {node: [one for one in after if not self.weights.get((node, one))] for node, after in self.ways.items()}
        inside = reach({start}, free)
        hopped = {further for node in inside for further in self.ways[node]}
        return bool(reach(inside | hopped, free) & self.at("closing"))

    def gates(self) -> None:
        w = self.w
        goals = self.at("retention", "growth")
        frontline = w.people([one for one in w.seats if w.stages(one) and w.role(one).family != "neighbour"])
        told: set[str] = set()
        for gate in self.nodes[len(self.sources) :]:
            without = {node: [one for one in after if one != gate] for node, after in self.ways.items()}
            if self.behind & goals and not (reach(set(self.sources), without) - {gate}) & goals:
                told.add(gate[0])
        for seat in told:
            if w.seats[seat].headcount == 1:
                small = frontline <= limit("handoff-single-point-of-failure", "small_team")
                w.tell("handoff-single-point-of-failure", seat, severity="hint" if small else "")


class Deals(Drawn):
    """Every rule about single handoffs and about the work of single seats."""

    def all(self) -> None:
        for part in (
            self.pods,
            self.terms,
            self.work,
            self.bypass,
            self.branches,
            self.twins,
            self.feedback,
            self.goals,
        ):
            part()

    def pods(self) -> None:
        w = self.w
        is_pod = w.chart.model == "pod" or w.chart.growth_stage == "market_teams"
        for one in self.moves:
            giver, taker = one[:2]
            if giver not in w.seats:
                continue
            pods = {w.pod(giver), w.pod(taker)}
            is_shared = w.seats[giver].shared or w.seats[taker].shared
            if None not in pods and len(pods) == 2 and not is_shared:
                self.about("handoff-cross-pod", one, severity="" if is_pod else "warning")
            islands = [seat for seat in (giver, taker) if "closing" in w.stages(seat)]
            inside = [seat for seat in islands if w.role(seat).family != "neighbour"]
            if w.chart.model == "island" and len(inside) == 2 and giver != taker:
                self.about("handoff-island-exchange", one)

    def terms(self) -> None:
        w = self.w
        for one in self.drawn:
            giver, taker, handoff, known = one
            if known is None:
                self.about("handoff-object-missing", one)
                continue
            gives = giver not in w.seats or known.id in self.effective(giver, "outputs", "produces")
            takes = known.id in self.effective(taker, "inputs", "consumes")
            if known.kind in {"customer", "consult"} and not (gives and takes):
                self.about("handoff-object-mismatch", one)
            urgent = {"raw_lead", "hot_lead", "qualified_lead", "signed_customer"}
            if known.id in urgent and handoff.limit_hours is None:
                self.about("handoff-sla-missing", one)
            slack = limit("handoff-sla-slow", "slack")
            if handoff.limit_hours is not None and handoff.limit_hours > known.limit_hours * slack:
                self.about("handoff-sla-slow", one)
            if one in self.moves and not handoff.condition.strip():
                self.about("handoff-condition-missing", one)

    def effective(self, seat: str, part: str, of_stage: str) -> set[str]:
        record, stages = self.w.seats[seat], self.w.catalogue.stages
        added = [stages[one] for one in record.stages_added if one in stages and one not in record.stages_removed]
        return {*getattr(self.w.role(seat), part), *(name for one in added for name in getattr(one, of_stage))}

    def work(self) -> None:
        w = self.w
        is_startup, is_island = bool(w.answer("startup", False)), w.chart.model == "island"
        employees = w.answer("employees", 0)
        assert isinstance(employees, int | float)
        for seat in w.seats:
            stages = set(w.stages(seat))
            closes = "closing" in stages
            if closes and stages & FIND and stages & {"retention", "onboarding"}:
                w.tell("handoff-whole-process-alone", seat, severity="hint" if is_startup or is_island else "")
            if closes and "outbound_prospecting" in stages and not is_startup:
                small = employees < limit("handoff-leadgen-followup-combined", "combine_below")
                w.tell("handoff-leadgen-followup-combined", seat, severity="hint" if small else "")
            if {"outbound_prospecting", "retention"} <= stages:
                w.tell("handoff-care-crowds-acquisition", seat)
            if closes and "inbound_qualification" in stages:
                w.tell("handoff-qualifies-own-leads", seat)
        self.support()
        self.returns()

    def support(self) -> None:
        w = self.w
        for seat in w.seats:
            in_flow = any(seat in one[:2] for one in self.moves)
            is_operations = w.kind(seat) == "sales_operations"
            if in_flow and (is_operations or w.role(seat).family in {"enablement", "strategy"}):
                w.tell("handoff-support-in-flow", seat, severity="hint" if is_operations else "")

    def returns(self) -> None:
        w = self.w
        returns = {(one[0], one[1]) for one in self.drawn if self._is_return(one[2], one[3])}
        told: set[tuple[str, str]] = set()
        for one in self.moves:
            giver, taker, handoff, _known = one
            develops = giver in w.seats and giver != taker and handoff.object == "qualified_lead"
            if develops and set(w.stages(giver)) & FIND and "closing" in w.stages(taker):
                if (taker, giver) not in returns and (giver, taker) not in told:
                    self.about("handoff-no-return-path", one)
                told.add((giver, taker))

    def bypass(self) -> None:
        w = self.w
        for one in self.moves:
            giver, taker, handoff, _known = one
            source = next(
                (s for s in w.chart.sources.values() if f"src:{s.id}" == giver and giver not in w.seats), None
            )
            is_raw = source is not None and source.lane == "inbound" and handoff.object == "raw_lead"
            others = [
                seat
                for seat in w.seats
                if seat != taker and w.kind(seat) in {"sdr", "inbound_sdr"} and w.pod(seat) == w.pod(taker)
            ]
            if is_raw and others and "inbound_qualification" not in w.stages(taker):
                self.about("handoff-inbound-bypass", one)

    def branches(self) -> None:
        signed = [
            one
            for one in self.moves
            if one[2].object == "signed_customer" and one[0] in self.w.seats and "closing" in self.w.stages(one[0])
        ]
        for seat in {one[0] for one in signed}:
            mine = [one for one in signed if one[0] == seat]
            alike = grouped([(one[2].condition.strip().casefold(), one) for one in mine])
            unclear = [one for some in alike.values() if len({self.w.role(o[1]).id for o in some}) > 1 for one in some]
            if unclear:
                self.about("handoff-branch-rule-missing", *unclear)

    def twins(self) -> None:
        for some in grouped([((one[0], one[1], one[2].object), one) for one in self.drawn]).values():
            if len(some) > 1:
                self.about("handoff-duplicate", *some)

    def feedback(self) -> None:
        w = self.w
        marketing = [seat for seat in w.seats if w.kind(seat) == "marketing"]
        arriving = {one[2].object for one in self.drawn if one[1] in marketing}
        if marketing and not arriving & {"market_insight", "rejected_lead"}:
            w.tell("handoff-no-feedback-marketing", *marketing)
        sellers = [seat for seat in w.covering("closing") if w.kind(seat) not in {"executive", "founder_hunter"}]
        for seat in w.seats:
            asked = [one for one in self.drawn if one[1] == seat and one[2].object == "open_question"]
            if w.kind(seat) == "sales_specialist" and not any(one[0] in sellers for one in asked):
                w.tell("handoff-specialist-unconnected", seat)

    def goals(self) -> None:
        w = self.w
        inside = [seat for seat in w.seats if w.role(seat).family != "neighbour"]
        roots = Reporting(w).roots
        leaders = {*roots, *(seat for seat in inside if w.is_leader(seat))}
        if len(inside) > 1 and not any(self.has_goal(seat) for seat in leaders):
            w.tell("handoff-no-common-goal", *roots[:1])
        for pod in w.chart.pods.values():
            members = [seat for seat in w.seats if w.pod(seat) == pod.id]
            leads = [seat for seat in w.seats if seat == pod.lead or (seat in members and w.kind(seat) == "pod_lead")]
            if len(members) > 1 and not pod.goal.strip() and not any(map(self.has_goal, leads)):
                w.tell("handoff-no-common-goal", pod.id)

    def has_goal(self, seat: str) -> bool:
        return bool(self.w.seats[seat].goal.strip() or self.w.seats[seat].measures)
