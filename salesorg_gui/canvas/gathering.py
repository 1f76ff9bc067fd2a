"""The bundles of a picture, gathered when somebody asks, from what the last ones can leave to them."""

from salesorg_gui.canvas.bundles import Bundles
from salesorg_gui.canvas.loose_lines import LooseLines, loose_lines, loose_lines_after
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.layout.layout import ViewKind
from salesorg_gui.layout.wiring import Wiring


class Gathering:
    """Which lines go by themselves is kept up with every change, all else is found anew."""

    def __init__(self) -> None:
        self._lines: LooseLines | None = None
        self._bundles: Bundles | None = None
        self._earlier: Bundles | None = None

    def bundles(self, wiring: Wiring) -> Bundles:
        """The lines by leader."""
        if self._bundles is None:
            self._bundles = self._earlier = Bundles(self.lines(wiring), self._earlier)
        return self._bundles

    def lines(self, wiring: Wiring) -> LooseLines:
        """The lines that go by themselves."""
        self._lines = self._lines or loose_lines(wiring)
        return self._lines

    def round_cards(self, wiring: Wiring) -> set[Key]:
        """The lines of the reporting view that go round cards, and so may have another way whenever a card moves."""
        is_so = wiring.layout.view is ViewKind.REPORTING
        return {Key(Kind.LINE, line) for line in self.lines(wiring).loose} if is_so else set()

    def start_over(self) -> None:
        """Another chart comes."""
        self._lines = self._earlier = self._bundles = None

    def forget_ways(self) -> None:
        """Much has moved."""
        self._bundles = None

    def follow(self, before: Wiring, after: Wiring) -> None:
        """Go along from one chart in its layout to the next."""
        if before.layout is not after.layout or before.chart.lines is not after.chart.lines:
            self._bundles = None
        if self._lines is not None:
            self._lines = loose_lines_after(self._lines, after)
