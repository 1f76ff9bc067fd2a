"""Which stages a seat covers, compared with its role, and how it splits its time among them."""

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.roles import Role
from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.ids import StageId
from salesorg_gui.domain.records import Seat
from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import Chip, TextButton
from salesorg_gui.panels.fields import FieldRow, TextField
from salesorg_gui.panels.flow import Flow
from salesorg_gui.panels.inspector.form import Section, clear
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.numbers import NotANumber, number_or_none, percent, shown
from salesorg_gui.panels.text import set_tip


def covered(seat: Seat, role: Role, catalogue: Catalogue) -> tuple[StageId, ...]:
    """The stages a seat covers, along the journey."""
    own = (set(role.stages) | set(seat.stages_added)) - set(seat.stages_removed)
    return tuple(stage for stage in catalogue.stages if stage in own)


def toggled(seat: Seat, role: Role, stage: StageId, *, on: bool) -> Seat:
    """The seat with a stage more or less, noted as what differs from its role."""
    added = tuple(one for one in seat.stages_added if one != stage)
    removed = tuple(one for one in seat.stages_removed if one != stage)
    if on and stage not in role.stages:
        added = (*added, stage)
    if not on and stage in role.stages:
        removed = (*removed, stage)
    shares = seat.shares if on else {name: share for name, share in seat.shares.items() if name != stage}
    return replace(seat, stages_added=added, stages_removed=removed, shares=shares)


def with_share(seat: Seat, stage: StageId, text: str) -> Seat:
    """The seat with that part of its time, given in per cent, for a stage."""
    share = number_or_none(text.replace("%", ""))
    others = {name: old for name, old in seat.shares.items() if name != stage}
    return replace(seat, shares=others if share is None else {**others, stage: share / 100})


class ShareBar(QWidget):
    """Parts of a whole side by side, in the colour of the purpose, each a little paler."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._purpose = "support"
        self._parts: tuple[float, ...] = ()
        self.setFixedHeight(8)

    def show_parts(self, purpose: str, parts: tuple[float, ...]) -> None:
        """Show these shares of one."""
        self._purpose, self._parts = purpose, parts
        self.setVisible(bool(parts))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        whole = max(1.0, sum(self._parts))
        room = self.width() - 2 * max(0, len(self._parts) - 1)
        x = 0.0
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for number, part in enumerate(self._parts):
                width = room * part / whole
                painter.setBrush(self._look.colour(f"{self._purpose}_solid", max(0.3, 1 - 0.4 * number)))
                painter.drawRoundedRect(QRectF(x, 0, width, 8), 2, 2)
                x += width + 2


class Stages(Section):
    """Chips for the stages, a bar and fields for the shares of time."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(_("Stages"), "inspector_stages")
        self._ground = ground
        self._seat: Seat | None = None
        self._splits = False
        self._listed: tuple[StageId, ...] | None = None
        self._fields: dict[StageId, tuple[TextField, FieldRow]] = {}
        self._chips = {stage.id: self._chip(stage.id, stage.short_title) for stage in ground.catalogue.stages.values()}
        place = QWidget()
        flow = Flow(place)
        for chip in self._chips.values():
            flow.addWidget(chip)
        self.rows.addWidget(place)
        self._bar = ShareBar(ground.look)
        self.rows.addWidget(self._bar)
        self._split = TextButton(ground.look, _("Split the time"), "inspector_split_time", "link", "plus")
        self._split.clicked.connect(self._open_split)
        self.rows.addWidget(self._split)
        self._shares = QVBoxLayout()
        self._shares.setSpacing(4)
        self.rows.addLayout(self._shares)

    def show_seat(self, seat: Seat, *, is_same: bool) -> None:
        """Show one seat's stages."""
        if not is_same:
            self._splits = False
        self._seat = seat
        role = self._ground.catalogue.role(seat.role)
        stages = covered(seat, role, self._ground.catalogue)
        for stage, chip in self._chips.items():
            self._dress(chip, is_on=stage in stages, is_usual=stage in role.stages)
        self._show_shares(seat, stages, str(role.purpose), is_same=is_same)

    def _show_shares(self, seat: Seat, stages: tuple[StageId, ...], purpose: str, *, is_same: bool) -> None:
        splits = self._splits or bool(seat.shares)
        self._split.setVisible(not splits and len(stages) > 1)
        parts = tuple(seat.shares.get(stage, 0.0) for stage in stages) if seat.shares else ()
        self._bar.show_parts(purpose, parts)
        self.show_aside(" / ".join(shown(round(part * 100, 1)) for part in parts))
        wanted = stages if splits else ()
        if wanted != self._listed or not is_same:
            self._list(wanted)
        for stage, (field, row) in self._fields.items():
            share = seat.shares.get(stage)
            field.show_value("" if share is None else percent(share), keep_typing=is_same)
            if not field.is_pending:
                row.refuse("")

    def _list(self, stages: tuple[StageId, ...]) -> None:
        self._listed = stages
        clear(self._shares)
        self._fields = {}
        for stage in stages:
            title = self._ground.catalogue.stages[stage].short_title
            field = TextField(f"inspector_share_{stage}", title, placeholder="0\u00a0%")
            row = FieldRow(title, field)
            field.committed.connect(lambda text, stage=stage: self._share(stage, text))
            self._fields[stage] = (field, row)
            self._shares.addWidget(row)

    def _chip(self, stage: StageId, title: str) -> Chip:
        chip = Chip(title, f"inspector_stage_{stage}")
        chip.clicked.connect(lambda on: self._toggle(stage, on=on))
        return chip

    def _dress(self, chip: Chip, *, is_on: bool, is_usual: bool) -> None:
        chip.setChecked(is_on)
        differs = "" if is_on == is_usual else ("added" if is_on else "removed")
        tips = {"": "", "added": _("Not usual for this role"), "removed": _("The role usually covers this")}
        set_tip(chip, tips[differs])
        if chip.property("differs") != differs:
            chip.setProperty("differs", differs)
            chip.style().unpolish(chip)
            chip.style().polish(chip)

    def _toggle(self, stage: StageId, *, on: bool) -> None:
        if self._seat is not None:
            role = self._ground.catalogue.role(self._seat.role)
            self._ground.attempt(Revise((toggled(self._seat, role, stage, on=on),), _("Change stages")))

    def _open_split(self) -> None:
        self._splits = True
        if self._seat is not None:
            self.show_seat(self._seat, is_same=True)

    def _share(self, stage: StageId, text: str) -> None:
        if self._seat is None:
            return
        row = self._fields[stage][1]
        try:
            revised = with_share(self._seat, stage, text)
        except NotANumber:
            row.refuse(_("A share of time is a number from 0 to 100."))
            return
        row.refuse(self._ground.attempt(Revise((revised,), _("Split time"))))
