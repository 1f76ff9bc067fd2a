"""How findings call the things they speak of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from salesorg_gui.catalogue.roles import Role
from salesorg_gui.domain.carried import Carried, Tally
from salesorg_gui.domain.chart import Chart, in_order
from salesorg_gui.domain.derived import ByPod, BySeat
from salesorg_gui.domain.ids import ObjectId, PodId, RoleId, SeatId, SegmentId, SourceId, StageId
from salesorg_gui.domain.records import Lane, Person, Seat, Segment
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.rules.amounts import spoken
from salesorg_gui.rules.graphs import Giver, Graphs, LeadSource

MOST_NAMES = 6
ARROW = " → "


@dataclass(frozen=True)
class Names:
    """A seat is called by its holder, else its title, else its role; where two are called alike, also by its place."""

    graphs: Graphs

    def seat(self, id: SeatId) -> str:
        """The name of a seat."""
        return self.called[id]

    def giver(self, giver: Giver) -> str:
        """The name of a seat or a lead source."""
        return self.source(giver.source) if isinstance(giver, LeadSource) else self.seat(giver)

    def seats(self, ids: Iterable[SeatId]) -> str:
        """The names of seats with commas; a long list is cut short once it is counted."""
        every = tuple(ids)
        return listed(tuple(self.called[id] for id in every[:MOST_NAMES]), len(every))

    def way(self, ids: Iterable[SeatId]) -> str:
        """The names along a way with arrows; the middle of a long one is left out."""
        names = [self.called[id] for id in ids]
        if len(names) > 2 * MOST_NAMES:
            names = [*names[: MOST_NAMES + 2], "…", *names[-3:]]
        return ARROW.join(names)

    @ByPod
    def pod_titles(self, id: PodId) -> str:
        """The title of every pod: the same when another leads it, or it has another goal."""
        return self.chart.pods[id].title.strip() or _("without a name")

    def pod(self, id: PodId) -> str:
        """The title of a pod."""
        return self.pod_titles[id]

    def pods(self, ids: Iterable[PodId]) -> str:
        """The titles of pods with commas."""
        return listed(tuple(map(self.pod, ids)))

    def owners(self, ids: Iterable[SeatId | PodId]) -> str:
        """The names of seats and pods that own something, with commas."""
        pods = self.pod_titles
        return listed(tuple(self.pod(PodId(id)) if id in pods else self.seat(SeatId(id)) for id in ids))

    def segment(self, id: SegmentId) -> str:
        """The value of a segment, else its interval."""
        segment = self.graphs.chart.segments[id]
        return segment.value.strip() or _interval(segment) or _("without a name")

    def axis(self, id: str) -> str:
        """The short title of an axis."""
        known = self.graphs.catalogue.axes.get(id)
        return known.short_title if known is not None else in_words(id) or _("an axis without a name")

    def source(self, id: SourceId) -> str:
        """The title of a lead source, else its channel, else its lane."""
        source = self.graphs.chart.sources[id]
        channel = self.graphs.catalogue.channels.get(source.channel)
        lane = _("the outbound source") if source.lane is Lane.OUTBOUND else _("the inbound source")
        return source.title.strip() or (channel.title if channel else in_words(source.channel)) or lane

    def role(self, id: RoleId) -> str:
        """The title of a role."""
        return _title(self.graphs.catalogue.role(id))

    def roles(self, ids: Iterable[RoleId]) -> str:
        """The titles of roles with commas."""
        return listed(tuple(self.role(id) for id in ids))

    def stage(self, id: StageId) -> str:
        """The title of a stage."""
        return self.graphs.catalogue.stages[id].title

    def stages(self, ids: Iterable[StageId]) -> str:
        """The short titles of stages with commas."""
        return listed(tuple(self.graphs.catalogue.stages[id].short_title for id in ids))

    def object(self, id: ObjectId) -> str:
        """The title of what is handed over."""
        known = self.graphs.catalogue.objects.get(id)
        return known.title if known else in_words(id) or _("something unnamed")

    @BySeat
    def called(self, id: SeatId) -> str:
        """The name of every seat."""
        name = self._plain[id]
        return self._with_place(self.chart.seats[id], name) if name in self._shared else name

    @called.at_once
    def _called(self) -> Mapping[SeatId, str]:
        seats, shared = self.chart.seats, self._shared
        pods: dict[PodId | None, str] = {id: pod.title.strip() for id, pod in self.chart.pods.items()}
        called = dict(self._plain)
        for id, name in self._plain.items():
            if name in shared:
                pod = pods.get(seats[id].pod)
                called[id] = f"{name} ({pod})" if pod else self._with_place(seats[id], name)
        return called

    @property
    def chart(self) -> Chart:
        """The chart the names stand on."""
        return self.graphs.chart

    @cached_property
    def _shared(self) -> frozenset[str]:
        """The names of more than one seat."""
        return self._borne.often

    @Carried
    def _borne(self) -> Tally[str, str]:
        """How many seats bear each name."""
        return Tally.of(self._plain, str)

    @_borne.after
    def _borne_now(self, before: Tally[str, str]) -> Tally[str, str]:
        return before.after(self._plain)

    @BySeat
    def _plain(self, id: SeatId) -> str:
        seat = self.chart.seats[id]
        return _holders(seat.people) or seat.title.strip() or _title(self.graphs.duties.roles[seat.id])

    @_plain.at_once
    def _plain_names(self) -> Mapping[SeatId, str]:
        seats, roles = self.chart.seats, self.graphs.duties.roles
        in_use = {role.id: role for role in roles.values()}
        titles = {id: _title(role) for id, role in in_use.items()}
        names: dict[SeatId, str] = {}
        for id, role in roles.items():
            seat = seats[id]
            names[id] = (seat.people and _holders(seat.people)) or seat.title.strip() or titles[role.id]
        return names

    def _with_place(self, seat: Seat, name: str) -> str:
        """The name with its pod, else the segments it owns, else its code; as it is without any of them."""
        pod = self.graphs.chart.pods.get(seat.pod) if seat.pod is not None else None
        place = (pod.title.strip() if pod else "") or listed(self._owned.get(seat.id, ())) or seat.code.strip()
        return f"{name} ({place})" if place else name

    @cached_property
    def _owned(self) -> Mapping[str, tuple[str, ...]]:
        """The values of the segments each owner has."""
        values: dict[str, list[str]] = {}
        for segment in in_order(self.graphs.chart.segments.values()):
            for owner in segment.owners:
                values.setdefault(owner, []).append(segment.value.strip())
        return {owner: tuple(filter(None, owned)) for owner, owned in values.items()}


def in_words(id: str) -> str:
    """An id nobody has a title for, as a reader may see it."""
    return " ".join(id.replace("_", " ").split())


def _interval(segment: Segment) -> str:
    """The bounds of a segment of sizes."""
    lowest, below = (None if bound is None else spoken(bound) for bound in (segment.lowest, segment.below))
    if lowest is not None and below is not None:
        return f"{lowest}–{below}"
    if lowest is not None:
        return _("{amount} and more").format(amount=lowest)
    return "" if below is None else _("below {amount}").format(amount=below)


def _holders(people: tuple[Person, ...]) -> str:
    """The names of those who hold a seat; of more than two the first, and how many others."""
    if len(people) == 1:
        return people[0].name.strip()
    held_by = [name for person in people if (name := person.name.strip())]
    others = len(held_by) - 1
    if others < 2:
        return ", ".join(held_by)
    return ngettext("{first} and {count} other", "{first} and {count} others", others).format(
        first=held_by[0], count=others
    )


def _title(role: Role) -> str:
    """The title of a role; of one that has none but its id, the id in words."""
    title = role.title.strip()
    return (in_words(role.id) or _("Seat")) if title in {"", role.id.strip()} else title


def listed(names: tuple[str, ...], count: int = 0) -> str:
    """Names with commas; of a long list the first ones and how many more there are, of ``count`` when they are many."""
    count = max(count, len(names))
    if count <= MOST_NAMES:
        return ", ".join(names)
    more = count - MOST_NAMES + 1
    shown = ", ".join(names[: MOST_NAMES - 1])
    return ngettext("{names} and {count} more", "{names} and {count} more", more).format(names=shown, count=more)
