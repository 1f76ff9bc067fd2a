"""The reporting rules as their triggers say, in plain dictionaries."""

from itertools import combinations, product

from tests.rules.naive import World, circles, grouped, limit, longest, reach


class Reporting:
    """R and D as dictionaries, and every rule about them."""

    def __init__(self, world: World) -> None:
        self.w = world
        self.solid = world.lines("solid")
        lined = {end for manager, report, _id in self.solid for end in (manager, report)}
        self.nodes = [seat for seat in world.seats if seat in lined or world.role(seat).family != "neighbour"]
        self.up = {seat: self._ends(grouped([(r, m) for m, r, _id in self.solid]).get(seat, [])) for seat in self.nodes}
        self.down = {
            seat: self._ends(grouped([(m, r) for m, r, _id in self.solid]).get(seat, [])) for seat in self.nodes
        }
        self.managers = {seat: [one for one in ends if one != seat] for seat, ends in self.up.items()}
        self.reports = {seat: [one for one in ends if one != seat] for seat, ends in self.down.items()}
        self.circles = circles(self.nodes, self.reports)
        roots = [seat for seat in self.nodes if not self.up[seat] and self.down[seat]]
        self.roots = sorted(roots, key=lambda seat: (-len(reach({seat}, self.reports)), seat))

    def _ends(self, ends: list[str]) -> list[str]:
        return list(dict.fromkeys(ends))

    def ids(self, manager: str, report: str) -> list[str]:
        return [id for one, other, id in self.solid if (one, other) == (manager, report)]

    def all(self) -> None:
        self.tops()
        self.shape()
        self.spans()
        self.layers()
        self.pairs()
        self.dotted()
        self.single_roles()
        self.pods()
        self.enablement()

    def tops(self) -> None:
        w = self.w
        if self.nodes and all(self.up.values()):
            above = [seat for seat in self.nodes if reach({seat}, self.managers) <= reach({seat}, self.reports)]
            w.tell("report-no-root", *above)
        if len(self.roots) > 1:
            w.tell("report-multiple-roots", *self.roots, *(id for seat in self.roots for id in w.loose(seat)))
        if self.roots and not w.is_leader(self.roots[0]):
            w.tell("report-root-not-leader", self.roots[0])
        for seat in self.nodes:
            if not self.up[seat] and not self.down[seat] and len(self.nodes) > 1:
                w.tell("report-orphan-seat", seat, *w.loose(seat))
        sellers = [seat for seat in w.covering("closing") if w.kind(seat) not in {"executive", "founder_hunter"}]
        leaders = {"head_of_sales", "vp_sales", "chief_revenue_officer", "founder_hunter"}
        is_led = any(w.kind(seat) in leaders for seat in w.seats)
        if w.people(sellers) >= limit("report-manager-missing", "min_sellers") and not is_led:
            w.tell("report-manager-missing", *sellers)

    def shape(self) -> None:
        for group in self.circles:
            lines = [id for manager, report, id in self.solid if manager != report and {manager, report} <= group]
            self.w.tell("report-cycle", *group, *lines)
        for seat in self.nodes:
            if seat in self.up[seat]:
                self.w.tell("report-self-line", seat, *self.ids(seat, seat))
            if len(self.up[seat]) > 1:
                lines = [id for manager in self.up[seat] for id in self.ids(manager, seat)]
                self.w.tell("report-two-solid-managers", *{seat, *self.up[seat]}, *lines)

    def spans(self) -> None:
        w = self.w
        for seat in self.nodes:
            count = w.people(self.reports[seat])
            if count > limit("report-span-too-wide", "span_max"):
                is_error = count > limit("report-span-too-wide", "span_error")
                w.tell("report-span-too-wide", seat, severity="error" if is_error else "")
            is_meant = w.is_leader(seat) and w.role(seat).family != "enablement" and self.up[seat]
            if is_meant and 0 < count < limit("report-span-too-narrow", "span_min"):
                w.tell("report-span-too-narrow", seat, *self.reports[seat])

    def layers(self) -> None:
        w = self.w
        if self.circles:
            return
        selling = {seat for seat in self.nodes if w.role(seat).family in {"frontline", "nurture"}}
        leading = [seat for seat in self.nodes if reach({seat}, self.reports) & selling]
        ways = {seat: [report for report in self.reports[seat] if report in leading] for seat in leading}
        ends = {(seat, report): 1 for seat in leading for report in ways[seat]}
        levels = longest(leading, ways, ends) + 1 if leading else 0
        people = w.people(self.nodes)
        size = "layers_small" if people <= 10 else "layers_medium" if people <= 50 else "layers_large"
        if levels > limit("report-too-many-layers", size):
            w.counted["report-too-many-layers"] = levels

    def pairs(self) -> None:
        w = self.w
        for manager, report in {(m, r) for m, r, _id in self.solid if m != r}:
            above, below = w.role(manager), w.role(report)
            if "other" in {above.family, below.family}:
                continue
            subjects = (manager, report, *self.ids(manager, report))
            if above.rank < below.rank or (above.rank == below.rank and not w.is_leader(manager)):
                w.tell("report-to-lower-rank", *subjects)
            if not set(w.lineage(manager)) & set(below.reports_to):
                w.tell("report-atypical-manager", *subjects)
            if above.family == below.family == "enablement" and above.rank <= below.rank:
                w.tell("report-enablement-order", *subjects)

    def dotted(self) -> None:
        w, dotted = self.w, self.w.lines("dotted")
        for a, b in {(manager, report) for manager, report, _id in dotted}:
            if self.ids(a, b) or self.ids(b, a):
                lines = [id for one, other, id in dotted if (one, other) == (a, b)]
                w.tell("report-dotted-duplicate", *{a, b}, *lines)
        for seat in w.seats:
            advisers = {manager for manager, report, _id in dotted if report == seat}
            if len(advisers) > limit("report-dotted-too-many", "dotted_max"):
                w.tell("report-dotted-too-many", seat, *(id for _m, report, id in dotted if report == seat))

    def single_roles(self) -> None:
        w = self.w
        roles = {seat: w.kind(seat) for seat in w.seats}
        assistants = {"assistant_sales_manager", "pod_lead"}
        for seat, role in roles.items():
            leads = self.reports.get(seat, [])
            above = {roles[one] for one in self.managers.get(seat, [])}
            if role == "assistant_sales_manager" and (not above & {"head_of_sales", "vp_sales"} or not leads):
                w.tell("report-assistant-misplaced", seat)
            many = w.people(leads) > limit("report-assistant-needed", "span_max")
            if role == "head_of_sales" and many and not assistants & set(roles.values()):
                w.tell("report-assistant-needed", seat)
            doubles = {"head_of_sales", "vp_sales", "founder_hunter", *assistants}
            if (
                role in doubles
                and w.stages(seat)
                and w.people(leads) > limit("report-leader-double-role", "max_reports")
            ):
                w.tell("report-leader-double-role", seat, severity="hint" if role == "founder_hunter" else "")
        bands = [seat for seat, role in roles.items() if role == "island_rep"]
        shared = [set(self.managers[seat]) for seat in bands]
        common = set.intersection(*shared) if shared else set()
        is_led = any(roles[seat] in {"vp_sales", "head_of_sales", "founder_hunter"} for seat in common)
        if w.people(bands) > 1 and not is_led:
            w.tell("report-one-man-bands-no-vp", *bands)

    def pods(self) -> None:
        w = self.w
        for pod in w.chart.pods.values():
            members = [seat for seat in w.seats if w.pod(seat) == pod.id]
            led = [seat for seat in members if seat != pod.lead and w.kind(seat) != "pod_lead"]
            managers = {manager for seat in led for manager in self.managers.get(seat, [])}
            if len(managers) > 1:
                w.tell("report-pod-split-managers", pod.id, *managers)

    def enablement(self) -> None:
        w = self.w
        enablers = [seat for seat in w.seats if w.role(seat).family == "enablement"]
        sponsors = {
            *("chief_enablement_officer", "chief_revenue_officer", "vp_sales_enablement", "vp_sales", "executive"),
        }
        above = reach(set(enablers), self.managers)
        if enablers and not any(w.kind(seat) in sponsors for seat in above):
            w.tell("report-enablement-no-sponsor", *enablers)


def overlaps(w: World) -> None:
    """Two roles, one core stage, one team, and nobody says where his part ends."""
    core = [stage for stage, known in w.catalogue.stages.items() if known.core]
    for team, stage in product(_teams(w), core):
        for group in _side_by_side(w, [seat for seat in team if stage in w.stages(seat)]):
            if not all(_bounded(w, seat) for seat in group):
                w.tell("handoff-stage-overlap", *group, stage)


def _side_by_side(w: World, seats: list[str]) -> list[tuple[str, ...]]:
    """One seat of each role, two and two; all of them where they are more than six."""
    by_role = grouped([(w.role(seat).id, seat) for seat in seats])
    chosen = [next((one for one in some if not _bounded(w, one)), some[0]) for some in by_role.values()]
    return [tuple(chosen)] if len(chosen) > 6 else list(combinations(chosen, 2))


def _bounded(w: World, seat: str) -> bool:
    lines = w.seats[seat].texts.get("boundaries", w.role(seat).boundaries)
    return any(line.strip() for line in lines)


def _teams(w: World) -> list[list[str]]:
    """The seats of every pod, of every segment, and those outside both."""
    segments = {
        seat: [one for one in w.chart.segments.values() if seat in one.owners or _stands_in(w, seat, one.id)]
        for seat in w.seats
    }
    pods = [[seat for seat in w.seats if w.pod(seat) == pod] for pod in w.chart.pods]
    owned = [[seat for seat in w.seats if one in segments[seat]] for one in w.chart.segments.values()]
    return [*pods, *owned, [seat for seat in w.seats if w.pod(seat) is None and not segments[seat]]]


def _stands_in(w: World, seat: str, segment: str) -> bool:
    pod = next((pod for pod in w.chart.pods.values() if pod.id == w.pod(seat)), None)
    return pod is not None and (segment in pod.segments or pod.id in w.chart.segments[segment].owners)  # type: ignore[index]
