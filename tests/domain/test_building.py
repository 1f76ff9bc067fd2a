"""Cards are added where they belong, levels change, pods close around seats and open again, copies take their place."""

from dataclasses import replace

import pytest

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.building import AddSeat, Demote, DissolvePods, Enclose, Promote, Spot
from salesorg_gui.domain.edits.duplicating import duplicating, numbered
from salesorg_gui.domain.edits.edit import EditRefused
from salesorg_gui.domain.ids import Key, Kind, LineId, PodId, RoleId, SeatId, SegmentId
from salesorg_gui.domain.records import Hire, HireStatus, Person, Place, Pod, Seat, Segment, Status
from tests import builders as b

NEW = SeatId("new")


def add(spot: Spot, *lines: str) -> AddSeat:
    seat = Seat(NEW, RoleId("account_executive"), status=Status.OPEN)
    return AddSeat(seat, spot, tuple(map(LineId, lines or ("l1", "l2", "l3"))), "Add report")


def row(chart: Chart, pod: PodId) -> list[str]:
    return [seat.id for seat in chart.members.get(pod, ())]


def test_a_report_stands_in_its_row_and_in_its_pod() -> None:
    after = add(Spot(b.HEAD, b.BO, b.NORTH, b.CY)).apply(b.pod_chart())
    assert after.reports_of(b.HEAD) == (b.ADA, NEW, b.BO, b.CY, b.DI)
    assert row(after, b.NORTH) == [b.ADA, b.BO, NEW, b.CY]


def test_a_manager_above_takes_the_place_of_those_below_it() -> None:
    after = add(Spot(b.HEAD, b.BO, above=(b.BO, b.CY))).apply(b.pod_chart())
    assert after.reports_of(b.HEAD) == (b.ADA, NEW, b.DI)
    assert after.reports_of(NEW) == (b.BO, b.CY)
    assert after.lines_up[b.BO][0].id == "bo-head"


def test_a_manager_above_who_reported_to_nobody_gets_a_line_of_its_own() -> None:
    after = add(Spot(above=(b.HEAD,))).apply(b.pod_chart())
    assert after.manager_of(b.HEAD) == NEW
    assert after.manager_of(NEW) is None


def test_a_free_place_counts_only_outside_of_pods() -> None:
    free = add(Spot(place=Place(8, 16))).apply(b.pod_chart())
    assert free.seats[NEW].place == Place(8, 16)
    inside = add(Spot(pod=b.NORTH, place=Place(8, 16))).apply(b.pod_chart())
    assert (inside.seats[NEW].pod, inside.seats[NEW].place) == (b.NORTH, None)


@pytest.mark.parametrize("spot", [Spot(SeatId("gone")), Spot(pod=PodId("gone")), Spot(above=(SeatId("gone"),))])
def test_a_spot_that_is_gone_is_refused_with_a_sentence(spot: Spot) -> None:
    with pytest.raises(EditRefused, match=r"\w+\."):
        add(spot).apply(b.pod_chart())


def test_promoting_puts_a_seat_right_behind_its_manager() -> None:
    chart = (
        b.pod_chart().with_records([b.line(b.CY, b.BO), b.line(b.DI, b.HEAD, 5)]).without([Key(Kind.LINE, "cy-head")])
    )
    after = Promote(b.CY).apply(chart)
    assert after.reports_of(b.HEAD) == (b.ADA, b.BO, b.CY, b.DI)


def test_promoting_behind_the_last_manager_comes_last() -> None:
    chart = b.pod_chart().with_records([b.line(b.CY, b.DI)]).without([Key(Kind.LINE, "cy-head")])
    assert Promote(b.CY).apply(chart).reports_of(b.HEAD)[-1] == b.CY


def test_demoting_puts_a_seat_under_the_colleague_before_it() -> None:
    after = Demote(b.BO).apply(b.pod_chart())
    assert after.manager_of(b.BO) == b.ADA


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (Promote(b.HEAD), "reports to nobody"),
        (Promote(b.ADA), "no higher level"),
        (Promote(SeatId("gone")), "no longer"),
        (Demote(b.ADA), "nobody before it"),
        (Demote(b.HEAD), "nobody before it"),
        (DissolvePods((PodId("gone"),)), "no pod here"),
        (DissolvePods(()), "no pod here"),
    ],
)
def test_what_leads_nowhere_is_refused(edit: Promote | Demote | DissolvePods, reason: str) -> None:
    with pytest.raises(EditRefused, match=reason):
        edit.apply(b.pod_chart())


def test_a_pod_closes_around_seats_in_the_order_given() -> None:
    pod = Pod(PodId("team"), "Team", (b.EUROPE,), b.DI)
    after = Enclose(pod, (b.DI, b.ADA), b.SOUTH).apply(b.pod_chart())
    assert row(after, PodId("team")) == [b.DI, b.ADA]
    assert after.pods[PodId("team")].lead == b.DI
    assert [one.id for one in after.pods_in[b.EUROPE]] == ["team", b.SOUTH]


def test_an_empty_pod_needs_no_seats_and_a_gone_lead_is_refused() -> None:
    assert row(Enclose(Pod(PodId("team")), ()).apply(b.pod_chart()), PodId("team")) == []
    with pytest.raises(EditRefused, match="no longer"):
        Enclose(Pod(PodId("team"), lead=SeatId("gone")), ()).apply(b.pod_chart())


def test_a_dissolved_pod_leaves_its_seats() -> None:
    after = DissolvePods((b.NORTH, b.NORTH)).apply(b.pod_chart())
    assert b.NORTH not in after.pods
    assert {after.seats[seat].pod for seat in (b.ADA, b.BO, b.CY)} == {None}


def copied(chart: Chart, keys: list[Key], count: int = 1) -> tuple[Chart, list[Key]]:
    edit = duplicating(chart, keys, count)
    assert edit is not None
    assert edit.label == "Duplicate"
    return edit.apply(chart), list(edit.keys)


def test_copies_of_a_seat_stand_behind_it_with_the_same_manager_and_nobody_on_them() -> None:
    chart = b.pod_chart().with_records([replace(b.pod_chart().seats[b.ADA], title="Caller", code="7")])
    after, keys = copied(chart, [Key(Kind.SEAT, b.ADA)], 3)
    names = [key.id for key in keys]
    assert row(after, b.NORTH) == [b.ADA, *names, b.BO, b.CY]
    assert after.reports_of(b.HEAD)[:4] == (b.ADA, *names)
    assert [after.seats[SeatId(name)].title for name in names] == ["Caller 2", "Caller 3", "Caller 4"]
    assert {(after.seats[SeatId(name)].status, after.seats[SeatId(name)].holder) for name in names} == {
        (Status.OPEN, "")
    }
    assert {after.seats[SeatId(name)].code for name in names} == {""}


def test_copies_of_neighbours_stand_behind_all_of_them() -> None:
    after, keys = copied(b.pod_chart(), [Key(Kind.SEAT, b.ADA), Key(Kind.SEAT, b.BO)])
    copies = {str(after.seats[SeatId(key.id)].role): key.id for key in keys}
    assert row(after, b.NORTH) == [b.ADA, b.BO, copies["inbound_sdr"], copies["account_executive"], b.CY]


def test_a_copied_pod_takes_its_seats_along_and_counts_on() -> None:
    chart = b.pod_chart()
    after, keys = copied(chart, [Key(Kind.POD, b.NORTH)])
    (pod,) = (PodId(key.id) for key in keys if key.kind is Kind.POD)
    assert after.pods[pod].title == "North 2"
    assert len(row(after, pod)) == 3
    assert {after.manager_of(SeatId(seat)) for seat in row(after, pod)} == {b.HEAD}
    assert after.pods[pod].segments == after.pods[b.NORTH].segments
    assert len(after.handoffs) == len(chart.handoffs) + 2


def test_segments_and_sources_are_copied_too_but_no_line_alone_and_no_hire() -> None:
    chart = b.pod_chart().with_records([Hire(next(iter(b.pod_chart().hires)), b.CY, HireStatus.OFFER)])
    after, keys = copied(chart, [Key(Kind.SEGMENT, b.BANKS), Key(Kind.SOURCE, b.WEB), Key(Kind.SEAT, b.CY)])
    values = {after.segments[SegmentId(key.id)].value for key in keys if key.kind is Kind.SEGMENT}
    assert values == {"Banks 2"}
    assert len(after.sources) == len(chart.sources) + 1
    assert len(after.hires) == len(chart.hires)
    assert duplicating(chart, [Key(Kind.LINE, "ada-head")]) is None
    assert duplicating(chart, [Key(Kind.SEAT, "gone")]) is None


def test_what_a_hand_placed_is_copied_a_step_aside() -> None:
    chart = b.pod_chart().with_records(
        [Pod(PodId("free"), place=Place(0, 0)), Segment(SegmentId("s"), place=Place(9, 9))]
    )
    after, keys = copied(chart, [Key(Kind.POD, "free")], 2)
    assert [after.pods[PodId(key.id)].place for key in keys] == [Place(24, 24), Place(48, 48)]
    assert {after.pods[PodId(key.id)].title for key in keys} == {""}


def test_a_planned_seat_stays_planned_and_a_root_stays_a_root() -> None:
    root = Seat(SeatId("root"), RoleId("other"), status=Status.PLANNED, people=(Person("Bo"),))
    after, keys = copied(b.pod_chart().with_records([root]), [Key(Kind.SEAT, "root")])
    copy = after.seats[SeatId(keys[0].id)]
    assert (copy.status, copy.people, after.manager_of(copy.id)) == (Status.PLANNED, (), None)


@pytest.mark.parametrize(
    ("title", "number", "expected"), [("", 1, ""), ("Oslo", 1, "Oslo 2"), ("Team 3", 2, "Team 5"), ("B2", 1, "B3")]
)
def test_names_count_on(title: str, number: int, expected: str) -> None:
    assert numbered(title, number) == expected


def test_undo_names_the_way_a_seat_went() -> None:
    assert (Promote(b.CY).label, Demote(b.CY).label) == ("Move one level up", "Move one level down")
