"""Rules that speak of every seat or source do not look at all the others for each of them."""

from collections.abc import Iterator

from salesorg_gui.domain.ids import SeatId, SourceId
from salesorg_gui.domain.records import Source
from salesorg_gui.rules.graphs import Delivery
from salesorg_gui.rules.handoff_coverage import WayToCloser
from salesorg_gui.rules.reporting_shape import Orphan
from tests.rules.builders import chart, organisation, seat


class Counted[T](list[T]):
    """A list that counts what is taken out of it."""

    taken = 0

    def __iter__(self) -> Iterator[T]:
        for one in super().__iter__():
            self.taken += 1
            yield one


def test_a_few_usual_managers_are_enough_for_each_orphan() -> None:
    org = organisation(chart([*(seat(f"h{number}", "head_of_sales") for number in range(100)), seat("a")]))
    heads = Counted[SeatId](org.with_role(org.role_id(SeatId("h0"))))
    org.__dict__["seats_by_role"] = {org.role_id(SeatId("h0")): heads}
    (sighting,) = (one for one in Orphan().examine(org, {}) if one.seats == ("a",))
    assert str(sighting.words["suggested_managers"]).count("Head of Sales") == 3
    assert heads.taken < 10


def test_handoffs_are_gone_through_once_for_all_sources() -> None:
    sources = [Source(SourceId(f"q{number}")) for number in range(100)]
    flow = [f"{source.id} > idle: raw_lead" for source in sources]
    org = organisation(chart([seat("idle", "head_of_sales")], handoffs=flow, sources=sources))
    deliveries = Counted[Delivery](org.graphs.deliveries)
    org.graphs.__dict__["deliveries"] = deliveries
    assert {one.seats for one in WayToCloser().examine(org, {})} == {("idle",)}
    assert deliveries.taken < 5 * len(sources)
