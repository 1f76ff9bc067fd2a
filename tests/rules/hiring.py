"""Small hiring plans for the tests of the rules."""

from collections.abc import Iterable
from dataclasses import replace

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HireId, SeatId
from salesorg_gui.domain.records import Check, Hire, HireStatus, Score, Scorecard, Seat, Status

ANCHORS = {"1": "needs a script", "3": "leads the talk", "5": "teaches others"}


def opened(seat: Seat, start: str = "", status: Status = Status.OPEN) -> Seat:
    """The seat with nobody on it yet."""
    return replace(seat, status=status, start=start, people=())


def hire(
    seat: str,
    status: HireStatus = HireStatus.PLANNED,
    start: str = "",
    *,
    cards: Iterable[Scorecard] = (),
    checks: Iterable[Check] = (),
    chosen: str = "",
    decided: str = "",
) -> Hire:
    """The filling of a seat."""
    return Hire(
        HireId(f"hire {seat}"),
        SeatId(seat),
        status,
        start,
        checklist=tuple(checks),
        scorecards=tuple(cards),
        chosen=chosen,
        decided=decided,
    )


def card(*criteria: Score, candidate: str = "Bo", date: str = "") -> Scorecard:
    """What one interviewer found about one candidate."""
    return Scorecard(candidate, date=date, scores=criteria)


def asked(criterion: str, group: str = "role_requirements", score: int | None = None) -> Score:
    """A criterion that says what its scores mean for the role."""
    return Score(criterion, group, score, anchors=ANCHORS)


TEAM_FIT = asked("Works with the others", "team_fit")


def hiring(drawn: Chart, *hires: Hire) -> Chart:
    """The chart with these hires."""
    return drawn.with_records(hires)
