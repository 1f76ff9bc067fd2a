"""What is picked, and which edges speak because of it."""

from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.domain.records import Handoff, Line
from salesorg_gui.drawing.edges import Tone

MANY = 200
"""Of more than this that is picked nobody could follow the edges."""


class Picks:
    """``keys`` are selected; ``besides`` are edges that speak for another reason."""

    def __init__(self) -> None:
        self.keys: frozenset[Key] = frozenset()
        self.besides: frozenset[Key] = frozenset()
        self._seats: frozenset[str] = frozenset()
        self._sources: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.keys or self.besides)

    @property
    def are_many(self) -> bool:
        """Whether so much is picked that nobody could follow its edges one by one."""
        return len(self.keys) + len(self.besides) > MANY

    def change(self, keys: frozenset[Key], besides: frozenset[Key]) -> frozenset[Key]:
        """Pick these instead; what is picked now and was not, or was and is not."""
        changed = (self.keys ^ keys) | (self.besides ^ besides)
        self.keys, self.besides = keys, besides
        self._seats = frozenset(key.id for key in keys if key.kind is Kind.SEAT)
        self._sources = frozenset(key.id for key in keys if key.kind is Kind.SOURCE)
        return changed

    def names(self, key: Key) -> bool:
        """Whether the edge itself is picked, alone or with others."""
        return key in self.keys or key in self.besides

    def tone(self, key: Key, record: Line | Handoff | None) -> Tone:
        """Picked when it is selected itself, or leads down from, or hands to or from, what is."""
        if not self:
            return Tone.REST
        return Tone.PICKED if self._is_spoken_for(record) or self.names(key) else Tone.REST

    def _is_spoken_for(self, record: Line | Handoff | None) -> bool:
        """Whether an edge speaks since an end of it is selected: asked for every edge in sight."""
        match record:
            case Line(manager=manager):
                return manager in self._seats
            case Handoff(source=source, target=target):
                return source in self._seats or source in self._sources or target in self._seats
            case None:
                return False
