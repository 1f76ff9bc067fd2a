"""Another structure, tried out: who would move where, then a second chart, then both side by side in numbers."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.pages.facts import Facts
from salesorg_gui.pages.wrapped import Wrapped
from salesorg_gui.panels.buttons import TextButton
from salesorg_gui.panels.chooser import Choice, Chooser
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.numbers import shown
from salesorg_gui.panels.text import Label

if TYPE_CHECKING:
    from salesorg_gui.study.convert.telling import Chapter, Difference, Telling

MOST_TOLD = 12
"""Of a larger company no more than so many seats of one kind are named."""


class ConversionView(QWidget):
    """``tried`` carries the template to try out, ``taken`` asks for the second chart, ``put_away`` gives up.

    ``picked`` carries the key of a seat to go to.
    """

    tried = Signal(str)
    taken = Signal()
    put_away = Signal()
    picked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("workshop_conversion")
        self._template = ""
        self._chooser = Chooser(look, "convert_template", _("Structure to convert to"))
        self._chooser.setProperty("boxed", True)
        self._try = TextButton(look, _("See who would move"), "convert_try", icon="arrow-left-right")
        self._said = Wrapped("", "heading")
        self._said.setObjectName("convert_said")
        self._take = TextButton(look, _("Add as a second chart"), "convert_take", "primary", icon="plus")
        self._drop = TextButton(look, _("Not now"), "convert_drop", "quiet")
        self._chapters = Facts(look, "convert_chapters")
        self._lay_out()
        self._chooser.chosen.connect(self._choose)
        self._try.clicked.connect(lambda: self.tried.emit(self._template))
        self._take.clicked.connect(self.taken)
        self._drop.clicked.connect(self.put_away)
        self._chapters.picked.connect(self.picked)
        self.show_telling(None)

    def offer(self, choices: Sequence[Choice], wanted: str) -> None:
        """Offer templates; ``wanted`` is the recommended one, until a hand chooses another."""
        known = {choice.value for choice in choices}
        if self._template not in known:
            self._template = wanted
        self._chooser.show_choices(choices, self._template)

    def show_telling(self, telling: "Telling | str | None") -> None:
        """Show who would move where; a sentence where nothing can; nothing at all."""
        is_told = telling is not None and not isinstance(telling, str)
        self._said.setVisible(telling is not None)
        for part in (self._take, self._drop, self._chapters):
            part.setVisible(is_told)
        self._chapters.clear()
        if isinstance(telling, str):
            self._said.setText(telling)
        elif telling is not None:
            self._said.setText(telling.in_one_sentence)
            for chapter in telling.chapters():
                self._tell(chapter)

    def _tell(self, chapter: "Chapter") -> None:
        self._chapters.heading(_("{title}: {count}").format(title=chapter.title, count=len(chapter.told)))
        self._chapters.note(chapter.why)
        for number, one in enumerate(chapter.told[:MOST_TOLD]):
            if one.origin is None:
                self._chapters.sentence(one.text)
            else:
                place = f"convert_{one.origin}_{number}"
                self._chapters.link(one.text, Key(Kind.SEAT, one.origin), place)
        more = len(chapter.told) - MOST_TOLD
        if more > 0:
            self._chapters.note(ngettext("and {count} more", "and {count} more", more).format(count=more))

    @guarded(None)
    def _choose(self, template: str) -> None:
        self._template = template
        self.put_away.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(8)
        second.setSpacing(8)
        first.addWidget(self._chooser, 1)
        first.addWidget(self._try)
        second.addWidget(self._take)
        second.addWidget(self._drop)
        second.addStretch()
        told = _("The people you have, in another structure. The chart you see stays as it is.")
        column.addWidget(Label(_("Convert to"), "strong"))
        column.addWidget(Wrapped(told, "body", "2"))
        column.addLayout(first)
        column.addWidget(self._said)
        column.addLayout(second)
        column.addWidget(self._chapters)


class Comparison(QWidget):
    """Two charts in numbers, side by side. ``wanted`` asks to show the other one."""

    wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("workshop_comparison")
        self._look = look
        self._title = Label("", "strong")
        self._facts = Facts(look, "comparison_facts")
        self._show = TextButton(look, "", "comparison_show", icon="arrow-left-right")
        self._show.clicked.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(self._show)
        row.addStretch()
        column.addWidget(self._title)
        column.addWidget(self._facts)
        column.addLayout(row)

    def show_differences(self, differences: Sequence["Difference"], titles: tuple[str, str], keys: str) -> None:
        """Show each number before and after; ``titles`` are those of the charts, ``keys`` lead to the other one."""
        self.setVisible(bool(differences))
        before, after = titles
        self._title.setText(_("{before} → {after}").format(before=before, after=after))
        self._show.setText(" " + _("Show {title} ({keys})").format(title=before, keys=keys).replace("&", "&&"))
        self._facts.clear()
        for one in differences:
            numbers = (shown(round(value, one.digits), least_decimals=one.digits) for value in (one.before, one.after))
            self._facts.figure(one.title, " → ".join(numbers))
