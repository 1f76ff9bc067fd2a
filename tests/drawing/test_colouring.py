"""What cards are coloured by: every value has a colour, keeps it, and can be told from the others."""

from dataclasses import replace
from itertools import combinations

import pytest

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import LineId, PodId, RoleId, SeatId
from salesorg_gui.domain.records import Line, Person, Seat, Status
from salesorg_gui.drawing.cards import Detail, seat_card
from salesorg_gui.drawing.colouring import (
    BLANK,
    GREY,
    HUES,
    OTHERS,
    UNKNOWN,
    ColourBy,
    Colouring,
    colour_by,
    colour_titles,
    coloured,
    recoloured,
)
from salesorg_gui.drawing.colours import Colours
from salesorg_gui.drawing.shapes import Bar, Icon
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.drawing.whole import whole_chart
from tests.builders import ADA, BO, HEAD, NORTH, SOUTH, chart_of, pod_plan
from tests.drawing.seen_colours import CVD, contrast, distance

CATALOGUE = load()
CHART = pod_plan().first_chart


def seat(name: str, **values: object) -> Seat:
    return Seat(SeatId(name), RoleId("account_executive"), **values)  # type: ignore[arg-type]


def towns(**people: int) -> Chart:
    return chart_of(*(seat(f"{town}{n}", location=town) for town, count in people.items() for n in range(count)))


def told(colouring: Colouring) -> list[tuple[str, int]]:
    return [(category.title, category.count) for category in colouring.categories]


def test_purposes_keep_their_own_colours_and_order() -> None:
    found = coloured(ColourBy.PURPOSE, CHART, CATALOGUE)
    assert [category.family for category in found.categories] == ["find", "close", "care", "lead"]
    assert sum(category.count for category in found.categories) == len(CHART.seats)


def test_the_most_common_value_comes_first() -> None:
    assert told(coloured(ColourBy.LOCATION, towns(Oslo=1, Malmö=3, Bergen=2), CATALOGUE)) == [
        ("Malmö", 3),
        ("Bergen", 2),
        ("Oslo", 1),
    ]


def test_a_seat_counts_for_all_the_people_on_it() -> None:
    chart = chart_of(seat("a", location="Oslo", headcount=4), seat("b", location="Umeå"))
    assert told(coloured(ColourBy.LOCATION, chart, CATALOGUE)) == [("Oslo", 4), ("Umeå", 1)]


def test_what_nobody_said_has_no_colour_and_is_told_last() -> None:
    chart = chart_of(seat("a", location=" "), seat("b"), seat("c", location="Umeå "))
    found = coloured(ColourBy.LOCATION, chart, CATALOGUE)
    assert told(found) == [("Umeå", 1), ("Not said", 2)]
    assert found.family(SeatId("a")) == BLANK
    assert found.family(SeatId("c")) == HUES[0]
    assert found.family(SeatId("unheard of")) == BLANK


def test_beyond_as_many_as_eyes_can_tell_apart_the_rest_is_grey_together() -> None:
    chart = towns(**{f"Town {letter}": 20 - n for n, letter in enumerate("abcdefghijk")})
    found = coloured(ColourBy.LOCATION, chart, CATALOGUE)
    assert [category.family for category in found.categories] == [*HUES, GREY]
    assert told(found)[-1] == ("Others", 12 + 11 + 10)
    assert found.seats_of([OTHERS]) == {s.id for s in chart.seats.values() if s.location[-1] in "ijk"}


def test_a_value_keeps_its_colour_while_others_grow_and_go() -> None:
    before = coloured(ColourBy.LOCATION, towns(Oslo=3, Malmö=2, Bergen=1), CATALOGUE)
    after = coloured(ColourBy.LOCATION, towns(Oslo=3, Bergen=9, Umeå=1), CATALOGUE, before)
    assert after.families["Oslo"] == before.families["Oslo"]
    assert after.families["Bergen"] == before.families["Bergen"]
    assert after.families["Umeå"] == before.families["Malmö"]


def test_another_way_of_colouring_starts_anew() -> None:
    before = coloured(ColourBy.LOCATION, towns(Oslo=3), CATALOGUE)
    after = coloured(ColourBy.ROLE, towns(Oslo=3), CATALOGUE, before)
    assert told(after) == [("Account Executive", 3)]


def test_only_seats_that_wear_another_colour_are_told() -> None:
    chart = towns(Oslo=2, Malmö=1)
    moved = chart.with_records([replace(chart.seats[SeatId("Oslo0")], location="Malmö")])
    before = coloured(ColourBy.LOCATION, chart, CATALOGUE)
    assert recoloured(before, coloured(ColourBy.LOCATION, moved, CATALOGUE, before)) == {SeatId("Oslo0")}


def test_status_is_told_in_its_own_order() -> None:
    chart = chart_of(seat("a", status=Status.PLANNED), seat("b", status=Status.OPEN), seat("c"), seat("d"))
    found = coloured(ColourBy.STATUS, chart, CATALOGUE)
    assert told(found) == [("Filled", 2), ("Open", 1), ("Planned", 1)]


def test_pods_segments_and_managers_are_called_as_they_are() -> None:
    assert [title for title, _count in told(coloured(ColourBy.POD, CHART, CATALOGUE))][:2] == ["North", "South"]
    assert "Nordics" in [title for title, _count in told(coloured(ColourBy.SEGMENT, CHART, CATALOGUE))]
    by_manager = coloured(ColourBy.MANAGER, CHART, CATALOGUE)
    assert by_manager.values[ADA] == HEAD
    assert by_manager.values[HEAD] == UNKNOWN


def test_a_pod_that_is_gone_is_no_value() -> None:
    chart = chart_of(seat("a", pod=PodId("gone")))
    assert told(coloured(ColourBy.POD, chart, CATALOGUE)) == [("No pod", 1)]
    assert told(coloured(ColourBy.SEGMENT, chart, CATALOGUE)) == [("No segment", 1)]


def test_seniority_is_that_of_the_first_person_who_has_one() -> None:
    people = Person("Ada"), Person("Bo", seniority="senior"), Person("Cy", seniority="junior")
    chart = chart_of(seat("a", people=people), seat("b", people=(Person(seniority="wizard"),)))
    assert told(coloured(ColourBy.SENIORITY, chart, CATALOGUE)) == [("Senior", 1), ("wizard", 1)]


def test_a_manager_without_a_name_is_called_by_the_role() -> None:
    chart = chart_of(seat("boss"), seat("a"), Line(LineId("l"), SeatId("a"), SeatId("boss")))
    assert told(coloured(ColourBy.MANAGER, chart, CATALOGUE)) == [("Account Executive", 1), ("No manager", 1)]


@pytest.mark.parametrize("by", ColourBy)
def test_every_seat_has_a_category_of_every_way_of_colouring(by: ColourBy) -> None:
    found = coloured(by, CHART, CATALOGUE)
    assert set(found.values) == set(CHART.seats)
    assert set(found.values.values()) == {category.value for category in found.categories}
    assert found.seats_of([category.value for category in found.categories]) == set(CHART.seats)


def test_a_word_of_a_file_that_nobody_knows_means_the_purpose() -> None:
    assert colour_by("pod") is ColourBy.POD
    assert colour_by("mood") is colour_by("") is ColourBy.PURPOSE
    assert set(colour_titles()) == set(ColourBy)


# ------------------------------------------------------------------------------------------------------- on the cards


def test_a_coloured_card_keeps_the_icon_of_its_purpose_in_grey() -> None:
    (bar,) = (shape for shape in seat_card(CHART.seats[ADA], CATALOGUE, family="hue_3") if isinstance(shape, Bar))
    (icon,) = (shape for shape in seat_card(CHART.seats[ADA], CATALOGUE, family="hue_3") if isinstance(shape, Icon))
    plain = seat_card(CHART.seats[ADA], CATALOGUE)
    assert bar.fill == "hue_3_solid"
    assert icon.ink == "text_2"
    assert icon.name == next(shape.name for shape in plain if isinstance(shape, Icon))


@pytest.mark.parametrize("detail", Detail)
@pytest.mark.parametrize("family", [*HUES, GREY, BLANK])
def test_every_colour_of_a_card_is_an_ink_of_every_theme(family: str, detail: Detail) -> None:
    inks = {ink for shape in seat_card(CHART.seats[BO], CATALOGUE, detail, family) for ink in _inks(shape)}
    for name in ThemeName:
        assert all(theme(name).colour(ink) for ink in inks)


def _inks(shape: object) -> list[str]:
    stroke = getattr(shape, "stroke", None)
    named = [getattr(shape, "ink", None), getattr(shape, "fill", None), getattr(stroke, "ink", None)]
    return [ink for ink in named if ink]


def test_a_printed_chart_is_coloured_as_it_is_told_to() -> None:
    _room, shapes = whole_chart(CHART, CATALOGUE, colours=Colours(coloured(ColourBy.POD, CHART, CATALOGUE)))
    fills = {shape.fill for shape in shapes if isinstance(shape, Bar)}
    expected = coloured(ColourBy.POD, CHART, CATALOGUE)
    assert fills >= {f"{expected.families[NORTH]}_solid", f"{expected.families[SOUTH]}_solid"}
    assert not any(fill.startswith("find") for fill in fills)


# ------------------------------------------------------------------------------------------------- told apart by eyes


@pytest.mark.parametrize("name", ThemeName)
def test_hues_stand_out_from_their_grounds_and_words_are_read(name: ThemeName) -> None:
    colour = theme(name).colour
    for hue in HUES:
        assert min(contrast(colour(f"{hue}_solid"), colour(ground)) for ground in ("card", "frame_pod", "panel")) >= 3
        grounds = "card", "frame_pod", "panel", f"{hue}_tint"
        assert min(contrast(colour(f"{hue}_text"), colour(ground)) for ground in grounds) >= 4.5
        assert min(contrast(colour(text), colour(f"{hue}_tint")) for text in ("text_1", "text_2", "text_3")) >= 4.5


@pytest.mark.parametrize("kind", CVD)
@pytest.mark.parametrize("name", ThemeName)
def test_no_two_hues_look_alike_to_any_eye(name: ThemeName, kind: str) -> None:
    solids = [theme(name).colour(f"{family}_solid") for family in (*HUES, GREY)]
    assert min(distance(one, other, kind) for one, other in combinations(solids, 2)) >= 7.5
