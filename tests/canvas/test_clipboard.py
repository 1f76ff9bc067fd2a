"""Copies of what is selected."""

from salesorg_gui.canvas.clipboard import copied, made_by, pasting, removing
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind
from tests import builders as b
from tests.mouse import pod, seat


def test_a_pod_is_copied_with_its_seats_and_their_handoffs() -> None:
    records = copied(b.pod_chart(), [pod(b.NORTH)])
    assert {record.id for record in records} == {b.NORTH, b.ADA, b.BO, b.CY, "ada>bo", "bo>cy"}


def test_a_line_alone_is_nothing_to_copy() -> None:
    assert copied(b.pod_chart(), [Key(Kind.LINE, "ada-head")]) == ()


def test_pasting_brings_new_names_and_selects_what_stands() -> None:
    chart = b.pod_chart()
    edit = pasting(chart, copied(chart, [pod(b.NORTH)]))
    assert edit is not None
    after = edit.apply(chart)
    assert len(after.seats) == len(chart.seats) + 3
    assert {key.kind for key in made_by(edit)} == {Kind.SEAT, Kind.POD}
    assert edit.label == "Paste"


def test_pasting_into_another_chart_lets_go_of_what_is_not_there() -> None:
    source, target = b.pod_chart(), Chart()
    edit = pasting(target, copied(source, [seat(b.ADA)]))
    assert edit is not None
    (new,) = edit.apply(target).seats.values()
    assert new.pod is None


def test_removing_names_everything_picked() -> None:
    assert removing([]) is None
    edit = removing([seat(b.ADA), pod(b.NORTH)])
    assert edit is not None
    after = edit.apply(b.pod_chart())
    assert b.ADA not in after.seats
    assert b.NORTH not in after.pods
