"""What wears the mark of a finding."""

from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.rules.finding import Finding, Findings, Said, Severity
from salesorg_gui.window.following import worst

SEATS = tuple(SeatId(f"s{number}") for number in range(7))
ONE = Key(Kind.SEAT, "s0")


def found(severity: Severity, *seats: SeatId, accepted: str = "") -> Finding:
    return Finding("rule", severity, Said(""), seats=seats, accepted=accepted)


def test_the_worst_that_nobody_has_accepted_is_worn() -> None:
    told = (found(Severity.WARNING, SEATS[0], accepted="Yes"), found(Severity.HINT, SEATS[0]))
    assert worst(Findings(told)) == {ONE: Severity.HINT}
    assert worst(Findings(told[:1])) == {}


def test_advice_about_many_seats_leaves_their_cards_clean() -> None:
    many, single = found(Severity.WARNING, *SEATS), found(Severity.HINT, SEATS[0])
    assert worst(Findings((many, single))) == {ONE: Severity.HINT}
    assert len(worst(Findings((found(Severity.ERROR, *SEATS),)))) == 7
