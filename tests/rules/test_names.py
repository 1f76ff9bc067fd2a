"""How findings call things."""

from dataclasses import replace

import pytest

from salesorg_gui.domain.ids import ObjectId, PodId, SeatId
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


def test_an_unknown_role_is_called_by_its_id() -> None:
    assert name(seat("a", "goat_herder")) == "goat_herder"


def test_a_long_list_tells_how_many_more() -> None:
    assert listed(tuple("abcdef")) == "a, b, c, d, e, f"
    assert listed(tuple("abcdefgh")) == "a, b, c, d, e and 3 more"


def test_what_is_unknown_is_called_by_its_id() -> None:
    assert organisation(chart()).names.object(ObjectId("fog")) == "fog"


def test_a_pod_without_a_title_has_a_name_all_the_same() -> None:
    assert organisation(chart(pods=[pod("p")])).names.pod(PodId("p")) == "without a name"


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
