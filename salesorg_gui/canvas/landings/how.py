"""How a hand holds what it holds: the keys that are down, and how near the chart is."""

from salesorg_gui.values import dataclass


@dataclass(frozen=True, slots=True)
class How:
    """``zoom`` turns px of the screen into px of the chart; Control copies, Alt goes free of guides."""

    zoom: float = 1.0
    with_control: bool = False
    with_alt: bool = False

    @property
    def is_other_way(self) -> bool:
        """Whether a line that is pulled means something else: a dotted one."""
        return self.with_control or self.with_alt


PLAIN = How()
