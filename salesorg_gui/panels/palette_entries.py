"""What the palette offers, as plain rows: roles by purpose, frames, lead sources, templates."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.roles import Purpose, Role
from salesorg_gui.domain.chart import Chart
from salesorg_gui.i18n import _

PURPOSE_ICONS = {
    Purpose.FIND: "telescope",
    Purpose.CLOSE: "handshake",
    Purpose.CARE: "sprout",
    Purpose.LEAD: "flag",
    Purpose.SUPPORT: "wrench",
}


class EntryKind(StrEnum):
    """What a row is; for all but headings the middle of the MIME type its drag carries."""

    HEADING = "heading"
    ROLE = "role"
    TEMPLATE = "template"
    SOURCE = "source"
    FRAME = "frame"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. ``value`` is what a drag carries: a role, a template, ``lane:channel``, pod or segment."""

    kind: EntryKind
    text: str
    value: str = ""
    icon: str = ""
    purpose: str = ""
    count: int = 0
    words: str = ""
    """Further names it is found by."""


def entries(catalogue: Catalogue, chart: Chart, sought: str = "") -> tuple[Entry, ...]:
    """All rows that match what is sought; a heading only above something."""
    groups = [*_roles(catalogue, chart), _frames(), _sources(catalogue), _templates(catalogue)]
    found: list[Entry] = []
    for heading, members in groups:
        matching = [entry for entry in members if matches(entry, sought)]
        if matching:
            found += [heading, *matching]
    return tuple(found)


def matches(entry: Entry, sought: str) -> bool:
    """Whether every word sought begins a word of the entry."""
    if not sought:
        return True
    words = f"{entry.text} {entry.words}".casefold().replace("-", " ").replace("(", " ").split()
    return all(any(word.startswith(part) for word in words) for part in sought.casefold().split())


type Group = tuple[Entry, Sequence[Entry]]


def _roles(catalogue: Catalogue, chart: Chart) -> Iterator[Group]:
    counts = Counter(seat.role for seat in chart.seats.values())
    for purpose in Purpose:
        heading = Entry(
            EntryKind.HEADING, catalogue.purposes[purpose], icon=PURPOSE_ICONS[purpose], purpose=str(purpose)
        )
        roles = [role for role in catalogue.roles.values() if role.purpose is purpose]
        yield heading, [_role(role, counts[role.id]) for role in roles]


def _role(role: Role, count: int) -> Entry:
    words = " ".join((role.short_title, role.code, *role.aliases))
    return Entry(EntryKind.ROLE, role.title, role.id, purpose=str(role.purpose), count=count, words=words)


def _frames() -> Group:
    return Entry(EntryKind.HEADING, _("Frames")), [
        Entry(EntryKind.FRAME, _("Pod"), "pod", "square-dashed"),
        Entry(EntryKind.FRAME, _("Segment"), "segment", "layers"),
    ]


def _sources(catalogue: Catalogue) -> Group:
    channels = catalogue.channels.values()
    return Entry(EntryKind.HEADING, _("Lead sources")), [
        Entry(EntryKind.SOURCE, channel.title, f"{channel.lane}:{channel.id}", "megaphone", words=_("Lead source"))
        for channel in channels
    ]


def _templates(catalogue: Catalogue) -> Group:
    return Entry(EntryKind.HEADING, _("Templates")), [
        Entry(EntryKind.TEMPLATE, template.title, template.id, "layout-dashboard", words=_("Template"))
        for template in catalogue.templates.values()
    ]
