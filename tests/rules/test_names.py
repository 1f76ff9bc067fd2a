"""How findings call things."""

from dataclasses import replace

import pytest

from salesorg_gui.domain.ids import ObjectId, PodId, RoleId, SeatId, SegmentId, SourceId
from salesorg_gui.domain.plan import OwnRole
from salesorg_gui.domain.records import Lane, Segment, Source
from salesorg_gui.rules.amounts import numeral
from salesorg_gui.rules.names import listed
from tests.rules.builders import chart, organisation, pod, seat, segment


def name(*seats_given: object, of: str = "a") -> str:
    drawn = chart(seats_given, pods=[pod("p", "North"), pod("q", "South"), pod("r")])  # type: ignore[arg-type]
    return organisation(drawn).names.seat(SeatId(of))


@pytest.mark.parametrize(
    ("names", "title", "called"),
    [
        (["Ada"], "Closer", "Ada"),
        (["", "Ada"], "Closer", "Ada"),
        (["Ada", "Bo"], "", "Ada, Bo"),
        (["Ada", "Bo", "Cai"], "", "Ada and 2 others"),
        ([], "Closer", "Closer"),
        ([""], "", "Account Executive"),
        ([" "], "\t", "Account Executive"),
        ([" ", " Ada "], "", "Ada"),
    ],
)
def test_a_seat_is_called_by_holder_title_or_role(names: list[str], title: str, called: str) -> None:
    assert name(seat("a", names=names, title=title)) == called


def test_the_pod_tells_two_of_a_name_apart() -> None:
    assert name(seat("a", pod="p"), seat("b", pod="q")) == "Account Executive (North)"
    assert name(seat("a", pod="p"), seat("b", title="Other")) == "Account Executive"
    assert name(seat("a"), seat("b")) == "Account Executive"
    assert name(seat("a", pod="r"), seat("b")) == "Account Executive"
    assert name(seat("a", pod="gone"), seat("b")) == "Account Executive"


def test_without_a_pod_segments_or_the_code_tell_two_apart() -> None:
    owners = chart([seat("a"), seat("b")], segments=[segment("North", "a"), segment("South", "a"), segment("", "b")])
    names = organisation(owners).names
    assert [names.seat(SeatId(id)) for id in "ab"] == ["Account Executive (North, South)", "Account Executive"]
    coded = replace(seat("a"), code="AE-01")
    assert name(coded, seat("b")) == "Account Executive (AE-01)"


@pytest.mark.parametrize(("role", "called"), [("goat_herder", "goat herder"), ("Big Boss", "Big Boss"), (" ", "Seat")])
def test_an_unknown_role_is_called_by_its_id_in_words(role: str, called: str) -> None:
    assert name(seat("a", role)) == called


def test_a_role_of_the_plan_without_a_title_is_called_by_its_id_in_words() -> None:
    own = OwnRole(RoleId("goat_herder"), title=" ")
    assert organisation(chart([seat("a", "goat_herder")]), roles=[own]).names.seat(SeatId("a")) == "goat herder"


def test_a_long_list_tells_how_many_more() -> None:
    assert listed(tuple("abcdef")) == "a, b, c, d, e, f"
    assert listed(tuple("abcdefgh")) == "a, b, c, d, e and 3 more"


@pytest.mark.parametrize(("id", "called"), [("fog", "fog"), ("dense_fog", "dense fog"), (" ", "something unnamed")])
def test_an_unknown_object_is_called_by_its_id_in_words(id: str, called: str) -> None:
    assert organisation(chart()).names.object(ObjectId(id)) == called


@pytest.mark.parametrize(
    ("title", "channel", "called"),
    [
        (" ", "website", "Website"),
        (" Fair ", "website", "Fair"),
        ("", "tik_tok", "tik tok"),
        ("", "_", "the inbound source"),
    ],
)
def test_a_source_is_called_by_title_channel_in_words_or_lane(title: str, channel: str, called: str) -> None:
    source = Source(SourceId("q"), Lane.INBOUND, channel, title)
    assert organisation(chart(sources=[source])).names.source(source.id) == called


@pytest.mark.parametrize("title", ["", " "])
def test_a_pod_without_a_title_has_a_name_all_the_same(title: str) -> None:
    assert organisation(chart(pods=[pod("p", title)])).names.pod(PodId("p")) == "without a name"


def test_a_blank_place_tells_nobody_apart() -> None:
    blank = chart([replace(seat("a", pod="p"), code=" "), seat("b")], pods=[pod("p", " ")])
    assert organisation(blank).names.seat(SeatId("a")) == "Account Executive"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (8.0, "8"),
        (1.5, "1.5"),
        (0.333, "0.33"),
        (1234567.5, "1234567.5"),
        (100, "100"),
        (float("inf"), "∞"),
        (10**400, "∞"),
    ],
)
def test_numbers_are_written_plainly(number: float, text: str) -> None:
    assert numeral(number) == text


@pytest.mark.parametrize(
    ("record", "called"),
    [
        (Segment(SegmentId("s"), value=" North "), "North"),
        (Segment(SegmentId("s"), lowest=10, below=250), "10–250"),
        (Segment(SegmentId("s"), lowest=250), "250 and more"),
        (Segment(SegmentId("s"), below=9.5), "below 9.5"),
        (Segment(SegmentId("s")), "without a name"),
    ],
)
def test_a_segment_is_called_by_its_value_or_its_interval(record: Segment, called: str) -> None:
    assert organisation(chart(segments=[record])).names.segment(record.id) == called
