"""The findings of one rule by severity, each kind in its order."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from operator import itemgetter

from salesorg_gui.rules.finding import Finding, Severity
from salesorg_gui.rules.voice import Order, order_of

type Rows = list[tuple[Order, Finding]]

FEW = 64
"""Up to so many findings find their places one by one."""
BY_ORDER = itemgetter(0)


class Standing:
    """Findings that stand in order while some come and others go."""

    def __init__(self) -> None:
        self._rows: dict[Severity, Rows] = {severity: [] for severity in Severity}
        self._told: dict[Severity, tuple[Finding, ...] | None] = {}

    def of(self, severity: Severity) -> tuple[Finding, ...]:
        """Those of one severity."""
        told = self._told.get(severity)
        if told is None:
            told = self._told[severity] = tuple(finding for _order, finding in self._rows[severity])
        return told

    def __bool__(self) -> bool:
        return any(self._rows.values())

    def clear(self) -> None:
        """Let all of them go."""
        for rows in self._rows.values():
            rows.clear()
        self._told.clear()

    def change(self, gone: Iterable[Finding], come: Iterable[Finding]) -> None:
        """Let some go and others come."""
        for finding in gone:
            rows, order = self._rows[finding.severity], order_of(finding)
            del rows[bisect_left(rows, order, key=BY_ORDER)]
            self._told[finding.severity] = None
        news = list(come)
        for finding in news:
            self._told[finding.severity] = None
            if len(news) <= FEW:
                insort(self._rows[finding.severity], (order_of(finding), finding), key=BY_ORDER)
            else:
                self._rows[finding.severity].append((order_of(finding), finding))
        if len(news) > FEW:
            for rows in self._rows.values():
                rows.sort(key=BY_ORDER)
