"""Cases of the rules about structures."""

from dataclasses import replace

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import ChartId, ModelId
from salesorg_gui.domain.plan import Plan
from tests.rules.builders import chart, pod, seat
from tests.rules.cases.case import Case, case

LINE = (
    seat("inb", "inbound_sdr", names=["Ines"]),
    seat("ae", names=["Ada"]),
    seat("csm", "customer_success_manager", names=["Cleo"]),
)
FLOW = ("inb > ae: qualified_lead", "ae > csm: signed_customer")


def line(closers: int = 1, model: str = "assembly_line") -> Chart:
    """A line of specialists with so many closers."""
    return chart([LINE[0], replace(LINE[1], headcount=closers), LINE[2]], handoffs=FLOW, model=model)


def islands(people: int, model: str = "island") -> Chart:
    """So many people who each take a customer all the way."""
    return chart([seat("rep", "island_rep", headcount=people, names=["Ina"])], model=model)


def island_with(accounts: int) -> Chart:
    """An island rep with so many accounts."""
    rep = replace(seat("rep", "island_rep", names=["Ina"]), accounts=accounts)
    return chart([seat("head", "head_of_sales", names=["Hanna"]), rep], ["rep > head"])


def chain(length: int) -> Chart:
    """One closer after another."""
    seats = [seat(f"s{number:02}") for number in range(length)]
    return chart(seats, handoffs=[f"s{n:02} > s{n + 1:02}: qualified_lead" for n in range(length - 1)])


def versions(*models: str) -> Plan:
    """One chart a month, each with this structure; the first tab is the newest."""
    charts = [
        replace(
            chart([seat("x")]),
            id=ChartId(f"c{place}"),
            since=f"2026-{place + 1:02}-01",
            model=ModelId(model),
            order=-place,
        )
        for place, model in enumerate(models)
    ]
    return Plan(charts={one.id: one for one in charts})


CASES: tuple[Case, ...] = (
    case("model-declared-differs", line(model="pod"), line(), is_fixable=True),
    case("model-line-too-early", line(4), line(5), answers={"budget": "small"}),
    case("model-island-does-not-scale", islands(7), islands(6)),
    case("model-island-many-accounts", island_with(41), island_with(40), is_fixable=True),
    case(
        "model-relationship-many-handoffs",
        line(),
        chart([*LINE, seat("x", "island_rep", headcount=10)], handoffs=FLOW),
        answers={"relationship": "long_term"},
    ),
    case(
        "model-culture-mismatch",
        chart([seat("a")], pods=[pod("p")], model="pod"),
        chart([seat("a")], pods=[pod("p")], model="assembly_line"),
        answers={"culture": "competitive"},
    ),
    case(
        "model-overcomplicated",
        chain(14),
        chain(13),
        limits={"model-overcomplicated": {"base": 9, "per_people": 3}},
    ),
    Case("model-reorganised-often", versions("pod", "island", "pod"), versions("pod", "island", "island")),
)
