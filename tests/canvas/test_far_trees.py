"""Trees seen from afar are gathered by branch: what is kept from edit to edit is what gathering all anew finds."""

import secrets
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from PySide6.QtGui import QPainterPath

from salesorg_gui.canvas import far_trees
from salesorg_gui.canvas.far import Trees
from salesorg_gui.canvas.far_blocks import Block, Corners, blocks
from salesorg_gui.canvas.far_lines import Run, far_lines
from salesorg_gui.canvas.far_trees import FarTrees
from salesorg_gui.canvas.picture import Picture
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.change import Change
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Status
from salesorg_gui.drawing.cards import Detail
from salesorg_gui.drawing.colouring import ColourBy
from salesorg_gui.layout.layout import ViewKind
from tests.builders import full_plan, pod_plan
from tests.canvas.test_moves_told import edited
from tests.layout.charts import tree_chart

CATALOGUE = load()


def spots(found: dict[Block, Corners]) -> dict[Block, list[tuple[float, float]]]:
    pairs = {look: zip(corners[::2], corners[1::2], strict=True) for look, corners in found.items()}
    return {look: sorted((round(x, 3), round(y, 3)) for x, y in some) for look, some in pairs.items()}


def runs_in(path: QPainterPath) -> list[Run]:
    ends = [path.elementAt(n) for n in range(path.elementCount())]
    return [(one.x, one.y, other.x, other.y) for one, other in pairwise(ends) if other.isLineTo()]


def rounded(runs: Iterable[Run]) -> list[tuple[float, ...]]:
    """Those that have a length: a path keeps no others."""
    return sorted(tuple(round(number, 3) for number in run) for run in runs if run[:2] != run[2:])


def assert_alike(trees: FarTrees, picture: Picture) -> None:
    """What is kept and what is gathered anew."""
    assert spots(trees.cards(picture)) == spots(blocks(picture, picture.layout.cards.items()))
    seen = picture.layout.bounds.grown(100.0)
    for with_lists in (False, True):
        plain, speaking = trees.wires(picture, with_lists=with_lists)
        whole, rest = (
            far_lines(picture.wires, seen, Detail.BLOCK, with_lists=with_lists, with_trees=with_trees)
            for with_trees in (True, False)
        )
        assert rounded([*runs_in(plain), *rest["edge"]]) == rounded(whole["edge"])
        assert rounded([*runs_in(speaking), *rest["accent"]]) == rounded(whole["accent"])


@pytest.mark.parametrize("some", [1, 4, 200])
@pytest.mark.parametrize("made", [pod_plan, full_plan])
def test_what_is_kept_of_branches_is_what_gathering_all_anew_finds(
    made: Callable[[], Plan], some: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = Random(f"{some} far")
    monkeypatch.setattr(secrets, "choice", chance.choice)
    monkeypatch.setattr(far_trees, "SOME", some)
    now = made()
    picture, trees = Picture(CATALOGUE, ViewKind.REPORTING), FarTrees()
    picture.follow(Change(Chart(), now.first_chart, now, now))
    for number in range(80):
        after = edited(now, chance)
        picture.follow(Change(now.first_chart, after.first_chart, now, after))
        now = after
        seats = sorted(now.first_chart.seats)
        if number % 3 == 0 and seats:
            picture.show_picked([Key(Kind.SEAT, seat) for seat in chance.sample(seats, min(2, len(seats)))])
        if number % 5 == 0 and seats:
            picture.fold(frozenset(chance.sample(seats, min(2, len(seats)))))
        if picture.layout.cards:
            assert_alike(trees, picture)


def test_an_empty_company_has_no_trees() -> None:
    picture = Picture(CATALOGUE, ViewKind.REPORTING)
    assert Trees().on(picture) is None


def test_other_colours_and_words_are_gathered_anew() -> None:
    plan = pod_plan()
    picture, trees = Picture(CATALOGUE, ViewKind.REPORTING), FarTrees()
    picture.follow(Change(Chart(), plan.first_chart, plan, plan))
    before = trees.cards(picture)
    picture.colour_by(ColourBy.STATUS)
    assert trees.cards(picture) != before
    assert_alike(trees, picture)
    picture.colour_by(ColourBy.PURPOSE)
    assert trees.cards(picture) == before


def test_a_card_that_looks_different_in_its_place_is_gathered_anew() -> None:
    chart = tree_chart({"top": ["a", "b"], "a": ["a1", "a2"]})
    plan = pod_plan()
    picture, trees = Picture(CATALOGUE, ViewKind.REPORTING), FarTrees()
    picture.follow(Change(Chart(), chart, plan, plan))
    before = trees.cards(picture)
    planned = replace(chart.seats[SeatId("a2")], status=Status.PLANNED)
    picture.follow(Change(chart, chart.with_records([planned]), plan, plan))
    assert trees.cards(picture) != before
    assert_alike(trees, picture)


def test_a_branch_that_did_not_change_is_gathered_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(far_trees, "SOME", 8)
    chart = tree_chart({"top": ["a", "b", "c"], **{name: [f"{name}{n}" for n in range(6)] for name in "abc"}})
    plan = pod_plan()
    picture, trees = Picture(CATALOGUE, ViewKind.REPORTING), FarTrees()
    picture.follow(Change(Chart(), chart, plan, plan))
    trees.cards(picture)
    gathered: list[set[str]] = []
    anew = blocks

    def counted(picture: Picture, cards: Iterable[tuple[Key, object]]) -> dict[Block, Corners]:
        some = list(cards)
        gathered.append({key.id for key, _rect in some})
        return anew(picture, some)  # type: ignore[arg-type]

    monkeypatch.setattr(far_trees, "blocks", counted)
    after = chart.without([Key(Kind.SEAT, SeatId("a3"))])
    picture.follow(Change(chart, after, plan, plan))
    trees.cards(picture)
    assert [names for names in gathered if names] == [{"top"}, {"a", "a0", "a1", "a2", "a4", "a5"}]
