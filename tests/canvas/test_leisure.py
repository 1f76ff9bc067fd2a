"""What a first picture could do without is made in the pause behind it, and nobody has to wait for it later."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from benchmarks.companies import company
from salesorg_gui.canvas.leisure import PAUSE_MS, Leisure, leftovers
from salesorg_gui.canvas.picture import Picture
from salesorg_gui.canvas.view import ChartView
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.change import Change
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.layout.cards import Cards
from salesorg_gui.session.session import Session
from tests.at_rest import running_timers


def test_steps_are_taken_one_by_one_and_begin_anew_with_what_is_shown(qtbot: QtBot) -> None:
    taken: list[str] = []
    names = iter("abc")

    def steps() -> Iterator[None]:
        name = next(names)
        for number in range(3):
            taken.append(f"{name}{number}")
            yield

    seen = QWidget()
    qtbot.addWidget(seen)
    leisure = Leisure(steps, seen)
    leisure.begin()
    qtbot.wait(2 * PAUSE_MS)
    assert taken == []
    seen.show()
    qtbot.waitUntil(lambda: len(taken) == 3, timeout=20 * PAUSE_MS)
    qtbot.wait(PAUSE_MS)
    assert taken == ["a0", "a1", "a2"]
    leisure.begin()
    qtbot.waitUntil(lambda: len(taken) == 6, timeout=20 * PAUSE_MS)
    assert taken[3:] == ["b0", "b1", "b2"]
    leisure.begin()
    seen.hide()
    assert running_timers(seen) == []


def test_a_view_makes_what_is_left_over_in_the_pause_behind_its_first_frame(qtbot: QtBot) -> None:
    session, plan = Session(), company(400)
    view = ChartView(session, load(), theme(ThemeName.LIGHT))
    qtbot.addWidget(view)
    view.show()
    session.open(plan)
    cards = view.picture.layout.cards
    assert isinstance(cards, Cards)
    assert not cards.are_all_stood
    qtbot.waitUntil(lambda: cards.are_all_stood, timeout=20 * PAUSE_MS)
    qtbot.waitUntil(lambda: "lines_down" in vars(plan.first_chart), timeout=20 * PAUSE_MS)


def test_all_cards_of_a_company_stand_when_nothing_is_left_over() -> None:
    plan = company(2_000)
    picture = Picture(load())
    picture.follow(Change(Chart(), plan.first_chart, Plan(), plan))
    cards = picture.layout.cards
    assert isinstance(cards, Cards)
    steps = sum(1 for _ in leftovers(picture))
    assert steps == len(picture.layout.members) // 200 + 1
    assert {"lines_up", "lines_down", "members"} <= vars(plan.first_chart).keys()
    assert len(cards.whole) == len(plan.first_chart.seats) + len(plan.first_chart.sources)
    assert sum(1 for _ in leftovers(picture)) == 1
