"""A small organisation on show, the words for it, and colours, as the panels get them."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import (
    ChartId,
    HandoffId,
    KpiId,
    LineId,
    ObjectId,
    PodId,
    RoleId,
    SeatId,
    SegmentId,
    SourceId,
)
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Handoff, Lane, Line, Measure, Person, Pod, Seat, Segment, Source
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.look import Look
from salesorg_gui.session.session import Session
from salesorg_gui.session.vocabulary import Vocabulary
from tests.at_rest import nothing_left_behind

BOSS, SDR, SELLER, CARER = SeatId("boss"), SeatId("sdr"), SeatId("seller"), SeatId("carer")
WEST, NORTH, WEB = PodId("west"), SegmentId("north"), SourceId("web")
LEAD, WON = HandoffId("lead"), HandoffId("won")


def plan() -> Plan:
    """A leader, a pod of three, a segment, a lead source, two handoffs."""
    seats = [
        Seat(BOSS, RoleId("head_of_sales"), people=(Person("Kari Lund"),)),
        Seat(SDR, RoleId("inbound_sdr"), people=(Person("Elin W."),), pod=WEST, order=1),
        Seat(SELLER, RoleId("account_executive"), people=(Person("Sara L."),), pod=WEST, order=2),
        Seat(
            CARER,
            RoleId("customer_success_manager"),
            pod=WEST,
            order=3,
            measures=(Measure(KpiId("net_revenue_retention")),),
        ),
    ]
    lines = [Line(LineId(f"l{n}"), seat, BOSS, order=n) for n, seat in enumerate((SDR, SELLER, CARER))]
    handoffs = [
        Handoff(LEAD, SDR, SELLER, ObjectId("qualified_lead"), limit_hours=24),
        Handoff(WON, SELLER, CARER, ObjectId("signed_customer"), limit_hours=48),
        Handoff(HandoffId("raw"), WEB, SDR, ObjectId("raw_lead"), limit_hours=1),
    ]
    chart = Chart(ChartId("as-is"), "As is").with_records(
        [
            *seats,
            *lines,
            *handoffs,
            Pod(WEST, "West", (NORTH,), lead=BOSS),
            Segment(NORTH, value="Nordics"),
            Source(WEB, Lane.INBOUND, "website", per_month=240),
        ]
    )
    return Plan("Nordlys", charts={chart.id: chart})


@pytest.fixture(autouse=True)
def at_rest(qtbot: QtBot) -> Iterator[None]:
    """No window and no timer is left."""
    with nothing_left_behind():
        yield


@pytest.fixture
def session() -> Session:
    """The open document."""
    return Session(plan())


@pytest.fixture
def ground(session: Session) -> Ground:
    """What panels stand on."""
    look = Look(theme(ThemeName.LIGHT).colours)
    return Ground(session, Vocabulary(session, load("en")), look)
