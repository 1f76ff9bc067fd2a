"""The sizes cards come in, and how type and air are set on each. Lengths in points unless said."""

from collections.abc import Mapping
from dataclasses import dataclass

from salesorg_gui.exchange.documents.options import MM

BLEED = 3 * MM
"""How far colour runs over the cut, so that a knife may stray."""


@dataclass(frozen=True, slots=True)
class CardFormat:
    """A card as it is after cutting.

    A brief card shows of each list what has room and says how much more there is; another one goes on at its back and,
    if need be, on a second card. ``first_line`` is where the purpose stands, ``head_gap`` the air from there to the
    title. ``title`` and ``body`` scale the type of the A6 card.
    """

    name: str
    width: float
    height: float
    margin: float
    band: float
    first_line: float
    head_gap: float
    label_column: float
    note_line: float
    qr: float
    title: float = 1.0
    body: float = 1.0
    is_brief: bool = False
    is_tent: bool = False

    @property
    def inner(self) -> float:
        """Width between the margins."""
        return self.width - 2 * self.margin


def _millimetres(name: str, *lengths: float, **rest: float | bool) -> CardFormat:
    return CardFormat(name, *(length * MM for length in lengths), **rest)  # type: ignore[arg-type]


A6 = _millimetres("a6", 105, 148, 7, 5, 12, 7, 23, 7, 15)
FORMATS: Mapping[str, CardFormat] = {
    one.name: one
    for one in (
        A6,
        _millimetres("a7", 74, 105, 5, 3.5, 7, 5.2, 18.5, 6, 12, title=0.72, body=0.85, is_brief=True),
        _millimetres("tent", 148, 210, 9, 5, 12, 9, 30, 7, 15, title=1.7, body=1.1, is_tent=True),
        _millimetres("poker", 63, 88, 4.5, 3, 6, 4.8, 17.5, 6, 12, title=0.62, body=0.82, is_brief=True),
        _millimetres("business", 85, 55, 4.5, 2.5, 5, 4.6, 17.5, 6, 12, title=0.6, body=0.82, is_brief=True),
        _millimetres("index", 127, 76, 5.5, 3.5, 7, 5.4, 19, 6, 14, title=0.8, body=0.9, is_brief=True),
    )
}
"""By name: A6 and A7, A5 as a table tent, poker (63 x 88 mm), business (85 x 55), index (127 x 76)."""
