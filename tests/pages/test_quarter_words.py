"""What a run quarter says and draws, without a window."""

import re
from dataclasses import replace

import pytest

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import ChartId, HandoffId, RoleId, SeatId
from salesorg_gui.domain.records import Handoff
from salesorg_gui.pages.quarter import figures, words
from salesorg_gui.pages.quarter.compared import Verdict, compared, judged, verdict_text
from salesorg_gui.pages.quarter.seen import Prepared, Seen
from salesorg_gui.simulation.measured import Measured
from salesorg_gui.simulation.quarter import Progress, quarter
from salesorg_gui.simulation.run import Wishes
from tests.capacity.test_capacity import LINE, line, reckoned, sources, team
from tests.rules.builders import ENGLISH, chart, handoff, seat


def limited(hours: float | None) -> list[str | Handoff]:
    ways = [replace(handoff(way), limit_hours=hours) for way in LINE]
    return [replace(ways[0], id=HandoffId("h")), *ways[1:]]


def run(drawn: Chart, wishes: Wishes | None = None, seed: int = 1, base: float = 0, volume: float = 1.0) -> Seen:
    prepared = Prepared.of(reckoned(drawn, base).at(volume))
    return Seen(prepared, quarter(prepared.model, wishes or Wishes(away_days=0), seed, 4))


@pytest.mark.parametrize(
    ("hours", "text"),
    [(0, "0 min"), (0.5, "30 min"), (1, "1 h"), (3.26, "3.3 h"), (15, "15 h"), (16, "2 days"), (20, "2.5 days")],
)
def test_times_are_told_in_the_unit_one_says_them_in(hours: float, text: str) -> None:
    assert words.lasting(hours, 8.0) == text.replace(" ", "\u00a0")


def test_a_busy_team_is_told_how_long_leads_wait_and_which_limit_breaks_most() -> None:
    said = words.finding(run(line(390, 0, team(1, 1, 5, 5), limited(1))), ENGLISH)
    assert said.startswith("Half of the leads wait under ")
    assert re.search(r"Raw lead to .+ breaks its time limit [\d\s]+ times\.$", said)


def test_a_team_with_time_speaks_to_most_leads_at_once() -> None:
    said = words.finding(run(line(160, 0, team(1, 1, 5, 5), limited(48))), ENGLISH)
    assert "% of the leads are spoken to at once, one in ten waits over " in said
    assert said.endswith("Every time limit is kept.")
    calm = words.finding(run(line(20, 0, team(2, 1, 5, 5), limited(None))), ENGLISH)
    assert calm == "Nine of ten leads are spoken to at once. No handoff has a time limit."


def test_where_all_wait_alike_one_time_is_enough() -> None:
    seen = run(line(390, 0, team(1, 1, 5, 5)))
    assert seen.quarter.contact is not None
    alike = Measured(16.1, 16, 16.2)
    contact = replace(seen.quarter.contact, median=alike, ninth=alike)
    told = Seen(seen.prepared, replace(seen.quarter, contact=contact))
    assert words.finding(told, ENGLISH).startswith("Nine of ten leads are spoken to within 2\u00a0days.")


def test_without_leads_that_anybody_speaks_to_it_says_so() -> None:
    lost = chart([seat("csm", "customer_success_manager")], handoffs=["in > csm: raw_lead"], sources=sources(90, 0))
    seen = run(lost)
    assert words.finding(seen, ENGLISH).startswith("No lead reaches anybody who speaks to it.")
    assert words.speed(seen) == "No inbound lead came to anybody."
    assert "end with somebody who cannot take them further" in words.outcome(seen)
    assert figures.speed(seen) is None
    assert figures.queues(seen, ENGLISH) is None
    assert figures.busy(seen, ENGLISH) is None
    prospects = words.finding(run(line(0, 300)), ENGLISH)
    assert "new customers come of it." in prospects


def test_the_histogram_holds_all_who_wait_and_the_marks_one_asks_about() -> None:
    seen = run(line(390, 0, team(1, 1, 5, 5), limited(8)))
    drawn = figures.speed(seen)
    contact = seen.quarter.contact
    assert drawn is not None
    assert contact is not None
    assert sum(one.count for one in drawn.bins) == pytest.approx(contact.leads * (1 - contact.at_once))
    assert [one.is_open for one in drawn.bins] == [*[False] * (len(drawn.bins) - 1), True]
    assert f"{drawn.bins[-1].low:g}\u00a0h and more:" in drawn.drawn(400).spoken
    assert [mark.name for mark in drawn.marks] == ["half", "nine of ten"]
    assert (drawn.limit and drawn.limit.value, drawn.unit) == (8, "h")


def test_long_waits_are_drawn_in_days_and_far_limits_left_out() -> None:
    late = figures.speed(run(line(800, 0, team(1, 1, 9, 9), limited(1))))
    assert late is not None
    assert late.unit == "days"
    quick = figures.speed(run(line(200, 0, team(1, 1, 9, 9), limited(480))))
    assert quick is not None
    assert quick.limit is None
    assert figures.speed(run(line(1, 0, team(9, 1, 9, 9)), Wishes(1, 0))) is None


def test_limits_are_listed_by_how_often_they_break_with_the_handoff_behind_each() -> None:
    seen = run(line(390, 300, team(1, 1, 2, 2), limited(2)))
    drawn = figures.limits(seen, ENGLISH)
    assert drawn is not None
    values = [row.value for row in drawn.rows]
    assert values == sorted(values, reverse=True)
    assert {row.key for row in drawn.rows} == set(seen.quarter.handoffs)
    assert all("2 h agreed" in row.note for row in drawn.rows)
    assert "times, " in drawn.rows[0].shown
    assert words.limits(seen).startswith("Broken ")
    assert figures.limits(run(line(9, 0, ways=limited(None))), ENGLISH) is None
    assert words.limits(run(line(9, 0, ways=limited(None)))) == "No handoff that was used has a time limit."
    assert words.limits(run(line(9, 0, team(2, 2, 2, 2), limited(480)))) == "Every time limit is kept."


def test_queues_are_drawn_for_the_roles_where_somebody_waits() -> None:
    seen = run(line(800, 400, team(1, 1, 9, 9)))
    drawn = figures.queues(seen, ENGLISH)
    assert drawn is not None
    assert drawn.series[0].name == ENGLISH.role(RoleId("inbound_sdr")).title
    assert len(drawn.times) == 13 == len(drawn.series[0].values)
    assert " wait at the end, " in words.waiting(seen, ENGLISH)
    assert words.waiting(run(line(4, 0, team(2, 2, 2, 2)), Wishes(1, 0)), ENGLISH) == "Nobody waits at the end."


def test_more_queues_than_a_graph_can_hold_are_drawn_as_one() -> None:
    roles = ("inbound_sdr", "sdr", "island_rep", "founder_hunter", "closer_outbound", "account_executive", "marketing")
    seats = [seat(role, role, add=("inbound_qualification",)) for role in roles]
    drawn = chart(seats, handoffs=[f"in > {role}: raw_lead" for role in roles], sources=sources(9_000, 0))
    queues = figures.queues(run(drawn, Wishes(4, 0)), ENGLISH)
    assert queues is not None
    assert len(queues.series) == figures.MOST_LINES
    assert queues.series[-1].name == "All others"


def test_busy_roles_are_told_as_simulated_and_as_reckoned() -> None:
    seen = run(line(320, 0, team(1, 1, 5, 5)), base=30)
    drawn = figures.busy(seen, ENGLISH)
    assert drawn is not None
    inbound = next(row for row in drawn.rows if row.key == "inbound_sdr")
    assert inbound.shown.endswith("reckoned 80\u00a0%")
    assert inbound.value == pytest.approx(80, abs=6)
    assert seen.by_role[RoleId("inbound_sdr")] == (SeatId("sdr"),)
    assert "empty desks" in words.busy_note()


def test_a_seat_nobody_has_time_at_counts_as_not_reckoned() -> None:
    seen = run(line(320, 0, team(0, 1, 5, 5)))
    assert next(one for one in seen.busy if one.role == "inbound_sdr").reckoned == 0


def test_what_was_run_is_said_in_full() -> None:
    assert words.ran(run(line(9, 0), Wishes(1, 0))) == "1 week, run 4 times from seed 1."
    said = words.ran(run(line(9, 0), Wishes(2, 1, at_any_time=True), 7))
    assert said == (
        "2 weeks, run 4 times from seed 7. Everybody is away 1 working day. Leads come at nights and weekends too."
    )


def test_another_volume_is_run_and_told() -> None:
    usual, half = run(line(200, 200)), run(line(200, 200), volume=0.5)
    assert half.quarter.leads.mean == pytest.approx(usual.quarter.leads.mean / 2, rel=0.1)
    assert "50\u00a0% of the leads of the plan come." in words.ran(half)
    told = words.what_differs(usual, half)
    assert told == "Before: 100\u00a0% of the leads of the plan. Now: 50\u00a0%."


def test_two_runs_are_told_apart_by_what_is_sure() -> None:
    assert judged(Measured(5, 4, 6), Measured(2, 1, 3)) is Verdict.BETTER
    assert judged(Measured(2, 1, 3), Measured(5, 4, 6)) is Verdict.WORSE
    assert judged(Measured(2, 1, 4), Measured(3, 2, 5)) is Verdict.CHANCE
    assert judged(Measured(2, 1, 4), Measured(2, 1, 4)) is Verdict.SAME
    assert [verdict_text(one) for one in Verdict] == ["better", "worse", "may be chance", "the same"]


def test_another_closer_shows_in_the_figures_of_both_runs() -> None:
    few, many = run(line(390, 300, team(1, 1, 1, 2), limited(8))), run(line(390, 300, team(2, 1, 3, 2), limited(8)))
    verdicts = {one.title: one.verdict for one in compared(few, many)}
    assert verdicts["Limits broken"] is Verdict.BETTER
    assert verdicts["New customers"] is Verdict.BETTER
    assert {one.title: one.verdict for one in compared(many, few)}["New customers"] is Verdict.WORSE
    assert "Leads wait on average" in verdicts
    assert "One in ten over" not in {one.title for one in compared(run(line(0, 90)), run(line(0, 90)))}


def test_it_says_what_the_two_runs_are_of() -> None:
    drawn = line(90, 90)
    other = replace(drawn, id=ChartId("b"), title="With two closers")
    assert words.what_differs(run(drawn), run(other)).endswith("Now: With two closers.")
    assert words.what_differs(run(drawn), run(line(91, 90))) == "The plan has changed in between."
    assert words.what_differs(run(drawn), run(drawn)) == "The same plan, run the same way: the same result."
    assert "from seed 1." in words.what_differs(run(drawn), run(drawn, seed=2))


def test_how_far_a_run_is_is_told_with_its_speed() -> None:
    said = words.under_way(Progress(0.3, 7, 34, 12_000), 20, 65, 48_123.4)
    assert said == "Run 7 of 20, day 34 of 65. 48\u202f123 leads a second."
