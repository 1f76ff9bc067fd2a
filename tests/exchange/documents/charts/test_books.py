"""The book: everybody is in it, can be read, and is found again; what goes on elsewhere says where."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from benchmarks.companies import company as invented
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, LineId, ObjectId, PodId, RoleId, SeatId, SegmentId, SourceId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Handoff, Line, LineKind, Person, Pod, Seat, Segment, Source
from salesorg_gui.exchange.documents.chart import chart, whole_book
from salesorg_gui.exchange.documents.charts.registers import alphabetical
from salesorg_gui.exchange.documents.options import ChartOptions, Options
from salesorg_gui.layout.layout import ViewKind
from tests.exchange.documents.organisation import CHART, PLAN
from tests.exchange.documents.reading import run_together, smallest_type, texts
from tests.exchange.documents.test_chart_on_paper import company

CATALOGUE = load("en")
BOOK = Options(today=date(2026, 1, 14), charts=ChartOptions("book"))
LONG = "Verkaufsorganisationsentwicklungsbeauftragte " * 12


def printed(shown: Chart, view: str = "", plan: Plan = PLAN) -> bytes:
    return chart(plan, shown, CATALOGUE, replace(BOOK, view=view))


class Said:
    """What a book says, read once."""

    def __init__(self, pdf: bytes) -> None:
        self._text = run_together("".join(texts(pdf)))

    def __contains__(self, sentence: str) -> bool:
        return run_together(sentence) in self._text


def seat(name: str, pod: str = "") -> Seat:
    return Seat(SeatId(name), RoleId("sdr"), people=(Person(f"Name {name}"),), pod=PodId(pod) if pod else None)


def under(manager: str, reports: Sequence[str]) -> list[Seat | Line]:
    lines = [Line(LineId(f"l{n}-{manager}"), SeatId(name), SeatId(manager)) for n, name in enumerate(reports)]
    return [*(seat(name) for name in reports), *lines]


def titles(outline: Sequence[object], depth: int = 0) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for entry in outline:
        if isinstance(entry, list):
            found += titles(entry, depth + 1)
        else:
            found.append((depth, str(getattr(entry, "title", ""))))
    return found


@pytest.mark.parametrize("view", list(ViewKind))
@pytest.mark.parametrize("size", [30, 90])
def test_everybody_of_a_company_is_in_its_book_and_can_be_read(view: str, size: int) -> None:
    plan = invented(size)
    pdf = printed(plan.first_chart, view, plan)
    pages = texts(pdf)
    everything = run_together("".join(pages))
    for one in plan.first_chart.seats.values():
        assert everything.count(run_together(one.holder)) >= 2
    assert smallest_type(pdf) >= 6.49


@pytest.mark.parametrize("view", list(ViewKind))
def test_the_index_names_pages_on_which_people_stand(view: str) -> None:
    plan = invented(90)
    pages = texts(printed(plan.first_chart, view, plan))
    start = next(number for number, page in enumerate(pages) if page.lstrip().startswith("Everybody"))
    rows = re.findall(r"^(?=\D)(.+)$", "\n".join(pages[start:]), re.MULTILINE)
    assert rows
    holders = {one.holder for one in plan.first_chart.seats.values() if one.holder}
    for holder in holders:
        on = [number for number, page in enumerate(pages[1:start], 2) if run_together(holder) in run_together(page)]
        assert on, holder


def test_every_link_leads_to_a_page_of_the_book() -> None:
    plan = invented(90)
    reader = PdfReader(BytesIO(whole_book(plan, plan.first_chart, CATALOGUE, BOOK)))
    goals = [
        annotation.get_object()["/Dest"][0].idnum
        for page in reader.pages
        for annotation in page.get("/Annots", [])
        if "/Dest" in annotation.get_object()
    ]
    assert len(goals) > 90
    assert set(goals) <= {page.indirect_reference.idnum for page in reader.pages if page.indirect_reference}


def test_a_branch_that_goes_on_elsewhere_names_a_page_where_it_does() -> None:
    pages = texts(printed(company(150), "reporting"))
    found = re.findall(r"(\d+) seats, page (\d+)", "\n".join(pages))
    assert found
    assert all(1 < int(page) <= len(pages) for _seats, page in found)


def test_bookmarks_nest_as_managers_do() -> None:
    outline = titles(PdfReader(BytesIO(printed(company(300), "reporting"))).outline)
    depths = {title: depth for depth, title in outline}
    assert depths["Name 0"] == 0
    assert max(depths.values()) >= 1


def test_the_whole_book_has_a_part_for_every_view() -> None:
    plan = invented(40)
    pdf = whole_book(plan, plan.first_chart, CATALOGUE, BOOK)
    first = run_together(texts(pdf)[0])
    assert all(part in first for part in ("Board", "Reporting", "Handoffs", "Index"))
    alone = whole_book(plan, plan.first_chart, CATALOGUE, replace(BOOK, view="reporting"))
    assert "Handoffs" not in texts(alone)[0]


def test_a_plan_of_people_without_lines_is_a_book_too() -> None:
    shown = Chart().with_records([seat(f"n{number}") for number in range(100)])
    pdf = whole_book(PLAN, shown, CATALOGUE, BOOK)
    said = Said(pdf)
    assert "Without reporting lines · 1 of" in said
    assert all(f"Name n{number}" in said for number in range(100))


def test_a_manager_of_too_many_gets_several_pages() -> None:
    pdf = printed(Chart().with_records([seat("boss"), *under("boss", [f"r{n}" for n in range(130)])]), "reporting")
    said = Said(pdf)
    assert "Continued on page 3" in said
    assert "2 of 4" in said
    assert smallest_type(pdf) >= 6.49
    assert all(f"Name r{number}" in said for number in range(130))


def test_a_manager_of_too_many_managers_gets_several_pages_too() -> None:
    records = [seat("boss"), *under("boss", [f"m{n}" for n in range(50)])]
    for number in range(50):
        records += under(f"m{number}", [f"m{number}-{n}" for n in range(6)])
    pdf = printed(Chart().with_records(records), "reporting")
    said = Said(pdf)
    assert "6 seats, page" in said
    assert "Name m49-5" in said
    assert smallest_type(pdf) >= 6.49


def test_a_long_chain_of_command_takes_few_pages() -> None:
    records = [seat("c0"), *(one for n in range(40) for one in under(f"c{n}", [f"c{n + 1}"]))]
    pages = texts(printed(Chart().with_records(records), "reporting"))
    assert len(pages) < 15
    assert "Name c40" in "".join(pages)


def test_a_circle_of_managers_is_printed() -> None:
    lines = [Line(LineId(f"l{n}"), SeatId(f"s{n}"), SeatId(f"s{(n + 1) % 3}")) for n in range(3)]
    pdf = printed(Chart().with_records([*(seat(f"s{n}") for n in range(3)), *lines]), "reporting")
    said = Said(pdf)
    assert all(f"Name s{n}" in said for n in range(3))


def test_small_trees_share_a_page() -> None:
    records = [record for n in range(6) for record in (seat(f"b{n}"), *under(f"b{n}", [f"b{n}-0"]))]
    assert len(texts(printed(Chart().with_records(records), "reporting"))) <= 5


def test_a_pod_too_large_for_a_page_is_parted() -> None:
    members = [seat(f"p{n}", "big") for n in range(120)]
    shown = Chart().with_records([Pod(PodId("big"), "Big", goal="Win"), *members])
    pdf = printed(shown, "board")
    said = Said(pdf)
    assert smallest_type(pdf) >= 6.49
    assert all(f"Name p{n}" in said for n in range(120))


def test_segments_inside_segments_say_where_they_stand() -> None:
    records: list[Segment | Pod | Seat] = [Segment(SegmentId("out"), value="Outer")]
    for number in range(6):
        inner = SegmentId(f"in{number}")
        records.append(Segment(inner, value=f"Inner {number}", parent=SegmentId("out")))
        for n in range(6):
            pod = f"{inner}-{n}"
            records += [Pod(PodId(pod), f"Pod {pod}", (inner,)), *(seat(f"{pod}-{m}", pod) for m in range(8))]
    pdf = printed(Chart().with_records(records), "board")
    said = Said(pdf)
    assert "Contents › Outer" in said
    assert "Inner 5 · Pod in5-0" in said
    assert smallest_type(pdf) >= 6.49


def test_pods_without_a_segment_stand_by_themselves() -> None:
    records: list[Pod | Seat] = []
    for number in range(12):
        records += [
            Pod(PodId(f"q{number}"), f"Pod {number}"),
            *(seat(f"q{number}-{n}", f"q{number}") for n in range(9)),
        ]
    pdf = printed(Chart().with_records([*records, Pod(PodId("empty"), "Nobody yet")]), "board")
    said = Said(pdf)
    assert all(f"Pod {number}" in said for number in range(12))
    assert "Nobody yet" in said


def test_leads_of_pods_lead_to_the_page_of_their_pod() -> None:
    plan = invented(200)
    pdf = printed(plan.first_chart, "board", plan)
    said = Said(pdf)
    assert "8 seats, page" in said
    assert "Lead: " in said
    assert "No lead yet" not in said


def test_the_bench_and_lead_sources_have_a_page() -> None:
    plan = invented(200)
    idle = [Seat(SeatId(f"idle{n}"), RoleId("sdr"), people=(Person(f"Idle {n}"),)) for n in range(3)]
    pdf = printed(plan.first_chart.with_records(idle), "board", plan)
    said = Said(pdf)
    assert "Bench" in said
    assert "Lead sources" in said
    assert "Idle 2" in said


def test_handoffs_go_on_at_every_side() -> None:
    plan = invented(60)
    pdf = printed(plan.first_chart, "handoffs", plan)
    said = Said(pdf)
    for side in ("To the left", "To the right", "Above", "Below"):
        assert f"{side}: page" in said


def test_a_lane_higher_than_a_page_is_parted_between_its_cards() -> None:
    members = [seat(f"p{n}", "big") for n in range(60)]
    handed = [
        Handoff(HandoffId(f"h{n}"), SourceId("web"), SeatId(f"p{n}"), ObjectId("raw_lead"), is_return=n % 7 == 0)
        for n in range(60)
    ]
    source = Source(SourceId("web"), title="Web", per_month=10.0)
    pdf = printed(Chart().with_records([Pod(PodId("big"), "Big"), *members, source, *handed]), "handoffs")
    said = Said(pdf)
    assert all(f"Name p{n}" in said for n in range(60))
    assert smallest_type(pdf) >= 6.49


def test_texts_of_any_length_are_in_the_index_in_full() -> None:
    person = Seat(SeatId("x"), RoleId("sdr"), title=LONG.strip(), people=(Person("<b>Ada</b> " + LONG.strip()),))
    pod = Pod(PodId("p"), LONG.strip(), (SegmentId("s"),), SeatId("x"), LONG.strip())
    shown = Chart().with_records([replace(person, pod=PodId("p")), pod, Segment(SegmentId("s"), value=LONG.strip())])
    pdf = whole_book(replace(PLAN, title=LONG), shown, CATALOGUE, BOOK)
    everything = run_together("".join(texts(pdf)))
    assert everything.count(run_together(LONG)) >= 6
    assert "<b>Ada</b>" in everything
    assert smallest_type(pdf) >= 6.49


def test_advice_by_dotted_lines_is_told_in_the_index() -> None:
    dotted = Line(LineId("d"), SeatId("r0"), SeatId("r1"), LineKind.DOTTED)
    pdf = printed(Chart().with_records([seat("boss"), *under("boss", ["r0", "r1"]), dotted]), "reporting")
    said = Said(pdf)
    assert "Name boss, Name r1 (dotted line)" in said


@pytest.mark.parametrize(
    ("language", "order"),
    [
        ("sv", ["Zeta", "Åsa", "Ängla", "Örjan"]),
        ("da", ["Zeta", "Ærø", "Øst", "Åse"]),
        ("en", ["Åsa", "Örjan", "Zeta"]),
    ],
)
def test_names_stand_in_the_order_of_the_language(language: str, order: list[str]) -> None:
    assert sorted(set(order), key=lambda name: alphabetical(name, language)) == order


def test_the_same_chart_gives_the_same_book() -> None:
    assert printed(CHART) == printed(CHART)


def test_a_book_without_colour_says_the_same() -> None:
    plan = invented(60)
    options = replace(BOOK, has_colour=False)
    black = whole_book(plan, plan.first_chart, CATALOGUE, options)
    assert texts(black) == texts(whole_book(plan, plan.first_chart, CATALOGUE, BOOK))
