"""Branches of the reporting view in the styles a hand gave them: what holds for all of them, and how each looks."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.domain.chart import Chart, key_of
from salesorg_gui.domain.edits.edit import EditRefused
from salesorg_gui.domain.ids import LineId, RoleId, SeatId
from salesorg_gui.domain.records import BranchStyle, Line, Seat
from salesorg_gui.layout.blocks import chip_under
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.grown import Grown
from salesorg_gui.layout.layout import Hook, Layout
from salesorg_gui.layout.reporting import solid_lines
from salesorg_gui.layout.tree import arrange_tree
from tests.domain.random_editing import Hand
from tests.layout.charts import overlaps, seat_key, styled_chart, tree_chart

SEEDS = st.integers(0, 100_000)
FOLDS = st.sets(st.integers(0, 59), max_size=6).map(lambda numbers: frozenset(SeatId(f"s{n}") for n in numbers))


def card(layout: Layout, name: str) -> Rect:
    return layout.cards[seat_key(name)]


def styled(chart: Chart, name: str, branch: BranchStyle, columns: int = 0) -> Chart:
    return chart.with_records([replace(chart.seats[SeatId(name)], branch=branch, columns=columns)])


def assisted(chart: Chart, *names: str) -> Chart:
    return chart.with_records([replace(chart.lines[LineId(name)], is_assistant=True) for name in names])


def with_leaf(chart: Chart, manager: SeatId, order: float) -> Chart:
    return chart.with_records([
        Seat(SeatId("leaf"), RoleId("x")), Line(LineId("leaf-line"), SeatId("leaf"), manager, order=order)
    ])  # fmt: skip


def reads_in_order(layout: Layout, seats: tuple[SeatId, ...]) -> bool:
    """From the top down in each column, columns from left to right."""
    spots = [(layout.cards[seat_key(seat)].x, layout.cards[seat_key(seat)].y) for seat in seats]
    return all(one[1] < other[1] or one[0] < other[0] for n, one in enumerate(spots) for other in spots[n + 1 :])


# ---------------------------------------------------------------------------------------------- what holds for all


@settings(deadline=None, max_examples=150)
@given(SEEDS, st.sampled_from([6, 25, 60]), FOLDS)
def test_nothing_overlaps_in_any_style(seed: int, size: int, folds: frozenset[SeatId]) -> None:
    chart = styled_chart(seed, size)
    layout = arrange_tree(chart, folded=folds)
    rooms = dict(layout.cards)
    rooms |= {seat_key(f"chip-{seat}"): chip_under(card(layout, seat), n) for seat, n in layout.folded.items()}
    assert list(overlaps(rooms)) == []
    assert len(layout.cards) + sum(layout.folded.values()) == len(chart.seats)
    whole = layout.bounds.grown(0.01)
    assert all(whole.united(rect) == whole for rect in rooms.values())


@settings(deadline=None, max_examples=100)
@given(SEEDS)
def test_reports_stand_in_their_order(seed: int) -> None:
    chart = styled_chart(seed, 40)
    layout = arrange_tree(chart)
    by_hook: dict[tuple[Hook, SeatId], list[SeatId]] = {}
    for seat, hooked in layout.hooks.items():
        by_hook.setdefault(hooked, []).append(seat)
    for (hook, manager), seats in by_hook.items():
        ordered = tuple(seat for seat in dict.fromkeys(chart.reports_of(manager)) if seat in seats)
        assert hook is Hook.RIB or reads_in_order(layout, ordered), (hook, manager)


@settings(deadline=None, max_examples=150)
@given(SEEDS, st.sampled_from([12, 40, 120]))
def test_a_new_leaf_changes_no_branch_but_those_it_stands_in(seed: int, size: int) -> None:
    chart = styled_chart(seed, size)
    before = arrange_tree(chart)
    if not chart.seats:
        return
    chance = Random(seed)
    manager = chance.choice(list(chart.seats))
    after_chart = with_leaf(chart, manager, chance.randrange(5))
    after = arrange_tree(after_chart)
    around = {manager, SeatId("leaf")}
    above = manager
    while above in before.hooks and before.hooks[above][1] not in around:
        above = before.hooks[above][1]
        around.add(above)
    for seat in chart.seats:
        if seat not in around and (hook := before.hooks.get(seat)) is not None and hook[1] not in around:
            one, other = card(before, seat), card(before, hook[1])
            new, new_other = card(after, seat), card(after, hook[1])
            shift = (new.x - one.x, new.y - one.y)
            assert shift == pytest.approx((new_other.x - other.x, new_other.y - other.y), abs=1e-6)


@settings(deadline=None, max_examples=60)
@given(SEEDS, st.sampled_from([10, 30, 60]), FOLDS)
def test_what_is_taken_over_from_an_earlier_layout_makes_no_difference(
    seed: int, size: int, folds: frozenset[SeatId]
) -> None:
    hand = Hand(Random(seed))
    chart = styled_chart(seed, size)
    solid = solid_lines(chart)
    folded: frozenset[SeatId] = frozenset()
    layout = arrange_tree(chart, solid)
    for _ in range(12):
        try:
            chart = hand.chart_edit(chart).apply(chart)
        except EditRefused:
            folded = folds if hand.chance.random() < 0.5 else frozenset()
        solid = solid_lines(chart, solid)
        assert solid == solid_lines(chart)
        layout = arrange_tree(chart, solid, folded, layout)
        assert layout == arrange_tree(chart, folded=folded)


def test_a_branch_that_loses_its_manager_grows_as_a_tree_of_its_own() -> None:
    chart = tree_chart({"top": ["mid", "x"], "mid": ["low", "y"], "low": ["a", "b", "c"], "a": ["d", "e"]})
    cut = next(line for line in chart.lines.values() if line.report == "low")
    freed = chart.without([key_of(cut)])
    assert arrange_tree(freed, earlier=arrange_tree(chart)) == arrange_tree(freed)


def test_a_branch_that_did_not_change_is_the_very_same_one_in_its_place() -> None:
    chart = tree_chart({"top": ["a", "b"], "a": [f"a{n}" for n in range(20)], "b": ["b1", "b2", "b3"]})
    before = arrange_tree(chart)
    after = arrange_tree(with_leaf(chart, SeatId("b"), 9), earlier=before)
    kept, grown = before.grown, after.grown
    assert isinstance(kept, Grown)
    assert isinstance(grown, Grown)
    assert grown.blocks[SeatId("a")] is kept.blocks[SeatId("a")]
    assert grown.blocks[SeatId("b")] is not kept.blocks[SeatId("b")]
    assert all(card(after, f"a{n}") == card(before, f"a{n}") for n in range(20))
    assert card(after, "leaf").y > card(after, "b3").y


# ------------------------------------------------------------------------------------------------ how each one looks

TEAM = tree_chart({"boss": ["a", "b", "c", "d", "e"], "c": ["c1", "c2"]})


def test_a_wide_branch_has_every_report_by_itself() -> None:
    layout = arrange_tree(styled(TEAM, "boss", BranchStyle.WIDE))
    assert [card(layout, name).y for name in "abcde"] == [120] * 5
    assert {layout.hooks[SeatId(name)] for name in "abcde"} == {(Hook.BUS, SeatId("boss"))}


def test_a_branch_hangs_right_with_whole_branches_in_it() -> None:
    layout = arrange_tree(styled(TEAM, "boss", BranchStyle.HANG_RIGHT))
    assert {card(layout, name).x for name in "abcde"} == {28}
    assert [card(layout, name).y for name in ("a", "b", "c", "c1", "c2", "d", "e")] == [
        96,
        176,
        272,
        368,
        448,
        544,
        624,
    ]
    assert layout.hooks[SeatId("d")] == (Hook.HANG, "boss")


def test_a_branch_hangs_left_of_a_spine_below_the_managers_right_part() -> None:
    layout = arrange_tree(styled(TEAM, "boss", BranchStyle.HANG_LEFT))
    boss = card(layout, "boss")
    assert {card(layout, name).right for name in "abde"} == {boss.right - 28}
    assert layout.hooks[SeatId("a")] == (Hook.HANG_LEFT, "boss")
    assert layout.spines[SeatId("c")] == 44
    assert layout.spines.keys() == {"c"}


@pytest.mark.parametrize(("columns", "used"), [(2, 2), (3, 3), (5, 5), (8, 5), (0, 1)])
def test_a_branch_stands_in_columns(columns: int, used: int) -> None:
    chart = tree_chart({"boss": list("abcde")})
    layout = arrange_tree(styled(chart, "boss", BranchStyle.COLUMNS, columns))
    assert len({card(layout, name).x for name in "abcde"}) == used
    assert card(layout, "a").y == 96


def test_whole_branches_stand_in_columns_too() -> None:
    layout = arrange_tree(styled(TEAM, "boss", BranchStyle.COLUMNS, 2))
    assert [card(layout, name).x for name in "abc"] == [28] * 3
    assert card(layout, "d").x > card(layout, "c1").right
    wide = styled(styled(TEAM, "boss", BranchStyle.COLUMNS, 2), "c", BranchStyle.WIDE)
    layout = arrange_tree(wide)
    assert card(layout, "c1").x == 28
    assert layout.spines == {"c": 124}


def test_an_assistant_stands_beside_its_manager() -> None:
    layout = arrange_tree(assisted(TEAM, "b-boss"))
    boss, helper = card(layout, "boss"), card(layout, "b")
    assert helper.y == boss.y
    assert helper.x == boss.right + 48
    assert layout.hooks[SeatId("b")] == (Hook.SIDE, "boss")


def test_several_assistants_stand_above_each_other_over_the_branch() -> None:
    layout = arrange_tree(assisted(TEAM, "b-boss", "d-boss"))
    assert card(layout, "d").y == card(layout, "b").y + 80
    assert min(card(layout, name).y for name in "ace") == 200
    assert layout.hooks[SeatId("c")] == (Hook.RIB, "boss")


def test_assistants_of_hanging_reports_stand_clear_of_them() -> None:
    chart = tree_chart({"boss": [f"r{n:02}" for n in range(14)]})
    layout = arrange_tree(assisted(chart, "r00-boss", "r01-boss"))
    assert card(layout, "r00").x > max(card(layout, f"r{n:02}").right for n in range(2, 14))
    assert card(layout, "r02").y == 96


def test_a_manager_with_nobody_but_assistants_has_them_beside() -> None:
    layout = arrange_tree(assisted(tree_chart({"boss": ["a"], "a": ["a1", "a2"]}), "a-boss"))
    assert card(layout, "a").x == 248
    assert card(layout, "a1").y == 96


def test_the_assistants_of_a_folded_round_company_stand_with_the_single_reports() -> None:
    heads = [f"h{n:02}" for n in range(20)]
    reports = {head: [f"{head}r{n}" for n in range(6)] for head in heads}
    chart = tree_chart({"ceo": ["aide", *heads, "helper", "chief"], **reports, "chief": ["c1"]})
    layout = arrange_tree(assisted(chart, "aide-ceo", "chief-ceo"))
    assert {layout.hooks[SeatId(name)] for name in ("aide", "helper", "chief")} == {(Hook.SIDE, "ceo")}
    assert card(layout, "aide").x > max(card(layout, head).right for head in heads)
    assert list(overlaps(dict(layout.cards))) == []


def test_a_chip_counts_in_room_of_its_own() -> None:
    chart = styled(TEAM, "boss", BranchStyle.HANG_RIGHT)
    layout = arrange_tree(chart, folded=frozenset({SeatId("c")}))
    chip = chip_under(card(layout, "c"), layout.folded[SeatId("c")])
    assert chip.y > card(layout, "c").bottom
    assert chip.bottom < card(layout, "d").y
    assert chip_under(card(layout, "c"), 12_345).width > chip.width
