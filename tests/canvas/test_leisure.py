"""What a first picture could do without is made in the pause behind it, and nobody has to wait for it later."""

from collections.abc import Iterator

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from benchmarks.companies import company
from salesorg_gui.canvas.leisure import PAUSE_MS, Leisure
from salesorg_gui.canvas.picture import Picture
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.change import Change
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.layout.cards import Cards


def test_steps_are_taken_one_by_one_and_others_take_their_place(qtbot: QtBot) -> None:
    taken: list[str] = []

    def steps(name: str) -> Iterator[None]:
        for number in range(3):
            taken.append(f"{name}{number}")
            yield

    owner = QObject()
    leisure = Leisure(owner)
    leisure.begin(lambda: steps("a"))
    leisure.begin(lambda: steps("b"))
    assert taken == []
    qtbot.waitUntil(lambda: len(taken) == 3, timeout=20 * PAUSE_MS)
    qtbot.wait(PAUSE_MS)
    assert taken == ["b0", "b1", "b2"]


def test_all_cards_of_a_company_stand_when_nothing_is_left_over() -> None:
    plan = company(2_000)
    picture = Picture(load())
    picture.follow(Change(Chart(), plan.first_chart, Plan(), plan))
    cards = picture.layout.cards
    assert isinstance(cards, Cards)
    steps = sum(1 for _ in picture.leftovers())
    assert steps == len(picture.layout.members) // 200 + 1
    assert {"lines_up", "lines_down", "members"} <= vars(plan.first_chart).keys()
    assert len(cards.whole) == len(plan.first_chart.seats) + len(plan.first_chart.sources)
    assert sum(1 for _ in picture.leftovers()) == 1
