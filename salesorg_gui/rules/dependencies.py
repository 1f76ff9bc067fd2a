"""Whom a seat depends on, and whether its card says so.

A card names somebody by name, title or role. The words of the catalogue for a role speak of those the role usually
receives from, and of the lead sources it usually works on, whatever language they are written in.
"""

from collections.abc import Iterator

from salesorg_gui.domain.ids import SeatId
from salesorg_gui.rules.cards import sentences
from salesorg_gui.rules.graphs import Giver, HandoffKind, LeadSource
from salesorg_gui.rules.organisation import Organisation

DEPENDENCIES = "dependencies"
SHORTEST_NAME = 3
"""First names shorter than this are found in too many words."""


def unnamed_givers(org: Organisation, seat: SeatId) -> tuple[Giver, ...]:
    """Those who hand leads or customers to a seat and are not named on its card."""
    givers = [giver for giver in org.graphs.fed_by.get(seat, ()) if giver != seat]
    if givers and not org.chart.seats[seat].texts.get(DEPENDENCIES):
        givers = [giver for giver in givers if not _is_usual(org, giver, seat)]
    if not givers:
        return ()
    said = _plain(" ".join(sentences(org.chart.seats[seat], org.role(seat), DEPENDENCIES)))
    return tuple(giver for giver in givers if not any(f" {name}" in said for name in _names(org, giver)))


def unusually_fed(org: Organisation) -> list[SeatId]:
    """The seats whose cards must name somebody: those with words of their own, and those with unusual givers."""
    seats, odd = org.chart.seats, set[SeatId]()
    for kind, alike in org.graphs.alike.items():
        if alike[0].moves_customer and not _is_usual_kind(org, kind):
            odd.update([one.taker for one in alike])
    return [seat for seat in org.graphs.fed_by if seat in odd or seats[seat].texts]


def _is_usual_kind(org: Organisation, kind: HandoffKind) -> bool:
    """Whether the taker's role usually receives from such a role, or takes what such a source brings."""
    if kind.giver is None:
        return kind.object in org.catalogue.role(kind.taker).inputs
    return kind.giver in org.usual_givers[kind.taker]


def _is_usual(org: Organisation, giver: Giver, seat: SeatId) -> bool:
    """Whether a role usually receives from such a role, or takes what such a source brings."""
    role = org.role(seat)
    if isinstance(giver, LeadSource):
        drawn = org.graphs.fed_by[seat][giver]
        return all(org.chart.handoffs[id].object in role.inputs for id in drawn)
    return org.role(giver).id in org.usual_givers[role.id]


def _names(org: Organisation, giver: Giver) -> Iterator[str]:
    """Everything a giver may be called by."""
    called = _of_source(org, giver) if isinstance(giver, LeadSource) else _of_seat(org, giver)
    yield from filter(None, (_plain(name).strip() for name in called))


def _of_source(org: Organisation, giver: LeadSource) -> Iterator[str]:
    source = org.chart.sources[giver.source]
    yield from (source.title, org.names.source(source.id))
    if channel := org.catalogue.channels.get(source.channel):
        yield channel.title


def _of_seat(org: Organisation, seat: SeatId) -> Iterator[str]:
    record = org.chart.seats[seat]
    yield record.title
    for person in record.people:
        yield person.name
        yield from (first for first in person.name.split()[:1] if len(first) >= SHORTEST_NAME)
    for base in org.graphs.duties.lineage(org.role(seat).id):
        role = org.catalogue.role(base)
        yield from (role.title, role.short_title)


def _plain(text: str) -> str:
    """A text in small letters, one blank between its words and one before the first."""
    return " " + " ".join("".join(sign if sign.isalnum() else " " for sign in text.casefold()).split())
