"""What letting go would do in the Handoffs view, and who would fill a gap, without a screen."""

import pytest

from salesorg_gui.canvas.gestures.move_cards import held_by
from salesorg_gui.canvas.landings.additions import landing_of_offer, offer_of
from salesorg_gui.canvas.landings.gaps import filled, gaps_of, usual_role
from salesorg_gui.canvas.landings.ground import Ground
from salesorg_gui.canvas.landings.landing import Landing
from salesorg_gui.canvas.landings.moves import landing_of
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, PodId, SeatId, SegmentId, SourceId, StageId
from salesorg_gui.domain.records import Lane, Pod, Record, Segment, Source, Status
from salesorg_gui.layout.flow import arrange_flow
from salesorg_gui.layout.flow_parts import Gap, Lanes
from salesorg_gui.layout.geometry import Point, Rect
from tests.layout.companies import chart_of, line, pod, seats
from tests.layout.test_flow import handoff, parts, seat, team

CATALOGUE = load("en")
NOWHERE = Point(-5000.0, -5000.0)


def ground(chart: Chart, lanes: Lanes = Lanes.PODS) -> Ground:
    return Ground(chart, arrange_flow(chart, CATALOGUE, lanes), CATALOGUE)


@pytest.fixture
def two() -> Ground:
    """Two pods, one of them led and without anybody in outbound, and a shared key account manager."""
    led = pod("b", lead="boss")
    return ground(
        chart_of(
            team("a"),
            [record for record in team("b", ("inbound_sdr", "account_executive")) if not isinstance(record, Pod)],
            [led, *seats("boss", role="head_of_sales"), seat("kam", "key_account_manager")],
            handoff("a3", "kam", "key_customer"),
        )
    )


def middle(lanes: Ground, name: str, dy: float = 0.0) -> Point:
    rect = lanes.layout.cards[Key(Kind.SEAT, name)]
    return Point(rect.centre.x, rect.centre.y + dy)


def moved(lanes: Ground, name: str, to: Point) -> Landing:
    key = Key(Kind.SEAT, name)
    return landing_of(held_by(lanes, {key}, key, middle(lanes, name)), lanes, to)


def dropped(lanes: Ground, kind: str, value: str, to: Point) -> Landing:
    return landing_of_offer(offer_of(kind, value, lanes.chart, CATALOGUE), lanes, to)


def after(landing: Landing, lanes: Ground) -> Chart:
    assert landing.edit is not None
    return landing.edit.apply(lanes.chart)


def test_a_card_dropped_in_another_lane_moves_there(two: Ground) -> None:
    landing = moved(two, "a1", middle(two, "b0", dy=60))
    assert (landing.note, landing.target) == ("Move to b, after Inbound SDR", Key(Kind.POD, "b"))
    assert [one.id for one in after(landing, two).members[PodId("b")]] == ["b0", "a1", "b1"]


def test_it_goes_before_whoever_stands_below_the_hand(two: Ground) -> None:
    landing = moved(two, "a1", middle(two, "b0", dy=-10))
    assert landing.note == "Move to b, before Inbound SDR"
    assert [one.id for one in after(landing, two).members[PodId("b")]] == ["a1", "b0", "b1"]


def test_in_the_lane_of_those_without_a_pod_it_leaves_its_own(two: Ground) -> None:
    landing = moved(two, "a3", middle(two, "kam"))
    assert landing.note == "Take it out of its pod"
    assert after(landing, two).seats[SeatId("a3")].pod is None


def test_elsewhere_the_note_says_what_would_help(two: Ground) -> None:
    assert moved(two, "a1", NOWHERE) == Landing("Drop it on a lane")


def test_a_card_in_its_own_place_stays(two: Ground) -> None:
    assert moved(two, "a1", middle(two, "a1", dy=30)).edit is None


def test_a_lane_of_several_pods_cannot_tell_which() -> None:
    lanes = ground(two_in_a_segment(), Lanes.SEGMENTS)
    landing = moved(lanes, "free", middle(lanes, "a0"))
    assert landing.edit is None
    assert landing.note == "This lane holds several pods. Show lanes by pod to choose one."


def two_in_a_segment() -> Chart:
    records = [*team("a", segment="se"), *team("b", segment="se"), *team("c", segment="no")]
    return chart_of(*segments("se", "no"), records, seats("free", role="inbound_sdr"))


def segments(*names: str) -> list[Record]:
    return [Segment(SegmentId(name)) for name in names]


def test_a_lane_of_one_pod_means_that_pod() -> None:
    lanes = ground(two_in_a_segment(), Lanes.SEGMENTS)
    landing = moved(lanes, "free", middle(lanes, "c0"))
    assert after(landing, lanes).seats[SeatId("free")].pod == "c"


def test_a_role_dropped_in_a_lane_is_an_open_seat_there_that_reports_to_its_lead(two: Ground) -> None:
    landing = dropped(two, "role", "outbound_sdr", middle(two, "b0", dy=60))
    chart = after(landing, two)
    (new,) = [one for one in chart.seats.values() if one.id not in two.chart.seats]
    assert (new.pod, new.status) == ("b", Status.OPEN)
    assert chart.manager_of(new.id) == "boss"
    assert landing.note.startswith("Add to b as an open seat, reports to ")


def test_a_role_dropped_in_a_lane_without_a_lead_reports_to_nobody(two: Ground) -> None:
    landing = dropped(two, "role", "outbound_sdr", middle(two, "a0"))
    assert landing.note == "Add to a as an open seat"


def test_a_role_dropped_beside_the_lanes_has_no_pod(two: Ground) -> None:
    landing = dropped(two, "role", "outbound_sdr", NOWHERE)
    assert [one.pod for one in after(landing, two).seats.values()].count(None) == 3


def test_sources_and_pods_find_their_own_places(two: Ground) -> None:
    assert len(after(dropped(two, "source", "inbound:website", NOWHERE), two).sources) == 1
    landing = dropped(two, "frame", "pod", NOWHERE)
    assert landing.note == "Add a pod as a lane of its own"
    assert len(after(landing, two).pods) == 3


def test_a_gap_lies_where_it_is_drawn(two: Ground) -> None:
    gaps = gaps_of(two.layout, [Key(Kind.POD, "b")])
    assert [gap.stages[0] for gap in gaps] == ["outbound_prospecting", "onboarding"]
    flow = parts(two.layout)
    assert flow.gap_at(gaps[0].rect.centre) == gaps[0]
    assert flow.gap_at(NOWHERE) is None


def test_gaps_are_filled_by_the_roles_that_usually_cover_them(two: Ground) -> None:
    edit, added = filled(gaps_of(two.layout, [Key(Kind.POD, "b")]), two.chart, CATALOGUE)
    assert edit is not None
    chart = edit.apply(two.chart)
    found = [chart.seats[SeatId(key.id)] for key in added]
    assert [one.role for one in found] == ["outbound_sdr", "customer_success_manager"]
    assert {(one.pod, one.status, chart.manager_of(one.id)) for one in found} == {("b", Status.OPEN, "boss")}
    assert gaps_of(arrange_flow(chart, CATALOGUE), [Key(Kind.POD, "b")]) == ()


def test_one_gap_is_one_step_with_its_own_name(two: Ground) -> None:
    edit, _added = filled(gaps_of(two.layout, [Key(Kind.POD, "b")])[:1], two.chart, CATALOGUE)
    assert edit is not None
    assert edit.label == "Fill the gap"


def test_a_gap_without_a_pod_is_filled_without_one() -> None:
    crew = [seat("s", "inbound_sdr"), seat("e", "account_executive", order=1)]
    lanes = ground(chart_of(*crew, Source(SourceId("web"), Lane.INBOUND)))
    (gap,) = lanes.layout.flow.gaps if lanes.layout.flow else ()
    edit, (key,) = filled([gap], lanes.chart, CATALOGUE)
    assert edit is not None
    assert edit.apply(lanes.chart).seats[SeatId(key.id)].pod is None


def test_a_gap_in_the_lane_of_a_segment_goes_to_its_first_pod() -> None:
    chart = chart_of(*segments("se"), team("a"), team("b", ("inbound_sdr", "account_executive"), segment="se"))
    lanes = ground(chart, Lanes.SEGMENTS)
    edit, keys = filled(gaps_of(lanes.layout, [Key(Kind.SEGMENT, "se")])[:1], chart, CATALOGUE)
    assert edit is not None
    assert edit.apply(chart).seats[SeatId(keys[0].id)].pod == "b"


def test_of_equals_the_role_that_is_usual_here_is_taken() -> None:
    stages = [StageId("retention"), StageId("growth")]
    chart = chart_of(seats("k", "l", role="key_account_manager"), line("k", "l"))
    role = usual_role(stages, chart, CATALOGUE)
    assert role is not None
    assert role.id == "key_account_manager"


def test_nobody_fills_what_no_role_covers() -> None:
    assert usual_role([StageId("unheard_of")], Chart(), CATALOGUE) is None


def test_a_gap_no_role_can_fill_stays_open() -> None:
    gap = Gap(None, (StageId("unheard_of"),), Rect(0.0, 0.0, 1.0, 1.0))
    assert filled([gap], Chart(), CATALOGUE) == (None, ())
