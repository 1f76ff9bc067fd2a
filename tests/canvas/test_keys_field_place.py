"""Where on a card or frame the field stands."""

import pytest

from salesorg_gui.canvas.keys.field_place import field_place
from salesorg_gui.domain.ids import RoleId, SeatId
from salesorg_gui.domain.records import Record, Seat, Status
from salesorg_gui.drawing.cards import Detail
from salesorg_gui.layout.geometry import Rect
from tests import builders as b

CHART = b.pod_chart()
RECT = Rect(0, 0, 232, 200)
ALONE = Seat(SeatId("x"), RoleId("sdr"))


@pytest.mark.parametrize(
    ("record", "detail", "baseline", "size"),
    [
        (CHART.seats[b.BO], Detail.FULL, 24.5, 13),
        (ALONE, Detail.FULL, 30.5, 13),
        (Seat(SeatId("x"), RoleId("sdr"), status=Status.OPEN), Detail.COMPACT, 31.0, 16),
        (ALONE, Detail.COMPACT, 42.0, 16),
        (CHART.sources[b.WEB], Detail.FULL, 20.5, 12),
        (CHART.pods[b.NORTH], Detail.FULL, 20.0, 13),
        (CHART.pods[b.NORTH], Detail.COMPACT, 30.0, 17),
        (CHART.segments[b.BANKS], Detail.FULL, 27.0, 14),
        (CHART.segments[b.BANKS], Detail.COMPACT, 27.0, 19),
    ],
)
def test_the_field_has_the_line_and_the_size_of_the_name(
    record: Record, detail: Detail, baseline: float, size: float
) -> None:
    place = field_place(record, RECT, detail)
    assert (place.baseline, place.style.size, place.is_plate) == (baseline, size, False)


@pytest.mark.parametrize("detail", [Detail.FAR, Detail.BLOCK])
def test_from_afar_it_stands_on_a_plate(detail: Detail) -> None:
    assert field_place(CHART.seats[b.BO], RECT, detail).is_plate


def test_what_has_no_name_on_the_chart_gets_a_plate_too() -> None:
    assert field_place(next(iter(CHART.hires.values())), RECT, Detail.FULL).is_plate


def test_a_source_without_leads_a_month_says_its_name_in_the_middle() -> None:
    source = CHART.sources[b.WEB]
    silent = type(source)(source.id, channel="website")
    assert field_place(silent, RECT, Detail.FULL).baseline == 29.0
