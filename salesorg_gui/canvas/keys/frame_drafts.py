"""Typing the name of a pod, a segment or a lead source, and how many copies there shall be."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from salesorg_gui.canvas.keys.draft import Offer
from salesorg_gui.canvas.landings.pulls import GIVEN
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.role_names import folded
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.building import Enclose
from salesorg_gui.domain.edits.duplicating import MOST, Duplicate, duplicating
from salesorg_gui.domain.edits.edit import ChartEdit, Together
from salesorg_gui.domain.edits.lines import DrawHandoff
from salesorg_gui.domain.edits.places import MoveSegments
from salesorg_gui.domain.edits.records import NAME_LIMIT, Add, Revise
from salesorg_gui.domain.ids import Key, Kind, PodId, SeatId, SegmentId
from salesorg_gui.domain.records import Handoff, Lane, Pod, Segment, Source
from salesorg_gui.drawing import words
from salesorg_gui.i18n import _, ngettext


def _one_line(text: str) -> str:
    return " ".join(text.split())[:NAME_LIMIT]


@dataclass(frozen=True)
class NewPod:
    """A pod around seats, or an empty one beside another."""

    pod: Pod
    seats: tuple[SeatId, ...] = ()
    before: PodId | None = None
    text: str = ""

    @property
    def key(self) -> Key:
        """The pod it will be."""
        return Key(Kind.POD, self.pod.id)

    @property
    def hint(self) -> str:
        """The name it has without one."""
        return self.pod.title

    def offers(self, _text: str) -> tuple[Offer, ...]:
        """Names of pods are free."""
        return ()

    def edit(self, text: str, _offer: Offer | None) -> ChartEdit | None:
        """The pod under that name."""
        return Enclose(self.card(text, _offer), self.seats, self.before)

    def card(self, text: str, _offer: Offer | None) -> Pod:
        """The pod as typed."""
        return replace(self.pod, title=_one_line(text) or self.pod.title)


@dataclass(frozen=True)
class NewSegment:
    """A segment beside another one, or the first."""

    segment: Segment
    before: SegmentId | None = None
    text: str = ""

    @property
    def key(self) -> Key:
        """The segment it will be."""
        return Key(Kind.SEGMENT, self.segment.id)

    @property
    def hint(self) -> str:
        """The name it has without one."""
        return self.segment.value

    def offers(self, _text: str) -> tuple[Offer, ...]:
        """Names of segments are free."""
        return ()

    def edit(self, text: str, _offer: Offer | None) -> ChartEdit | None:
        """The segment under that name."""
        segment, label = self.card(text, _offer), _("Add segment")
        add = Add((segment,), label)
        if segment.parent is None:
            return add
        return Together(label, (add, MoveSegments((segment.id,), segment.parent, self.before)))

    def card(self, text: str, _offer: Offer | None) -> Segment:
        """The segment as typed."""
        return replace(self.segment, value=_one_line(text) or self.segment.value)


@dataclass(frozen=True)
class OldFrame:
    """A pod or segment of the chart that gets another name."""

    frame: Pod | Segment

    @property
    def key(self) -> Key:
        """The frame."""
        return Key(Kind.POD if isinstance(self.frame, Pod) else Kind.SEGMENT, self.frame.id)

    @property
    def text(self) -> str:
        """What it is called now; nothing for an interval, whose name is made from its bounds."""
        return self.frame.title if isinstance(self.frame, Pod) else self.frame.value

    @property
    def hint(self) -> str:
        """What is wanted."""
        return _("Name")

    def offers(self, _text: str) -> tuple[Offer, ...]:
        """Names of frames are free."""
        return ()

    def edit(self, text: str, _offer: Offer | None) -> ChartEdit | None:
        """The frame under another name; an emptied field leaves the old one."""
        name = _one_line(text)
        if name in {"", self.text}:
            return None
        if isinstance(self.frame, Pod):
            return Revise((replace(self.frame, title=name),), _("Rename pod"))
        return Revise((replace(self.frame, value=name),), _("Rename segment"))

    def card(self, _text: str, _offer: Offer | None) -> Pod | Segment:
        """The frame: its name is all that can differ."""
        return self.frame


@dataclass(frozen=True)
class TypedSource:
    """A lead source: a channel of the catalogue, or a name. ``feeds`` is the handoff a new one comes with."""

    source: Source
    catalogue: Catalogue
    is_new: bool = False
    feeds: Handoff | None = None

    @property
    def key(self) -> Key:
        """The source."""
        return Key(Kind.SOURCE, self.source.id)

    @property
    def text(self) -> str:
        """What it is called now."""
        return "" if self.is_new else words.source_title(self.source, self.catalogue)

    @property
    def hint(self) -> str:
        """What is wanted."""
        return _("Channel") if self.is_new else self.text

    def offers(self, text: str) -> tuple[Offer, ...]:
        """Channels one of whose words begins like this; the text itself as a name of its own."""
        sought = folded(text).split()
        if not self.is_new and (not sought or text == self.text):
            return ()
        rows = [
            Offer(channel.title, "", "list" if channel.lane == Lane.OUTBOUND else "megaphone", "find_text", channel.id)
            for channel in self.catalogue.channels.values()
            if _begin(folded(channel.title).split(), sought)
        ]
        return (*rows[:7], Offer(text.strip(), _("Own name"), "megaphone", "find_text")) if sought else tuple(rows[:7])

    def edit(self, text: str, offer: Offer | None) -> ChartEdit | None:
        """The source under that channel or name; its handoff with it."""
        source = self.card(text, offer)
        if not self.is_new:
            return Revise((source,), _("Rename lead source")) if source != self.source else None
        label = _("Add lead source")
        add = Add((source,), label)
        return Together(label, (add, DrawHandoff(self._fed(self.feeds, source)))) if self.feeds is not None else add

    def card(self, text: str, offer: Offer | None) -> Source:
        """The source as typed."""
        return self._named(_one_line(text), offer)

    def _fed(self, handoff: Handoff, source: Source) -> Handoff:
        """What a source on that lane gives, with the usual time for it."""
        known = self.catalogue.objects.get(GIVEN[source.lane])
        return handoff if known is None else replace(handoff, object=known.id, limit_hours=known.limit_hours)

    def _named(self, name: str, offer: Offer | None) -> Source:
        channel = self.catalogue.channels.get(offer.value) if offer is not None else None
        if channel is not None:
            lane = Lane.OUTBOUND if channel.lane == Lane.OUTBOUND else Lane.INBOUND
            return replace(self.source, channel=channel.id, lane=lane, title="")
        return self.source if name in {"", self.text} else replace(self.source, title=name)


def _begin(known: Iterable[str], sought: Iterable[str]) -> bool:
    return all(any(word.startswith(part) for word in known) for part in sought)


@dataclass(frozen=True)
class Copies:
    """How many copies of what is selected there shall be; typed on the first of them."""

    chart: Chart
    keys: frozenset[Key]
    key: Key
    text: str = ""

    @property
    def hint(self) -> str:
        """What is wanted."""
        return _("How many copies?")

    def offers(self, text: str) -> tuple[Offer, ...]:
        """One row that says what will be done."""
        count = self._count(text)
        said = ngettext("Duplicate {count} time", "Duplicate {count} times", count).format(count=count)
        return (Offer(said, "", "copy"),) if count else ()

    def edit(self, text: str, _offer: Offer | None) -> Duplicate | None:
        """So many copies; none for what is no number."""
        count = self._count(text)
        return duplicating(self.chart, self.keys, count) if count else None

    def card(self, _text: str, _offer: Offer | None) -> None:
        """Every digit makes other cards."""
        return

    def _count(self, text: str) -> int:
        digits = text.strip()
        return min(int(digits), MOST) if digits.isdecimal() and len(digits) <= 4 else 0
