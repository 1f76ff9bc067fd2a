"""What a drawing tells by its colours and widths beside what it says in words."""

from typing import NamedTuple

from salesorg_gui.drawing.colouring import NO_LOADS, Colouring, Loads
from salesorg_gui.drawing.streams import Streams


class Colours(NamedTuple):
    """Without a ``colouring`` cards wear the colour of their purpose; ``loads`` stand on the cards they are known of.

    With ``streams`` handoffs are as wide as what goes along them.
    """

    colouring: Colouring | None = None
    loads: Loads = NO_LOADS
    streams: Streams | None = None


PLAIN = Colours()
