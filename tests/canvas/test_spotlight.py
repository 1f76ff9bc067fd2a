"""What a spotlight falls on."""

import pytest

from salesorg_gui.canvas.spotlight import lit_by, with_frames
from salesorg_gui.domain.ids import HandoffId, Key, Kind, LineId, ObjectId, PodId, RoleId, SeatId, SegmentId, SourceId
from salesorg_gui.domain.records import Handoff, Line, Pod, Seat, Segment, Source
from tests.builders import chart_of

BO, CY, DI, EVE = (SeatId(name) for name in ("bo", "cy", "di", "eve"))
SELLER = RoleId("account_executive")
CHART = chart_of(
    Segment(SegmentId("world"), value="World"),
    Segment(SegmentId("north"), value="North", parent=SegmentId("world")),
    Pod(PodId("oslo"), "Oslo", (SegmentId("north"),)),
    *(Seat(seat, SELLER, pod=PodId("oslo")) for seat in (BO, CY)),
    *(Seat(seat, SELLER) for seat in (DI, EVE)),
    Source(SourceId("web")),
    Line(LineId("bo-cy"), BO, CY),
    Line(LineId("cy-di"), CY, DI),
    Handoff(HandoffId("web-bo"), SourceId("web"), BO, ObjectId("raw_lead")),
    Handoff(HandoffId("bo-cy"), BO, CY),
    Handoff(HandoffId("cy-di"), CY, DI),
)
FRAMES = {"pod:oslo", "segment:north", "segment:world"}


def told(*named: str, with_handoffs: bool = False) -> set[str] | None:
    """What is clear, as ``kind:id``."""
    keys = [Key(Kind(kind), name) for kind, name in (text.split(":") for text in named)]
    found = lit_by(CHART, keys, with_handoffs=with_handoffs)
    return None if found is None else {f"{key.kind}:{key.id}" for key in found}


def test_a_seat_is_clear_with_the_frames_around_it() -> None:
    assert told("seat:bo") == {"seat:bo", *FRAMES}
    assert told("seat:di") == {"seat:di"}


def test_a_pod_and_a_segment_are_clear_with_all_that_stands_in_them() -> None:
    inside = {"seat:bo", "seat:cy", "line:bo-cy", *FRAMES}
    assert told("pod:oslo") == inside
    assert told("segment:world") == inside


def test_lines_and_handoffs_between_what_is_clear_are_clear() -> None:
    assert told("seat:bo", "seat:cy", with_handoffs=True) == {
        *("seat:bo", "seat:cy", "line:bo-cy", "handoff:bo-cy"),
        *FRAMES,
    }
    found = told("seat:bo", "seat:cy", "source:web", with_handoffs=True)
    assert found is not None
    assert "handoff:web-bo" in found


def test_a_single_seat_shows_all_its_handoffs() -> None:
    assert told("seat:di", with_handoffs=True) == {"seat:di", "handoff:cy-di"}


@pytest.mark.parametrize("named", [(), ("seat:gone",)])
def test_nothing_is_dimmed_when_nothing_that_was_named_is_there(named: tuple[str, ...]) -> None:
    assert told(*named) is None


def test_what_is_gone_is_passed_over() -> None:
    assert told("seat:gone", "seat:eve") == {"seat:eve"}


def test_frames_are_told_once() -> None:
    found = list(with_frames(CHART, [BO, CY]))
    assert len(found) == len(set(found)) == 5
