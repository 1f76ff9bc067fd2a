"""One scorecard: whom it judges, who judged and when, the criteria by group, and what the scores come to."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salesorg_gui.catalogue.scoring import group_mean, is_recommended, total
from salesorg_gui.domain.dates import is_date
from salesorg_gui.domain.hiring import with_score
from salesorg_gui.domain.records import Score, Scorecard
from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import TextButton
from salesorg_gui.panels.fields import FieldRow, TextArea, TextField
from salesorg_gui.panels.hire.score_row import ANCHORED, ScoreRow
from salesorg_gui.panels.inspector.form import Section, clear
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.numbers import shown
from salesorg_gui.panels.text import Paragraph


class CardForm(QWidget):
    """``changed`` carries the scorecard as it is wanted, ``None`` to remove it."""

    changed = Signal(object)

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self._ground, self._form = ground, ground.catalogue.scorecard
        self._card = Scorecard()
        self._shape: tuple[tuple[str, ...], ...] | None = None
        self._rows: list[ScoreRow] = []
        self._groups: dict[str, Section] = {}
        self._fields = {
            "candidate": TextField("hire_candidate", _("Candidate"), placeholder=_("Name or number")),
            "interviewer": TextField("hire_interviewer", _("Interviewer"), placeholder=_("Who judges")),
            "date": TextField("hire_date", _("Date"), placeholder=_("Not set")),
        }
        self._lines = {part: FieldRow(field.accessibleName(), field) for part, field in self._fields.items()}
        self._verdict = Paragraph("", "strong")
        self._verdict.setObjectName("hire_verdict")
        self._note = TextArea("hire_note", _("Note"), _("Nothing yet"))
        self._remove = TextButton(ground.look, _("Remove this scorecard"), "hire_remove_card", "link", "trash-2")
        self._build()

    def show_card(self, card: Scorecard, *, is_same: bool) -> None:
        """Show a scorecard."""
        self._card = card
        shape = tuple((score.group, "") if is_same else (score.group, score.criterion) for score in card.scores)
        if shape != self._shape or not is_same:
            self._list()
        self._shape = tuple((score.group, "") for score in card.scores)
        for row, score in zip(self._rows, card.scores, strict=True):
            row.show_score(score, keep_typing=is_same)
        for part, field in self._fields.items():
            field.show_value(getattr(card, part), keep_typing=is_same)
            if not field.is_pending:
                self._lines[part].refuse("")
        self._note.show_value(card.note, keep_typing=is_same)
        for id, group in self._groups.items():
            mean = group_mean(card, id)
            group.show_aside("" if mean is None else shown(round(mean, 2)))
        self._verdict.setText(self._judged())

    def _judged(self) -> str:
        """What the scores come to, against the role and nobody else."""
        score = total(self._card, self._form)
        if score is None:
            return _("Not scored yet")
        words = {
            None: _("{score} of 5 · team fit or a must-have is open"),
            True: _("{score} of 5 · recommended"),
            False: _("{score} of 5 · not recommended"),
        }
        return words[is_recommended(self._card, self._form)].format(score=shown(round(score, 2)))

    def _build(self) -> None:
        head = Section(object_name="hire_card_fields")
        for part, field in self._fields.items():
            field.setProperty("boxed", True)
            head.rows.addWidget(self._lines[part])
            field.committed.connect(lambda text, part=part: self._commit(part, text))
        head.rows.addWidget(self._verdict)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        self._criteria = QVBoxLayout()
        self._criteria.setSpacing(0)
        column.addLayout(self._criteria)
        foot = Section(object_name="hire_card_foot")
        foot.rows.addWidget(FieldRow(_("Note"), self._note, is_wide=True))
        foot.rows.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(foot)
        self._note.committed.connect(lambda text: self.changed.emit(replace(self._card, note=text.strip())))
        self._remove.clicked.connect(lambda: self.changed.emit(None))

    def _list(self) -> None:
        clear(self._criteria)
        self._groups, places = {}, list(enumerate(self._card.scores))
        made: dict[int, ScoreRow] = {}
        known = {group.id for group in self._form.groups}
        groups = [(group.id, group.title) for group in self._form.groups]
        groups += [
            (id, id or _("Others")) for id in dict.fromkeys(s.group for s in self._card.scores if s.group not in known)
        ]
        for id, title in groups:
            section = Section(title, f"hire_group_{id}")
            section.rows.setContentsMargins(0, 12, 0, 8)
            head = section.rows.itemAt(0)
            if head is not None and (line := head.layout()) is not None:
                line.setContentsMargins(16, 0, 16, 0)
            for number, score in places:
                if score.group == id:
                    made[number] = self._row(number, score)
                    section.rows.addWidget(made[number])
            adder = QHBoxLayout()
            adder.setContentsMargins(10, 0, 16, 0)
            adder.addWidget(self._adder(id))
            adder.addStretch()
            section.rows.addLayout(adder)
            self._groups[id] = section
            self._criteria.addWidget(section)
        self._rows = [made[number] for number, _score in places]

    def _adder(self, group: str) -> QWidget:
        add = TextButton(self._ground.look, _("Add a criterion"), f"hire_add_{group}", "link", "plus")
        add.clicked.connect(lambda: self._put(len(self._card.scores), Score("", group)))
        return add

    def _row(self, number: int, score: Score) -> ScoreRow:
        usual = {one: self._form.anchors.get(int(one), "") for one in ANCHORED}
        row = ScoreRow(f"hire_score_{number}", score, usual, self._ground.look)
        row.changed.connect(lambda wanted: self._put(number, wanted))
        return row

    def _put(self, number: int, score: object) -> None:
        if score is None or isinstance(score, Score):
            self.changed.emit(with_score(self._card, number, score))

    def _commit(self, part: str, text: str) -> None:
        if part == "date" and text and not is_date(text):
            self._lines[part].refuse(_("Write a date as 2027-03-01."))
            return
        self._lines[part].refuse("")
        self.changed.emit(replace(self._card, **{part: text}))  # type: ignore[arg-type]
