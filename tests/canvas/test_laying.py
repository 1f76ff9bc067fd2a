"""Each view of a chart is laid out once, and told again for as long as nothing differs that it was made of."""

from salesorg_gui.canvas.laying import Laying
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.layout.flow_parts import Lanes
from salesorg_gui.layout.layout import ViewKind
from tests.builders import ADA, pod_chart

CATALOGUE = load()


def test_a_view_one_comes_back_to_is_told_again() -> None:
    laying, chart = Laying(), pod_chart()
    first = {view: laying.laid_out(view, chart, CATALOGUE) for view in ViewKind}
    assert all(laying.laid_out(view, chart, CATALOGUE) is layout for view, layout in first.items())


def test_it_is_laid_out_as_from_nothing_once_anything_differs() -> None:
    laying, chart = Laying(), pod_chart()
    first = {view: laying.laid_out(view, chart, CATALOGUE) for view in ViewKind}
    other = chart.without([Key(Kind.SEAT, ADA)])
    for view, layout in first.items():
        assert laying.laid_out(view, other, CATALOGUE) == Laying().laid_out(view, other, CATALOGUE) != layout
        assert laying.laid_out(view, chart, CATALOGUE) == layout


def test_other_wishes_and_other_words_are_asked_for_anew() -> None:
    laying, chart = Laying(), pod_chart()
    first = {view: laying.laid_out(view, chart, CATALOGUE) for view in ViewKind}
    laying.lanes = Lanes.SEGMENTS
    assert laying.laid_out(ViewKind.HANDOFFS, chart, CATALOGUE) != first[ViewKind.HANDOFFS]
    laying.with_bench = True
    assert laying.laid_out(ViewKind.BOARD, chart, CATALOGUE).bench is not None
    laying.folded = frozenset({SeatId(ADA)})
    assert laying.laid_out(ViewKind.REPORTING, chart, CATALOGUE) is not first[ViewKind.REPORTING]
    known = laying.laid_out(ViewKind.BOARD, chart, CATALOGUE)
    laying.forget()
    assert laying.laid_out(ViewKind.BOARD, chart, CATALOGUE) is not known
