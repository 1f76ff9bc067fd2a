"""What a rule found: where, how bad, in words, and what to do. The words are made when somebody looks at them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple, Protocol

from salesorg_gui.domain.ids import HandoffId, Key, Kind, LineId, PodId, SeatId, SegmentId, SourceId, StageId

MOST_MARKED = 6


class Severity(StrEnum):
    """Error: cannot work as drawn. Warning: a known mistake. Hint: advice."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return ("error", "warning", "hint").index(self.value)


class Saying(Protocol):
    """What a finding says. Of thousands a list shows a screen: whoever finds them need not put all into words."""

    @property
    def message(self) -> str:
        """The whole sentence."""
        ...

    @property
    def fix(self) -> str:
        """The remedy."""
        ...

    @property
    def figures(self) -> tuple[str, ...]:
        """The numbers it tells, such as ``count=9``: an acceptance holds for these and no others."""
        ...


class Said(NamedTuple):
    """The same in words that stand."""

    message: str
    fix: str = ""
    figures: tuple[str, ...] = ()


class Finding(NamedTuple):
    """One finding. ``title`` is short for lists and badges, ``said`` the sentences."""

    rule: str
    severity: Severity
    said: Saying
    title: str = ""
    seats: tuple[SeatId, ...] = ()
    pods: tuple[PodId, ...] = ()
    handoffs: tuple[HandoffId, ...] = ()
    lines: tuple[LineId, ...] = ()
    sources: tuple[SourceId, ...] = ()
    segments: tuple[SegmentId, ...] = ()
    stages: tuple[StageId, ...] = ()
    accepted: str = ""
    """The written reason, when somebody decided to live with it."""
    lapsed: str = ""
    """The reason why somebody lived with it while it told other numbers."""

    @property
    def message(self) -> str:
        """The whole sentence."""
        return self.said.message

    @property
    def fix(self) -> str:
        """The remedy."""
        return self.said.fix

    @property
    def figures(self) -> tuple[str, ...]:
        """The numbers it tells, such as ``count=9``: an acceptance holds for these and no others."""
        return self.said.figures

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
    def is_of_many(self) -> bool:
        """Whether it tells of so many seats at once that a mark on each would tell nothing of any."""
        return self.severity is not Severity.ERROR and len(self.seats) > MOST_MARKED

    @property
    def subjects(self) -> tuple[str, ...]:
        """The ids an acceptance names: sorted, of every kind, stages of the journey included."""
        records = (*self.seats, *self.sources, *self.pods, *self.segments, *self.handoffs, *self.lines)
        return tuple(sorted((*records, *self.stages)))


@dataclass(frozen=True, slots=True)
class Skipped:
    """A rule that could not look, and the rule whose finding stands in its way."""

    rule: str
    because: str
    message: str


@dataclass(frozen=True)
class Findings:
    """All findings of one chart in their fixed order: worst first, then as the catalogue lists the rules."""

    found: tuple[Finding, ...] = ()
    skipped: tuple[Skipped, ...] = ()

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    @cached_property
    def unsettled(self) -> tuple[Finding, ...]:
        """Those nobody has accepted."""
        return tuple(finding for finding in self.found if not finding.accepted)

    @cached_property
    def counts(self) -> Mapping[Severity, int]:
        """How many of each severity nobody has accepted; every severity is there."""
        numbers = Counter(finding.severity for finding in self.unsettled)
        return {severity: numbers[severity] for severity in Severity}

    @cached_property
    def worst(self) -> Severity | None:
        """The worst severity nobody has accepted."""
        return min((finding.severity for finding in self.unsettled), key=lambda severity: severity.rank, default=None)

    @cached_property
    def by_key(self) -> Mapping[Key, tuple[Finding, ...]]:
        """What speaks of each record, in order, so that cards can carry badges."""
        about: dict[Key, list[Finding]] = {}
        for finding in self.found:
            for key in finding.keys:
                about.setdefault(key, []).append(finding)
        return {key: tuple(findings) for key, findings in about.items()}
