"""What a seat's documents say, field by field, where it differs from its role."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesorg_gui.catalogue.roles import TEXT_FIELDS
from salesorg_gui.domain.edits.plan import SetRole
from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.plan import OwnRole
from salesorg_gui.domain.records import Seat
from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import IconButton
from salesorg_gui.panels.fields import TextArea
from salesorg_gui.panels.inspector.form import Section, plain_row
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.text import Label, Paragraph, caption

type Sentences = tuple[str, ...]

SPREADING = "a text of the role"
FIRST = ("mission", "results", "boundaries")


def with_text(texts: Mapping[str, Sentences], field: str, typed: str, usual: Sentences) -> dict[str, Sentences]:
    """The texts with one field as typed, a sentence a line; what is empty or as usual is left to the role."""
    sentences = tuple(line.strip() for line in typed.splitlines() if line.strip())
    kept = {name: text for name, text in texts.items() if name != field}
    return kept if not sentences or sentences == usual else {**kept, field: sentences}


def listed(sentences: Sentences) -> str:
    """One sentence as it is, several with a dash each."""
    return sentences[0] if len(sentences) == 1 else "\n".join(f"– {sentence}" for sentence in sentences)


@dataclass(frozen=True, slots=True)
class Part:
    """The widgets of one document field."""

    usual: Paragraph
    area: TextArea
    pen: IconButton
    spread: IconButton
    reset: IconButton
    whole: QWidget


class Texts(Section):
    """Each document field as its role has it; a pen opens it for this seat."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(_("On the role card"), "inspector_texts")
        self._ground = ground
        self._seat: Seat | None = None
        self._open: set[str] = set()
        self._more = IconButton(ground.look, "chevron-down", "inspector_more_texts", _("Show all texts"), "text_3")
        self._shows_all = False
        titles = ground.catalogue.fields
        names = [name for name in titles if name in TEXT_FIELDS and name != "title"]
        names.sort(key=lambda name: (name not in FIRST, titles[name].order))
        self._parts = {name: self._part(name, titles[name].short_title) for name in names}
        self._more.clicked.connect(self._toggle_all)
        self.rows.addWidget(plain_row(Label(_("All texts"), "small", "2"), self._more))

    def show_seat(self, seat: Seat, *, is_same: bool) -> None:
        """Show what one seat's documents say."""
        if not is_same:
            self._open.clear()
        self._seat = seat
        role = self._ground.catalogue.role(seat.role)
        for name, part in self._parts.items():
            sentences = seat.texts.get(name) or role.texts(name)
            part.area.show_value("\n".join(sentences), keep_typing=is_same)
            part.usual.setText(listed(sentences) or _("Nothing yet"))
            part.usual.wear("1" if name in seat.texts else "2")
            for button in (part.reset, part.spread):
                button.setVisible(name in seat.texts)
            self._arrange(name)
        self.show_aside(_("{count} own").format(count=len(seat.texts)) if seat.texts else "")

    def _part(self, name: str, title: str) -> Part:
        look = self._ground.look
        pen = IconButton(
            look, "pencil", f"inspector_edit_{name}", _("Change {field}").format(field=title), "text_3", 14
        )
        spoken = _("{field}: back to the role's text").format(field=title)
        reset = IconButton(look, "undo-2", f"inspector_reset_{name}", spoken, "text_3", 14)
        spoken = _("{field}: say this of the role in the whole plan").format(field=title)
        spread = IconButton(look, "users", f"inspector_spread_{name}", spoken, "text_3", 14)
        area = TextArea(f"inspector_text_{name}", title)
        usual = Paragraph("", "small", "2")
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addWidget(plain_row(Label(title, "small", "2"), spread, reset, pen))
        column.addWidget(usual)
        column.addWidget(area)
        pen.clicked.connect(lambda: self._edit(name))
        spread.clicked.connect(lambda: self._spread(name))
        reset.clicked.connect(lambda: self._commit(name, ""))
        area.committed.connect(lambda text: self._commit(name, text))
        self.rows.addWidget(whole)
        return Part(usual, area, pen, spread, reset, whole)

    def _arrange(self, name: str) -> None:
        part, is_open = self._parts[name], name in self._open
        is_own = self._seat is not None and name in self._seat.texts
        part.area.setVisible(is_open)
        part.usual.setVisible(not is_open)
        part.whole.setVisible(self._shows_all or is_open or is_own or name in FIRST)

    def _edit(self, name: str) -> None:
        if name in self._open:
            self._open.discard(name)
        else:
            self._open.add(name)
        self._arrange(name)
        if name in self._open:
            self._parts[name].area.setFocus()

    def _toggle_all(self) -> None:
        self._shows_all = not self._shows_all
        self._more.show_icon("chevron-up" if self._shows_all else "chevron-down")
        for name in self._parts:
            self._arrange(name)

    def _spread(self, name: str) -> None:
        """Let the role say in this plan what the seat says, so that the seat need not."""
        seat, session = self._seat, self._ground.session
        if seat is None or name not in seat.texts:
            return
        old = session.plan.roles.get(seat.role) or OwnRole(seat.role)
        session.perform(SetRole(replace(old, texts={**old.texts, name: seat.texts[name]})), SPREADING)
        kept = {field: text for field, text in seat.texts.items() if field != name}
        session.perform(Revise((replace(seat, texts=kept),), _("Change role")), SPREADING)
        session.end_gesture()

    def _commit(self, name: str, typed: str) -> None:
        if self._seat is None:
            return
        usual = self._ground.catalogue.role(self._seat.role).texts(name)
        texts = with_text(self._seat.texts, name, typed, usual)
        field = self._parts[name].area.accessibleName()
        label = _("Change {field}").format(field=caption(field))
        self._ground.attempt(Revise((replace(self._seat, texts=texts),), label))
