"""The findings of one rule by severity, each kind in its order."""

from bisect import bisect_left, insort
from collections.abc import Iterable

from salesorg_gui.rules.finding import Finding, Severity
from salesorg_gui.rules.voice import Order, order_of

type Turn = tuple[str, int]
"""What was looked at, and the number of the finding in this look: of two about the same ids the first stands first."""
type Placed = tuple[Turn, Finding]
type Row = tuple[Order, Turn, Finding]

FEW = 64
"""Up to so many findings find their places one by one."""


class Standing:
    """Findings that stand in order while some come and others go."""

    def __init__(self) -> None:
        self._rows: dict[Severity, list[Row]] = {severity: [] for severity in Severity}
        self._told: dict[Severity, tuple[Finding, ...]] = {}

    def of(self, severity: Severity) -> tuple[Finding, ...]:
        """Those of one severity."""
        if severity not in self._told:
            self._told[severity] = tuple(finding for _order, _turn, finding in self._rows[severity])
        return self._told[severity]

    def __bool__(self) -> bool:
        return any(self._rows.values())

    def clear(self) -> None:
        """Let all of them go."""
        for rows in self._rows.values():
            rows.clear()
        self._told.clear()

    def change(self, gone: Iterable[Placed], come: Iterable[Placed]) -> None:
        """Let some go and others come."""
        for turn, finding in gone:
            rows = self._rows[finding.severity]
            del rows[bisect_left(rows, (order_of(finding), turn), key=_place)]
            self._told.pop(finding.severity, None)
        news = list(come)
        for turn, finding in news:
            row = (order_of(finding), turn, finding)
            self._told.pop(finding.severity, None)
            if len(news) <= FEW:
                insort(self._rows[finding.severity], row, key=_place)
            else:
                self._rows[finding.severity].append(row)
        if len(news) > FEW:
            for rows in self._rows.values():
                rows.sort(key=_place)


def _place(row: Row) -> tuple[Order, Turn]:
    return row[:2]
