"""How long customer cases take: made pair by pair from four axes of ten values, and walked after an edit.

Then one case on companies of more and more seats. CPU time of this process.
"""

import time
from dataclasses import replace

from benchmarks.companies import company
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, ObjectId, PodId, RoleId, SeatId, SegmentId, SourceId
from salesorg_gui.domain.records import Handoff, Lane, Pod, Record, Seat, Segment, Source
from salesorg_gui.study.cases.boundary import boundary_cases
from salesorg_gui.study.cases.pairs import covering
from salesorg_gui.study.cases.trial import Trial

NAMED = ("geography", "product", "vertical")
VALUES = 10
ROLES = ("inbound_sdr", "account_executive", "customer_success_manager")
OBJECTS = ("raw_lead", "qualified_lead", "signed_customer")
SIZES = (175, 1_000, 10_000)


def market() -> Chart:
    """Three axes of ten names and one of ten bands of sizes; a pod for each region hands customers on."""
    web = Source(SourceId("web"), Lane.INBOUND, "website")
    records: list[Record] = [web]
    for place in range(VALUES):
        records += [Segment(SegmentId(f"{axis}{place}"), axis, f"{axis} {place}") for axis in NAMED]
        low, high = place * 100.0, place * 100.0 + 100.0
        records.append(Segment(SegmentId(f"size{place}"), "customer_size", f"Band {place}", lowest=low, below=high))
        pod = PodId(f"pod{place}")
        records.append(Pod(pod, f"Pod {place}", (SegmentId(f"geography{place}"),)))
        seats = [SeatId(f"{role}{place}") for role in ROLES]
        records += [Seat(id, RoleId(role), pod=pod) for id, role in zip(seats, ROLES, strict=True)]
        givers: list[SeatId | SourceId] = [web.id, *seats[:-1]]
        for giver, taker, what in zip(givers, seats, OBJECTS, strict=True):
            records.append(Handoff(HandoffId(f"{giver}>{taker}"), giver, taker, ObjectId(what)))
    return Chart().with_records(records)


def main() -> None:
    """Print the table."""
    catalogue, chart = load(), market()
    began = time.process_time()
    fewest = len(covering((VALUES,) * 4, 10_000).combinations)
    print(f"four axes of ten values: {fewest} cases hold every pair ({_since(began)}); 100 are the fewest there can be")
    began = time.process_time()
    made = boundary_cases(Trial(chart, catalogue).territory).cases
    print(f"the same with three numbers at each cut and a lead source: {len(made)} cases made in {_since(began)}")
    began = time.process_time()
    Trial(replace(chart), catalogue).outcomes(made)
    print(f"walked after an edit: {_since(began)}")
    for seats in SIZES:
        drawn = company(seats).first_chart
        cases = boundary_cases(Trial(drawn, catalogue).territory).cases[:10]
        began = time.process_time()
        Trial(replace(drawn), catalogue).outcomes(cases)
        print(f"{seats:>6} seats: {len(cases)} cases walked after an edit in {_since(began)}")


def _since(began: float) -> str:
    return f"{(time.process_time() - began) * 1_000:.0f} ms"


if __name__ == "__main__":
    main()
