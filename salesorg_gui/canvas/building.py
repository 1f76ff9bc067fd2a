"""What the keys build: cards beside, under and above, frames around, copies, order."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from salesorg_gui.canvas.card_field import Then
from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.canvas.keys.draft import Draft
from salesorg_gui.canvas.keys.drafts import Drafts
from salesorg_gui.canvas.keys.frame_drafts import Copies
from salesorg_gui.canvas.keys.shifts import shift_of
from salesorg_gui.canvas.keys.walk import EDGES
from salesorg_gui.canvas.steps import Direction
from salesorg_gui.canvas.typed_surface import TypedSurface
from salesorg_gui.domain.edits.building import Demote, DissolvePods, Promote
from salesorg_gui.domain.edits.duplicating import duplicating
from salesorg_gui.domain.ids import Key, Kind, PodId, SeatId
from salesorg_gui.i18n import _, ngettext

DIGITS = "123456789"


class Building(QObject):
    """Acts from the card that has the focus. ``hint`` is for the status line: why a key did nothing, or how many."""

    hint = Signal(str)

    def __init__(self, surface: TypedSurface) -> None:
        super().__init__(surface)
        self._surface, self._session = surface, surface.session
        self._count = ""
        surface.typed.connect(self._go_on)

    @property
    def focus(self) -> Key | None:
        """What the keys act from, as far as it is still there."""
        focus = self._session.selection.focus
        return focus if focus is not None and self._session.chart.record(focus) is not None else None

    def add_report(self) -> None:
        """A card under the focus; the first of an empty chart."""
        self._type(self._drafts.report_of(self.focus))

    def add_peer(self) -> None:
        """A card beside the focus; the first of an empty chart."""
        self._type(self._drafts.peer_of(self.focus))

    def add_above(self) -> None:
        """A manager above the focus."""
        draft = self._drafts.above(self.focus, self._session.selection.keys)
        self._type(draft, _("Select the seat that is to get a manager."))

    def add_source(self) -> None:
        """A lead source that feeds the focus."""
        self._type(self._drafts.feeding(self.focus))

    def retype(self, key: Key | None = None) -> None:
        """Type on a card or the name of a frame."""
        self._type(self._drafts.on(key or self.focus), _("Select a card or a frame first."))

    def enclose(self) -> None:
        """A new pod around the selected seats."""
        self._type(self._drafts.around(self._keys_in_order()), _("Select the seats of the new pod first."))

    def dissolve(self) -> None:
        """Take the frames of the selected pods, or of the pods the selected seats stand in, away."""
        chart = self._session.chart
        names = [PodId(key.id) for key in self._session.selection.keys if key.kind is Kind.POD]
        if not names:
            seats = [chart.seats[SeatId(key.id)] for key in self._session.selection.keys if key.id in chart.seats]
            names = [seat.pod for seat in seats if seat.pod is not None and seat.pod in chart.pods]
        members = [Key(Kind.SEAT, seat.id) for name in names for seat in chart.members.get(name, ())]
        if self._session.perform(DissolvePods(tuple(names))):
            self._select(members)

    def duplicate(self) -> None:
        """A copy beside what is selected; as many as the digits that were typed before."""
        count, self._count = int(self._count or "1"), ""
        edit = duplicating(self._session.chart, self._session.selection.keys, count)
        if edit is not None and self._session.perform(edit):
            self._select(edit.keys)

    def duplicate_often(self) -> None:
        """Ask how many copies there shall be."""
        focus = self.focus
        if focus is None or focus.kind in EDGES:
            self.hint.emit(_("Select what is to be copied first."))
            return
        self._type(Copies(self._session.chart, self._session.selection.keys, focus))

    def promote(self) -> None:
        """Let the focus report to the manager of its manager."""
        self._level(Promote)

    def demote(self) -> None:
        """Let the focus report to the colleague before it."""
        self._level(Demote)

    def shift(self, way: Direction) -> None:
        """Move the focus along its row, to the next pod, or to another level."""
        focus = self.focus
        if focus is None:
            return
        picture = self._surface.picture
        edit = shift_of(self._session.chart, picture.layout, self._session.selection.keys, focus, way)
        if edit is None:
            self.hint.emit(_("There is no further place that way."))
        elif self._session.perform(edit):
            self._surface.reveal([focus])

    def count_with(self, digit: str) -> None:
        """A digit that says how many copies the next duplicate makes."""
        if self._count or digit in DIGITS:
            self._count = (self._count + digit)[-2:]
            count = int(self._count)
            said = ngettext("{count} copy with Ctrl+D", "{count} copies with Ctrl+D", count)
            self.hint.emit(said.format(count=count))

    def forget_count(self) -> None:
        """No digits any more."""
        self._count = ""

    @property
    def _drafts(self) -> Drafts:
        self.forget_count()
        self._surface.finish_typing()
        return Drafts(self._session.chart, self._surface.picture.layout, self._surface.words)

    def _type(self, draft: Draft | None, otherwise: str = "") -> None:
        if draft is not None:
            self._surface.type_on(draft)
        else:
            self.hint.emit(otherwise)

    def _level(self, edit: type[Promote] | type[Demote]) -> None:
        focus = self.focus
        if focus is not None and focus.kind is Kind.SEAT and self._session.perform(edit(SeatId(focus.id))):
            self._surface.reveal([focus])

    def _select(self, keys: Iterable[Key]) -> None:
        keys = tuple(keys)
        self._session.selection.select(keys, keys[0] if keys else None)
        self._surface.show_keyboard()
        self._surface.reveal(keys)

    def _keys_in_order(self) -> tuple[Key, ...]:
        focus, keys = self.focus, self._session.selection.keys
        return (focus, *sorted(keys - {focus})) if focus in keys and focus is not None else tuple(sorted(keys))

    @guarded(None)
    def _go_on(self, key: Key, then: Then) -> None:
        """A card was taken: on to the next one."""
        match then:
            case Then.REPORT:
                self._type(self._drafts.report_of(self._source_of_reports(key)))
            case Then.PEER:
                self._type(self._drafts.peer_of(key))
            case Then.ABOVE:
                self._type(self._drafts.above(key, ()))
            case Then.STAY:
                pass

    def _source_of_reports(self, key: Key) -> Key:
        """Behind a new pod's name comes a report of its lead, when it has one."""
        pod = self._session.chart.pods.get(PodId(key.id)) if key.kind is Kind.POD else None
        lead = pod.lead if pod is not None else None
        return Key(Kind.SEAT, lead) if lead is not None and lead in self._session.chart.seats else key
