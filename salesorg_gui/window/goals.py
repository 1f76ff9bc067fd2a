"""What one can go to: commands, what can be added, charts, everything on the chart, files opened lately.

Each source is a callable that lists its goals; whoever has more to go to adds a source.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.role_names import names_of
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, RoleId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Seat, Status
from salesorg_gui.i18n import _
from salesorg_gui.panels.naming import (
    place_of,
    pod_title,
    seat_title,
    segment_title,
    source_title,
    status_title,
)
from salesorg_gui.panels.palette_entries import PURPOSE_ICONS, Entry, EntryKind
from salesorg_gui.panels.picker import Pick
from salesorg_gui.window.action_spec import ActionSpec
from salesorg_gui.window.actions import Actions
from salesorg_gui.window.key_names import said

type Deed = Callable[[], object]
type GoToKey = Callable[[Key], object]

FROM_SELECTION = frozenset({"cut", "copy", "duplicate", "delete", "fit_selection"})


@dataclass(frozen=True, slots=True)
class Goal:
    """A row of the field, told apart by its id; ``deed`` is what taking it does."""

    id: str
    pick: Pick
    deed: Deed
    also: tuple[str, ...] = ()


type Source = Callable[[], Sequence[Goal]]


def commands(specs: Sequence[ActionSpec], titles: Mapping[str, str], actions: Actions) -> list[Goal]:
    """Every command with its menu and its key; one that cannot be done now says why."""
    return [_command(spec, titles, actions) for spec in specs]


def _command(spec: ActionSpec, titles: Mapping[str, str], actions: Actions) -> Goal:
    action = actions[spec.id]
    text = action.text().replace("&&", "&").removesuffix("…")
    menu = titles.get(spec.menu, "").replace("&", "")
    detail = _("{menu} · on").format(menu=menu) if action.isChecked() else menu
    keys = said(spec.keys[0]) if spec.keys else ""
    reason = "" if action.isEnabled() else why_not(spec, action.statusTip())
    pick = Pick(text, detail, spec.icon, keys, reason=reason)
    return Goal(f"action:{spec.id}", pick, action.trigger, (spec.tip, menu))


def why_not(spec: ActionSpec, tip: str) -> str:
    """Why a command cannot be done now."""
    if spec.id in FROM_SELECTION:
        return _("Select something first.")
    if spec.id in {"undo", "redo"}:
        return tip
    if spec.id == "remove_chart":
        return _("The only chart stays.")
    return _("Not now.")


def additions(catalogue: Catalogue, add: Callable[[Entry], object]) -> list[Goal]:
    """What the palette offers, roles first; taking it adds it where the selection is."""
    goals = []
    for role in catalogue.roles.values():
        entry = Entry(EntryKind.ROLE, role.title, role.id)
        icon = PURPOSE_ICONS[role.purpose]
        goals.append(_addition(entry, icon, _("Add seat"), add, names_of(role)))
    for title, value, icon in ((_("Pod"), "pod", "square-dashed"), (_("Segment"), "segment", "layers")):
        goals.append(_addition(Entry(EntryKind.FRAME, title, value), icon, _("Add"), add))
    for channel in catalogue.channels.values():
        entry = Entry(EntryKind.SOURCE, channel.title, f"{channel.lane}:{channel.id}")
        goals.append(_addition(entry, "megaphone", _("Add lead source"), add))
    return goals


def _addition(entry: Entry, icon: str, detail: str, add: Callable[[Entry], object], names: str = "") -> Goal:
    pick = Pick(entry.text, detail, icon)
    return Goal(f"add:{entry.kind}:{entry.value}", pick, lambda: add(entry), (names, detail))


def charts(plan: Plan, current: str, show: Callable[[str], object]) -> list[Goal]:
    """The charts of the plan."""
    goals = []
    for chart in plan.charts_in_order:
        detail = _("Chart · on show") if chart.id == current else _("Chart")
        pick = Pick(chart.title, detail, "columns-3")
        goals.append(Goal(f"chart:{chart.id}", pick, partial(show, chart.id), (_("Chart"),)))
    return goals


def files(paths: Sequence[str], open_path: Callable[[Path], object]) -> list[Goal]:
    """The files opened lately."""
    goals = []
    for path in map(Path, paths):
        pick = Pick(path.stem, str(path.parent), "file-text")
        goals.append(Goal(f"file:{path}", pick, partial(open_path, path), (_("Open recent"),)))
    return goals


class Records:
    """Everything that stands on the chart. What did not change since it was last asked for is not named anew."""

    def __init__(self, go: GoToKey) -> None:
        self._go = go
        self._kept: dict[int, tuple[Seat, str, Goal]] = {}
        self._names: dict[RoleId, str] = {}
        self._catalogue: Catalogue | None = None

    def goals(self, chart: Chart, catalogue: Catalogue) -> list[Goal]:
        """Seats, pods, segments and lead sources, in this order."""
        if catalogue is not self._catalogue:
            self._catalogue = catalogue
            self._kept, self._names = {}, {}
        return [*self._seats(chart, catalogue), *self._frames(chart), *self._sources(chart, catalogue)]

    def _seats(self, chart: Chart, catalogue: Catalogue) -> Iterator[Goal]:
        before, self._kept = self._kept, {}
        for seat in chart.seats.values():
            place = place_of(chart, seat)
            known = before.get(id(seat))
            if known is None or known[1] != place:
                known = (seat, place, self._seat(seat, place, catalogue))
            self._kept[id(seat)] = known
            yield known[2]

    def _seat(self, seat: Seat, place: str, catalogue: Catalogue) -> Goal:
        role = catalogue.role(seat.role)
        if role.id not in self._names:
            self._names[role.id] = f"{role.title} | {names_of(role)}"
        title = seat_title(seat, catalogue)
        who = seat.holder or (status_title(seat.status) if seat.status is not Status.FILLED else "")
        name = " · ".join(filter(None, (title, who)))
        also = (self._names[role.id], place, seat.location, seat.code, seat.department)
        pick = Pick(name, place, PURPOSE_ICONS[role.purpose])
        return self._goal(Key(Kind.SEAT, seat.id), pick, *filter(None, also))

    def _frames(self, chart: Chart) -> Iterator[Goal]:
        for pod in chart.pods.values():
            frame = chart.frame_of(pod)
            place = segment_title(chart.segments[frame]) if frame is not None else ""
            detail = " · ".join(filter(None, (_("Pod"), place)))
            yield self._goal(Key(Kind.POD, pod.id), Pick(pod_title(pod), detail, "square-dashed"), detail)
        for segment in chart.segments.values():
            pick = Pick(segment_title(segment), _("Segment"), "layers")
            yield self._goal(Key(Kind.SEGMENT, segment.id), pick, pick.detail)

    def _sources(self, chart: Chart, catalogue: Catalogue) -> Iterator[Goal]:
        for source in chart.sources.values():
            pick = Pick(source_title(source, catalogue), _("Lead source"), "megaphone")
            yield self._goal(Key(Kind.SOURCE, source.id), pick, pick.detail)

    def _goal(self, key: Key, pick: Pick, *also: str) -> Goal:
        return Goal(f"{key.kind}:{key.id}", pick, partial(self._go, key), also)
