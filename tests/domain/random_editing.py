"""A hand that edits at random: every kind of edit there is, on whatever it finds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from random import Random

from salesorg_gui.domain.cases import Case, Spot
from salesorg_gui.domain.chart import Chart, key_of
from salesorg_gui.domain.copying import clipping, new_id, renamed
from salesorg_gui.domain.edits.branches import MakeAssistant, MoveAmongReports, StyleBranch
from salesorg_gui.domain.edits.cases import AddCases, RemoveCase, ReviseCase
from salesorg_gui.domain.edits.edit import ChartEdit, Edit, InChart, Together
from salesorg_gui.domain.edits.lines import DrawDotted, DrawHandoff, ReportTo
from salesorg_gui.domain.edits.places import LeadPod, MovePods, MoveSeats, MoveSegments, PlaceSources
from salesorg_gui.domain.edits.plan import (
    Accept,
    AddChart,
    DescribeChart,
    ForgetRole,
    RemoveChart,
    RenamePlan,
    SetAnswer,
    SetParameter,
    SetParameters,
    SetPlanLanguage,
    SetRole,
)
from salesorg_gui.domain.edits.records import Add, Remove, Revise
from salesorg_gui.domain.edits.slides import AddSlide, MoveSlide, RemoveSlide, ReviseSlide
from salesorg_gui.domain.ids import (
    CaseId,
    ChartId,
    HandoffId,
    HireId,
    Key,
    Kind,
    LineId,
    ModelId,
    ObjectId,
    PodId,
    RoleId,
    SeatId,
    SegmentId,
    SlideId,
    SourceId,
    StageId,
)
from salesorg_gui.domain.plan import OwnRole, Plan
from salesorg_gui.domain.records import (
    BranchStyle,
    Handoff,
    Hire,
    Lane,
    Person,
    Place,
    Pod,
    Record,
    Seat,
    Segment,
    Source,
    Status,
)
from salesorg_gui.domain.slides import Slide
from tests.domain.random_building import add_seat, change_level, dissolve, duplicate, enclose

ROLES = ("inbound_sdr", "outbound_sdr", "account_executive", "customer_success_manager", "greeter")
OBJECTS = ("raw_lead", "qualified_lead", "signed_customer", "rejected_lead")
FEWEST, MOST = 35, 95


@dataclass(frozen=True, slots=True)
class Hand:
    """Chooses edits by chance alone; the same chance gives the same edits."""

    chance: Random

    def edit(self, plan: Plan) -> Edit:
        """The next thing to do to the plan, mostly to one of its charts; it may well be refused."""
        if self.chance.random() < 0.08:
            return self.chance.choice(PLAN_EDITS)(self, plan)
        chart = self.chance.choice(list(plan.charts.values()))
        return InChart(chart.id, self.chart_edit(chart))

    def chart_edit(self, chart: Chart) -> ChartEdit:
        """The next thing to do to a chart: it grows while it is small and shrinks when it is large."""
        count = sum(len(chart.records(kind)) for kind in Kind)
        if count < FEWEST and self.chance.random() < 0.5:
            return self.chance.choice(GROWING)(self, chart)
        if count > MOST and self.chance.random() < 0.6:
            return self.remove(chart)
        return self.chance.choice(CHART_EDITS)(self, chart)

    # ------------------------------------------------------------------------------------------------------- choosing

    def some[R: str](self, names: Mapping[R, object], most: int = 3) -> tuple[R, ...]:
        """A few names, now and then one of them twice."""
        known = list(names)
        found = self.chance.sample(known, min(self.chance.randint(1, most), len(known)))
        return tuple(found + found[:1] if self.chance.random() < 0.05 else found)

    def one[R: str](self, names: Mapping[R, object]) -> R | None:
        """A name, or none where there is none and sometimes else."""
        return self.chance.choice(list(names)) if names and self.chance.random() < 0.85 else None

    def places(self, count: int) -> tuple[Place, ...]:
        return tuple(Place(self.chance.randrange(-900, 900) / 2, self.chance.randrange(900)) for _ in range(count))

    def before[R: str](self, neighbours: tuple[R, ...]) -> R | None:
        return self.chance.choice(neighbours) if neighbours and self.chance.random() < 0.7 else None

    # ---------------------------------------------------------------------------------------------------- chart edits

    def add(self, chart: Chart) -> ChartEdit:
        made: tuple[Record, ...] = tuple(self._new(chart) for _ in range(self.chance.randint(1, 3)))
        return Add(made, "Add")

    def _new(self, chart: Chart) -> Record:
        match self.chance.choice([Kind.SEAT, Kind.SEAT, Kind.SEAT, Kind.POD, Kind.SEGMENT, Kind.SOURCE, Kind.HIRE]):
            case Kind.POD:
                return Pod(PodId(new_id(chart, Kind.POD)), "Pod", place=self.places(1)[0])
            case Kind.SEGMENT:
                return Segment(SegmentId(new_id(chart, Kind.SEGMENT)), self.chance.choice(("geography", "industry")))
            case Kind.SOURCE:
                return Source(SourceId(new_id(chart, Kind.SOURCE)), per_month=self.chance.randrange(500))
            case Kind.HIRE if chart.seats:
                return Hire(HireId(new_id(chart, Kind.HIRE)), self.chance.choice(list(chart.seats)))
            case _:
                role = RoleId(self.chance.choice(ROLES))
                return Seat(SeatId(new_id(chart, Kind.SEAT)), role, place=self.places(1)[0])

    def remove(self, chart: Chart) -> ChartEdit:
        kinds = self.chance.sample(list(Kind), self.chance.randint(1, 3))
        keys = tuple(Key(kind, name) for kind in kinds for name in self.some(chart.records(kind), 4))
        return Remove(keys, "Remove")

    def remove_a_family(self, chart: Chart) -> ChartEdit:
        seat = self.one(chart.seats)
        names = () if seat is None else (seat, *chart.reports_of(seat)[:1])
        manager = chart.manager_of(seat) if seat is not None else None
        return Remove(tuple(Key(Kind.SEAT, name) for name in (*names, manager) if name is not None), "Remove")

    def paste(self, chart: Chart) -> ChartEdit:
        kind = self.chance.choice((Kind.SEAT, Kind.POD, Kind.SEGMENT, Kind.SOURCE, Kind.LINE, Kind.HANDOFF))
        keys = [Key(kind, name) for name in self.some(chart.records(kind), 2)]
        return Add(renamed(clipping(chart, keys), chart, Place(24, 24)), "Paste")

    def add_twice(self, chart: Chart) -> ChartEdit:
        kind = self.chance.choice(list(Kind))
        records = chart.records(kind)
        return Add(tuple(records[name] for name in self.some(records, 1)), "Add again")

    def revise(self, chart: Chart) -> ChartEdit:
        seats = [chart.seats[name] for name in dict.fromkeys(self.some(chart.seats))]
        changes = self.chance.choice(
            (
                {"title": f"Title {self.chance.randrange(9)}"},
                {"headcount": self.chance.randint(0, 4)},
                {"fte": self.chance.choice((0.5, 0.8, 1.0, 0.0))},
                {"status": self.chance.choice(list(Status))},
                {"people": (Person("Åsa"), Person("Bo", new_hire=True))},
                {"also_in": self.some(chart.pods, 2), "accounts": self.chance.choice((None, 0, 40, -1))},
                {"shares": {StageId("closing"): 0.25}, "stages_added": (StageId("growth"),)},
                {"role": RoleId(self.chance.choice(ROLES)), "texts": {"mission": ("Sell.",)}},
            )
        )
        return Revise(tuple(replace(seat, **changes) for seat in seats), "Revise")

    def revise_others(self, chart: Chart) -> ChartEdit:
        kind = self.chance.choice((Kind.HANDOFF, Kind.SOURCE, Kind.POD, Kind.SEGMENT, Kind.HIRE))
        return Revise(
            tuple(self._revised(chart.records(kind)[name]) for name in self.some(chart.records(kind))), "Revise"
        )

    def _revised(self, record: Record) -> Record:
        match record:
            case Handoff():
                return replace(record, limit_hours=self.chance.choice((None, 1, 24.5, -1)), condition="When ready")
            case Source():
                return replace(record, per_month=self.chance.randrange(9) / 2)
            case Segment():
                return replace(record, value=f"Value {self.chance.randrange(9)}", is_key=self.chance.random() < 0.5)
            case Hire():
                return replace(record, owner=f"Kim {self.chance.randrange(9)}")
            case Pod():
                return replace(record, title=f"Pod {self.chance.randrange(9)}")
            case _:
                return record

    def report(self, chart: Chart) -> ChartEdit:
        seats = self.some(chart.seats)
        manager = self.one(chart.seats)
        lines = tuple(LineId(new_id(chart, Kind.LINE)) for _ in seats)
        before = self.before(chart.reports_of(manager)) if manager is not None else None
        return ReportTo(seats, manager, lines, before)

    def style_branch(self, chart: Chart) -> ChartEdit:
        return StyleBranch(self.some(chart.seats), self.chance.choice(list(BranchStyle)), self.chance.randint(0, 9))

    def assist(self, chart: Chart) -> ChartEdit:
        return MakeAssistant(self.one(chart.lines) or LineId("?"), self.chance.random() < 0.7)

    def reorder(self, chart: Chart) -> ChartEdit:
        manager = self.one(chart.lines_down)
        reports = chart.reports_of(manager) if manager is not None else ()
        seats = self.some(dict.fromkeys(reports or chart.seats))
        return MoveAmongReports(seats, self.before(reports))

    def dotted(self, chart: Chart) -> ChartEdit:
        report, manager = self.one(chart.seats) or SeatId("?"), self.one(chart.seats) or SeatId("?")
        return DrawDotted(LineId(new_id(chart, Kind.LINE)), report, manager)

    def hand_over(self, chart: Chart) -> ChartEdit:
        seat, lead = self.one(chart.seats), self.one(chart.sources)
        source = self.chance.choice((seat, seat, lead)) or SourceId("?")
        target = self.one(chart.seats) or SeatId("?")
        what = ObjectId(self.chance.choice(OBJECTS))
        return DrawHandoff(Handoff(HandoffId(new_id(chart, Kind.HANDOFF)), source, target, what))

    def move_seats(self, chart: Chart) -> ChartEdit:
        seats, pod = self.some(chart.seats), self.one(chart.pods)
        if pod is None and self.chance.random() < 0.5:
            return MoveSeats(seats, places=self.places(len(seats)))
        return MoveSeats(seats, pod, self.before(tuple(seat.id for seat in chart.members.get(pod, ()))))

    def move_pods(self, chart: Chart) -> ChartEdit:
        pods, segment = self.some(chart.pods, 2), self.one(chart.segments)
        if segment is None:
            return MovePods(pods, places=self.places(len(pods)) if self.chance.random() < 0.7 else ())
        return MovePods(pods, segment, self.before(tuple(pod.id for pod in chart.pods_in.get(segment, ()))))

    def move_segments(self, chart: Chart) -> ChartEdit:
        segments, parent = self.some(chart.segments, 2), self.one(chart.segments)
        if parent is None:
            return MoveSegments(segments, places=self.places(len(segments)) if self.chance.random() < 0.7 else ())
        inner = tuple(segment.id for segment in chart.segments_in.get(parent, ()))
        return MoveSegments(segments, parent, self.before(inner))

    def place_sources(self, chart: Chart) -> ChartEdit:
        sources = self.some(chart.sources)
        return PlaceSources(sources, self.places(len(sources)))

    def lead(self, chart: Chart) -> ChartEdit:
        return LeadPod(self.one(chart.pods) or PodId("?"), self.one(chart.seats))

    def own(self, chart: Chart) -> ChartEdit:
        owners: tuple[SeatId | PodId, ...] = (*self.some(chart.seats, 2), *self.some(chart.pods, 1))
        segments = self.some(chart.segments, 1)
        return Revise(tuple(replace(chart.segments[name], owners=owners) for name in segments), "Own")

    def together(self, chart: Chart) -> ChartEdit:
        parts = (self.move_seats, self.report, self.revise, self.lead, self.remove)
        return Together("Together", tuple(self.chance.choice(parts)(chart) for _ in range(2)))

    def describe(self, _chart: Chart) -> ChartEdit:
        number = self.chance.randrange(9)
        return self.chance.choice(
            (
                DescribeChart(title=f"Chart {number}"),
                DescribeChart(model=ModelId(self.chance.choice(("pod", "island", "")))),
                DescribeChart(growth_stage="specialists", note=f"Note {number}", since="2026-01-01"),
                Accept("span-of-control", (f"s{number}",), self.chance.choice(("For now", ""))),
            )
        )


def plan_words(hand: Hand, _plan: Plan) -> Edit:
    """Say something about the plan as a whole."""
    number = hand.chance.randrange(9)
    return hand.chance.choice(
        (
            RenamePlan(f"Plan {number}"),
            SetPlanLanguage(hand.chance.choice(("en", "sv"))),
            SetAnswer("sellers", hand.chance.choice((number, None))),
            SetAnswer("values", {"b": number, "a": [1.0, 2.5]}),
            SetParameter("capacity", "churn", hand.chance.choice((0.01, 0.02, None))),
            SetParameter("span-of-control", "most", hand.chance.choice((8, None))),
            SetParameters(
                "Use rules", {"span-of-control": {"most": number}, "capacity": hand.chance.choice(({}, {"off": True}))}
            ),
        )
    )


def roles(hand: Hand, _plan: Plan) -> Edit:
    """Change a role of the plan's own, or forget it."""
    name = RoleId(hand.chance.choice(("greeter", "usher")))  # a seat may have the one, no seat has the other
    role = OwnRole(name, f"Greeter {hand.chance.randrange(5)}", texts={"mission": ("Greet.",)})
    return hand.chance.choice((SetRole(role), ForgetRole(role.id)))


def charts(hand: Hand, plan: Plan) -> Edit:
    """Add a copy of a chart, or remove one."""
    chart = hand.chance.choice(list(plan.charts.values()))
    if len(plan.charts) > 2 or hand.chance.random() < 0.5:
        return RemoveChart(chart.id)
    name = ChartId(f"option-{hand.chance.randrange(4)}")
    return AddChart(replace(chart, id=name, title="Option", based_on=chart.id, order=chart.order + 1))


def slides(hand: Hand, plan: Plan) -> Edit:
    """Add, change, remove or move one of a few slides; some of them are not there."""
    name, place = SlideId(f"slide-{hand.chance.randrange(4)}"), hand.chance.randrange(5)
    slide = Slide(name, f"Slide {place}", chart=hand.chance.choice((None, *plan.charts)))
    return hand.chance.choice((AddSlide(slide, place), ReviseSlide(slide), RemoveSlide(name), MoveSlide(name, place)))


def cases(hand: Hand, plan: Plan) -> Edit:
    """Add, change or remove some of a few customer cases; some of them are not there."""
    name, size = CaseId(f"case-{hand.chance.randrange(4)}"), float(hand.chance.randrange(500))
    denmark: dict[str, Spot] = {"geography": "Denmark"}
    points = hand.chance.choice(({}, denmark, denmark | {"customer_size": size}))
    case = Case(name, f"Case {size:g}", points, hand.chance.choice(tuple(Lane)))
    others = tuple(Case(CaseId(f"case-{n}"), f"Case {n}") for n in range(hand.chance.randrange(3)))
    return hand.chance.choice((AddCases((case,)), AddCases(others), ReviseCase(case), RemoveCase(name)))


type ChartChoice = Callable[[Hand, Chart], ChartEdit]
type PlanChoice = Callable[[Hand, Plan], Edit]

GROWING: tuple[ChartChoice, ...] = (Hand.add, Hand.paste, Hand.report, Hand.hand_over)
CHART_EDITS: tuple[ChartChoice, ...] = (
    *(Hand.add, Hand.remove, Hand.remove_a_family, Hand.paste, Hand.add_twice, Hand.revise, Hand.revise_others),
    *(Hand.report, Hand.report, Hand.dotted, Hand.hand_over, Hand.hand_over, Hand.move_seats, Hand.move_seats),
    *(Hand.move_pods, Hand.move_segments, Hand.place_sources, Hand.lead, Hand.own, Hand.together, Hand.describe),
    *(Hand.style_branch, Hand.assist, Hand.reorder),
    *(add_seat, add_seat, enclose, change_level, dissolve, duplicate),
)
PLAN_EDITS: tuple[PlanChoice, ...] = (plan_words, plan_words, roles, charts, slides, cases)


def parts_of(edit: object) -> list[object]:
    """The edit and the edits within it."""
    match edit:
        case InChart():
            return [edit, *parts_of(edit.edit)]
        case Together():
            return [edit, *(part for inner in edit.edits for part in parts_of(inner))]
        case _:
            return [edit]


def key_set(chart: Chart) -> frozenset[Key]:
    """The keys of everything on a chart."""
    return frozenset(key_of(record) for kind in Kind for record in chart.records(kind).values())
