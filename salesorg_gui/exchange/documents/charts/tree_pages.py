"""Parts a reporting tree into pages: one for every manager whose branch does not fit the page above.

A page shows a manager and as many whole levels below as can be read. Who leads on the last of them has a page of their
own, unless so few stand below that it would be almost empty and they still find room. A manager of too many reports
gets several pages.
"""

from collections.abc import Collection, Iterator, Sequence

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.drawing.words import person_or_title, seat_title
from salesorg_gui.exchange.documents.charts.branches import fitting
from salesorg_gui.exchange.documents.charts.furniture import figures
from salesorg_gui.exchange.documents.charts.leaves import Leaf, Trail, grids, in_parts
from salesorg_gui.exchange.documents.charts.tree_parts import in_order_of, part_of
from salesorg_gui.exchange.documents.charts.tree_room import TreeRoom
from salesorg_gui.exchange.documents.charts.tree_scene import Onward, TreeScene
from salesorg_gui.exchange.watch import onlooker
from salesorg_gui.i18n import _
from salesorg_gui.layout.layout import Layout


class TreePages(TreeRoom):
    """The reporting tree on pages of one size."""

    def leaves(self) -> list[Leaf]:
        """All pages, each manager before those below; those without any line at the end."""
        forest, leading = self.forest, [root for root in self.forest.roots if root in self.forest.reports]
        found = [leaf for group in self.groups(leading) for leaf in self._of_group(group)]
        loners = tuple(Key(Kind.SEAT, root) for root in forest.roots if root not in forest.reports)
        scenes = grids(self.chart, loners, self.room)
        for number, scene in enumerate(scenes, 1):
            title = in_parts(_("Without reporting lines"), number, len(scenes))
            seats = tuple(SeatId(key.id) for key in scene.keys)
            found.append(Leaf(f"{self.mark}loners {number}", title, self._figures(seats), scene, seats=seats))
        return found

    def _of_group(self, roots: Sequence[SeatId]) -> Iterator[Leaf]:
        if len(roots) == 1:
            yield from self._branch(roots[0], ())
        else:
            yield self._shared(roots, ())

    def _shared(self, roots: Sequence[SeatId], trail: Trail) -> Leaf:
        """The page of several whole branches."""
        folded = self.stops_below(roots)
        part = part_of(self.chart, self.forest, roots, folded)
        layout = fitting(part, self.room, folded)
        assert layout is not None
        names = ", ".join(self._name(root) for root in roots)
        scene, home = self._scene(part, layout)
        note = self._figures([seat for root in roots for seat in self.forest.below(root)])
        others = tuple(self._page_of(root) for root in roots[1:])
        return Leaf(self._page_of(roots[0]), names, note, scene, trail, home, others=others)

    def _scene(self, part: Chart, layout: Layout) -> tuple[TreeScene, tuple[SeatId, ...]]:
        """What stands on a page, and who is at home there."""
        shown = [seat for seat in part.seats if Key(Kind.SEAT, seat) in layout.cards]
        onward = {
            seat: self.stops.get(seat) or Onward(self._page_of(seat), self.below[seat])
            for seat in shown
            if seat in layout.folded
        }
        return TreeScene(part, layout, onward), tuple(seat for seat in shown if seat not in onward)

    def _branch(self, top: SeatId, trail: Trail) -> Iterator[Leaf]:
        """The page of a manager, and those of whoever goes on elsewhere."""
        onlooker().rest()
        folded = self.folded(top)
        if folded is None:
            yield from self._in_parts(top, trail)
            return
        yield self._leaf(top, self.forest.reports.get(top, ()), folded, trail, "")
        yield from self._further(folded, (*trail, (self._name(top), self._page_of(top))))

    def _further(self, folded: Collection[SeatId], trail: Trail) -> Iterator[Leaf]:
        for run in self.runs([seat for seat in in_order_of(self.forest, folded) if seat not in self.stops]):
            for part in self.packed(run):
                if len(part) == 1:
                    yield from self._branch(part[0], trail)
                else:
                    yield self._shared(part, trail)

    def _in_parts(self, top: SeatId, trail: Trail) -> Iterator[Leaf]:
        """A manager whose reports alone are too many for a page."""
        reports = self.forest.reports[top]
        parts = self.parts(top, reports)
        for number, part in enumerate(parts, 1):
            folded = frozenset(seat for seat in part if seat in self.forest.reports or seat in self.stops)
            word = in_parts("", number, len(parts))
            yield self._leaf(top, part, folded, trail, word, number, len(parts))
        leading = [seat for seat in reports if seat in self.forest.reports]
        yield from self._further(leading, (*trail, (self._name(top), self._page_of(top))))

    def _leaf(  # noqa: PLR0913, PLR0917 -- all that differs between the pages of a manager
        self,
        top: SeatId,
        reports: Sequence[SeatId],
        folded: frozenset[SeatId],
        trail: Trail,
        word: str,
        number: int = 1,
        of: int = 1,
    ) -> Leaf:
        part = part_of(self.chart, self.forest, [top], folded, reports)
        layout = fitting(part, self.room, folded)
        assert layout is not None
        scene, shown = self._scene(part, layout)
        home = tuple(seat for seat in shown if number == 1 or seat != top)
        role = self.subject.catalogue.role(self.chart.seats[top].role)
        note = " · ".join(text for text in (self._role(top), self._figures(self.forest.below(top)), word) if text)
        following = ((_("Continued on page {page}"), self._page_of(top, number + 1)),) if number < of else ()
        return Leaf(self._page_of(top, number), self._name(top), note, scene, trail, home, (), role.purpose, following)

    def _page_of(self, seat: SeatId, number: int = 1) -> str:
        """The name of a manager's leaf."""
        return f"{self.mark}tree {seat}" + (f" {number}" if number > 1 else "")

    def _role(self, seat_id: SeatId) -> str:
        seat = self.chart.seats[seat_id]
        return seat_title(seat, self.subject.catalogue.role(seat.role)) if seat.holder else ""

    def _name(self, seat: SeatId) -> str:
        return person_or_title(self.chart.seats[seat], self.subject.catalogue)

    def _figures(self, seats: Sequence[SeatId]) -> str:
        fte = sum(self.chart.seats[seat].total_fte for seat in seats)
        return figures(len(seats), fte, self.subject.catalogue.language)
