"""A proposed chart in words and numbers."""

from dataclasses import replace

from salesorg_gui.domain.ids import (
    PodId,
)
from salesorg_gui.domain.records import (
    Pod,
)
from salesorg_gui.study.convert.telling import Telling, differences
from tests.rules.builders import ENGLISH, chart, plan_of, seat
from tests.study.conversions import converted, example


def test_what_happens_is_told_in_words_seat_by_seat() -> None:
    told = Telling(converted(example(), "tpl_assembly_line"), ENGLISH)
    assert told.in_one_sentence == (
        "Of 24 seats 19 stay what they are, 2 get another role, 2 have no place yet, 1 is new and open."
    )
    chapters = {chapter.title: [one.text for one in chapter.told] for chapter in told.chapters()}
    assert chapters["Not yet placed"] == ["Maja Forsell: Pod lead, Göteborg", "Jonas Berg: Head of Sales"]
    assert "Henrik Dahl: Pod lead, Oslo → Assistant Sales Manager" in chapters["Another role"]
    assert chapters["Open seats"] == ["Marketing"]
    assert chapters["No longer there"] == ["Pod lead"]
    assert "Another team" not in chapters


def test_a_move_to_another_team_is_told_with_both() -> None:
    told = Telling(converted(example(), "tpl_two_pods"), ENGLISH)
    chapters = {chapter.title: [one.text for one in chapter.told] for chapter in told.chapters()}
    assert chapters["Another team"] == ["Freja Mikkelsen: Outbound SDR → Outbound SDR, Oslo"]


def test_both_charts_are_compared_in_numbers() -> None:
    proposed = converted(example(), "tpl_assembly_line")
    found = {one.title: [one.before, one.after] for one in differences(proposed.before, proposed.chart, ENGLISH)}
    wanted = {
        "Pods": [3, 0],
        "Assistant Sales Manager": [0, 2],
        "Handoffs between pods": [0, 0],
        "Seats to fill": [3, 3],
    }
    assert {title: found[title] for title in wanted} == wanted
    assert "Account Executive" not in found


def test_handoffs_that_leave_a_pod_are_counted() -> None:
    crew = [replace(seat("in", "inbound_sdr"), pod=PodId("a")), replace(seat("ae"), pod=PodId("b"))]
    pods = [Pod(PodId("a")), Pod(PodId("b"))]
    drawn = chart(crew, handoffs=["in > ae: qualified_lead", "ae > in: rejected_lead"], pods=pods)
    after = converted(plan_of(drawn), "tpl_assembly_line").chart
    found = differences(drawn, after, ENGLISH)
    assert [one.before for one in found if one.title == "Handoffs between pods"] == [1]
