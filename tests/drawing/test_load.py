"""How full somebody's time is, on the card and as a colour."""

from math import inf

import pytest

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import RoleId, SeatId
from salesorg_gui.domain.records import Person, Seat, Status
from salesorg_gui.drawing.cards import seat_card
from salesorg_gui.drawing.colouring import ColourBy, coloured
from salesorg_gui.drawing.load import load_step, load_text
from salesorg_gui.drawing.shapes import Box, Label
from salesorg_gui.drawing.text import TINY, text_width
from salesorg_gui.drawing.theme import ThemeName, theme

ENGLISH = load("en")
ADA = Seat(SeatId("ada"), RoleId("account_executive"), people=(Person("Ada"),))


@pytest.mark.parametrize(
    ("amount", "step"),
    [(0.0, 0), (0.59, 0), (0.6, 1), (1.0, 1), (1.1, 1), (1.11, 2), (1.2, 2), (1.21, 3), (inf, 3)],
)
def test_a_load_is_light_usual_high_or_too_high(amount: float, step: int) -> None:
    assert load_step(amount) == step


@pytest.mark.parametrize(
    ("amount", "text"), [(0.0, "0 %"), (0.964, "96 %"), (1.285, "128 %"), (50, "999 %"), (inf, "∞")]
)
def test_a_load_is_told_in_per_cent(amount: float, text: str) -> None:
    assert load_text(amount) == text


def labels(amount: float | None, status: Status = Status.FILLED) -> dict[str, Label]:
    one = Seat(ADA.id, ADA.role, people=ADA.people, status=status)
    shapes = seat_card(one, ENGLISH, load=amount)
    return {shape.text: shape for shape in shapes if isinstance(shape, Label)}


def test_a_filled_seat_says_how_full_its_time_is() -> None:
    assert labels(0.96)["96 %"].ink == "text_3"
    assert labels(1.15)["115 %"].ink == "heat_2"
    assert labels(1.28)["128 %"].ink == "heat_3"


@pytest.mark.parametrize("status", [Status.OPEN, Status.PLANNED])
def test_where_nobody_works_yet_no_time_is_full(status: Status) -> None:
    assert "96 %" not in labels(0.96, status=status)
    assert "96 %" not in labels(None)


def test_the_bar_grows_with_the_load_up_to_a_quarter_over() -> None:
    def filled(amount: float) -> float:
        heats = {f"heat_{step}" for step in (1, 2, 3)}
        shapes = seat_card(ADA, ENGLISH, load=amount)
        return sum(shape.rect.width for shape in shapes if isinstance(shape, Box) and shape.fill in heats)

    widths = [filled(amount) for amount in (0.0, 0.5, 1.0, 1.25, 3.0)]
    assert widths == pytest.approx([0.0, 12.8, 25.6, 32.0, 32.0])


def test_number_bar_and_purpose_do_not_touch() -> None:
    shapes = seat_card(ADA, ENGLISH, load=1.28)
    meta, number = (
        next(one for one in shapes if isinstance(one, Label) and word in one.text) for word in ("Close", "%")
    )
    assert meta.baseline.x + text_width(meta.text, TINY) <= number.baseline.x - text_width(number.text, TINY)


def test_a_chart_is_coloured_by_load_where_it_is_known() -> None:
    bo, cy = (Seat(SeatId(name), ADA.role) for name in ("bo", "cy"))
    chart = Chart(seats={seat.id: seat for seat in (ADA, bo, cy)})
    found = coloured(ColourBy.LOAD, chart, ENGLISH, loads={ADA.id: 1.3, bo.id: 0.8})
    assert [(one.title, one.family, one.count) for one in found.categories] == [
        ("Over 120 %", "load_3", 1),
        ("60 to 110 %", "load_1", 1),
        ("Not said", "none", 1),
    ]


@pytest.mark.parametrize("name", list(ThemeName))
def test_every_theme_knows_the_colours_of_load(name: ThemeName) -> None:
    colours = theme(name).colours
    assert all(f"load_{step}_{part}" in colours for step in range(4) for part in ("solid", "tint", "text"))
