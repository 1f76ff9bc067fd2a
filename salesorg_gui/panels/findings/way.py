"""The way through the findings, one by one; it goes on at the right place when the one at hand is settled."""

from collections.abc import Sequence

from salesorg_gui.panels.findings.grouping import Mark
from salesorg_gui.rules.finding import Finding


class Way:
    """Knows which finding is at hand. When that one is gone, the next step leads to the one that came after it."""

    def __init__(self) -> None:
        self._way: Sequence[Finding] = ()
        self._mark: Mark | None = None
        self._next: int | None = None

    @property
    def mark(self) -> Mark | None:
        """What the finding at hand is known by, even where a filter hides it."""
        return self._mark

    @property
    def current(self) -> Finding | None:
        """The finding at hand, if it is on the way."""
        at = self._place()
        return None if at is None else self._way[at]

    @property
    def upcoming(self) -> Finding | None:
        """Where the next step leads after the finding at hand was settled."""
        return self._way[self._next] if self._next is not None and self._next < len(self._way) else None

    def follow(self, way: Sequence[Finding]) -> None:
        """Findings differ; keep the one at hand, or the place where it was."""
        if self._mark is None:
            self._way = way
            return
        later = self._later()
        self._way = way
        if self._place() is not None:
            self._next = None
            return
        if later:
            places = {Mark.of(finding): place for place, finding in enumerate(way)}
            self._next = next((places[mark] for one in later if (mark := Mark.of(one)) in places), len(way))

    def go_to(self, finding: Finding) -> None:
        """Take a finding to hand."""
        self._mark, self._next = Mark.of(finding), None

    def forget(self) -> None:
        """Have nothing at hand; the next step leads to the first."""
        self._mark, self._next = None, None

    def step(self, by: int) -> Finding | None:
        """Go on, or back, round and round; nothing when there are no findings."""
        if not self._way:
            return None
        at = self._place()
        if at is not None:
            at += by
        elif self._next is not None:
            at = self._next if by > 0 else self._next - 1
        else:
            at = 0 if by > 0 else -1
        finding = self._way[at % len(self._way)]
        self.go_to(finding)
        return finding

    def _place(self) -> int | None:
        mark = self._mark
        if mark is None:
            return None
        alike = (
            place for place, one in enumerate(self._way) if one.rule == mark.rule and one.subjects == mark.subjects
        )
        return next(alike, None)

    def _later(self) -> Sequence[Finding]:
        """What comes after the finding at hand, or from where it was."""
        at = self._place()
        if at is not None:
            return self._way[at + 1 :]
        return self._way[self._next :] if self._next is not None else ()
