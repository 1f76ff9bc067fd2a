"""Copies of parts of a chart."""

from dataclasses import replace

import pytest

from salesorg_gui.domain import copying
from salesorg_gui.domain.chart import Chart, key_of
from salesorg_gui.domain.copying import clipping, new_id, renamed
from salesorg_gui.domain.edits.records import Add
from salesorg_gui.domain.ids import HireId, Key, Kind, PodId, SegmentId
from salesorg_gui.domain.records import Handoff, Hire, Line, Place, Pod, Record, Seat, Segment, Source
from tests.builders import (
    ADA,
    BO,
    CY,
    EUROPE,
    HEAD,
    NORDICS,
    NORTH,
    SOUTH,
    WEB,
    chart_of,
    handoff,
    line,
    pod_chart,
    seat,
)


def taken(chart: Chart, *keys: tuple[Kind, str]) -> set[str]:
    return {record.id for record in clipping(chart, [Key(kind, name) for kind, name in keys])}


def of[R: Record](records: tuple[Record, ...], type_: type[R]) -> list[R]:
    return [record for record in records if isinstance(record, type_)]


def test_a_single_seat_comes_alone() -> None:
    assert taken(pod_chart(), (Kind.SEAT, ADA)) == {ADA}


def test_lines_and_handoffs_among_what_is_taken_come_along() -> None:
    chart = pod_chart()
    assert taken(chart, (Kind.SEAT, ADA), (Kind.SEAT, HEAD)) == {ADA, HEAD, line(ADA, HEAD).id}
    assert taken(chart, (Kind.SEAT, ADA), (Kind.SEAT, BO)) == {ADA, BO, handoff(ADA, BO).id}
    assert taken(chart, (Kind.SEAT, ADA), (Kind.SOURCE, WEB)) == {ADA, WEB, handoff(WEB, ADA).id}


def test_a_pod_comes_with_its_members_and_a_segment_with_its_pods() -> None:
    chart = pod_chart()
    pod = {NORTH, ADA, BO, CY, handoff(ADA, BO).id, handoff(BO, CY).id}
    assert taken(chart, (Kind.POD, NORTH)) == pod
    assert taken(chart, (Kind.SEGMENT, NORDICS)) == pod | {NORDICS}
    assert taken(chart, (Kind.SEGMENT, EUROPE)) > pod | {NORDICS, EUROPE}


def test_what_is_gone_is_not_taken() -> None:
    assert taken(pod_chart(), (Kind.SEAT, "gone"), (Kind.POD, "gone")) == set()


def test_a_copy_belongs_to_the_copies_of_its_further_pods_and_to_those_that_are_there() -> None:
    chart = pod_chart()
    ghost = PodId("gone")
    chart = chart.with_records([replace(chart.seats[ADA], also_in=(NORTH, SOUTH, ghost))])
    copies = renamed(clipping(chart, [Key(Kind.POD, NORTH)]), chart)
    (pod,) = of(copies, Pod)
    (ada,) = (seat for seat in of(copies, Seat) if seat.also_in)
    assert (ada.pod, ada.also_in) == (pod.id, (pod.id, SOUTH))


def test_a_copy_has_new_names_throughout_and_leads_to_itself() -> None:
    chart = pod_chart()
    part = clipping(chart, [Key(Kind.SEGMENT, EUROPE), Key(Kind.SEAT, HEAD), Key(Kind.SOURCE, WEB)])
    copies = renamed(part, chart)
    assert {copy.id for copy in copies}.isdisjoint({record.id for record in part})
    names = {copy.id for copy in copies}
    assert {end for one in of(copies, Line) for end in (one.report, one.manager)} <= names
    assert {end for one in of(copies, Handoff) for end in (one.source, one.target)} <= names
    assert {seat.pod for seat in of(copies, Seat)} <= names | {None}
    assert {pod.lead for pod in of(copies, Pod)} <= names | {None}
    assert {owner for segment in of(copies, Segment) for owner in segment.owners} <= names
    after = Add(copies, "Paste").apply(chart)
    assert len(after.seats) == 2 * len(chart.seats)


def test_what_a_copy_names_outside_itself_stays_when_it_is_there() -> None:
    chart = pod_chart()
    (copy,) = renamed(clipping(chart, [Key(Kind.SEAT, ADA)]), chart)
    assert isinstance(copy, Seat)
    assert copy.pod == NORTH


def test_what_a_copy_names_elsewhere_is_let_go() -> None:
    there = pod_chart()
    copies = renamed(clipping(there, [Key(Kind.SEGMENT, NORDICS), Key(Kind.SEAT, ADA)]), chart_of())
    assert [segment.parent for segment in of(copies, Segment)] == [None]
    alone = renamed((replace(there.seats[ADA]), there.pods[NORTH], there.segments[NORDICS]), chart_of())
    assert [pod.lead for pod in of(alone, Pod)] == [None]
    (lonely,) = renamed((there.seats[ADA],), chart_of())
    assert isinstance(lonely, Seat)
    assert lonely.pod is None


def test_lines_handoffs_and_hires_with_an_end_outside_are_left_out() -> None:
    stray = (line(ADA, HEAD), handoff(ADA, BO), handoff(WEB, ADA), handoff("x", ADA), Hire(HireId("r"), BO))
    (copy,) = renamed((seat(ADA), *stray), chart_of())
    assert isinstance(copy, Seat)
    both = renamed((seat(ADA), seat(BO), *stray), chart_of())
    assert [type(record) for record in both] == [Seat, Seat, Handoff, Hire]


def test_free_places_move_and_the_rest_does_not() -> None:
    records = (replace(seat("a"), place=Place(10, 20)), Source(WEB, place=Place(1, 2)), Pod(PodId("p")))
    free, source, pod = renamed(records, chart_of(), Place(24, 8))
    assert isinstance(free, Seat)
    assert isinstance(source, Source)
    assert isinstance(pod, Pod)
    assert (free.place, source.place, pod.place) == (Place(34, 28), Place(25, 10), None)


def test_a_record_given_twice_is_copied_once() -> None:
    assert len(renamed((seat("a"), seat("a")), chart_of())) == 1


def test_a_new_id_is_neither_on_the_chart_nor_given_before(monkeypatch: pytest.MonkeyPatch) -> None:
    chart = chart_of(seat("s1"), Segment(SegmentId("s2")))
    names = iter(["s1", "s2", "s3", "s4"])
    monkeypatch.setattr(copying, "fresh_id", lambda _prefix: next(names))
    assert new_id(chart, Kind.SEAT, {"s3"}) == "s4"


def test_a_copy_of_everything_is_everything_again() -> None:
    chart = pod_chart()
    everything = [record for kind in Kind for record in chart.records(kind).values()]
    copies = renamed(everything, chart_of())
    assert len(copies) == len(everything)
    assert {key_of(copy).kind for copy in copies} == set(Kind)
