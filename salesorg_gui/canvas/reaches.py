"""How far things reach for whoever aims at them: with a mouse, or with a finger on the screen of a workshop."""

from salesorg_gui.drawing.marks import PORT
from salesorg_gui.values import dataclass


@dataclass(frozen=True, slots=True)
class Reaches:
    """Px of the screen. ``port`` is how wide a port is drawn; ``on_port`` and ``on_wire`` how near counts as on it.

    ``drag`` is how far the pointer goes with a button down before that is a drag.
    """

    drag: float
    port: float
    on_port: float
    on_wire: float


FINE = Reaches(drag=6.0, port=PORT, on_port=9.0, on_wire=6.0)
TOUCH = Reaches(drag=12.0, port=24.0, on_port=12.0, on_wire=12.0)
