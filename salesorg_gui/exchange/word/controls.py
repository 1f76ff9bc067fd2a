"""Controls somebody fills in: boxes to tick, fields to write in, lists to choose from. All stand within a line."""

from docx.oxml.xmlchemy import BaseOxmlElement

from salesorg_gui.exchange.documents.content import Scale, Tick, Writing
from salesorg_gui.exchange.word.parts import element, styled, text_of

UNTICKED, TICKED = "2610", "2611"
SYMBOLS = "Segoe UI Symbol"
TAG_LENGTH = 64
"""Word takes no longer names."""
WAITING = "…"
"""What stands where nobody has written yet: seen on the screen, hardly on paper."""
EMPTY_STYLE, TICK_STYLE = "PlaceholderText", "TickBox"


def tick_box(tick: Tick) -> BaseOxmlElement:
    """A box that a click ticks."""
    box = element(
        "w14:checkbox",
        element("w14:checked", w14_val="1" if tick.is_ticked else "0"),
        element("w14:checkedState", w14_val=TICKED, w14_font=SYMBOLS),
        element("w14:uncheckedState", w14_val=UNTICKED, w14_font=SYMBOLS),
    )
    sign = chr(int(TICKED if tick.is_ticked else UNTICKED, 16))
    return _control(tick.name, tick.hint, box, styled(text_of(sign), TICK_STYLE))


def text_field(writing: Writing) -> BaseOxmlElement:
    """Room to write, in one line or more."""
    kind = element("w:text", w_multiLine="1") if writing.lines > 1 else element("w:text")
    if writing.value:
        return _control(writing.name, writing.hint, kind, text_of(writing.value))
    return _control(writing.name, writing.hint, kind, _invitation(WAITING), is_empty=True)


def choice(scale: Scale) -> BaseOxmlElement:
    """A list of the numbers of a scale."""
    numbers = [str(number) for number in range(scale.lowest, scale.highest + 1)]
    listed = [element("w:listItem", w_displayText=number, w_value=number) for number in numbers]
    kind = element("w:dropDownList", *listed)
    if scale.chosen is not None:
        return _control(scale.name, scale.hint, kind, text_of(str(scale.chosen)))
    open_ = _invitation(f"{numbers[0]}–{numbers[-1]}")
    return _control(scale.name, scale.hint, kind, open_, is_empty=True)


def _invitation(words: str) -> BaseOxmlElement:
    """Words that go when somebody writes."""
    return styled(text_of(words), EMPTY_STYLE)


def _control(
    name: str, hint: str, kind: BaseOxmlElement, content: BaseOxmlElement, *, is_empty: bool = False
) -> BaseOxmlElement:
    """A control with the words a screen reader says and the name a program knows it by."""
    says = [element("w:alias", w_val=hint[:TAG_LENGTH]), element("w:tag", w_val=name[:TAG_LENGTH])]
    waits = [element("w:showingPlcHdr")] if is_empty else []
    return element("w:sdt", element("w:sdtPr", *says, *waits, kind), element("w:sdtContent", content))
