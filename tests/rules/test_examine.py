"""All rules together: complete, ordered, accepted, and unshaken by what charts may hold."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, Key, Kind, LineId, ObjectId, PodId, RoleId, SeatId, SegmentId, SourceId
from salesorg_gui.domain.records import Handoff, Lane, Line, LineKind, Seat, Segment, Source
from salesorg_gui.rules.all_rules import HANDOFFS, REPORTING, RULES
from salesorg_gui.rules.examine import examine
from salesorg_gui.rules.finding import Finding, Findings, Said, Severity
from tests.rules.builders import (
    ENGLISH,
    INBOUND,
    OUTBOUND,
    accepting,
    chart,
    findings,
    found,
    one,
    organisation,
    plan_of,
    pod,
    seat,
)
from tests.rules.reporting_facts import reporting_facts

BUSY = chart(
    [
        seat("ae"),
        seat("two", texts={"boundaries": ()}),
        seat("band", "island_rep"),
        seat("en", "enablement_specialist"),
        seat("m", "marketing"),
    ],
    ["ae > two", "two > ae", "en > en"],
    ["in > ae: raw_lead", "ae > two: qualified_lead", "two > ae: qualified_lead", "en > ae"],
    [INBOUND, OUTBOUND],
    [pod("p")],
)


@pytest.mark.parametrize(("group", "rules"), [("reporting", REPORTING), ("handoff", HANDOFFS)])
def test_every_rule_of_the_catalogue_is_here_in_its_order_and_no_other(group: str, rules: tuple) -> None:
    listed = [id for id, text in ENGLISH.rules.items() if text.group == group]
    assert [rule.id for rule in rules] == listed


def test_there_are_22_and_33() -> None:
    assert (len(REPORTING), len(HANDOFFS)) == (22, 33)


def test_every_rule_has_a_short_title_of_its_own() -> None:
    titles = [rule.title for rule in RULES]
    assert len(set(titles)) == len(titles)
    assert all(3 < len(title) < 45 and not title.endswith(".") for title in titles)


def test_an_empty_drawing_gives_no_findings() -> None:
    nothing = findings(chart(pods=[pod("p")]))
    assert (len(nothing), nothing.worst, nothing.skipped) == (0, None, ())


def test_findings_stand_worst_first_then_as_the_catalogue_lists_them() -> None:
    place = {id: index for index, id in enumerate(ENGLISH.rules)}
    order = [(finding.severity.rank, place[finding.rule], finding.seats) for finding in findings(BUSY)]
    assert order == sorted(order)
    assert len({severity for severity, *_rest in order}) == 3


def test_the_way_a_chart_came_about_does_not_matter() -> None:
    turned = replace(
        BUSY,
        seats=dict(reversed(list(BUSY.seats.items()))),
        lines=dict(reversed(list(BUSY.lines.items()))),
        handoffs=dict(reversed(list(BUSY.handoffs.items()))),
        sources=dict(reversed(list(BUSY.sources.items()))),
    )
    assert findings(turned) == findings(BUSY)


def test_rules_that_a_circle_stands_in_the_way_of_are_said_to_be_skipped() -> None:
    assert [(one.rule, one.because) for one in findings(BUSY).skipped] == [
        ("report-too-many-layers", "report-cycle"),
        ("handoff-too-many", "handoff-loop"),
    ]
    assert findings(chart([seat("a")])).skipped == ()


def test_only_the_rules_given_look() -> None:
    assert {f.rule for f in examine(plan_of(BUSY), BUSY, ENGLISH, REPORTING)} <= {rule.id for rule in REPORTING}


def test_a_finding_that_is_accepted_carries_the_reason() -> None:
    drawn = accepting(chart([seat("x", add=["inbound_qualification"])]), "handoff-qualifies-own-leads", "x")
    assert one("handoff-qualifies-own-leads", drawn).accepted == "We know"


def test_an_acceptance_holds_only_for_its_subjects_and_with_a_reason() -> None:
    drawn = chart([seat("x", add=["inbound_qualification"])])
    for useless in (
        accepting(drawn, "handoff-qualifies-own-leads", "y"),
        accepting(drawn, "handoff-qualifies-own-leads", "x", "y"),
        accepting(drawn, "handoff-qualifies-own-leads", "x", reason=" "),
        accepting(drawn, "handoff-care-crowds-acquisition", "x"),
    ):
        assert one("handoff-qualifies-own-leads", useless).accepted == ""


def test_stages_tell_acceptances_of_one_rule_apart() -> None:
    drawn = accepting(chart([seat("x")]), "handoff-stage-uncovered", "growth")
    reasons = {finding.stages[0]: finding.accepted for finding in found("handoff-stage-uncovered", drawn)}
    assert {stage for stage, reason in reasons.items() if reason} == {"growth"}


def test_an_error_cannot_be_accepted() -> None:
    drawn = accepting(chart([seat("x"), seat("y")], ["x > y", "y > x"]), "report-cycle", "x", "y", "l x > y", "l y > x")
    finding = one("report-cycle", drawn)
    assert finding.subjects == ("l x > y", "l y > x", "x", "y")
    assert finding.accepted == ""


def test_the_order_of_subjects_in_an_acceptance_does_not_matter() -> None:
    seats = [seat("r", "account_executive"), seat("m", "sdr")]
    accepted = accepting(chart(seats, ["r > m"]), "report-to-lower-rank", "r", "m", "l r > m")
    assert one("report-to-lower-rank", accepted).accepted == "We know"


def test_what_is_accepted_no_longer_counts() -> None:
    hint = Finding("a", Severity.HINT, Said(""), seats=(SeatId("x"),), handoffs=(HandoffId("h"),))
    accepted = Finding("b", Severity.WARNING, Said(""), seats=(SeatId("x"),), accepted="Yes")
    both = Findings((accepted, hint))
    assert (both.unsettled, both.worst) == ((hint,), Severity.HINT)
    assert both.counts == {Severity.ERROR: 0, Severity.WARNING: 0, Severity.HINT: 1}
    assert both.by_key == {Key(Kind.SEAT, "x"): (accepted, hint), Key(Kind.HANDOFF, "h"): (hint,)}


@pytest.mark.parametrize(
    ("severity", "count", "is_of_many"),
    [(Severity.WARNING, 6, False), (Severity.WARNING, 7, True), (Severity.HINT, 7, True), (Severity.ERROR, 7, False)],
)
def test_advice_about_many_seats_marks_none_of_them(severity: Severity, count: int, is_of_many: bool) -> None:
    seats = tuple(SeatId(f"s{number}") for number in range(count))
    assert Finding("a", severity, Said(""), seats=seats).is_of_many is is_of_many


def test_every_message_is_filled_in() -> None:
    for finding in findings(BUSY):
        assert finding.message.endswith((".", "?"))
        assert finding.fix.endswith((".", "?"))
        assert not {"{", "}"} & set(finding.message + finding.fix)


def test_a_name_with_braces_is_no_gap_in_a_message() -> None:
    drawn = chart([seat("a", names=["{seat}{0}"])], ["a > a"])
    assert one("report-self-line", drawn).message == "{seat}{0} reports to itself."


# ------------------------------------------------------------------------------------------------- whatever may come

SEATS = [SeatId(name) for name in "abcdef"]
ENDS = st.sampled_from([*SEATS, SeatId("ghost")])
STAGES = st.lists(st.sampled_from([*ENGLISH.stages, *"?"]), max_size=4).map(tuple)


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    """Anything a file may hold: circles, missing ends, unknown roles, several managers."""
    roles = st.sampled_from([*ENGLISH.roles, RoleId("nobody knows")])
    pods = st.sampled_from([None, PodId("p"), PodId("q"), PodId("gone")])
    seats = st.builds(
        Seat,
        id=st.sampled_from(SEATS),
        role=roles,
        title=st.text(max_size=3),
        headcount=st.integers(0, 30),
        pod=pods,
        shared=st.booleans(),
        stages_added=STAGES,
        stages_removed=STAGES,
    )
    lines = st.builds(
        Line, id=st.text(max_size=2).map(LineId), report=ENDS, manager=ENDS, kind=st.sampled_from(LineKind)
    )
    handoffs = st.builds(
        Handoff,
        id=st.text(max_size=2).map(HandoffId),
        source=st.one_of(ENDS, st.sampled_from([SourceId("in"), SourceId("a")])),
        target=ENDS,
        object=st.sampled_from([None, ObjectId("fog"), *ENGLISH.objects]),
        condition=st.sampled_from(["", "x"]),
        limit_hours=st.one_of(st.none(), st.floats()),
        is_return=st.booleans(),
    )
    sources = st.builds(Source, id=st.sampled_from([SourceId("in"), SourceId("a")]), lane=st.sampled_from(Lane))
    segments = st.builds(Segment, id=st.just(SegmentId("g")), owners=st.lists(ENDS).map(tuple))
    return Chart(
        model=draw(st.sampled_from([None, *ENGLISH.structures])),
        seats={one.id: one for one in draw(st.lists(seats, max_size=6))},
        lines={one.id: one for one in draw(st.lists(lines, max_size=8))},
        handoffs={one.id: one for one in draw(st.lists(handoffs, max_size=10))},
        sources={one.id: one for one in draw(st.lists(sources, max_size=2))},
        pods={one.id: one for one in (pod("p", "P", lead="ghost"), pod("q", segments=["g", "none"]))},
        segments={one.id: one for one in draw(st.lists(segments, max_size=1))},
    )


@settings(max_examples=200, deadline=None)
@given(charts())
def test_no_chart_is_too_strange(drawn: Chart) -> None:
    all_found = findings(drawn)
    for finding in all_found:
        assert set(finding.seats) <= set(drawn.seats)
        assert set(finding.handoffs) <= set(drawn.handoffs)
        assert set(finding.lines) <= set(drawn.lines)
        assert set(finding.sources) <= set(drawn.sources)
    circles = [set(finding.seats) for finding in all_found if finding.rule == "report-cycle"]
    assert circles == [set(circle) for circle in reporting_facts(organisation(drawn).graphs).circles]


def long_chain(length: int, *, closed: bool) -> Chart:
    """Reporting lines and handoffs along a chain, or round a circle."""
    ids = [SeatId(f"s{number:05}") for number in range(length)]
    pairs = [(ids[number - 1], ids[number]) for number in range(0 if closed else 1, length)]
    return Chart(
        seats={id: Seat(id, RoleId("account_executive")) for id in ids},
        lines={LineId(f"l{b}"): Line(LineId(f"l{b}"), b, a) for a, b in pairs},
        handoffs={
            HandoffId(f"h{b}"): Handoff(HandoffId(f"h{b}"), a, b, ObjectId("qualified_lead"), "when", 1.0)
            for a, b in pairs
        },
        sources={INBOUND.id: INBOUND},
    )


@pytest.mark.slow
def test_a_circle_of_5000_is_one_finding_that_lists_them_all() -> None:
    drawn = long_chain(5000, closed=True)
    for rule in ("report-cycle", "handoff-loop"):
        finding = one(rule, drawn)
        assert len(finding.seats) == 5000
        assert len(finding.message) < 400


@pytest.mark.slow
def test_a_chain_of_20000_levels_is_examined() -> None:
    drawn = long_chain(20_000, closed=False)
    walking = {"report-too-many-layers", "handoff-too-many", "report-multiple-roots", "handoff-single-point-of-failure"}
    seen = examine(plan_of(drawn), drawn, ENGLISH, [rule for rule in RULES if rule.id in walking])
    assert {finding.rule: len(finding.seats) for finding in seen} == {
        "report-too-many-layers": 20_000,
        "handoff-too-many": 20_000,
    }
