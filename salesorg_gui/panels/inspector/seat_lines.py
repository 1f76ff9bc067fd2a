"""The plain lines of a seat, for one seat or several at once."""

from collections.abc import Callable
from dataclasses import replace

from salesorg_gui.domain.records import Seat
from salesorg_gui.i18n import _
from salesorg_gui.panels.inspector.binding import Line
from salesorg_gui.panels.numbers import NotANumber, number, number_or_none, shown


def whole(text: str) -> int:
    """A whole number."""
    value = number(text)
    if value != int(value):
        raise NotANumber
    return int(value)


def first_lines() -> tuple[Line[Seat], ...]:
    """What stands at the top."""
    return (*_numbers(), *_plans())


def _numbers() -> tuple[Line[Seat], ...]:
    return (
        Line(
            "fte",
            _("FTE"),
            lambda seat: shown(seat.fte, least_decimals=1),
            lambda seat, text: replace(seat, fte=number(text)),
            _("Change FTE"),
            _("FTE: type a number from 0.1 to 3.0 a person. Enter keeps it, Esc puts the old one back."),
        ),
        Line(
            "headcount",
            _("Headcount"),
            lambda seat: str(seat.headcount),
            lambda seat, text: replace(seat, headcount=whole(text)),
            _("Change headcount"),
            _("Headcount: type a whole number from 1 up."),
        ),
        Line(
            "quota",
            _("Quota"),
            lambda seat: shown(seat.quota),
            lambda seat, text: replace(seat, quota=number_or_none(text)),
            _("Change quota"),
            _("Quota: type a number, or nothing."),
            _("No quota"),
        ),
    )


def _plans() -> tuple[Line[Seat], ...]:
    return (
        Line(
            "start",
            _("Start"),
            lambda seat: seat.start,
            lambda seat, text: replace(seat, start=text),
            _("Change start"),
            _("Start: a date such as 2027-03-01, or a word such as Q3."),
            _("Not set"),
        ),
        Line(
            "goal",
            _("Goal"),
            lambda seat: seat.goal,
            lambda seat, text: replace(seat, goal=text),
            _("Change goal"),
            placeholder=_("No goal"),
        ),
    )


def place_lines() -> tuple[Line[Seat], ...]:
    """Where and under what name lists know the seat."""
    return (
        Line(
            "code",
            _("Code"),
            lambda seat: seat.code,
            lambda seat, text: replace(seat, code=text),
            _("Change code"),
            _("Code: what lists call the seat, such as AE-02."),
            _("None"),
        ),
        Line(
            "location",
            _("Location"),
            lambda seat: seat.location,
            lambda seat, text: replace(seat, location=text),
            _("Change location"),
            placeholder=_("None"),
        ),
        Line(
            "department",
            _("Department"),
            lambda seat: seat.department,
            lambda seat, text: replace(seat, department=text),
            _("Change department"),
            placeholder=_("None"),
        ),
    )


def title_line(usual: Callable[[], str]) -> Line[Seat]:
    """The seat's own title; without one it has its role's."""
    return Line(
        "title",
        _("Title"),
        lambda seat: seat.title,
        lambda seat, text: replace(seat, title="" if text == usual() else text),
        _("Change title"),
        _("A title of its own. Without one the seat is called like its role."),
        _("As the role"),
    )
