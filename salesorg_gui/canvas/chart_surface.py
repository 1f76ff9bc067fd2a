"""A surface with a chart on it, that follows the session: what stands where, what is picked, what was found."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from salesorg_gui.canvas.announcing import announce
from salesorg_gui.canvas.camera import Camera
from salesorg_gui.canvas.glide import GLIDE_MS, MOST, Glide, ways_home
from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.canvas.hand import Hand
from salesorg_gui.canvas.keeping import AT_REST, drift, ways_on_screen
from salesorg_gui.canvas.picture import Picture
from salesorg_gui.canvas.reaches import Reaches
from salesorg_gui.canvas.seen_chart import SeenChart
from salesorg_gui.canvas.showing import Showing
from salesorg_gui.canvas.spoken import described
from salesorg_gui.canvas.switching import SWITCH_MS, Fade, first_sight, kept_in_place, ways_between
from salesorg_gui.canvas.update import Update
from salesorg_gui.canvas.upper_rooms import upper_rooms
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.change import Change
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key
from salesorg_gui.domain.plan import Plan
from salesorg_gui.drawing.theme import Theme
from salesorg_gui.i18n import _
from salesorg_gui.layout.flow_parts import Gap, Lanes
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Layout, ViewKind
from salesorg_gui.session.session import Session

if TYPE_CHECKING:
    from salesorg_gui.canvas.outlook import Outlook


class ChartSurface(SeenChart):
    """``status`` tells what letting go would do, and is empty when nothing is held.

    ``edit_requested`` asks for the text of a record to be edited, ``context_requested`` for a menu at a spot of the
    screen, over a key or nothing. ``finding_wanted`` asks what was found about a key, whose badge was pressed.
    """

    status = Signal(str)
    edit_requested = Signal(object)
    context_requested = Signal(QPoint, object)
    finding_wanted = Signal(object)

    def __init__(self, session: Session, catalogue: Catalogue, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, Picture(catalogue), theme, parent)
        self.setObjectName("chart-view")
        self.setAccessibleName(_("Chart"))
        self._hand = Hand(session, self._picture, catalogue, self._show)
        self._glide = Glide(self._refresh, self)
        self._fade: Fade | None = None
        self._outlook: Outlook | None = None
        self._is_keyboard = False
        self._note = ""
        self._picture.follow(Change(Chart(), session.chart, Plan(), session.plan))
        self._opened = session.plan
        session.changed.connect(self._follow)
        session.file_changed.connect(self._follow_file)
        session.selection.changed.connect(self._follow_selection)

    def use_catalogue(self, catalogue: Catalogue) -> None:
        """Speak another language, or know a plan's own roles."""
        self._hand.cancel()
        self._hand.catalogue = catalogue
        self._show(self._picture.use_catalogue(catalogue))
        self._layers.forget_far()

    def show_view(self, view: ViewKind, lanes: Lanes | None = None) -> None:
        """Look at the chart in another way, or at other lanes of its handoffs.

        A card with the focus that could be read stays where it is on the screen; else all of it comes into sight.
        """
        if view is self._picture.view and lanes is None:
            return
        self._hand.cancel()
        self._hand.leave()
        before, camera, seen = self._picture.layout, self._camera, self._snapshot()
        near = self._near_cards()
        update = self._picture.show_view(view, lanes)
        self._show(update)
        if update:
            self._layers.forget_far()
            self._settle_view(before, camera, seen, near)

    def fill_gaps(self, gaps: Iterable[Gap]) -> None:
        """Add who is missing, in one step; the new seats are selected."""
        from salesorg_gui.canvas.landings.gaps import filled  # noqa: PLC0415 -- not before somebody asks

        edit, seats = filled(gaps, self._session.chart, self._hand.catalogue)
        if edit is not None and self._session.perform(edit):
            self._session.selection.select(seats)
            self.reveal(seats)

    @property
    def is_held(self) -> bool:
        """Whether a hand holds something, or is about to."""
        return self._hand.is_busy

    def fit(self) -> None:
        """Show all of it."""
        super().fit()
        self._clear_heads(self._layers.bounds)

    def fit_selection(self) -> None:
        """Show what is selected as large as it fits; all of it when nothing is."""
        rect = self.room_of(self._session.selection.keys)
        self.fit_rect(rect.grown(48.0) if rect is not None else self._layers.bounds)

    def reveal(self, keys: Iterable[Key]) -> None:
        """Move as little as need be for these to be seen."""
        rect = self.room_of(keys)
        if rect is not None:
            size = self.viewport().size()
            self.look(self.camera.revealing(rect, size.width(), size.height()))

    def set_reduced_motion(self, wanted: bool) -> None:
        """Let cards stand at once where they belong instead of gliding there."""
        self._glide.stop()
        self._end_fade()
        self._glide.duration = 0 if wanted else GLIDE_MS

    def set_reaches(self, reaches: Reaches) -> None:
        """Let things be hit, pulled and carried as a mouse or as a finger needs it."""
        self._hand.reaches = reaches
        self._refresh()

    @guarded(None)
    def _follow(self, change: Change) -> None:
        """Show what the change led to. A hand that holds something lets go first: what it holds may be gone."""
        change = _told_from(self._picture.chart, change)
        self._hand.cancel()
        was_empty = not (change.before.seats or change.before.pods or change.before.segments)
        before, focus = self._picture.layout, self._session.selection.focus
        update = self._picture.follow(change)
        picked = self._show_picked()
        self._shine(self._light.within(change.after))
        self._hand.leave()
        self._show(picked)
        self._show(update, are_wires_touched=bool(change.lines or change.handoffs))
        if change.is_other_chart or (was_empty and _have_several_come(change)):
            self._glide.stop()
            self.fit()
        else:
            self._settle(update, before, [focus])

    @guarded(None)
    def _follow_file(self) -> None:
        """Show all of a document that was just opened; saving one is no reason to look elsewhere."""
        session = self._session
        if session.undo_label is None and session.redo_label is None and session.plan is not self._opened:
            self._glide.stop()
            self.fit()
        self._opened = session.plan

    @guarded(None)
    def _follow_selection(self) -> None:
        self._show(self._show_picked())
        focus = self._session.selection.focus
        announce(self, described(self._session.chart, focus, self._hand.catalogue) if focus is not None else "")

    def _settle(self, update: Update, before: Layout, keys: Iterable[Key | None]) -> None:
        """Let cards glide to their places; the first of the keys that is seen stays where it is on the screen."""
        size, layout = self.viewport().size(), self._picture.layout
        ways = ways_home(update, self._hand.let_go, layout)
        by = drift(before, layout, keys, self._camera.seen(size.width(), size.height()))
        if layout.view is before.view is ViewKind.REPORTING and by != AT_REST:
            self.look(replace(self._camera, x=self._camera.x + by.x, y=self._camera.y + by.y))
            seen = () if update.along else self._picture.cards_in(self._camera.seen(size.width(), size.height()))
            ways = ways_on_screen(ways, by, [(key, layout.cards[key]) for key in seen])
        self._glide.start({} if update.along else ways)  # an eye could not follow that many

    def _snapshot(self) -> QPixmap | None:
        """What is seen, if it may fade."""
        return self.viewport().grab() if self._glide.duration and self.isVisible() else None

    def _near_cards(self) -> list[Key]:
        """The cards in sight."""
        return list(self._picture.cards_in(self._camera.seen(*self._size()))) if self._glide.duration else []

    def _settle_view(self, before: Layout, was: Camera, seen: QPixmap | None, near: Iterable[Key]) -> None:
        """Look where the eye was, or at the whole; let few cards glide there, and many fade from what was seen."""
        after, focus = self._picture.layout, self._session.selection.focus
        screen = Rect(0.0, 0.0, *self._size())
        kept = kept_in_place(before, after, focus, was, screen)
        if kept is not None:
            self.look(kept)
        else:
            part = first_sight(self._picture.layout, self._layers.bounds, screen)
            self.fit_rect(part)
            self._clear_heads(part)
        self._end_fade()
        ways = ways_between(before, after, was, self._camera, screen, [*near, *self._near_cards()])
        if len(ways) <= MOST:
            self._glide.start(ways, SWITCH_MS)
        elif seen is not None:
            self._fade = Fade(self.viewport(), seen, self._end_fade)

    def _clear_heads(self, part: Rect) -> None:
        """Show a part that was fitted below the headers of columns, which are as large at every zoom."""
        flow = self._picture.layout.flow
        if flow is not None and flow.columns:
            from salesorg_gui.canvas.flow_heads import below_heads  # noqa: PLC0415 -- loaded with the Handoffs view

            self.look(below_heads(self._camera, part, *self._size()))

    def _end_fade(self) -> None:
        fade, self._fade = self._fade, None
        if fade is not None:
            fade.end()

    def _marked(self) -> tuple[frozenset[Key], Key | None]:
        """What wears a ring, and the one among it the keyboard acts on."""
        return self._session.selection.keys, self._session.selection.focus

    def _refresh(self) -> None:
        """Show the hand, the picks and what glides as they are now, painting no more than differs."""
        hand, (keys, focus) = self._hand, self._marked()
        before = self._layers.showing
        staging = hand.staging if self._outlook is None else self._outlook.staging
        shifts = self._glide.shifts
        is_keyboard, port = self._is_keyboard, hand.reaches.port
        now = Showing(
            staging, hand.hovered, hand.port, keys, focus, is_keyboard, shifts, self._light, port, self._outlook
        )
        self._layers.showing = now
        if before.lower != now.lower:
            self._repaint_chart(before, now)
        if before != now:
            self.repaint_upper(upper_rooms(before, now, self._picture, self.camera, self._size()))
        if staging.landing.note != self._note:
            self._note = staging.landing.note
            self.status.emit(self._note)


def _have_several_come(change: Change) -> bool:
    """Whether more than one thing came that has a place: counted, not named, since it may be all of a company."""
    parts = (change.seats, change.pods, change.segments, change.sources)
    return sum(len(part.added) for part in parts) > 1


def _told_from(shown: Chart, change: Change) -> Change:
    """The step from the chart on the screen: a preview, or after one ended early, what the change leads to."""
    if shown is change.before:
        return change
    from salesorg_gui.canvas.keys.draft import sharing  # noqa: PLC0415 -- not before something else is shown

    return Change(sharing(shown, change.after), change.after, change.plan_before, change.plan)
