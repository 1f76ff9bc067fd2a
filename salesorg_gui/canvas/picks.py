"""What is picked, and which edges speak because of it."""

from collections.abc import Iterator

from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.domain.records import Handoff, Line
from salesorg_gui.drawing.edges import Tone


class Picks:
    """``keys`` are selected; ``besides`` are edges that speak for another reason."""

    def __init__(self) -> None:
        self.keys: frozenset[Key] = frozenset()
        self.besides: frozenset[Key] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.keys or self.besides)

    def change(self, keys: frozenset[Key], besides: frozenset[Key]) -> frozenset[Key]:
        """Pick these instead; what is picked now and was not, or was and is not."""
        changed = (self.keys ^ keys) | (self.besides ^ besides)
        self.keys, self.besides = keys, besides
        return changed

    def names(self, key: Key) -> bool:
        """Whether the edge itself is picked, alone or with others."""
        return key in self.keys or key in self.besides

    def tone(self, key: Key, record: Line | Handoff | None) -> Tone:
        """Picked when it is selected itself, or leads down from, or hands to or from, what is."""
        if not self:
            return Tone.REST
        is_spoken_for = record is not None and any(end in self.keys for end in _speaking(record))
        return Tone.PICKED if is_spoken_for or self.names(key) else Tone.REST


def _speaking(record: Line | Handoff) -> Iterator[Key]:
    """Whose selection makes an edge speak."""
    match record:
        case Line(manager=manager):
            yield Key(Kind.SEAT, manager)
        case Handoff(source=source, target=target):
            yield Key(Kind.SEAT, source)
            yield Key(Kind.SOURCE, source)
            yield Key(Kind.SEAT, target)
