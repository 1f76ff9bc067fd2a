"""All rules: a search, what the list can be narrowed to, and the list itself."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salesorg_gui.domain.edits.plan import SetParameter
from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import Chip
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.palette import SearchField
from salesorg_gui.panels.rulebook.entries import Only, RuleEntry, narrowed, with_headings
from salesorg_gui.panels.rulebook.rule_list import RuleList
from salesorg_gui.panels.text import Paragraph, name, set_caption
from salesorg_gui.rules.rulebook import OFF


class Overview(QWidget):
    """``opened`` carries the rule to look at."""

    opened = Signal(str)

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self._ground = ground
        self.entries: tuple[RuleEntry, ...] = ()
        self.search = SearchField(ground.look, "rules_search", _("Find a rule"))
        self._chips = {only: Chip("", f"rules_{only}") for only in Only}
        self.list = RuleList(ground.look)
        name(self.list, "rules_list", _("Rules"))
        self._nothing = Paragraph(_("No rule answers to that."), "small", "2")
        self._nothing.setObjectName("rules_nothing")
        self._nothing.setContentsMargins(16, 8, 16, 8)
        self._lay_out()
        self.search.textChanged.connect(lambda _text: self._fill())
        self.search.left_downwards.connect(self._go_down)
        for chip in self._chips.values():
            chip.clicked.connect(self._fill)
        self.list.left_upwards.connect(self.focus_search)
        self.list.typed.connect(self._type)
        self.list.opened.connect(self.opened)
        self.list.switched.connect(self._switch)

    def show_entries(self, entries: tuple[RuleEntry, ...]) -> None:
        """Show what holds for the rules now."""
        self.entries = entries
        self._fill()

    def focus_search(self) -> None:
        """Let the keyboard go to the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def return_to(self, rule: str) -> None:
        """Let the keyboard go to a rule in the list, even if the search would hide it."""
        if not self.list.rows.find(rule).isValid():
            self.search.clear()
        self.list.select(rule)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        top, chips, column = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        top.setContentsMargins(16, 4, 16, 4)
        top.setSpacing(8)
        top.addWidget(self.search)
        chips.setSpacing(8)
        for chip in self._chips.values():
            chips.addWidget(chip)
        chips.addStretch()
        top.addLayout(chips)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)

    def _fill(self) -> None:
        self._name_chips()
        wanted = frozenset(only for only, chip in self._chips.items() if chip.isChecked())
        catalogue, rule = self._ground.catalogue, self._current
        found = narrowed(self.entries, catalogue, self.search.text(), wanted)
        self.list.rows.show_entries(tuple(with_headings(found, catalogue)))
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        if rule and found:
            self.list.select(rule)

    def _name_chips(self) -> None:
        counts = {only: sum(rule.fits(only) for rule in self.entries) for only in Only}
        words = {
            Only.FOUND: _("{count} with findings"),
            Only.CHANGED: _("{count} changed"),
            Only.OFF: _("{count} off"),
        }
        for only, chip in self._chips.items():
            set_caption(chip, words[only].format(count=counts[only]))
            chip.setVisible(bool(counts[only]) or chip.isChecked())

    @property
    def _current(self) -> str:
        entry = self.list.rows.entry(self.list.currentIndex())
        return entry.id if entry is not None else ""

    def _go_down(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
        if not self._current:
            self.list.select("")

    def _type(self, letter: str) -> None:
        """Go on with the search wherever one is in the list."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        is_letter = bool(letter) and letter.isprintable()
        self.search.setText(self.search.text() + letter if is_letter else self.search.text()[:-1])

    def _switch(self, rule: str) -> None:
        is_off = next(entry.is_off for entry in self.entries if entry.id == rule)
        self._ground.session.perform(SetParameter(rule, OFF, None if is_off else True))
