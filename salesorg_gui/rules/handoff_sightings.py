"""What findings about handoffs have in common: the two ends, named and listed."""

from salesorg_gui.rules.finding import Severity
from salesorg_gui.rules.graphs import Delivery, LeadSource
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Sighting, Words


def about(org: Organisation, *deliveries: Delivery, severity: Severity | None = None, **words: str | float) -> Sighting:
    """A sighting of handoffs; ``source`` and ``target`` of the message are the ends of the first one."""
    first = deliveries[0]
    if len(deliveries) == 1:
        return _about_one(org, first, severity, words)
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


def _about_one(org: Organisation, delivery: Delivery, severity: Severity | None, words: Words) -> Sighting:
    handoff, giver, taker, *_object = delivery
    called = org.names.called
    if isinstance(giver, LeadSource):
        words = {"source": org.names.source(giver.source), "target": called[taker], **words}
        return Sighting(words, (taker,), sources=(giver.source,), handoffs=(handoff.id,), severity=severity)
    words = {"source": called[giver], "target": called[taker], **words}
    seats = (giver,) if giver == taker else (giver, taker)
    return Sighting(words, seats, handoffs=(handoff.id,), severity=severity)
