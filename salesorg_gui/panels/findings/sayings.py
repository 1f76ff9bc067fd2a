"""Where findings are and all they say, in words; looked up once, and again only when something is called otherwise."""

from operator import is_

from salesorg_gui.panels.findings.words import whereabouts
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.rules.finding import Finding


class Sayings:
    """Speaks of findings in the chart on show."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._said: dict[int, tuple[Finding, str]] = {}
        self._named: tuple[object, ...] = ()

    def where(self, finding: Finding) -> str:
        """The first thing it speaks of."""
        return whereabouts(finding, self._ground.chart, self._ground.catalogue)

    def text(self, finding: Finding) -> str:
        """Everything a finding says, in lower case."""
        said = self._said.get(id(finding))
        if said is None:
            parts = (finding.title, finding.message, self.where(finding), finding.fix, finding.accepted)
            said = self._said[id(finding)] = finding, " ".join(parts).lower()
        return said[1]

    def follow(self, count: int) -> None:
        """There are other findings, so many of them: forget what may be said otherwise, and what is long gone."""
        chart = self._ground.chart
        named = chart.seats, chart.pods, chart.segments, chart.sources
        is_same = len(named) == len(self._named) and all(map(is_, named, self._named))
        if not is_same or len(self._said) > 2 * count:
            self._said.clear()
        self._named = named
