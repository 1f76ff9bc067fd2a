"""How many customers a seat looks after, and in which stages these are."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.ids import StageId
from salesorg_gui.domain.records import Seat
from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import Chip
from salesorg_gui.panels.fields import FieldRow, TextField
from salesorg_gui.panels.flow import Flow
from salesorg_gui.panels.inspector.form import Section
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.inspector.seat_lines import whole
from salesorg_gui.panels.numbers import NotANumber, shown
from salesorg_gui.panels.text import Label


class Accounts(Section):
    """A number, and a chip a stage once there is a number."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(_("Accounts"), "inspector_account_section")
        self._ground = ground
        self._seat: Seat | None = None
        self._field = TextField("inspector_accounts", _("Accounts"), placeholder=_("Unknown"))
        self._row = FieldRow(_("How many"), self._field)
        self._chips = {stage.id: self._chip(stage.id, stage.short_title) for stage in ground.catalogue.stages.values()}
        self._in = Label(_("They are in"), "small", "2")
        self._place = QWidget()
        flow = Flow(self._place)
        for chip in self._chips.values():
            flow.addWidget(chip)
        for widget in (self._row, self._in, self._place):
            self.rows.addWidget(widget)
        self._field.committed.connect(self._count)
        self._field.textEdited.connect(lambda _text: self._row.refuse(""))

    def show_seat(self, seat: Seat, *, is_same: bool) -> None:
        """Show one seat's accounts."""
        self._seat = seat
        count = None if seat.accounts is None else float(seat.accounts)
        self._field.show_value(shown(count), keep_typing=is_same)
        if not self._field.is_pending:
            self._row.refuse("")
        for stage, chip in self._chips.items():
            chip.setChecked(stage in seat.account_stages)
        has_accounts = bool(seat.accounts or seat.account_stages)
        self._in.setVisible(has_accounts)
        self._place.setVisible(has_accounts)

    def _chip(self, stage: StageId, title: str) -> Chip:
        chip = Chip(title, f"inspector_account_stage_{stage}")
        chip.clicked.connect(lambda on: self._toggle(stage, on=on))
        return chip

    def _count(self, text: str) -> None:
        try:
            count = whole(text) if text.strip() else None
        except NotANumber:
            self._row.refuse(_("Accounts: type a whole number, or nothing."))
            return
        if self._seat is not None:
            revised = replace(self._seat, accounts=count)
            self._row.refuse(self._ground.attempt(Revise((revised,), _("Change accounts"))))

    def _toggle(self, stage: StageId, *, on: bool) -> None:
        if self._seat is not None:
            wanted = {*self._seat.account_stages, stage} if on else {*self._seat.account_stages} - {stage}
            stages = tuple(one for one in self._ground.catalogue.stages if one in wanted)
            self._ground.attempt(Revise((replace(self._seat, account_stages=stages),), _("Change accounts")))
