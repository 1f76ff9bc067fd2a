"""Where a line or handoff pulled from a card would go."""

import pytest

from salesorg_gui.canvas.landings.ground import Ground
from salesorg_gui.canvas.landings.pulls import Exchange, HandoffPull, LinePull, landing_of_handoff, landing_of_line
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.edits.lines import DrawDotted, DrawHandoff, ReportTo
from salesorg_gui.domain.ids import HandoffId, Key, Kind, LineId, ObjectId
from salesorg_gui.layout.board import arrange_board
from salesorg_gui.layout.geometry import Point
from tests import builders as b

CATALOGUE = load("en")
NEW_LINE, NEW_HANDOFF = LineId("new"), HandoffId("new")


def seat(name: str) -> Key:
    return Key(Kind.SEAT, name)


@pytest.fixture
def board() -> Ground:
    chart = b.pod_chart()
    return Ground(chart, arrange_board(chart), CATALOGUE)


def card(board: Ground, key: Key) -> Point:
    return board.layout.cards[key].centre


def test_a_line_pulled_up_ends_at_the_manager(board: Ground) -> None:
    landing = landing_of_line(LinePull(b.ADA, upwards=True, line=NEW_LINE), board, card(board, seat(b.BO)))
    assert landing.edit == ReportTo((b.ADA,), b.BO, (NEW_LINE,))
    assert landing.note == "Ada reports to Bo"


def test_a_line_pulled_down_ends_at_a_report(board: Ground) -> None:
    landing = landing_of_line(LinePull(b.ADA, upwards=False, line=NEW_LINE), board, card(board, seat(b.BO)))
    assert landing.edit == ReportTo((b.BO,), b.ADA, (NEW_LINE,))


def test_a_dotted_line_is_an_other_edit(board: Ground) -> None:
    pull = LinePull(b.ADA, upwards=True, line=NEW_LINE)
    landing = landing_of_line(pull, board, card(board, seat(b.BO)), is_dotted=True)
    assert landing.edit == DrawDotted(NEW_LINE, b.ADA, b.BO)
    assert landing.note == "Ada also listens to Bo"


def test_over_empty_canvas_and_its_own_card_nothing_is_drawn(board: Ground) -> None:
    pull = LinePull(b.ADA, upwards=True, line=NEW_LINE)
    assert landing_of_line(pull, board, Point(-5000, 0)).edit is None
    assert landing_of_line(pull, board, card(board, seat(b.ADA))).edit is None


def test_a_handoff_carries_the_usual_object_and_limit(board: Ground) -> None:
    landing = landing_of_handoff(HandoffPull(seat(b.BO), NEW_HANDOFF), board, card(board, seat(b.ADA)))
    assert isinstance(landing.edit, DrawHandoff)
    drawn = landing.edit.handoff
    assert (drawn.object, drawn.is_return) == ("rejected_lead", True)
    assert drawn.limit_hours == CATALOGUE.objects[ObjectId("rejected_lead")].limit_hours
    assert landing.note == "Hand over to Ada"


def test_what_is_not_drawn_yet_comes_first(board: Ground) -> None:
    landing = landing_of_handoff(HandoffPull(seat(b.ADA), NEW_HANDOFF), board, card(board, seat(b.BO)))
    assert isinstance(landing.edit, DrawHandoff)
    assert landing.edit.handoff.object == "hot_lead"


def test_a_receiver_that_takes_nothing_refuses_with_the_reason(board: Ground) -> None:
    landing = landing_of_handoff(HandoffPull(seat(b.ADA), NEW_HANDOFF), board, card(board, seat(b.CY)))
    assert landing.is_refused
    assert landing.note == "Customer Success Manager takes nothing that Inbound SDR hands over."
    assert landing.target == seat(b.CY)


def test_a_source_hands_over_its_leads(board: Ground) -> None:
    pull = HandoffPull(Key(Kind.SOURCE, b.LIST), NEW_HANDOFF)
    landing = landing_of_handoff(pull, board, card(board, seat(b.DI)))
    assert isinstance(landing.edit, DrawHandoff)
    assert landing.edit.handoff.object == "target_prospect"
    assert landing_of_handoff(pull, board, card(board, seat(b.CY))).is_refused


def test_roles_nobody_knows_may_take_anything(board: Ground) -> None:
    chart = board.chart.with_records([b.seat("zoe", "stranger")])
    stranger = Ground(chart, arrange_board(chart), CATALOGUE)
    landing = landing_of_handoff(HandoffPull(seat("zoe"), NEW_HANDOFF), stranger, card(stranger, seat(b.CY)))
    assert isinstance(landing.edit, DrawHandoff)
    assert landing.edit.handoff.object is None


def test_the_takers_are_those_whose_role_fits(board: Ground) -> None:
    assert Exchange(board.chart, CATALOGUE).takers(seat(b.ADA)) == {seat(b.BO), seat(b.DI)}
    assert seat(b.ADA) in Exchange(board.chart, CATALOGUE).takers(Key(Kind.SOURCE, b.WEB))
