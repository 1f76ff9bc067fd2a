"""What can be done with slides: keep what one sees, look at it again, put in order, and present."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QMenu

from salesorg_gui.domain.change import Change
from salesorg_gui.domain.edits.slides import AddSlide, MoveSlide, RemoveSlide, ReviseSlide, place_of
from salesorg_gui.domain.ids import SlideId
from salesorg_gui.domain.slides import Slide
from salesorg_gui.i18n import _
from salesorg_gui.panels.text import caption
from salesorg_gui.window import slide_views
from salesorg_gui.window.presenter import Presenter, stage_screen
from salesorg_gui.window.slides_panel import SlidesPanel

if TYPE_CHECKING:
    from salesorg_gui.window.actions import Command
    from salesorg_gui.window.main_window import MainWindow


class SlideCommands(QObject):
    """Keeps the slides panel in step with the plan; ``presented`` tells that a presentation begins or ends."""

    presented = Signal(bool)

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._session = window, window.parts.ground.session
        self.panel = SlidesPanel(window.parts.ground, window.parts.switch)
        self.presenter: Presenter | None = None
        window.frame.take_slides(self.panel)
        self._menu = QMenu(self.panel)
        self._menu.setObjectName("slide_menu")
        self._fill_menu()
        panel = self.panel
        panel.added.connect(self.add)
        panel.presented.connect(self.present_from)
        panel.closed.connect(lambda: self._show_panel(wanted=False))
        panel.noted.connect(lambda id, note: self._revise(id, note=note))
        panel.rows.renamed.connect(lambda id, title: self._soon(lambda: self._revise(id, title=title)))
        panel.rows.moved.connect(lambda id, place: self._soon(lambda: self._move(id, place)))
        panel.list.shown.connect(self._look)
        panel.list.removed.connect(self.remove)
        panel.list.menu_wanted.connect(self._ask)
        self._session.changed.connect(self._follow)
        panel.show_plan(self._session.plan)
        panel.hide()

    def by_action(self) -> dict[str, "Command"]:
        """What the actions about slides do."""
        return {
            "present": self.present,
            "present_from": self.present_from,
            "add_slide": self.add,
            "show_slides": lambda: self._show_panel(wanted=self._window.actions_table["show_slides"].isChecked()),
        }

    def add(self) -> None:
        """Keep what the canvas shows as a slide after the one that is on, and let its title be typed."""
        slide = slide_views.seen(self._window)
        current = self.panel.list.current
        place = None if current is None else place_of(self._session.plan, current.id)
        self._show_panel(wanted=True)
        if self._session.perform(AddSlide(slide, None if place is None else place + 1)):
            self.panel.pick(slide.id)
            self.panel.list.setFocus()
            self.panel.list.rename()

    def remove(self, slide: str) -> None:
        """Take a slide out of the plan."""
        self._session.perform(RemoveSlide(SlideId(slide)))

    def present(self) -> None:
        """Present from the first slide on, or end the presentation."""
        self._present(0)

    def present_from(self) -> None:
        """Present from the slide that is on in the list."""
        current = self.panel.list.current
        place = place_of(self._session.plan, current.id) if current is not None else None
        self._present(place or 0)

    def close(self) -> None:
        """End what is being presented."""
        if self.presenter is not None:
            self.presenter.close()

    def _present(self, place: int) -> None:
        if self.presenter is not None:
            self.presenter.close()
            return
        window = self._window
        self.presenter = Presenter(window.parts.ground, window.parts.switch, slide_views.whole(window))
        self.presenter.set_reduced_motion(window.parts.settings.settings.reduced_motion)
        self.presenter.left.connect(self._end)
        self.presenter.present(stage_screen(window))
        self.presenter.show_place(place)
        self.presented.emit(True)

    def _end(self, slide: Slide) -> None:
        presenter, self.presenter = self.presenter, None
        if presenter is not None:
            presenter.deleteLater()
        self.panel.pick(slide.id)
        self._window.activateWindow()
        self.presented.emit(False)

    def _follow(self, change: Change) -> None:
        if change.plan.slides is not change.plan_before.slides or self.panel.isVisible():
            self.panel.show_plan(change.plan)

    def _look(self, slide: str) -> None:
        place = place_of(self._session.plan, SlideId(slide))
        if place is not None:
            slide_views.show(self._window, self._session.plan.slides[place])

    def _show_panel(self, *, wanted: bool) -> None:
        self._window.actions_table["show_slides"].setChecked(wanted)
        self.panel.setVisible(wanted)
        if wanted:
            self.panel.show_plan(self._session.plan)

    def _revise(self, slide: str, **values: str) -> None:
        place = place_of(self._session.plan, SlideId(slide))
        if place is not None:
            self._session.perform(ReviseSlide(replace(self._session.plan.slides[place], **values)))  # type: ignore[arg-type]

    def _move(self, slide: str, place: int) -> None:
        self._session.perform(MoveSlide(SlideId(slide), place))

    def _update(self) -> None:
        """Let the slide that is on show what the canvas shows."""
        current = self.panel.list.current
        if current is not None:
            now = slide_views.seen(self._window)
            words = replace(now, id=current.id, title=current.title, note=current.note, extra=current.extra)
            self._session.perform(ReviseSlide(words))

    def _spotlight(self) -> None:
        """Let the spotlight of the slide that is on fall on the selection, or on everything without one."""
        current = self.panel.list.current
        if current is not None:
            keys = tuple(sorted(self._session.selection.keys))
            self._session.perform(ReviseSlide(replace(current, spotlight=keys)))
            self._look(current.id)

    def _remove_current(self) -> None:
        if (current := self.panel.list.current) is not None:
            self.remove(current.id)

    def _ask(self, spot: QPoint) -> None:
        self._menu.popup(spot)

    def _fill_menu(self) -> None:
        for id, text, deed in (
            ("present", _("Present from this slide"), self.present_from),
            ("rename", _("Rename"), self.panel.list.rename),
            ("update", _("Show what you see now"), self._update),
            ("spotlight", _("Spotlight on the selection"), self._spotlight),
            ("remove", _("Remove"), self._remove_current),
        ):
            action = self._menu.addAction(caption(text))
            action.setObjectName(f"slide_{id}")
            action.triggered.connect(lambda _on=False, deed=deed: deed())

    def _soon(self, deed: Callable[[], object]) -> None:
        """Do it when the list is through with what it is doing: the plan it lists is about to change."""
        QTimer.singleShot(0, self, deed)
