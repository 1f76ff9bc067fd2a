"""What a rule found: where, how bad, in words, and what to do."""

from dataclasses import dataclass
from enum import StrEnum

from salesorg_gui.domain.ids import HandoffId, Key, Kind, LineId, PodId, SeatId, SegmentId, SourceId


class Severity(StrEnum):
    """Error: cannot work as drawn. Warning: a known mistake. Hint: advice."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return ("error", "warning", "hint").index(self.value)


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. ``title`` is short for lists and badges, ``message`` the whole sentence, ``fix`` the remedy."""

    rule: str
    severity: Severity
    message: str
    fix: str
    title: str = ""
    seats: tuple[SeatId, ...] = ()
    pods: tuple[PodId, ...] = ()
    handoffs: tuple[HandoffId, ...] = ()
    lines: tuple[LineId, ...] = ()
    sources: tuple[SourceId, ...] = ()
    segments: tuple[SegmentId, ...] = ()
    accepted: str = ""
    """The written reason, when somebody decided to live with it."""

    @property
    def keys(self) -> tuple[Key, ...]:
        """Everything on the canvas it speaks of, seats first."""
        groups = (
            (Kind.SEAT, self.seats),
            (Kind.SOURCE, self.sources),
            (Kind.POD, self.pods),
            (Kind.SEGMENT, self.segments),
            (Kind.HANDOFF, self.handoffs),
            (Kind.LINE, self.lines),
        )
        return tuple(Key(kind, name) for kind, names in groups for name in names)

    @property
    def subjects(self) -> tuple[str, ...]:
        """The ids an acceptance names: sorted, of every kind."""
        return tuple(sorted(key.id for key in self.keys))
