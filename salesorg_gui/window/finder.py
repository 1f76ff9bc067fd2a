"""Find: what answers lights up on the canvas, and one goes from one to the next."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from salesorg_gui.canvas.view import ChartView
from salesorg_gui.catalogue.query import parse
from salesorg_gui.catalogue.searching import Search
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.layout.layout import ViewKind
from salesorg_gui.panels.find_bar import FindBar
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.rules.finding import Findings

PAUSE_MS = 40
"""So long nobody types before it is looked for."""

type GoToKey = Callable[[Key], object]


class Finder(QObject):
    """Owns the bar of Find. It looks again whenever the plan, the findings or the view differ."""

    def __init__(self, ground: Ground, canvas: ChartView, go: GoToKey) -> None:
        super().__init__(canvas)
        self._ground, self._canvas, self._go = ground, canvas, go
        self._search = Search()
        self._findings = Findings()
        self._words: Mapping[Key, str] | None = None
        self._found: list[Key] = []
        self._at = -1
        self.bar = FindBar(canvas, ground.look)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.look)
        self.bar.asked.connect(self._begin)
        self.bar.left.connect(self.close)
        self.bar.hidden.connect(self._pause.stop)
        self.bar.field.stepped.connect(lambda is_back: self.step(-1 if is_back else 1))
        ground.session.changed.connect(lambda _change: self._look_soon())

    @property
    def found(self) -> tuple[Key, ...]:
        """What answers, as one reads the chart."""
        return tuple(self._found)

    def open(self) -> None:
        """Show the bar; what was asked for before is there to be typed over."""
        self.bar.open()
        self.look()

    def close(self) -> bool:
        """Put the bar away and let nothing shine; whether there was something to put away."""
        if not self.bar.is_open:
            return False
        self._pause.stop()
        holder = QApplication.focusWidget()
        had_focus = holder is not None and self.bar.isAncestorOf(holder)
        self._found, self._at = [], -1
        self._canvas.show_lit(frozenset())
        if had_focus:
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.bar.hide()
        return True

    def step(self, by: int) -> None:
        """Go to the next thing found, or the one before; round and round."""
        if not self.bar.is_open:
            self.open()
        if self._pause.isActive():
            self.look()
        if not self._found:
            return
        if self._at < 0:
            self._at = 0 if by > 0 else len(self._found) - 1
        else:
            self._at = (self._at + by) % len(self._found)
        self._go(self._found[self._at])
        self._count()

    def select_all(self) -> None:
        """Select everything found."""
        if self._pause.isActive():
            self.look()
        if self.bar.is_open and self._found:
            self._ground.session.selection.select(self._found)
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow_view(self) -> None:
        """The chart is looked at in another way."""
        self._look_soon()

    def follow_findings(self, found: Findings) -> None:
        """What the rules found can be looked for too."""
        self._findings, self._words = found, None
        self._look_soon()

    def look(self) -> None:
        """Look for what is typed, and let it shine. What one had gone to stays the one to go on from."""
        self._pause.stop()
        if not self.bar.is_open:
            return
        current = self._found[self._at] if 0 <= self._at < len(self._found) else None
        query = parse(self.bar.field.text())
        if self._words is None:
            self._words = _words_of(self._findings)
        keys = self._search.find(query, self._ground.chart, self._ground.catalogue, self._words)
        self._found = self._in_sight(keys)
        self._at = self._found.index(current) if current in self._found else -1
        self._canvas.show_lit(frozenset(self._found))
        self._count(query.problem)

    def _begin(self) -> None:
        self._at = -1
        self._look_soon()

    def _look_soon(self) -> None:
        if self.bar.isVisible():
            self._pause.start()

    def _in_sight(self, keys: list[Key]) -> list[Key]:
        """Those this view shows, or would when a branch is unfolded, in reading order."""
        picture = self._canvas.picture
        shows_frames = picture.view is ViewKind.BOARD
        placed = []
        for key in keys:
            rect = picture.bounds(key)
            if rect is not None:
                placed.append((rect.y, rect.x, key))
            elif key.kind is Kind.SEAT or shows_frames:
                placed.append((float("inf"), 0.0, key))
        return [key for _y, _x, key in sorted(placed)]

    def _count(self, problem: str = "") -> None:
        count = len(self._found)
        if problem or not self.bar.field.text().strip():
            text = ""
        elif not count:
            text = _("Nothing found")
        elif self._at < 0:
            text = ngettext("{count} found", "{count} found", count).format(count=count)
        else:
            text = _("{number} of {count}").format(number=self._at + 1, count=count)
        self.bar.show_count(text, problem, can_step=bool(count))


def _words_of(found: Findings) -> Mapping[Key, str]:
    """What is said of each record; put into words when somebody looks for something, not at every change."""
    return {
        key: " | ".join(f"{one.severity} {one.title} {one.message}" for one in about)
        for key, about in found.by_key.items()
    }
