"""Pods, segments, lead sources, handoffs, lines and the plan itself are edited in the same way."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from salesorg_gui.domain.edits.lines import ReportTo
from salesorg_gui.domain.edits.plan import SetAnswer
from salesorg_gui.domain.ids import HandoffId, Key, Kind, LineId
from salesorg_gui.domain.records import Lane, LineKind
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.inspector.inspector import Inspector
from salesorg_gui.panels.text import Label
from salesorg_gui.rules.finding import Finding, Findings, Said, Severity
from salesorg_gui.session.session import Session
from tests.panels.conftest import BOSS, CARER, LEAD, NORTH, SDR, SELLER, WEB, WEST
from tests.panels.typing import choose, field, found, opened, press, type_into, write_area

type Open = Callable[..., Inspector]


@pytest.fixture
def inspect(ground: Ground, qtbot: QtBot) -> Iterator[Open]:
    shown: list[Inspector] = []

    def of(*keys: Key) -> Inspector:
        shown.append(opened(ground, *keys))
        return shown[-1]

    yield of
    for inspector in shown:
        inspector.close()
        inspector.deleteLater()


def test_a_pod(inspect: Open, session: Session) -> None:
    inspector = inspect(Key(Kind.POD, WEST))
    type_into(inspector, "inspector_pod_title", "East")
    type_into(inspector, "inspector_pod_goal", "32 M SEK")
    type_into(inspector, "inspector_pod_target_account", "Volvo")
    choose(inspector, "inspector_lead", "Sara L. · Account Executive")
    choose(inspector, "inspector_frame", "No segment")
    pod = session.chart.pods[WEST]
    assert (pod.title, pod.goal, pod.target_account) == ("East", "32 M SEK", "Volvo")
    assert (pod.lead, pod.segments) == (SELLER, ())


def test_a_member_of_a_pod_is_selected_by_a_click(inspect: Open, session: Session) -> None:
    press(inspect(Key(Kind.POD, WEST)), f"inspector_members_{SDR}")
    assert session.selection.keys == {Key(Kind.SEAT, SDR)}


def test_a_segment(inspect: Open, session: Session) -> None:
    inspector = inspect(Key(Kind.SEGMENT, NORTH))
    choose(inspector, "inspector_axis", "Size")
    type_into(inspector, "inspector_segment_value", "Mid-market")
    type_into(inspector, "inspector_segment_from", "50")
    type_into(inspector, "inspector_segment_to", "500")
    type_into(inspector, "inspector_segment_potential", "1,5")
    choose(inspector, "inspector_owners_add", "West")
    press(inspector, "inspector_key")
    press(inspector, "inspector_served")
    segment = session.chart.segments[NORTH]
    assert (segment.axis, segment.value, segment.lowest, segment.below) == ("customer_size", "Mid-market", 50, 500)
    assert (segment.potential, segment.owners, segment.is_key, segment.is_served) == (1.5, (WEST,), True, False)


def test_a_lead_source(inspect: Open, session: Session) -> None:
    inspector = inspect(Key(Kind.SOURCE, WEB))
    press(inspector, "inspector_lane_outbound")
    type_into(inspector, "inspector_source_title", "Fairs")
    type_into(inspector, "inspector_source_per_month", "99.5")
    source = session.chart.sources[WEB]
    assert (source.lane, source.title, source.per_month) == (Lane.OUTBOUND, "Fairs", 99.5)
    type_into(inspector, "inspector_source_per_month", "-1")
    assert session.chart.sources[WEB].per_month == 99.5


def test_a_handoff(inspect: Open, session: Session) -> None:
    inspector = inspect(Key(Kind.HANDOFF, LEAD))
    choose(inspector, "inspector_object", "Hot lead")
    choose(inspector, "inspector_to", "Customer Success Manager")
    type_into(inspector, "inspector_handoff_condition", "Budget is known")
    type_into(inspector, "inspector_handoff_limit", "4")
    type_into(inspector, "inspector_handoff_probability", "30 %")
    press(inspector, "inspector_return")
    handoff = session.chart.handoffs[LEAD]
    assert (handoff.object, handoff.target, handoff.condition) == ("hot_lead", CARER, "Budget is known")
    assert (handoff.limit_hours, handoff.probability, handoff.is_return) == (4, 0.3, True)


def test_a_handoff_to_its_own_sender_is_refused(inspect: Open, session: Session, qtbot: QtBot) -> None:
    inspector = inspect(Key(Kind.HANDOFF, LEAD))
    with qtbot.waitSignal(session.refused):
        choose(inspector, "inspector_to", "Elin W. · Inbound SDR")
    assert session.chart.handoffs[LEAD].target == SELLER
    assert field(inspector, "inspector_to_text").text() == "Sara L. · Account Executive"


def test_a_lead_source_gives_what_a_seat_gave(inspect: Open, session: Session) -> None:
    inspector = inspect(Key(Kind.HANDOFF, HandoffId("won")))
    choose(inspector, "inspector_from", "Website")
    assert session.chart.handoffs[HandoffId("won")].source == WEB


def test_a_reporting_line(inspect: Open, session: Session, qtbot: QtBot) -> None:
    inspector = inspect(Key(Kind.LINE, "l1"))
    press(inspector, "inspector_line_kind_dotted")
    choose(inspector, "inspector_line_manager", "Elin W. · Inbound SDR")
    line = session.chart.lines[LineId("l1")]
    assert (line.kind, line.manager) == (LineKind.DOTTED, SDR)


def test_a_line_that_closes_a_circle_is_refused(inspect: Open, session: Session, qtbot: QtBot) -> None:
    session.perform(ReportTo((SELLER,), SDR))
    inspector = inspect(Key(Kind.LINE, "l0"))
    with qtbot.waitSignal(session.refused):
        choose(inspector, "inspector_line_manager", "Sara L. · Account Executive")
    assert session.chart.lines[LineId("l0")].manager == BOSS


def test_the_plan_when_nothing_is_selected(inspect: Open, session: Session) -> None:
    inspector = inspect()
    type_into(inspector, "inspector_plan_title", "Nordlys AB")
    type_into(inspector, "inspector_chart_title", "Today")
    choose(inspector, "inspector_model", "Pod")
    choose(inspector, "inspector_language", "Svenska")
    write_area(inspector, "inspector_chart_note", "As of May")
    type_into(inspector, "inspector_since", "2026-05-01")
    assert session.chart.since == "2026-05-01"
    assert (session.plan.title, session.plan.language) == ("Nordlys AB", "sv")
    assert (session.chart.title, session.chart.model, session.chart.note) == ("Today", "pod", "As of May")


def test_a_chart_holds_from_a_date_and_from_nothing_else(inspect: Open, session: Session) -> None:
    inspector = inspect()
    type_into(inspector, "inspector_since", "last May")
    assert found(inspector, Label, "inspector_since_reason").text() == "Write a date as 2027-03-01."
    assert session.chart.since == ""
    type_into(inspector, "inspector_since", "2026-05-01")
    assert session.chart.since == "2026-05-01"
    assert session.undo_label == "Change date of the chart"
    session.undo()
    assert field(inspector, "inspector_since").text() == ""


def test_what_is_known_about_the_company_is_counted_and_leads_to_the_questions(
    inspect: Open, session: Session, qtbot: QtBot
) -> None:
    inspector = inspect()
    row = found(inspector, QPushButton, "inspector_company_people")
    assert row.accessibleName() == "People 0 of 6"
    session.perform(SetAnswer("employees", 85))
    assert found(inspector, QPushButton, "inspector_company_people").accessibleName() == "People 1 of 6"
    with qtbot.waitSignal(inspector.company_wanted) as wanted:
        press(inspector, "inspector_company_people")
    assert wanted.args == ["people"]


def test_things_of_several_kinds_are_only_counted(inspect: Open) -> None:
    inspector = inspect(Key(Kind.SEAT, SDR), Key(Kind.SEAT, SELLER), Key(Kind.POD, WEST))
    assert found(inspector, Label, "inspector_title").text() == "2 seats, 1 pod"


def test_a_finding_is_lived_with_for_a_reason(inspect: Open, session: Session) -> None:
    inspector = inspect(Key(Kind.SEAT, SDR))
    warning = Finding(
        "span", Severity.WARNING, Said("Elin has no reports.", "Give her some."), "No reports", seats=(SDR,)
    )
    inspector.show_findings(Findings((warning,)))
    press(inspector, "inspector_accept_0")
    type_into(inspector, "inspector_reason_0", "She starts in May")
    accepted = session.chart.accepted
    assert [(one.rule, one.subjects, one.reason) for one in accepted] == [("span", (SDR,), "She starts in May")]


def test_a_finding_that_can_be_fixed_is_offered_to_be_and_no_other(inspect: Open, qtbot: QtBot) -> None:
    inspector = inspect(Key(Kind.SEAT, SDR))
    twin = Finding("report-two-solid-managers", Severity.ERROR, Said("Elin has two.", "Make one dotted."), seats=(SDR,))
    thought = Finding("growth-too-early", Severity.WARNING, Said("Too early.", "Decide."), seats=(SDR,))
    inspector.show_findings(Findings((twin, thought)))
    assert inspector.findChildren(QPushButton, "inspector_fix_1") == []
    with qtbot.waitSignal(inspector.fix_wanted) as wanted:
        press(inspector, "inspector_fix_0")
    assert wanted.args == [twin]


def test_an_error_cannot_be_lived_with(inspect: Open) -> None:
    inspector = inspect(Key(Kind.SEAT, SDR))
    inspector.show_findings(
        Findings((Finding("circle", Severity.ERROR, Said("A circle.", "Break it."), seats=(SDR,)),))
    )
    assert inspector.findChildren(type(inspector), "inspector_accept_0") == []


def test_every_control_has_a_name_for_tests_and_one_for_the_ear(inspect: Open) -> None:
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit

    for keys in (
        (),
        (Key(Kind.SEAT, SDR),),
        (Key(Kind.POD, WEST),),
        (Key(Kind.SEGMENT, NORTH),),
        (Key(Kind.LINE, "l0"),),
    ):
        inspector = inspect(*keys)
        for kind in (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit):
            nameless = [w for w in inspector.findChildren(kind) if not (w.objectName() and w.accessibleName())]
            assert nameless == []
