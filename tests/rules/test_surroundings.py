"""What surrounds a record: ends of lines and handoffs, pods, segments. Around what is gone there is nothing."""

from dataclasses import replace

import pytest

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, LineId, PodId, RoleId, SeatId, SegmentId
from salesorg_gui.domain.records import Handoff, Line, LineKind, Pod, Seat, Segment
from salesorg_gui.rules.surroundings import Surroundings
from tests.rules.builders import INBOUND

BOSS, REP, GUEST, ADVISOR, ALONE, GONE = map(SeatId, ("boss", "rep", "guest", "advisor", "alone", "gone"))
NORTH, LOST = PodId("north"), PodId("lost")
EUROPE, NORDICS = SegmentId("europe"), SegmentId("nordics")


def drawn(id: SeatId, pod: PodId | None = None, *also: PodId) -> Seat:
    return Seat(id, RoleId("account_executive"), pod=pod, also_in=also)


@pytest.fixture
def chart() -> Chart:
    """The boss leads a pod of a rep and a guest; it stands in the Nordics, a part of Europe, which the boss owns."""
    seats = (drawn(BOSS), drawn(REP, NORTH), drawn(GUEST, None, NORTH), drawn(ADVISOR, LOST), drawn(ALONE))
    return Chart().with_records(
        [
            *seats,
            INBOUND,
            Line(LineId("solid"), REP, BOSS),
            Line(LineId("dotted"), REP, ADVISOR, LineKind.DOTTED),
            Handoff(HandoffId("lead"), INBOUND.id, REP),
            Handoff(HandoffId("help"), REP, ADVISOR),
            Pod(NORTH, lead=BOSS, segments=(NORDICS,)),
            Segment(EUROPE, owners=(BOSS,)),
            Segment(NORDICS, parent=EUROPE, owners=(NORTH,)),
        ]
    )


@pytest.fixture
def around(chart: Chart) -> Surroundings:
    return Surroundings(chart)


def test_a_seat_and_a_source_have_their_handoffs_both_ways(around: Surroundings) -> None:
    assert [one.id for one in around.handoffs(REP)] == ["help", "lead"]
    assert [one.id for one in around.handoffs(INBOUND.id)] == ["lead"]
    assert around.handoffs(GONE) == ()


def test_lines_solid_and_dotted_and_handoffs_have_two_ends_each(around: Surroundings) -> None:
    assert set(around.ends(REP)) == {REP, BOSS, ADVISOR, INBOUND.id}
    assert set(around.ends(BOSS)) == {REP, BOSS}
    assert list(around.ends(GONE)) == []


def test_a_seat_stands_in_a_pod_belongs_to_one_or_leads_it(around: Surroundings) -> None:
    assert [list(around.pods(seat)) for seat in (REP, GUEST, BOSS, ALONE, GONE)] == [[NORTH], [NORTH], [NORTH], [], []]


def test_a_pod_has_members_further_members_and_a_lead(around: Surroundings) -> None:
    assert set(around.people(NORTH)) == {REP, GUEST, BOSS}


def test_who_stands_in_a_pod_that_is_gone_is_still_known(around: Surroundings) -> None:
    assert list(around.people(LOST)) == [ADVISOR]


def test_a_pod_without_a_lead_is_only_its_members(chart: Chart) -> None:
    without = Surroundings(chart.with_records([Pod(NORTH, segments=(NORDICS,))]))
    assert set(without.people(NORTH)) == {REP, GUEST}
    assert list(without.pods(BOSS)) == []


def test_segments_are_those_owned_and_those_a_pod_stands_in(around: Surroundings) -> None:
    assert list(around.segments(BOSS)) == [EUROPE]
    assert list(around.segments(NORTH)) == [NORDICS, NORDICS]
    assert list(around.segments(GONE)) == []


def test_inside_a_segment_are_its_owners_and_pods_and_about_it_their_people(around: Surroundings) -> None:
    assert list(around.inside(NORDICS)) == [NORTH, NORTH]
    assert {REP, GUEST, BOSS} <= set(around.about(NORDICS))
    assert list(around.about(EUROPE)) == [BOSS]
    assert list(around.inside(SegmentId("gone"))) == []


def test_beside_a_segment_are_the_one_around_it_and_those_within(around: Surroundings) -> None:
    assert list(around.beside(NORDICS)) == [EUROPE]
    assert list(around.beside(EUROPE)) == [NORDICS]
    assert list(around.beside(SegmentId("gone"))) == []


def test_a_pod_stands_in_a_segment_that_is_gone(chart: Chart) -> None:
    lost = Surroundings(chart.with_records([Pod(NORTH, lead=BOSS, segments=(SegmentId("gone"),))]))
    assert list(lost.inside(SegmentId("gone"))) == [NORTH]
    assert BOSS in set(lost.bound(REP))


def test_a_seat_is_bound_by_lines_handoffs_pods_and_segments(around: Surroundings) -> None:
    assert set(around.bound(REP)) - {INBOUND.id} >= {REP, BOSS, ADVISOR, GUEST}
    assert BOSS in set(around.bound(BOSS))
    assert list(around.bound(ALONE)) == []


@pytest.mark.parametrize("part", ["pods", "segments", "seats"])
def test_after_an_edit_everything_is_what_it_would_be_from_scratch(chart: Chart, part: str) -> None:
    known = Surroundings(chart)
    told(known)
    edits: dict[str, Pod | Segment | Seat] = {
        "pods": Pod(NORTH, lead=REP),
        "segments": Segment(NORDICS, owners=(REP,)),
        "seats": replace(chart.seats[GUEST], also_in=()),
    }
    after = chart.with_records([edits[part]])
    differing = [GUEST] if part == "seats" else []
    assert told(known.of_next(after, differing)) == told(Surroundings(after))


def test_what_comes_of_the_same_maps_is_kept(chart: Chart) -> None:
    known = Surroundings(chart)
    told(known)
    after = known.of_next(chart.with_records([replace(chart.seats[ALONE], title="New")]), [ALONE, GONE])
    assert after._further is known._further  # noqa: SLF001 -- that it is not gathered again
    assert after._led is known._led  # noqa: SLF001 -- as above


def told(around: Surroundings) -> list[object]:
    """Everything it knows of every record."""
    chart = around.chart
    seats = [(set(around.bound(seat)), list(around.pods(seat)), list(around.segments(seat))) for seat in chart.seats]
    pods = [(set(around.people(pod)), list(around.segments(pod))) for pod in chart.pods]
    segments = [(set(around.about(one)), list(around.inside(one)), list(around.beside(one))) for one in chart.segments]
    return [seats, pods, segments]
