"""Findings stand under headings, many of one rule under one line, and there is a way through them."""

from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.panels.findings.grouping import ACCEPTED, By, RowKind, Wanted, arranged
from salesorg_gui.panels.findings.way import Way
from salesorg_gui.rules.finding import Finding, Said, Severity

GROUPS = {"circle": "reporting", "late": "handoff", "fine": "handoff", "tip": "role"}


def finding(rule: str, severity: Severity, *seats: str, accepted: str = "") -> Finding:
    return Finding(
        rule, severity, Said(f"{rule} {seats}", "Mend it."), rule, tuple(map(SeatId, seats)), accepted=accepted
    )


CIRCLE = finding("circle", Severity.ERROR, "a", "b")
LATE = tuple(finding("late", Severity.WARNING, name) for name in "abcde")
TIP = finding("tip", Severity.HINT, "a")
FINE = finding("fine", Severity.WARNING, "a", accepted="Agreed")


def rows(*found: Finding, by: By = By.SEVERITY, turned: frozenset[str] = frozenset(), shown: str = "") -> list[str]:
    made = arranged(found, by, GROUPS.__getitem__, turned, shown).rows
    return [f"{row.kind[0]} {row.finding.message if row.finding else f'{row.text} {row.number}'}" for row in made]


def test_findings_stand_under_their_severity_with_counts() -> None:
    assert rows(CIRCLE, TIP) == ["h Errors 1", "f circle ('a', 'b')", "h Hints 1", "f tip ('a',)"]


def test_or_under_their_subject_in_the_order_of_the_catalogue() -> None:
    assert [row for row in rows(CIRCLE, *LATE, TIP, by=By.GROUP) if row[0] == "h"] == [
        *("h Reporting 1", "h Handoffs 5", "h Roles 1")
    ]


def test_a_group_nobody_knows_comes_last() -> None:
    made = arranged((TIP, CIRCLE), By.GROUP, lambda rule: "new" if rule == "tip" else "reporting", frozenset())
    assert [row.text for row in made.rows if row.kind is RowKind.HEADING] == ["Reporting", "Other"]


def test_many_of_one_rule_are_folded_under_one_line() -> None:
    assert rows(*LATE) == ["h Warnings 5", "r late 5"]
    assert len(rows(*LATE[:3])) == 4


def test_a_folded_rule_opens_by_hand_or_when_it_is_shown() -> None:
    opened = ["h Warnings 5", "r late 5", *(f"f late ('{name}',)" for name in "abcde")]
    assert rows(*LATE, turned=frozenset({"warning/late"})) == opened
    assert rows(*LATE, shown="late") == opened


def test_a_closed_heading_hides_its_findings_and_is_no_part_of_the_way() -> None:
    made = arranged((CIRCLE, *LATE), By.SEVERITY, GROUPS.__getitem__, frozenset({"warning"}))
    assert [row.text for row in made.rows if row.kind is RowKind.HEADING] == ["Errors", "Warnings"]
    assert made.way == (CIRCLE,)


def test_folded_findings_are_part_of_the_way() -> None:
    assert arranged((CIRCLE, *LATE), By.SEVERITY, GROUPS.__getitem__, frozenset()).way == (CIRCLE, *LATE)


def test_the_accepted_wait_in_a_fold_of_their_own() -> None:
    assert rows(FINE, TIP) == ["h Hints 1", "f tip ('a',)", "h Accepted 1"]
    assert rows(FINE, turned=frozenset({ACCEPTED})) == ["h Accepted 1", "f fine ('a',)"]
    assert arranged((FINE,), By.SEVERITY, GROUPS.__getitem__, frozenset({ACCEPTED})).way == ()


def test_an_empty_filter_lets_everything_through() -> None:
    assert not Wanted().is_narrow
    assert Wanted().picks(TIP, str)


def test_severity_words_and_selection_narrow_what_is_shown() -> None:
    said = {CIRCLE: "a circle of two", TIP: "a tip"}.__getitem__
    assert Wanted(frozenset({Severity.ERROR})).picks(CIRCLE, said)
    assert not Wanted(frozenset({Severity.ERROR})).picks(TIP, said)
    assert Wanted(words=("two", "circle")).picks(CIRCLE, said)
    assert not Wanted(words=("two", "squares")).picks(CIRCLE, said)
    selected = Wanted(keys=frozenset({Key(Kind.SEAT, "b")}))
    assert selected.is_narrow
    assert selected.picks(CIRCLE, said)
    assert not selected.picks(TIP, said)
    assert not Wanted(keys=frozenset()).picks(TIP, said)


def on(*found: Finding) -> Way:
    way = Way()
    way.follow(found)
    return way


def test_the_way_goes_round_and_round() -> None:
    way = on(CIRCLE, *LATE[:2])
    assert [way.step(1) for _time in range(4)] == [CIRCLE, *LATE[:2], CIRCLE]
    assert way.step(-1) == LATE[1]
    assert way.current == LATE[1]


def test_the_way_back_begins_at_the_end() -> None:
    assert on(CIRCLE, TIP).step(-1) == TIP


def test_without_findings_there_is_no_way() -> None:
    assert on().step(1) is None
    assert on().current is None


def test_the_one_at_hand_stays_at_hand_when_others_go() -> None:
    way = on(CIRCLE, *LATE)
    way.go_to(LATE[1])
    way.follow((LATE[1], LATE[4]))
    assert way.current == LATE[1]
    assert way.step(1) == LATE[4]


def test_when_it_is_settled_the_next_step_leads_to_the_one_after_it() -> None:
    way = on(CIRCLE, *LATE)
    way.go_to(LATE[0])
    way.follow((CIRCLE, *LATE[2:]))
    assert way.current is None
    assert way.upcoming == LATE[2]
    way.follow((CIRCLE, *LATE[3:]))
    assert way.step(1) == LATE[3]


def test_and_the_step_back_to_the_one_before_it() -> None:
    way = on(CIRCLE, *LATE)
    way.go_to(LATE[0])
    way.follow((CIRCLE, *LATE[1:]))
    assert way.step(-1) == CIRCLE


def test_when_the_last_is_settled_the_way_begins_anew() -> None:
    way = on(CIRCLE, TIP)
    way.go_to(TIP)
    way.follow((CIRCLE,))
    assert way.upcoming is None
    assert way.step(1) == CIRCLE


def test_one_that_comes_back_is_at_hand_again() -> None:
    way = on(CIRCLE, TIP)
    way.go_to(CIRCLE)
    way.follow((TIP,))
    way.follow((CIRCLE, TIP))
    assert way.current == CIRCLE
    assert way.step(1) == TIP


def test_without_a_single_handoff_what_follows_from_that_is_one_line() -> None:
    ownerless = tuple(finding("handoff-closer-no-owner", Severity.ERROR, name) for name in "abc")
    unreached = tuple(finding("handoff-unreachable-seat", Severity.ERROR, name) for name in "de")
    other = finding("circle", Severity.ERROR, "a", "b")

    def lines(turned: frozenset[str] = frozenset(), shown: str = "", *, is_undrawn: bool = True) -> list[str]:
        found = (other, *ownerless, *unreached)
        made = arranged(found, By.SEVERITY, lambda _rule: "handoff", turned, shown, is_undrawn=is_undrawn)
        assert made.way == found
        return [row.finding.rule if row.finding else f"{row.text} {row.number}" for row in made.rows]

    assert lines() == ["Errors 6", "circle", "No handoffs drawn yet 5"]
    every = [*(["handoff-closer-no-owner"] * 3), *(["handoff-unreachable-seat"] * 2)]
    assert lines(frozenset({"error/undrawn"})) == [*lines(), *every]
    assert lines(shown="handoff-unreachable-seat") == [*lines(), *every]
    assert lines(is_undrawn=False) == ["Errors 6", "circle", *every]
