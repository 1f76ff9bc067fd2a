"""Whatever a chart holds, a case walks it to an end, and a verdict means what it says."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.domain.cases import Case, Spot
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import CaseId, HandoffId, ObjectId, PodId, RoleId, SeatId, SegmentId, SourceId
from salesorg_gui.domain.records import Handoff, Lane, Pod, Record, Seat, Segment, Source
from salesorg_gui.study.cases.boundary import boundary_cases
from salesorg_gui.study.cases.story import How, stories
from salesorg_gui.study.cases.trial import Outcome, Trial, Verdict
from salesorg_gui.study.cases.typed import Reader
from salesorg_gui.study.cases.words import CaseWords
from tests.rules.builders import ENGLISH

SEATS, PODS, PARTS = ("s0", "s1", "s2", "s3", "s4"), ("p0", "p1"), ("g0", "g1", "g2", "g3")
SOURCES = ("in", "out")
ROLES = ("sdr", "account_executive", "customer_success_manager", "key_account_manager", "island_rep", "nobody_knows")
OBJECTS = ("raw_lead", "qualified_lead", "signed_customer", "key_customer", "rejected_lead", "gone")

some_of = st.sampled_from
edge = st.none() | st.sampled_from([0.0, 10.0, 50.0])

seats = st.builds(
    Seat,
    some_of(SEATS).map(SeatId),
    some_of(ROLES).map(RoleId),
    pod=st.none() | some_of((*PODS, "gone")).map(PodId),
    also_in=st.lists(some_of(PODS).map(PodId), max_size=1).map(tuple),
    shared=st.booleans(),
)
pods = st.builds(
    Pod,
    some_of(PODS).map(PodId),
    segments=st.lists(some_of((*PARTS, "gone")).map(SegmentId), max_size=2).map(tuple),
    target_account=some_of(("", "Volvo")),
)
segments = st.builds(
    Segment,
    some_of(PARTS).map(SegmentId),
    some_of(("geography", "customer_size", "target_account")),
    some_of(("", "A", "B", "Volvo")),
    parent=st.none() | some_of((*PARTS, "gone")).map(SegmentId),
    lowest=edge,
    below=edge,
    is_served=st.booleans(),
    owners=st.lists(some_of((*SEATS, *PODS, "gone")).map(SeatId), max_size=2).map(tuple),
    split=some_of(("", "By name")),
)
sources = st.builds(Source, some_of(SOURCES).map(SourceId), some_of(tuple(Lane)), some_of(("", "website", "list")))
handoffs = st.builds(
    Handoff,
    st.integers(0, 99).map(lambda number: HandoffId(f"h{number}")),
    some_of((*SEATS, *SOURCES, "gone")).map(SeatId),
    some_of((*SEATS, "gone")).map(SeatId),
    st.none() | some_of(OBJECTS).map(ObjectId),
    some_of(("", "large ones")),
    is_return=st.booleans(),
)
records = st.lists(seats | pods | segments | sources | handoffs | handoffs | handoffs, max_size=40)
spots = st.dictionaries(
    some_of(("geography", "customer_size", "target_account", "elsewhere")),
    some_of(("A", "B", "Volvo", "", 0.0, 9.0, 10.0, 50.0, 1e308)),
    max_size=3,
)
cases = st.builds(
    Case, st.just(CaseId("c")), points=spots, lane=some_of(tuple(Lane)), channel=some_of(("", "list", "gone"))
)


def check(outcome: Outcome, chart: Chart, trial: Trial) -> None:
    """A verdict means what it says, and every step is one the chart has."""
    needed = trial.needed(chart.sources[outcome.walk.source].lane) if outcome.walk.source is not None else ()
    for walk in outcome.walks:
        assert {id for move in walk.moves for id in move.handoffs} <= chart.handoffs.keys()
        assert {seat for owners in walk.owners.values() for seat in owners} == {move.taker for move in walk.moves}
        if not walk.troubles:
            assert walk.keepers
            done = {*walk.owners, *walk.before}
            lane = trial.needed(chart.sources[SourceId(str(walk.source))].lane)
            assert set(lane) <= done
    if outcome.verdict is Verdict.PASSES:
        assert needed
        assert not outcome.troubles
    if outcome.verdict is Verdict.FAILS:
        assert outcome.troubles


@settings(deadline=None, max_examples=150)
@given(records, cases)
def test_any_customer_walks_any_chart_to_an_end(drawn: list[Record], case: Case) -> None:
    chart = Chart().with_records(drawn)
    trial, words = Trial(chart, ENGLISH), CaseWords(chart, ENGLISH)
    outcomes = trial.outcomes((case, *boundary_cases(trial.territory, most=10).cases))
    for outcome in outcomes:
        check(outcome, chart, trial)
    for story in stories(outcomes, words):
        assert story.title
        assert story.short
        assert bool(story.sentences) or story.verdict is Verdict.PASSES
        wrong = {line.how for line in story.stages} & {How.SEVERAL, How.OPEN}
        assert not wrong or story.verdict is not Verdict.PASSES


@settings(deadline=None, max_examples=60)
@given(records, st.text(max_size=40))
def test_any_text_is_understood_or_kept_as_a_title(drawn: list[Record], text: str) -> None:
    chart = Chart().with_records(drawn)
    trial = Trial(chart, ENGLISH)
    case = Reader(trial.territory, ENGLISH).read(text).case(CaseId("c"))
    check(trial.outcome(case), chart, trial)


@settings(deadline=None, max_examples=60)
@given(records, spots)
def test_a_point_means_the_same_however_a_chart_came_about(drawn: list[Record], points: dict[str, Spot]) -> None:
    first, second = Chart().with_records(drawn), Chart().with_records(drawn)
    held, given_on = list(second.seats.items()), list(second.handoffs.items())
    turned = replace(second, seats=dict(held[::-1]), handoffs=dict(given_on[::-1]))
    case = Case(CaseId("c"), points=points)
    one, other = (Trial(chart, ENGLISH).outcome(case) for chart in (first, turned))
    assert one == other
