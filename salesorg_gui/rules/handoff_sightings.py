"""What findings about handoffs have in common: the two ends, named and listed."""

from salesorg_gui.rules.finding import Severity
from salesorg_gui.rules.graphs import Delivery, LeadSource
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Sighting


def about(org: Organisation, *deliveries: Delivery, severity: Severity | None = None, **words: str | float) -> Sighting:
    """A sighting of handoffs; ``source`` and ``target`` of the message are the ends of the first one."""
    first = deliveries[0]
    givers = [delivery.giver for delivery in deliveries]
    sources = tuple(dict.fromkeys([giver.source for giver in givers if isinstance(giver, LeadSource)]))
    seats = [giver for giver in givers if not isinstance(giver, LeadSource)] if sources else givers
    return Sighting(
        {"source": org.names.giver(first.giver), "target": org.names.seat(first.taker), **words},
        seats=tuple(dict.fromkeys([*seats, *[one.taker for one in deliveries]])),
        sources=sources,
        handoffs=tuple([delivery.handoff.id for delivery in deliveries]),
        severity=severity,
    )
