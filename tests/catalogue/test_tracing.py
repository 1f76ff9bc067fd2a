"""Following the chain of command and the way of customers."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from salesorg_gui.catalogue.tracing import Trace, chain_of_command, handoff_path, path_of_handoff
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, Key, LineId, RoleId, SeatId, SourceId
from salesorg_gui.domain.records import Handoff, Line, LineKind, Record, Seat, Source


def chart(lines: str = "", handoffs: str = "", back: str = "") -> Chart:
    """Seats of one letter, sources of one capital; ``ab`` is b under a, or a handing to b."""
    names = sorted(set((lines + handoffs + back).replace(" ", "")))
    records = [Source(SourceId(name)) if name.isupper() else Seat(SeatId(name), RoleId("ae")) for name in names]
    return Chart().with_records(
        [
            *records,
            *(Line(LineId(pair), SeatId(pair[1]), SeatId(pair[0]), order=n) for n, pair in enumerate(lines.split())),
            *(Handoff(HandoffId(pair), SeatId(pair[0]), SeatId(pair[1]), limit_hours=10) for pair in handoffs.split()),
            *(Handoff(HandoffId(pair), SeatId(pair[0]), SeatId(pair[1]), is_return=True) for pair in back.split()),
        ]
    )


def names(trace: Trace) -> set[str]:
    return {key.id for key in trace.keys}


def way(trace: Trace) -> str:
    return "".join(key.id for key in trace.way)


def test_the_chain_of_command_is_all_above_and_all_below() -> None:
    trace = chain_of_command(chart("ab bc bd ae ef"), [SeatId("b")])
    assert names(trace) == {"a", "b", "c", "d", "ab", "bc", "bd"}
    assert (way(trace), trace.before, trace.after) == ("ab", 1, 2)


def test_dotted_lines_are_no_command() -> None:
    made = chart("ab").with_records([Line(LineId("dot"), SeatId("b"), SeatId("x"), LineKind.DOTTED)])
    assert names(chain_of_command(made, [SeatId("b")])) == {"a", "b", "ab"}


def test_a_circle_of_command_ends() -> None:
    trace = chain_of_command(chart("ab bc ca"), [SeatId("a")])
    assert names(trace) == {"a", "b", "c", "ab", "bc", "ca"}
    assert len(trace.way) == 3


def test_the_way_goes_from_the_source_to_the_end() -> None:
    trace = handoff_path(chart(handoffs="Wa ab bc bd xy"), [SeatId("b")])
    assert names(trace) == {"W", "a", "b", "c", "d", "Wa", "ab", "bc", "bd"}
    assert way(trace) == "Wabd"
    assert (len(trace.handoffs), trace.hours, trace.before, trace.after) == (3, 30, 2, 2)


def test_what_is_handed_back_is_no_way() -> None:
    assert names(handoff_path(chart(handoffs="Wa ab", back="ba"), [SeatId("b")])) == {"W", "a", "b", "Wa", "ab"}


def test_the_way_through_one_handoff_leaves_out_its_neighbours() -> None:
    trace = path_of_handoff(chart(handoffs="Wa ab ac cd bd"), HandoffId("ab"))
    assert names(trace) == {"W", "a", "b", "d", "Wa", "ab", "bd"}
    assert way(trace) == "Wabd"


def test_a_return_can_be_followed_when_it_is_asked_for() -> None:
    trace = path_of_handoff(chart(handoffs="Wa ab", back="ba"), HandoffId("ba"))
    assert "ba" in names(trace)
    assert way(trace)[:1] == "W"


def test_a_handoff_that_is_gone_leads_nowhere() -> None:
    assert path_of_handoff(chart("ab"), HandoffId("gone")) == Trace()


def test_a_way_from_a_source_begins_there() -> None:
    assert way(handoff_path(chart(handoffs="Wa ab"), [SourceId("W")])) == "Wab"


def test_a_seat_without_handoffs_stands_alone() -> None:
    trace = handoff_path(chart("ab"), [SeatId("b")])
    assert (names(trace), way(trace), trace.hours) == ({"b"}, "b", None)


def test_a_handoff_without_a_limit_leaves_the_time_open() -> None:
    further: list[Record] = [Seat(SeatId("c"), RoleId("ae")), Handoff(HandoffId("bc"), SeatId("b"), SeatId("c"))]
    trace = handoff_path(chart(handoffs="ab").with_records(further), [SeatId("b")])
    assert (way(trace), trace.hours) == ("abc", None)


def test_ends_that_are_gone_are_left_out() -> None:
    made = chart("ab").with_records(
        [
            Line(LineId("up"), SeatId("a"), SeatId("gone")),
            Handoff(HandoffId("h"), SeatId("a"), SeatId("gone")),
        ]
    )
    assert "gone" not in names(chain_of_command(made, [SeatId("a"), SeatId("gone")]))
    assert way(handoff_path(made, [SeatId("a")])) == "a"


PAIRS = st.lists(st.tuples(st.sampled_from("abcdeW"), st.sampled_from("abcde")), max_size=14)


@given(PAIRS, st.sampled_from("abcde"))
def test_any_net_can_be_followed(pairs: list[tuple[str, str]], start: str) -> None:
    made = chart(handoffs=" ".join({one + other for one, other in pairs if one != other} | {f"{start}{start}"}))
    trace = handoff_path(made, [SeatId(start)])
    assert all(made.record(key) is not None for key in trace.keys)
    for one, other in pairwise(trace.handoffs):
        assert one.target == other.source
    assert len(trace.way) == len(trace.handoffs) + 1
    assert isinstance(trace.way[0], Key)


def test_nobody_has_no_chain_and_no_way() -> None:
    assert chain_of_command(chart("ab"), [SeatId("gone")]) == Trace()
    assert handoff_path(chart(handoffs="ab"), ["gone"]) == Trace()
