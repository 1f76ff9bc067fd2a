"""One criterion of a scorecard: a score from 1 to 5, and below it what the scores mean and what was seen."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salesorg_gui.domain.records import Score
from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import Chip, IconButton, Option, Segmented, TextButton
from salesorg_gui.panels.fields import FieldRow, TextField
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Paragraph, set_tip

SCALE, ANCHORED = ("1", "2", "3", "4", "5"), ("1", "3", "5")


def said(score: Score) -> str:
    """What stands below a score: what it means for the role, and what was seen or heard."""
    meaning = score.anchors.get(str(score.score), "") if score.score is not None else ""
    return " · ".join(text for text in (meaning, score.evidence) if text)


class ScoreRow(QWidget):
    """``changed`` carries the criterion as it is wanted, ``None`` to remove it."""

    changed = Signal(object)

    def __init__(self, name: str, score: Score, usual: dict[str, str], look: Look) -> None:
        super().__init__()
        self._score = score
        self._text = Paragraph("", "body")
        self._said = Paragraph("", "small", "2")
        spoken = _("Score for {criterion}").format(criterion=score.criterion)
        self._scale = Segmented(look, [Option(one, one) for one in SCALE], f"{name}_score", spoken)
        self._clear = IconButton(look, "x", f"{name}_clear", _("Not scored"), "text_3", 14)
        self._must = Chip(_("Must"), f"{name}_must")
        set_tip(self._must, _("Without it no offer"))
        self._more = IconButton(look, "ellipsis", f"{name}_more", _("What the scores mean"), "text_3", 14)
        self._fields = {
            "criterion": TextField(f"{name}_criterion", _("Criterion"), placeholder=_("What the role needs")),
            "evidence": TextField(f"{name}_evidence", _("Evidence"), placeholder=_("Seen or heard")),
            **{one: TextField(f"{name}_anchor_{one}", one, placeholder=usual.get(one, "")) for one in ANCHORED},
        }
        self._remove = TextButton(look, _("Remove criterion"), f"{name}_remove", "link", "trash-2")
        self._place = self._laid_out()
        self._place.setVisible(not score.criterion)
        self._connect()

    def show_score(self, score: Score, *, keep_typing: bool) -> None:
        """Show a criterion."""
        self._score = score
        self._text.setText(score.criterion or _("A new criterion"))
        self._text.wear("1" if score.criterion else "3")
        self._said.setText(said(score))
        self._said.setVisible(bool(said(score)) and self._place.isHidden())
        self._scale.show_value("" if score.score is None else str(score.score))
        self._clear.setVisible(score.score is not None)
        self._must.setChecked(score.must)
        for part, field in self._fields.items():
            text = score.anchors.get(part, "") if part in ANCHORED else getattr(score, part)
            field.show_value(text, keep_typing=keep_typing)

    def _connect(self) -> None:
        self._scale.chosen.connect(lambda value: self._change(score=int(value)))
        self._clear.clicked.connect(lambda: self._change(score=None))
        self._must.clicked.connect(lambda on: self._change(must=on))
        self._more.clicked.connect(self._toggle)
        self._remove.clicked.connect(lambda: self.changed.emit(None))
        for part, field in self._fields.items():
            field.committed.connect(lambda text, part=part: self._commit(part, text))

    def _laid_out(self) -> QWidget:
        place = QWidget()
        line, whole, inner = QHBoxLayout(), QVBoxLayout(self), QVBoxLayout(place)
        line.setSpacing(4)
        line.addWidget(self._scale)
        line.addWidget(self._clear)
        line.addStretch()
        line.addWidget(self._must)
        line.addWidget(self._more)
        inner.setContentsMargins(0, 4, 34, 4)
        inner.setSpacing(4)
        for part, field in self._fields.items():
            field.setProperty("boxed", True)
            label = _("{score} means").format(score=part) if part in ANCHORED else field.accessibleName()
            inner.addWidget(FieldRow(label, field))
        inner.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignLeft)
        whole.setContentsMargins(16, 4, 8, 8)
        whole.setSpacing(4)
        whole.addWidget(self._text)
        whole.addLayout(line)
        whole.addWidget(self._said)
        whole.addWidget(place)
        return place

    def _toggle(self) -> None:
        self._place.setVisible(self._place.isHidden())
        self.show_score(self._score, keep_typing=True)

    def _commit(self, part: str, text: str) -> None:
        if part not in ANCHORED:
            self._change(**{part: text})
            return
        others = {name: old for name, old in self._score.anchors.items() if name != part}
        self._change(anchors={**others, part: text} if text else others)

    def _change(self, **values: object) -> None:
        self.changed.emit(replace(self._score, **values))  # type: ignore[arg-type]
