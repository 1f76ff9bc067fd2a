"""Entries gathered into posts: rows that share an id may be one post held by several people, or a mistake."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from salesorg_gui.domain.records import Person, Status
from salesorg_gui.exchange.tables.entries import Entry
from salesorg_gui.exchange.tables.problem import Problem, ProblemKind
from salesorg_gui.exchange.tables.values import folded
from salesorg_gui.i18n import _


class DuplicateIds(StrEnum):
    """What rows with one id mean: one post for all of them, or only the first or last row counts."""

    SHARED = "shared"
    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Post:
    """One seat to be. ``entry`` tells title, manager and the rest, ``holders`` are the rows that count as people."""

    entry: Entry
    holders: tuple[Entry, ...]

    @property
    def headcount(self) -> int:
        """How many people the post is for."""
        return sum(holder.headcount or 1 for holder in self.holders)

    @property
    def fte(self) -> float:
        """Full-time share of one of them, on average."""
        return round(sum(holder.fte for holder in self.holders) / len(self.holders), 4)

    @property
    def status(self) -> Status:
        """Filled as soon as somebody sits there."""
        states = {holder.status for holder in self.holders}
        return next(status for status in (Status.FILLED, Status.OPEN, Status.PLANNED) if status in states)

    @property
    def people(self) -> tuple[Person, ...]:
        """Those who are named."""
        return tuple(Person(holder.name, start=holder.start) for holder in self.holders if holder.name)


def posts(
    entries: Iterable[Entry], duplicates: DuplicateIds, id_header: str
) -> tuple[tuple[Post, ...], tuple[Problem, ...]]:
    """The posts in the order of their first rows, and what was found about repeated ids."""
    groups: dict[str, list[Entry]] = {}
    for place, entry in enumerate(entries):
        groups.setdefault(folded(entry.code) or f"\0{place}", []).append(entry)
    problems = [problem for group in groups.values() for problem in _repetitions(group, duplicates, id_header)]
    return tuple(_post(group, duplicates) for group in groups.values()), tuple(problems)


def _post(group: Sequence[Entry], duplicates: DuplicateIds) -> Post:
    match duplicates:
        case DuplicateIds.FIRST:
            return Post(group[0], (group[0],))
        case DuplicateIds.LAST:
            return Post(group[-1], (group[-1],))
    chief = group[0]
    title = next((entry.title for entry in group if entry.title), "")
    holders = [entry for place, entry in enumerate(group) if not _is_named_before(entry, group[:place])]
    return Post(replace(chief, title=title), tuple(holders))


def _is_named_before(entry: Entry, earlier: Sequence[Entry]) -> bool:
    return bool(entry.name) and any(folded(entry.name) == folded(other.name) for other in earlier)


def _repetitions(group: Sequence[Entry], duplicates: DuplicateIds, header: str) -> Iterator[Problem]:
    kept = group[-1] if duplicates is DuplicateIds.LAST else group[0]
    for place, entry in enumerate(group):
        if entry is kept:
            continue
        kind = ProblemKind.DUPLICATE_ID
        if duplicates is not DuplicateIds.SHARED:
            message = _("Row {row} has the same {column} as row {other} ({id}) and is left out.")
        elif _is_named_before(entry, group[:place]):
            message = _("Row {row} repeats row {other}: same {column} ({id}) and same name. Delete one of them.")
        elif _differs(entry.title, kept.title):
            message = _(
                "Rows {other} and {row} have one {column} ({id}) but different titles. They became one seat named as "
                "in row {other}; give each post an id of its own."
            )
        else:
            kind = ProblemKind.SHARED_POST
            message = _shared(_differs(entry.manager, kept.manager))
        text = message.format(row=entry.row, other=kept.row, column=header, id=entry.code)
        yield Problem(entry.row, header, kind, entry.code, text)


def _shared(has_other_manager: bool) -> str:
    if has_other_manager:
        return _(
            "Rows {other} and {row} share the post {id} but name different managers; the one in row {other} counts. "
            "Give each post an id of its own if they are several."
        )
    return _("Rows {other} and {row} share the post {id}. They became one seat for several people.")


def _differs(text: str, other: str) -> bool:
    return bool(text and other) and folded(text) != folded(other)
