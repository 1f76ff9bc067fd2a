"""What a seat does beside its stages, each with its part of the week, and how full the week is."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.records import Activity, Seat
from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import IconButton, TextButton
from salesorg_gui.panels.chooser import Choice, Chooser
from salesorg_gui.panels.fields import TextField
from salesorg_gui.panels.inspector.form import Section, clear
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.numbers import NotANumber, number_or_none, percent
from salesorg_gui.panels.text import Paragraph

SHARE_WIDTH = 64
FULL = 1.0
LEAST_DIFFERENCE = 1e-9


def kind_choices() -> tuple[Choice, ...]:
    """What work can be."""
    return (
        Choice("selling", _("Selling")),
        Choice("operations", _("Sales operations")),
        Choice("enablement", _("Enablement")),
        Choice("leading", _("Leading")),
    )


def booked(seat: Seat) -> float:
    """The part of the week that is given away: to stages and to activities."""
    return sum(seat.shares.values()) + sum(activity.share for activity in seat.activities)


class Activities(Section):
    """Rows of title, kind and share; below them what all of it comes to."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(_("Other work"), "inspector_activities")
        self._ground = ground
        self._seat: Seat | None = None
        self._parts: list[tuple[TextField, Chooser, TextField]] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.rows.addLayout(self._list)
        self._refusal = Paragraph("", "small", "error")
        self._refusal.setObjectName("inspector_activities_reason")
        self._full = Paragraph("", "small", "2")
        self._full.setObjectName("inspector_booked")
        add = TextButton(ground.look, _("Add work"), "inspector_add_activity", "link", "plus")
        add.clicked.connect(self._append)
        for widget in (self._refusal, self._full, add):
            self.rows.addWidget(widget)

    def show_seat(self, seat: Seat, *, is_same: bool) -> None:
        """Show one seat's other work."""
        is_same = is_same and self._seat is not None
        self._seat = seat
        if not is_same or len(self._parts) != len(seat.activities):
            self._build(len(seat.activities))
        for (title, kind, share), activity in zip(self._parts, seat.activities, strict=True):
            title.show_value(activity.title, keep_typing=is_same)
            kind.show_choices(kind_choices(), activity.kind)
            share.show_value(percent(activity.share), keep_typing=is_same)
        self._refuse("")
        self._show_sum(seat)

    def _show_sum(self, seat: Seat) -> None:
        whole = booked(seat)
        self._full.setVisible(bool(seat.shares or seat.activities))
        is_too_much = whole > FULL + LEAST_DIFFERENCE
        words = (
            _("Week given away: {share}. That is more than a week.") if is_too_much else _("Week given away: {share}")
        )
        self._full.setText(words.format(share=percent(whole)))
        self._full.wear("error" if is_too_much else "2")

    def _build(self, count: int) -> None:
        clear(self._list)
        self._parts = []
        for number in range(count):
            self._list.addWidget(self._row(number))

    def _row(self, number: int) -> QWidget:
        look = self._ground.look
        spoken = _("Work {number}").format(number=number + 1)
        title = TextField(f"inspector_activity_{number}", spoken, placeholder=_("What is done"))
        kind = Chooser(look, f"inspector_activity_kind_{number}", _("{work}: kind").format(work=spoken))
        share = TextField(f"inspector_activity_share_{number}", _("{work}: share of the week").format(work=spoken))
        share.setFixedWidth(SHARE_WIDTH)
        share.setAlignment(Qt.AlignmentFlag.AlignRight)
        cross = IconButton(
            look, "x", f"inspector_remove_activity_{number}", _("Remove {work}").format(work=spoken), "text_3", 14
        )
        for control in (title, kind, share):
            control.setProperty("boxed", True)
        first, second, whole = QHBoxLayout(), QHBoxLayout(), QWidget()
        first.addWidget(title, 1)
        first.addWidget(cross)
        second.addWidget(kind, 1)
        second.addWidget(share)
        second.addSpacing(cross.sizeHint().width() + 4)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for line in (first, second):
            line.setSpacing(4)
            column.addLayout(line)
        title.committed.connect(lambda text: self._change(number, _("Change work"), title=text))
        kind.chosen.connect(lambda value: self._change(number, _("Change kind of work"), kind=value))
        share.committed.connect(lambda text: self._share(number, text))
        cross.clicked.connect(lambda: self._remove(number))
        self._parts.append((title, kind, share))
        return whole

    def _append(self) -> None:
        if self._seat is not None:
            activities = (*self._seat.activities, Activity(kind="operations"))
            self._revise(activities, _("Add work"))
            if self._parts:
                self._parts[-1][0].setFocus()

    def _remove(self, number: int) -> None:
        if self._seat is not None:
            kept = tuple(one for n, one in enumerate(self._seat.activities) if n != number)
            self._revise(kept, _("Remove work"))

    def _share(self, number: int, text: str) -> None:
        try:
            share = number_or_none(text.replace("%", "")) or 0.0
        except NotANumber:
            self._refuse(_("A share of time is a number from 0 to 100."))
            return
        self._change(number, _("Split time"), share=share / 100)

    def _change(self, number: int, label: str, **values: str | float) -> None:
        if self._seat is not None and number < len(self._seat.activities):
            changed = list(self._seat.activities)
            changed[number] = replace(changed[number], **values)  # type: ignore[arg-type]
            self._revise(tuple(changed), label)

    def _revise(self, activities: tuple[Activity, ...], label: str) -> None:
        if self._seat is not None:
            self._refuse(self._ground.attempt(Revise((replace(self._seat, activities=activities),), label)))

    def _refuse(self, reason: str) -> None:
        self._refusal.setText(reason)
        self._refusal.setVisible(bool(reason))
