"""The journey falls into stretches: seats that hand customers on to each other, whoever feeds them."""

from dataclasses import dataclass, field, replace

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Person
from salesorg_gui.rules.examination import Examination
from salesorg_gui.rules.glass import Notes
from salesorg_gui.rules.journey import Stretch
from salesorg_gui.rules.terms import CLOSING
from tests.rules.builders import ENGLISH, INBOUND, chart, handoff, organisation, plan_of, seat

TEAMS = ("red", "blue", "green")


def teams() -> Chart:
    """Three teams that are drawn alike and fed by the same lead source."""
    seats = [seat(f"{team} {kind}", kind) for team in TEAMS for kind in ("account_executive", "inbound_sdr")]
    flow = [f"{team} inbound_sdr > {team} account_executive: qualified_lead" for team in TEAMS]
    return chart(seats, handoffs=[*flow, *(f"in > {team} inbound_sdr: raw_lead" for team in TEAMS)], sources=[INBOUND])


def stretches(drawn: Chart) -> tuple[Stretch, ...]:
    return organisation(drawn).journey.stretches


def test_a_lead_source_alone_joins_no_teams() -> None:
    assert [one.seats for one in stretches(teams())] == [
        (f"{team} account_executive", f"{team} inbound_sdr") for team in sorted(TEAMS)
    ]
    joined = teams().with_records([handoff("red inbound_sdr > blue account_executive: qualified_lead")])
    assert [len(one.seats) for one in stretches(joined)] == [4, 2]


def test_teams_that_are_drawn_alike_have_one_course_between_them() -> None:
    one, other, third = stretches(teams())
    assert one.course is other.course is third.course
    more = replace(teams().seats[SeatId("red inbound_sdr")], stages_added=(CLOSING,))
    changed = {str(one.seats[0]): one.course for one in stretches(teams().with_records([more]))}
    assert changed["blue account_executive"] is changed["green account_executive"]
    assert changed["red account_executive"] is not changed["blue account_executive"]


@dataclass
class Kept:
    """An examination of one plan, and the stretches it has in mind."""

    plan: Plan = field(default_factory=lambda: plan_of(teams()))
    examination: Examination = field(default_factory=Examination)

    def look(self, drawn: Chart) -> tuple[Stretch, ...]:
        self.plan = self.plan.with_chart(drawn)
        self.examination(self.plan, drawn, ENGLISH)
        return self.examination.ledger.glasses(Notes()).organisation.journey.stretches


def test_after_an_edit_only_the_stretch_around_it_is_another_one() -> None:
    drawn, kept = teams(), Kept()
    before = kept.look(drawn)
    after = kept.look(drawn.with_records([handoff("blue account_executive > blue inbound_sdr: signed_customer")]))
    assert [one is other for one, other in zip(before, after, strict=True)] == [False, True, True]


def test_a_name_makes_no_other_stretch() -> None:
    drawn, kept = teams(), Kept()
    before = kept.look(drawn)
    named = replace(drawn.seats[SeatId("red inbound_sdr")], people=(Person("Kim Berg"),))
    assert kept.look(drawn.with_records([named])) is before


def test_a_seat_that_goes_or_comes_back_divides_or_joins_its_stretch_alone() -> None:
    drawn, kept = teams(), Kept()
    before = kept.look(drawn)
    without = drawn.without([Key(Kind.SEAT, "red inbound_sdr")])
    after = kept.look(without)
    assert after == stretches(without)
    assert [len(one.seats) for one in after] == [2, 2, 1]
    assert kept.look(drawn) == before


def test_a_handoff_joins_two_stretches_and_its_end_parts_them() -> None:
    drawn, kept = teams(), Kept()
    before = kept.look(drawn)
    joined = drawn.with_records([handoff("red inbound_sdr > blue account_executive: qualified_lead")])
    assert kept.look(joined) == stretches(joined)
    assert kept.look(drawn) == before
