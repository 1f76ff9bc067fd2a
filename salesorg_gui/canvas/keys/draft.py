"""A card while somebody types on it: what is offered for the letters so far, and which edit it will be.

Nothing of a draft is in the plan: it becomes one edit when it is taken, and is forgotten when it is not.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from salesorg_gui.domain.chart import MAP_OF, Chart
from salesorg_gui.domain.edits.edit import ChartEdit, EditRefused
from salesorg_gui.domain.ids import Key
from salesorg_gui.domain.lineage import names_between
from salesorg_gui.domain.records import Pod, Record, Seat, Segment, Source

if TYPE_CHECKING:
    from collections.abc import Mapping

BLANK = "\N{NO-BREAK SPACE}"
"""What a name is while it is being typed: the field over the card shows the letters."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One row under a card: what it is called, the name it was found by, icon and ink of its purpose.

    ``value`` is the id of a role or channel; empty for the text as it stands.
    """

    title: str
    word: str = ""
    icon: str = ""
    ink: str = "text_2"
    value: str = ""


class Draft(Protocol):
    """What is being typed, and on what."""

    @property
    def key(self) -> Key:
        """The record it is about: of the chart, or the one it will make."""
        ...

    @property
    def text(self) -> str:
        """What stands there to begin with."""
        ...

    @property
    def hint(self) -> str:
        """What stands there in grey while nothing is typed."""
        ...

    def offers(self, text: str) -> tuple[Offer, ...]:
        """The rows for what is typed, the one that would be taken first."""
        ...

    def edit(self, text: str, offer: Offer | None) -> ChartEdit | None:
        """What taking it does; ``None`` when that is nothing."""
        ...

    def card(self, text: str, offer: Offer | None) -> Record | None:
        """The record itself as typed, wherever it will stand; ``None`` when more than it depends on the letters."""
        ...


def previewed(chart: Chart, draft: Draft, text: str, offer: Offer | None) -> Chart:
    """The chart as it would be, the name that is being typed left blank. May raise ``EditRefused``."""
    edit = draft.edit(text, offer)
    after = edit.apply(chart) if edit is not None else chart
    record = after.record(draft.key)
    if record is None:
        raise EditRefused
    return after.with_records([_nameless(record)])


def retyped(shown: Chart, draft: Draft, text: str, offer: Offer | None) -> Chart | None:
    """The previewed chart with other letters on the card; nothing when it has to be worked out anew."""
    card, old = draft.card(text, offer), shown.record(draft.key)
    match card, old:
        case Seat(), Seat():
            return shown.with_records([_nameless(replace(card, pod=old.pod, order=old.order, place=old.place))])
        case Source(), Source():
            return shown.with_records([_nameless(replace(card, order=old.order, place=old.place))])
        case Pod() | Segment(), Pod() | Segment():
            return shown
        case _:
            return None


def sharing(chart: Chart, other: Chart) -> Chart:
    """The same chart, made of the other one's records wherever they are equal: what differs is found by identity."""
    names = names_between(chart.lineage, other.lineage)
    if names is not None:
        pairs = [
            (chart.records(kind).get(name), other.records(kind).get(name))
            for kind, part in MAP_OF.items()
            for name in names.get(part, ())
        ]
        return chart.with_records([theirs for own, theirs in pairs if theirs is not None and own is not theirs == own])
    maps: dict[str, Mapping[str, Record]] = {}
    for part in MAP_OF.values():
        own, theirs = getattr(chart, part), getattr(other, part)
        if own is not theirs:
            shared = {id: _shared(record, theirs.get(id)) for id, record in own.items()}
            maps[part] = theirs if shared == theirs else shared
    return replace(chart, **maps)  # type: ignore[arg-type]


def _shared(record: Record, other: Record | None) -> Record:
    return other if other is not None and (other is record or other == record) else record


def _nameless(record: Record) -> Record:
    match record:
        case Seat() | Pod() | Source():
            return replace(record, title=BLANK)
        case Segment():
            return replace(record, value=BLANK)
        case _:
            return record
