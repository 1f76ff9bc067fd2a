"""Cards: what they say, and that nothing they say is cut off by their edge."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesorg_gui import i18n
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.ids import RoleId, SeatId, SourceId
from salesorg_gui.domain.records import Lane, Person, Seat, Source, Status
from salesorg_gui.drawing.cards import Detail, detail_at, seat_card, source_card
from salesorg_gui.drawing.measure import SLACK, width
from salesorg_gui.drawing.shapes import Align, Bar, Box, Label, Shape
from salesorg_gui.layout.geometry import Rect
from tests.drawing.notebook import icons, labels, texts

CATALOGUE = load()
TITLES = Path(__file__).resolve().parents[3] / "shared" / "data" / "titles" / "titles_sales_real.csv"
CARD = Rect(0, 0, 200, 72)
SARA = Seat(SeatId("s"), RoleId("account_executive"), people=(Person("Sara L."),))


def extent(label: Label) -> tuple[float, float]:
    reach = width(label.text, label.size, label.weight, label.tracking) * SLACK
    start = {Align.LEFT: 0.0, Align.CENTRE: reach / 2, Align.RIGHT: reach}[label.align]
    return label.baseline.x - start, label.baseline.x - start + reach


def assert_inside(shapes: tuple[Shape, ...], card: Rect) -> None:
    for label in labels(shapes):
        left, right = extent(label)
        assert card.x <= left
        assert right <= card.right
        assert card.y + label.size * 0.6 <= label.baseline.y <= card.bottom - 4


def boxes(shapes: tuple[Shape, ...]) -> list[Box]:
    return [shape for shape in shapes if isinstance(shape, Box)]


def test_a_filled_seat_says_what_who_and_how_much() -> None:
    shapes = seat_card(SARA, CATALOGUE)
    assert texts(shapes) == ["Account Executive", "Sara L.", "Close · 1.0"]
    assert icons(shapes) == ["handshake"]
    baselines = [(label.baseline.x, label.baseline.y) for label in labels(shapes)]
    assert baselines == [(16, 24.5), (16, 41), (35, 57)]
    assert boxes(shapes)[0] == Box(CARD, "card", radius=8, shadow="card")
    assert Bar(CARD, "close_solid", 8) in shapes


def test_an_open_seat_is_dashed_and_says_from_when() -> None:
    shapes = seat_card(replace(SARA, status=Status.OPEN, people=(), start="2027-03-01"), CATALOGUE)
    assert texts(shapes)[1] == "Open · 1 March 2027"
    assert icons(shapes) == ["user-plus", "handshake"]
    tint, border = boxes(shapes)
    assert (tint.fill, tint.opacity) == ("close_tint", 0.55)
    assert border.stroke is not None
    assert border.stroke.dash == (5, 4)


def test_a_planned_seat_is_dotted_and_has_no_ground() -> None:
    shapes = seat_card(replace(SARA, status=Status.PLANNED, people=(), start="Q3"), CATALOGUE)
    assert texts(shapes)[1] == "Planned · Q3"
    assert icons(shapes) == ["calendar-clock", "handshake"]
    assert [box.fill for box in boxes(shapes)] == [None, None]
    assert not any(isinstance(shape, Bar) for shape in shapes)


@pytest.mark.parametrize(("status", "word"), [(Status.OPEN, "Open"), (Status.PLANNED, "Planned")])
def test_a_vacancy_without_a_date_is_just_called_so(status: Status, word: str) -> None:
    assert texts(seat_card(replace(SARA, status=status, start=""), CATALOGUE))[1] == word


def test_a_seat_of_several_people_says_how_many() -> None:
    shapes = seat_card(replace(SARA, headcount=12, fte=0.75), CATALOGUE)
    assert texts(shapes)[0] == "×12"
    assert texts(shapes)[-1] == "Close · 9.0"


def test_without_a_name_the_number_or_place_stands_there() -> None:
    nobody = replace(SARA, people=(Person(),), code="AE-02", location="Oslo")
    assert texts(seat_card(nobody, CATALOGUE))[1] == "AE-02"
    assert texts(seat_card(replace(nobody, code=""), CATALOGUE))[1] == "Oslo"


def test_without_anything_to_say_about_who_the_rest_stands_in_the_middle() -> None:
    nobody = replace(SARA, people=())
    title, meta = labels(seat_card(nobody, CATALOGUE))
    assert (title.baseline.y, meta.baseline.y) == (30.5, 51)
    (title,) = labels(seat_card(nobody, CATALOGUE, Detail.COMPACT))
    assert title.baseline.y == 42


def test_a_role_nobody_knows_is_drawn_as_support() -> None:
    shapes = seat_card(replace(SARA, role=RoleId("keeper")), CATALOGUE)
    assert texts(shapes)[0] == "keeper"
    assert icons(shapes) == ["wrench"]


def test_a_role_too_long_for_the_card_is_called_by_its_short_title() -> None:
    long = next(role for role in CATALOGUE.roles.values() if width(role.title, 16) > 160)
    seat = replace(SARA, role=long.id)
    assert texts(seat_card(seat, CATALOGUE, Detail.COMPACT))[0] == long.short_title


def test_a_title_of_its_own_is_cut_and_never_replaced() -> None:
    seat = replace(SARA, title="Senior Enterprise Account Executive, Public Sector")
    assert texts(seat_card(seat, CATALOGUE))[0].startswith("Senior Enterprise")
    assert texts(seat_card(seat, CATALOGUE))[0].endswith("…")


def test_the_usual_roles_stand_on_their_card_in_full() -> None:
    for role in ("customer_success_manager", "account_executive", "key_account_manager", "sales_operations"):
        assert texts(seat_card(replace(SARA, role=RoleId(role)), CATALOGUE))[0] == CATALOGUE.role(role).title


@given(
    st.text(max_size=80), st.text(max_size=80), st.sampled_from(Detail), st.sampled_from(Status), st.integers(1, 999)
)
def test_whatever_is_typed_stays_on_the_card(
    title: str, name: str, detail: Detail, status: Status, headcount: int
) -> None:
    seat = Seat(
        SeatId("s"),
        RoleId("account_executive"),
        title,
        headcount,
        0.333,
        status,
        (Person(name), Person(name)),
        start=name,
    )
    assert_inside(seat_card(seat, CATALOGUE, detail), CARD)
    source = Source(SourceId("l"), title=title, per_month=headcount * 1000.0)
    assert_inside(source_card(source, CATALOGUE, detail), Rect(0, 0, 136, 48))


def test_the_longest_real_titles_stay_on_the_card() -> None:
    if not TITLES.exists():
        pytest.skip("the list of real titles is not here")
    with TITLES.open(encoding="utf-8", newline="") as file:
        found = [cell for row in csv.reader(file) for cell in row]
    for title in sorted(found, key=len)[-300:]:
        for detail in Detail:
            assert_inside(seat_card(replace(SARA, title=title), CATALOGUE, detail), CARD)


@pytest.mark.parametrize(
    ("zoom", "detail"),
    [(2, Detail.FULL), (0.75, Detail.FULL), (0.6, Detail.COMPACT), (0.44, Detail.FAR), (0.1, Detail.BLOCK)],
)
def test_less_is_drawn_from_further_away(zoom: float, detail: Detail) -> None:
    assert detail_at(zoom) is detail


def test_from_half_way_title_person_and_icon_remain() -> None:
    shapes = seat_card(SARA, CATALOGUE, Detail.COMPACT)
    assert texts(shapes) == ["Account Executive", "Sara L."]
    assert icons(shapes) == ["handshake"]


def test_from_afar_a_card_is_a_tint_with_its_title_in_two_lines() -> None:
    shapes = seat_card(SARA, CATALOGUE, Detail.FAR)
    assert texts(shapes) == ["Account", "Executive"]
    assert boxes(shapes)[0].fill == "close_tint"
    assert texts(seat_card(SARA, CATALOGUE, Detail.BLOCK)) == []


def test_from_afar_a_long_role_is_short_and_a_long_title_is_cut() -> None:
    csm = replace(SARA, role=RoleId("customer_success_manager"))
    assert texts(seat_card(csm, CATALOGUE, Detail.FAR)) == ["CSM"]
    titled = replace(SARA, title="Regional Director of Sales and everything else")
    lines = texts(seat_card(titled, CATALOGUE, Detail.FAR))
    assert len(lines) == 2
    assert lines[1].endswith("…")


@pytest.mark.parametrize("status", Status)
def test_the_state_of_a_seat_is_seen_from_afar_too(status: Status) -> None:
    far = seat_card(replace(SARA, status=status), CATALOGUE, Detail.BLOCK)
    others = [
        seat_card(replace(SARA, status=other), CATALOGUE, Detail.BLOCK) for other in Status if other is not status
    ]
    assert far not in others


def test_a_source_says_where_leads_come_from_and_how_many() -> None:
    shapes = source_card(Source(SourceId("w"), title="Website", per_month=1240), CATALOGUE)
    assert texts(shapes) == ["Website", "1240 a month"]
    assert icons(shapes) == ["megaphone"]
    quiet = source_card(Source(SourceId("w"), Lane.OUTBOUND, "list"), CATALOGUE)
    assert texts(quiet) == [CATALOGUE.channels["list"].title]
    assert icons(quiet) == ["list"]


def test_a_source_from_afar_is_only_its_name_and_from_farther_its_icon() -> None:
    website = Source(SourceId("w"), title="Website", per_month=1240)
    assert texts(source_card(website, CATALOGUE, Detail.FAR)) == ["Website"]
    assert icons(source_card(website, CATALOGUE, Detail.FAR)) == []
    assert texts(source_card(website, CATALOGUE, Detail.BLOCK)) == []
    assert icons(source_card(website, CATALOGUE, Detail.BLOCK)) == ["megaphone"]


def test_figures_are_written_as_the_language_does() -> None:
    i18n.use("sv")
    assert texts(seat_card(replace(SARA, fte=0.8), load("sv")))[-1].endswith("0,8")
