"""What a sheet says about a seat when the plan says little, or much."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, LineId, ObjectId, RoleId, SeatId, SourceId
from salesorg_gui.domain.records import Handoff, Line, Seat, Source
from salesorg_gui.exchange.documents.cards.printing import cards
from salesorg_gui.exchange.documents.options import Options
from salesorg_gui.exchange.documents.seat_papers import seat_papers
from salesorg_gui.exchange.documents.settled import settled
from salesorg_gui.exchange.documents.sheet import Sheet, Sheets, board_order
from tests.exchange.documents.organisation import AE, CHART, CROWD, PLAN, SDR
from tests.exchange.documents.reading import texts

CATALOGUE = load("en")
descriptions = seat_papers("descriptions")
A, B = SeatId("a"), SeatId("b")
ROOT = Path(__file__).resolve().parents[3]


def sheet_of(chart: Chart, seat: SeatId) -> Sheet:
    return Sheets(PLAN, chart, CATALOGUE).sheet(seat)


def test_without_any_handoff_a_sheet_says_what_the_role_usually_passes() -> None:
    sheet = sheet_of(replace(CHART, handoffs={}), AE)
    assert [(line.what, line.partner) for line in sheet.receives[:1]] == [("Qualified lead", "Inbound SDR")]
    assert sheet.hands_over


def test_a_handoff_nobody_finished_still_reads_as_a_sentence() -> None:
    loose = (
        Handoff(HandoffId("x1"), SeatId("gone"), SDR),
        Handoff(HandoffId("x2"), SourceId("fair"), SDR, ObjectId("own_object")),
        Handoff(HandoffId("x3"), SourceId("odd"), SDR, ObjectId("raw_lead")),
    )
    sources = (Source(SourceId("fair"), title="Mässa"), Source(SourceId("odd")))
    sheet = sheet_of(CHART.with_records([*loose, *sources]), SDR)
    found = {(line.what, line.partner) for line in sheet.receives}
    assert ("Not named yet", "a seat that is gone") in found
    assert ("own_object", "Mässa") in found
    assert ("Raw lead", "Lead source") in found


def test_two_senders_of_one_thing_share_a_line() -> None:
    twin = Handoff(HandoffId("h9"), CROWD, AE, ObjectId("qualified_lead"), "Need, budget and date are known", 24)
    sheet = sheet_of(CHART.with_records([twin]), AE)
    assert [line.partner for line in sheet.receives] == ["Inbound SDR, Outbound SDR"]


def test_seats_in_a_circle_are_listed_all_the_same() -> None:
    seats = (Seat(A, RoleId("sdr")), Seat(B, RoleId("sdr")))
    chart = Chart().with_records([*seats, Line(LineId("1"), A, B), Line(LineId("2"), B, A)])
    assert set(board_order(chart)) == {A, B}


def test_a_version_changes_with_anything_that_is_said() -> None:
    before = sheet_of(CHART, AE)
    after = sheet_of(CHART.with_records([replace(CHART.seats[AE], goal="10 M SEK")]), AE)
    assert before.version == sheet_of(CHART, AE).version
    assert before.version != after.version


def test_a_version_is_the_same_in_every_run() -> None:
    script = (
        "from salesorg_gui.catalogue.catalogue import load; from salesorg_gui.resources import resource;"
        "from salesorg_gui.storage.reading import read; from salesorg_gui.exchange.documents.sheet import Sheets;"
        "plan = read(resource('examples', 'nordlys.salesorg')).plan; chart = plan.first_chart;"
        "sheets = Sheets(plan, chart, load('en'));"
        "print(*(sheets.sheet(seat).version for seat in chart.seats))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", script],
            check=True,
            capture_output=True,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1
    assert len(set(told.pop().split())) > 20


def test_what_sets_and_mappings_hold_counts() -> None:
    assert settled(frozenset("ab")) == settled(frozenset("ba")) != settled(frozenset("a"))
    assert settled({"a": (1, [2])}) == "{'a':(1,(2))}"


def test_fte_is_told_for_each_of_several() -> None:
    assert sheet_of(CHART, CROWD).fte == "12 × 1.0 FTE"
    seat = replace(CHART.seats[AE], fte=0.75)
    assert sheet_of(CHART.with_records([seat]), AE).fte == "0.75 FTE"


def test_a_text_longer_than_a_page_goes_on_over_the_next() -> None:
    words = " ".join(f"word{n}" for n in range(1400))
    seat = replace(CHART.seats[AE], texts={"responsibilities": (words,), "mission": (words,), "boundaries": (words,)})
    chart, wish = CHART.with_records([seat]), Options(seats=(AE,))
    for document in (cards, descriptions):
        pdf = document(PLAN, chart, CATALOGUE, wish)
        printed = " ".join(texts(pdf)).split()
        assert len(texts(pdf)) > 4
        assert [word for word in words.split() if printed.count(word) < 3] == []


def test_a_group_of_few_rows_stays_in_one_piece() -> None:
    seat = replace(CHART.seats[AE], texts={"boundaries": tuple(f"Line {n} " * 9 for n in range(4))})
    pdf = cards(PLAN, CHART.with_records([seat]), CATALOGUE, Options(seats=(AE,)))
    pages = [page for page in texts(pdf) if "Line 0" in page]
    assert len(pages) == 1
    assert "Line 3" in pages[0]


def test_a_condition_longer_than_a_page_is_printed_whole() -> None:
    words = " ".join(f"term{n}" for n in range(1500))
    handoff = replace(CHART.handoffs[HandoffId("h2")], condition=words)
    printed = " ".join(
        texts(descriptions(PLAN, CHART.with_records([handoff]), CATALOGUE, Options(seats=(AE,))))
    ).split()
    assert [word for word in words.split() if word not in printed] == []


def test_a_long_position_number_gives_way_on_the_card_and_stands_in_full_in_the_description() -> None:
    code = "POSITION-" + "0123456789" * 6
    chart, wish = CHART.with_records([replace(CHART.seats[AE], code=code)]), Options(seats=(AE,))
    assert code in "".join("".join(texts(descriptions(PLAN, chart, CATALOGUE, wish))).split())
    assert "POSITION-" in "".join(texts(cards(PLAN, chart, CATALOGUE, wish)))
