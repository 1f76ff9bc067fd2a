"""The picture in other colours: repainted as a whole when asked to, and only what differs after an edit."""

from dataclasses import replace

import pytest

from salesorg_gui.canvas.picture import Picture
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.change import Change
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.domain.plan import Plan
from salesorg_gui.drawing.colouring import ColourBy
from salesorg_gui.drawing.shapes import Bar
from tests.builders import ADA, BO, NORTH, SOUTH, pod_plan

CATALOGUE = load()
PLAN = pod_plan()


def shown(chart: Chart) -> Picture:
    picture = Picture(CATALOGUE)
    picture.follow(Change(Chart(), chart, Plan(), PLAN))
    return picture


@pytest.fixture
def picture() -> Picture:
    return shown(PLAN.first_chart)


def bar(picture: Picture, seat: str) -> str:
    shapes = picture.sketch(Key(Kind.SEAT, seat)).shapes
    return next(shape.fill for shape in shapes if isinstance(shape, Bar))


def test_cards_wear_the_colour_of_what_they_are_asked_to_say(picture: Picture) -> None:
    assert bar(picture, ADA) == "find_solid"
    update = picture.colour_by(ColourBy.POD)
    assert Key(Kind.SEAT, ADA) in update.redrawn
    assert bar(picture, ADA) == f"{picture.looks.colouring.families[NORTH]}_solid"
    picture.colour_by(ColourBy.PURPOSE)
    assert bar(picture, ADA) == "find_solid"


def test_an_edit_repaints_only_what_wears_another_colour(picture: Picture) -> None:
    picture.colour_by(ColourBy.LOCATION)
    before = picture.chart
    after = before.with_records([replace(before.seats[ADA], location="Oslo")])
    update = picture.follow(Change(before, after, PLAN, PLAN))
    seats = {key.id for key in update.redrawn if key.kind is Kind.SEAT}
    assert seats == {ADA}
    assert bar(picture, ADA) == "hue_1_solid"
    assert bar(picture, BO) == "none_solid"


def test_a_seat_whose_manager_changed_wears_the_managers_colour(picture: Picture) -> None:
    picture.colour_by(ColourBy.MANAGER)
    before = picture.chart
    line = next(line for line in before.lines.values() if line.report == ADA)
    after = before.without([Key(Kind.LINE, line.id)])
    update = picture.follow(Change(before, after, PLAN, PLAN))
    assert Key(Kind.SEAT, ADA) in update.redrawn
    assert bar(picture, ADA) == "none_solid"


def test_a_new_catalogue_calls_categories_by_its_words(picture: Picture) -> None:
    picture.colour_by(ColourBy.ROLE)
    english = {category.title for category in picture.looks.colouring.categories}
    picture.use_catalogue(load("sv"))
    assert {category.title for category in picture.looks.colouring.categories} != english
    assert bar(picture, ADA).startswith("hue_")


def test_colours_stay_with_their_values_on_another_chart(picture: Picture) -> None:
    picture.colour_by(ColourBy.POD)
    colour = picture.looks.colouring.families[SOUTH]
    chart = picture.chart
    other = chart.without([Key(Kind.POD, NORTH)])
    picture.follow(Change(chart, replace(other, id="other"), PLAN, PLAN))  # type: ignore[arg-type]
    assert picture.looks.colouring.families[SOUTH] == colour


def test_a_load_redraws_the_cards_it_is_told_on(picture: Picture) -> None:
    plain = picture.sketch(Key(Kind.SEAT, ADA)).shapes
    update = picture.show_loads({ADA: 0.9, BO: 0.5})
    assert {Key(Kind.SEAT, ADA), Key(Kind.SEAT, BO)} <= update.redrawn
    assert picture.sketch(Key(Kind.SEAT, ADA)).shapes != plain
    assert not picture.show_loads({ADA: 0.901, BO: 0.5}).redrawn
    picture.show_loads({})
    assert picture.sketch(Key(Kind.SEAT, ADA)).shapes == plain


def test_cards_coloured_by_load_follow_the_load(picture: Picture) -> None:
    picture.colour_by(ColourBy.LOAD)
    assert bar(picture, ADA) == "none_solid"
    picture.show_loads({ADA: 1.5})
    assert bar(picture, ADA) == "load_3_solid"
    picture.show_loads({ADA: 0.9})
    assert bar(picture, ADA) == "load_1_solid"
