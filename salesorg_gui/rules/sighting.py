"""What a rule says before its texts are put in: who is concerned, and the words for the gaps in its message."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import ClassVar, NamedTuple, Protocol

from salesorg_gui.domain.ids import HandoffId, LineId, PodId, SeatId, SegmentId, SourceId, StageId
from salesorg_gui.rules.finding import Severity
from salesorg_gui.rules.organisation import Organisation

type Limits = Mapping[str, float]
type Words = Mapping[str, str | float]


NO_WORDS: Words = MappingProxyType({})


class Sighting(NamedTuple):
    """One thing seen. ``severity`` is set only where it differs from the one the catalogue gives the rule.

    ``variant`` names the texts of the catalogue that fit better than the usual ones.
    """

    words: Words = NO_WORDS
    seats: tuple[SeatId, ...] = ()
    pods: tuple[PodId, ...] = ()
    segments: tuple[SegmentId, ...] = ()
    handoffs: tuple[HandoffId, ...] = ()
    lines: tuple[LineId, ...] = ()
    sources: tuple[SourceId, ...] = ()
    stages: tuple[StageId, ...] = ()
    severity: Severity | None = None
    variant: str = ""


class Rule(Protocol):
    """Looks at one organisation; never blocks, asks or repairs. Texts and default limits stand in the catalogue."""

    id: ClassVar[str]

    @property
    def title(self) -> str:
        """A few words for lists and badges."""
        ...

    def examine(self, org: Organisation, limits: Limits) -> Iterable[Sighting]:
        """What it sees, in the order of the ids concerned."""
        ...
