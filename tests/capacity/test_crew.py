"""When all get through as drawn, the search for the largest flow says so too; else it is asked."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesorg_gui.capacity import bottleneck as bottlenecks
from salesorg_gui.capacity.capacity import Capacity, NoCapacity
from salesorg_gui.domain.chart import Chart
from tests.capacity.test_capacity import LINE, OBJECTS, ROLES, fte, likely, line, reckoned, sources, team
from tests.rules.builders import chart, handoff, seat

CARING = ("customer_success_manager", "account_manager", "key_account_manager")


def is_plain(drawn: Chart, base: float = 0) -> bool:
    return all(crew.is_free for crew in reckoned(drawn, base).crews.values())


def searched(drawn: Chart, found: Capacity) -> bottlenecks.Bottleneck:
    """What the search finds when nothing is taken for plain."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bottlenecks, "all_get_through", lambda *_: False)
        return replace(found).bottleneck


def test_where_everybody_has_time_all_get_through() -> None:
    assert is_plain(line(100, 100, team(1, 1, 1, 2)))
    assert not is_plain(line(500, 100, team(1, 1, 1, 2)))
    assert not is_plain(line(100, 100, team(1, 1, 1, 1)), base=50)


@pytest.mark.parametrize(
    "ways",
    [
        LINE[:-1],
        (*LINE, "in > ae: hot_lead"),
        (*LINE, likely("ae > sdr: rejected_lead", 0.1)),
        (*LINE[:-1], "ae > csm: key_customer"),
    ],
)
def test_where_it_is_not_plain_the_search_is_asked(ways: tuple[str, ...]) -> None:
    assert not is_plain(line(100, 100, team(1, 1, 1, 2), ways))


def test_who_keeps_customers_without_taking_them_in_is_looked_at_closely() -> None:
    seats = (*team(4, 4, 4)[:3], seat("csm", "account_manager"))
    assert is_plain(line(300, 300, seats))
    assert not is_plain(line(600, 600, seats)), "taking them in is work for 1.4 people"


@given(st.data())
def test_what_is_plain_is_what_the_search_finds(data: st.DataObject) -> None:
    names = [f"s{number}" for number in range(data.draw(st.integers(1, 6)))]
    seats = [
        fte(seat(name, data.draw(st.sampled_from((*ROLES, *CARING)))), data.draw(st.sampled_from((0.5, 1.0, 4.0))))
        for name in names
    ]
    ways = [
        replace(
            handoff(
                f"{giver} > {data.draw(st.sampled_from(names))}: {data.draw(st.sampled_from(OBJECTS))}", id=f"h{n}"
            ),
            probability=data.draw(st.sampled_from((None, None, 0.3, 1.0))),
        )
        for n, giver in enumerate(data.draw(st.lists(st.sampled_from(["in", "out", *names]), max_size=12)))
    ]
    drawn = chart(seats, handoffs=ways, sources=sources(50, 60))
    try:
        found = reckoned(drawn)
    except NoCapacity:
        return
    told, sought = found.bottleneck, searched(drawn, found)
    assert told.seats == sought.seats
    assert (told.flow, told.demand) == pytest.approx((sought.flow, sought.demand))
