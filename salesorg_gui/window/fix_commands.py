"""Settling findings: what is proposed for one, seen on the chart before it is done, and done with one key."""

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from salesorg_gui.domain.ids import Key
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.text import caption
from salesorg_gui.rules.finding import Finding, Findings
from salesorg_gui.rules.remedies.remedy import Remedy
from salesorg_gui.window.actions import Command
from salesorg_gui.window.main_window import MainWindow
from salesorg_gui.window.remedy_search import RemedySearch

MANY = 500
"""On charts of more seats looking takes long enough to say so."""
FOOT = 16
"""The choice stands so far above the foot of the chart."""


class FixCommands(QObject):
    """Works on the finding that is picked in the list, or that the selection wears."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._choice: QMenu | None = None
        self._asked: Finding | None = None
        self.search = RemedySearch(window.parts.ground, self)

    def by_action(self) -> dict[str, Command]:
        """The command behind each action."""
        return {"fix": self.fix}

    def fix(self) -> None:
        """Do what is proposed for the finding at hand; where there are several ways, or one brings an error, ask."""
        finding = self.at_hand()
        if finding is None:
            self._say(_("Select something with a finding first."))
        else:
            self.settle(finding)

    def settle(self, finding: Finding) -> None:
        """The same for a certain finding."""
        asked, self._asked = self._asked, finding
        if asked is finding and self.search.is_busy:
            return
        if len(self._ground.session.chart.seats) > MANY:
            self._say(_("Looking for ways to fix it …"))
        self.search.look(finding, lambda ways: self._offer(finding, ways))

    def finish(self) -> None:
        """Wait for what is being looked for, and offer it."""
        self.search.finish()

    def close(self) -> None:
        """Look for nothing more."""
        self.search.close()

    def _offer(self, finding: Finding, ways: tuple[Remedy, ...]) -> None:
        if not ways:
            self._say(_("To decide: {fix}").format(fix=finding.fix))
        elif len(ways) == 1 and not ways[0].errors:
            self.do(ways[0])
        else:
            self._ask(ways)

    def at_hand(self) -> Finding | None:
        """The finding picked in the list, when the selection wears it; else the worst the selection wears."""
        found, keys = self._window.examiner.findings, self._ground.session.selection.keys
        picked = self._window.surface.findings.current
        if picked is not None and picked in found.found and (not keys or not keys.isdisjoint(picked.keys)):
            return picked
        return next(iter(_worn(found, keys)), None)

    def do(self, remedy: Remedy) -> None:
        """Do it, and say so."""
        if self._ground.session.perform(remedy.edit):
            self._say(_("Done: {step}").format(step=remedy.label))

    def _ask(self, ways: tuple[Remedy, ...]) -> None:
        """Let one be chosen; the one pointed at is seen on the chart."""
        canvas = self._window.surface.canvas
        if self._choice is not None:
            self._choice.deleteLater()
        menu = self._choice = QMenu(canvas)
        menu.setObjectName("fix_menu")
        menu.setAccessibleName(_("Ways to fix it"))
        for number, remedy in enumerate(ways):
            action = menu.addAction(caption(told(remedy)))
            action.setObjectName(f"remedy_{number}")
            action.setData(number)
            action.triggered.connect(lambda _on=False, remedy=remedy: self.do(remedy))
        menu.hovered.connect(lambda action: canvas.show_preview(_remedy(action, ways).edit, with_note=False))
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, canvas, lambda: canvas.show_preview(None)))
        menu.popup(self._stand(menu))
        menu.setActiveAction(menu.actions()[0])

    def _stand(self, menu: QMenu) -> QPoint:
        """At the foot of the chart, where it hides least of what is shown."""
        viewport = self._window.surface.canvas.viewport()
        size, room = menu.sizeHint(), viewport.rect()
        return viewport.mapToGlobal(QPoint((room.width() - size.width()) // 2, room.height() - size.height() - FOOT))

    @property
    def _ground(self) -> Ground:
        return self._window.parts.ground

    def _say(self, sentence: str) -> None:
        self._window.surface.status.say(sentence)


def told(remedy: Remedy) -> str:
    """The remedy in words, with the errors it would bring."""
    if not remedy.errors:
        return remedy.label
    text = ngettext("{label} ({count} new error)", "{label} ({count} new errors)", remedy.errors)
    return text.format(label=remedy.label, count=remedy.errors)


def _remedy(action: QAction, ways: tuple[Remedy, ...]) -> Remedy:
    number = action.data()
    assert isinstance(number, int)
    return ways[number]


def _worn(found: Findings, keys: frozenset[Key]) -> list[Finding]:
    """What speaks of the selection, worst first, what somebody accepted last."""
    worn = {id(finding): finding for key in keys for finding in found.by_key.get(key, ())}
    return sorted(worn.values(), key=lambda finding: (bool(finding.accepted), finding.severity.rank))
