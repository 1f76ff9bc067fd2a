"""Typing a seat: a role found by any of its names, a title of its own, and who sits there."""

from dataclasses import dataclass, replace
from functools import cached_property

from salesorg_gui.canvas.keys.draft import Offer
from salesorg_gui.canvas.keys.typed import Typed, typed_on_seat
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.role_names import RoleNames, folded, guessed
from salesorg_gui.catalogue.roles import OTHER_ROLE
from salesorg_gui.domain.edits.building import AddSeat, Spot
from salesorg_gui.domain.edits.edit import ChartEdit, Together
from salesorg_gui.domain.edits.records import NAME_LIMIT, Revise
from salesorg_gui.domain.ids import Key, Kind, LineId, RoleId, SeatId
from salesorg_gui.domain.records import Person, Seat, Status
from salesorg_gui.drawing.cards import PURPOSE_ICONS
from salesorg_gui.i18n import _


@dataclass(frozen=True)
class Words:
    """The catalogue, and every name its roles go by; those are gathered when a name is looked up first."""

    catalogue: Catalogue

    @cached_property
    def names(self) -> RoleNames:
        """The names in all languages."""
        return RoleNames(self.catalogue)

    def warm_up(self) -> None:
        """Gather what the first letter will ask for."""
        self.names.find("a")
        guessed("a")

    def offers(self, typed: str, likely: tuple[RoleId, ...]) -> tuple[Offer, ...]:
        """Matches, and the text as it stands: last, or first when no match is sure. For nothing, the likely roles."""
        if not typed:
            return tuple(self.offer(role) for role in likely)
        found = self.names.find(typed, likely)
        rows = [self.offer(one.role, one.name) for one in found]
        free = self._free(typed)
        if found and found[0].is_sure:
            is_named = any(folded(one.name) == folded(typed) for one in found)
            return (*rows,) if is_named else (*rows, free)
        return (free, *rows)

    def offer(self, role: RoleId, name: str = "") -> Offer:
        """A role as a row; the name it was found by when that is another one than its title."""
        known = self.catalogue.role(role)
        word = name if folded(name) not in folded(known.title) else ""
        return Offer(known.title, word, PURPOSE_ICONS[known.purpose], f"{known.purpose}_text", role)

    def _free(self, typed: str) -> Offer:
        """The text as the title, with the role it comes nearest to."""
        role = guessed(typed)
        known = self.catalogue.role(role)
        word = _("Own title") if role == OTHER_ROLE else _("Own title · {role}").format(role=known.title)
        return Offer(typed, word, PURPOSE_ICONS[known.purpose], f"{known.purpose}_text")


@dataclass(frozen=True)
class NewSeat:
    """A seat that is not on the chart yet. ``more`` is what comes with it, such as the handoff that feeds it."""

    words: Words
    seat: SeatId
    spot: Spot
    lines: tuple[LineId, ...]
    label: str
    likely: tuple[RoleId, ...] = ()
    more: tuple[ChartEdit, ...] = ()
    text: str = ""

    @property
    def key(self) -> Key:
        """The seat it will be."""
        return Key(Kind.SEAT, self.seat)

    @property
    def hint(self) -> str:
        """The likeliest role, which Enter takes as it stands."""
        return self.words.catalogue.role(self.likely[0]).title if self.likely else _("Role or title")

    def offers(self, text: str) -> tuple[Offer, ...]:
        """Roles for the part that names one."""
        return self.words.offers(typed_on_seat(text, self.words.names).title, self.likely)

    def edit(self, text: str, offer: Offer | None) -> ChartEdit | None:
        """The seat on its spot, open unless somebody is named; the neutral role for nothing at all."""
        add = AddSeat(self.card(text, offer), self.spot, self.lines, self.label)
        return Together(self.label, (add, *self.more)) if self.more else add

    def card(self, text: str, offer: Offer | None) -> Seat:
        """The seat as typed."""
        typed = typed_on_seat(text, self.words.names)
        role, title = _meant(typed, offer, OTHER_ROLE)
        return _held(Seat(self.seat, role, title, status=Status.OPEN), typed)


@dataclass(frozen=True)
class OldSeat:
    """A seat of the chart whose card is typed on again."""

    words: Words
    seat: Seat

    @property
    def key(self) -> Key:
        """The seat."""
        return Key(Kind.SEAT, self.seat.id)

    @property
    def title(self) -> str:
        """What it is called."""
        return self.seat.title or self.words.catalogue.role(self.seat.role).title

    @property
    def text(self) -> str:
        """Title and people, as one would type them."""
        holder = self.seat.holder
        return f"{self.title}: {holder}" if holder and ":" not in self.title else self.title

    @property
    def hint(self) -> str:
        """What may be typed."""
        return self.title

    def offers(self, text: str) -> tuple[Offer, ...]:
        """Roles for what was changed; nothing for what still stands there."""
        title = typed_on_seat(text, self.words.names).title
        if not title or title == self.title or text == self.text:
            return ()
        return self.words.offers(title, (self.seat.role,))

    def edit(self, text: str, offer: Offer | None) -> ChartEdit | None:
        """Another role, title or person; an emptied field leaves all as it was."""
        seat = self.card(text, offer)
        label = _("Change role") if seat.role != self.seat.role else _("Rename seat")
        return Revise((seat,), label) if seat != self.seat else None

    def card(self, text: str, offer: Offer | None) -> Seat:
        """The seat as typed."""
        if text.strip() in {"", self.text}:
            return self.seat
        typed = typed_on_seat(text, self.words.names)
        seat = self.seat
        if typed.title and typed.title != self.title:
            role, title = _meant(typed, offer, seat.role)
            seat = replace(seat, role=role, title=title)
        return _held(seat, typed)


def _meant(typed: Typed, offer: Offer | None, role: RoleId) -> tuple[RoleId, str]:
    """The role of the row, without a title of its own; else the text as title, with the role it comes nearest to."""
    if offer is not None and offer.value:
        return RoleId(offer.value), ""
    found = guessed(typed.title) if typed.title else OTHER_ROLE
    return (role if found == OTHER_ROLE else found), typed.title[:NAME_LIMIT]


def _held(seat: Seat, typed: Typed) -> Seat:
    """The seat with the people that were named; whoever sat there already stays who they are."""
    if typed.people is None or typed.people == tuple(person.name for person in seat.people):
        return seat
    known = {person.name: person for person in seat.people}
    people = tuple(known.get(name) or Person(name[:NAME_LIMIT]) for name in typed.people)
    status = Status.FILLED if people else Status.OPEN
    return replace(seat, people=people, status=status, headcount=max(seat.headcount, len(people)))
