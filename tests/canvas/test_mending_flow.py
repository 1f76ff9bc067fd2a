"""After an edit in the Handoffs view only some rooms are painted anew: nobody can tell them from all of it."""

from random import Random

import pytest
from PySide6.QtGui import QImage

from salesorg_gui.canvas.view import ChartView
from salesorg_gui.domain.change import Change
from salesorg_gui.domain.ids import Key, Kind, PodId, RoleId, SeatId, SourceId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Seat, Source
from salesorg_gui.layout.layout import ViewKind
from tests.canvas.test_pushing import on_screen, painted_anew
from tests.layout.companies import chart_of
from tests.layout.test_flow import handoff, team
from tests.layout.test_flow_edits import chart_at, edited

STEPS = 14
ROUNDED = 3
"""Wires that share a run are told apart by the eighth of a px, so their edges may differ by what nobody sees."""


def farthest_apart(one: QImage, other: QImage) -> int:
    """By how much the most different colour of a pixel differs."""
    if one == other:
        return 0
    return max(abs(a - b) for a, b in zip(bytes(one.constBits()), bytes(other.constBits()), strict=True))


@pytest.mark.parametrize("seed", range(4))
def test_what_is_mended_is_what_would_be_painted(view: ChartView, seed: int) -> None:
    chance, session = Random(seed), view.session
    view.show_view(ViewKind.HANDOFFS)
    chart, is_part = session.chart, False
    view._follow(Change(chart, chart_at(2 * seed), Plan(), Plan()))  # noqa: SLF001 -- as the session tells it
    for _ in range(STEPS):
        view.zoom_reset()
        view.look(view.camera.panned(*(chance.randrange(-600, 300) for _ in "xy")))
        painted_anew(view)
        before = view.picture.chart
        after = edited(before, chance)
        view._follow(Change(before, after, Plan(), Plan()))  # noqa: SLF001
        since = view.picture.layout.since
        is_part |= since is not None and since.rooms is not None
        shown = on_screen(view)
        view.repaint_lower()
        assert farthest_apart(shown, painted_anew(view)) <= ROUNDED
    assert is_part


def test_lanes_below_one_that_grows_or_shrinks_are_painted_where_they_slid(view: ChartView) -> None:
    chance, is_part = Random(1), 0
    view.show_view(ViewKind.HANDOFFS)
    fed = [handoff("web", f"p{n}0", "raw_lead") for n in range(6)]
    chart = chart_of(Source(SourceId("web")), *(team(f"p{n}", order=n) for n in range(6)), *fed)
    view._follow(Change(view.session.chart, chart, Plan(), Plan()))  # noqa: SLF001 -- as the session tells it
    for step in range(12):
        view.zoom_reset()
        view.look(view.camera.panned(chance.randrange(-300, 100), chance.randrange(-500, 100)))
        painted_anew(view)
        before, added = view.picture.chart, sorted(set(view.picture.chart.seats) - set(chart.seats))
        new = Seat(SeatId(f"new{step}"), RoleId("inbound_sdr"), pod=PodId(f"p{chance.randrange(4)}"), order=9.0)
        gone = [Key(Kind.SEAT, chance.choice(added))] if added and chance.random() < 0.5 else []
        after = before.without(gone) if gone else before.with_records([new])
        view._follow(Change(before, after, Plan(), Plan()))  # noqa: SLF001
        since = view.picture.layout.since
        is_part += since is not None and since.rooms is not None
        shown = on_screen(view)
        view.repaint_lower()
        assert farthest_apart(shown, painted_anew(view)) <= ROUNDED
    assert is_part > 5
