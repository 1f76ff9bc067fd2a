"""Which signs of a plan the printing font lacks: said before a document is made, so that nobody is surprised."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum

from salesorg_gui.catalogue.catalogue import Catalogue, load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Seat
from salesorg_gui.drawing.signs import missing
from salesorg_gui.exchange.exporting import Wish
from salesorg_gui.i18n import _, ngettext

NEVER_PRINTED = frozenset(
    {
        *("id", "extra", "place", "source", "target", "report", "manager", "seat", "pod", "also_in", "lead", "owners"),
        *("parent", "segments", "object", "subjects", "based_on", "model", "slides", "parameters", "charts"),
    }
)
"""Fields that hold what other fields are found by, or what only the program reads."""
IN_FONTS_OF_THE_PAGE = frozenset({"pdf"})
"""What is shown in our own font; other files are shown in those of whoever opens them."""
NAMED = 8


@dataclass(frozen=True, slots=True)
class MissingSigns:
    """Whose texts hold which signs that print as boxes."""

    who: str
    signs: tuple[str, ...]


def missing_signs(plan: Plan, chart: Chart, wish: Wish) -> tuple[MissingSigns, ...]:
    """The signs a document would show as boxes, by whose text holds them; nothing when all can be printed."""
    if wish.ending not in IN_FONTS_OF_THE_PAGE:
        return ()
    catalogue = load(wish.language or plan.language).with_plan_roles(plan.roles)
    found: dict[str, dict[str, None]] = {}
    for who, text in _texts(plan, chart, catalogue, wish.options.seats):
        found.setdefault(who, {}).update(dict.fromkeys(missing(text)))
    return tuple(MissingSigns(who, tuple(signs)) for who, signs in found.items() if signs)


def told(found: Sequence[MissingSigns]) -> Iterator[str]:
    """The warning, a sentence a line; after the first few only how many more there are."""
    for one in found[:NAMED]:
        text = _("{who}: the printing font has no {signs}. A box is printed instead.")
        yield text.format(who=one.who, signs=" ".join(one.signs[:NAMED]))
    more = len(found) - NAMED
    if more > 0:
        text = ngettext("… and in {count} more place.", "… and in {count} more places.", more)
        yield text.format(count=more)


def _texts(plan: Plan, chart: Chart, catalogue: Catalogue, chosen: Sequence[SeatId]) -> Iterator[tuple[str, str]]:
    """Every text that may be printed, and whose it is."""
    yield from ((_("The plan"), text) for text in (plan.title, *_within(plan.answers)))
    yield from ((_("The chart"), text) for text in (chart.title, chart.note, *_within(chart.accepted)))
    names = {seat.id: _name(seat, catalogue) for seat in chart.seats.values()}
    wanted = set(chosen or chart.seats)
    for seat in chart.seats.values():
        if seat.id in wanted:
            yield from ((names[seat.id], text) for text in _within(seat))
            yield from ((names[seat.id], text) for text in _within(plan.roles.get(seat.role)))
    for hire in chart.hires.values():
        if hire.seat in wanted:
            yield from ((names.get(hire.seat, hire.seat), text) for text in _within(hire))
    for handoff in chart.handoffs.values():
        who = _("Handoff to {seat}").format(seat=names.get(handoff.target, handoff.target))
        yield from ((who, text) for text in _within(handoff))
    for record in (*chart.pods.values(), *chart.segments.values(), *chart.sources.values()):
        yield from ((_("Pods, segments and sources"), text) for text in _within(record))


def _name(seat: Seat, catalogue: Catalogue) -> str:
    title = seat.title or catalogue.role(seat.role).title
    return " · ".join(text for text in (seat.code, title) if text)


def _within(thing: object) -> Iterator[str]:
    """Every text in a record."""
    if isinstance(thing, str) and not isinstance(thing, StrEnum):
        yield thing
    for value in _inside(thing):
        yield from _within(value)


def _inside(thing: object) -> Iterable[object]:
    """What a thing consists of, as far as it may be printed."""
    if isinstance(thing, Mapping):
        return thing.values()
    if isinstance(thing, tuple | list):
        return thing
    if is_dataclass(thing):
        return [getattr(thing, field.name) for field in fields(thing) if field.name not in NEVER_PRINTED]
    return ()
