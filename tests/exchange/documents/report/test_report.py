"""The report says what was drawn, found and agreed, and its page numbers are true."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, LineId, PodId, RoleId, SeatId, SourceId
from salesorg_gui.domain.plan import OwnRole, Plan
from salesorg_gui.domain.records import Acceptance, Handoff, Json, Line, Person, Pod, Seat, Source
from salesorg_gui.drawing.shapes import Label, flat
from salesorg_gui.exchange.documents.charts.drawn import LEAST
from salesorg_gui.exchange.documents.options import PAPERS, Options
from salesorg_gui.exchange.documents.printing import NothingToPrint
from salesorg_gui.exchange.documents.report.findings import kin, whereabouts
from salesorg_gui.exchange.documents.report.matrix import Party, titles_above
from salesorg_gui.exchange.documents.report.report import report
from salesorg_gui.exchange.documents.report.scope import Scope
from salesorg_gui.exchange.documents.report.views import views
from salesorg_gui.exchange.exporting import Wish, export
from salesorg_gui.rules.examine import examine
from salesorg_gui.rules.finding import Finding, Said, Severity
from tests.exchange.documents.organisation import AE, CHART, CSM, LONG, PLAN, SDR, WORD
from tests.exchange.documents.reading import fonts, run_together, says, texts

TODAY = Options(today=date(2026, 1, 14))
CATALOGUE = load("en")
ANSWERS: dict[str, Json] = {
    "employees": 1250,
    "crm": True,
    "startup": False,
    "business": "subscription",
    "value_sales": "Long relations",
}


def printed(plan: Plan = PLAN, chart: Chart = CHART, options: Options = TODAY) -> bytes:
    return report(plan, chart, CATALOGUE, options)


def begins_on(pdf: bytes, title: str) -> int:
    """The page on which a part begins: the only one of its bookmarks with this title."""
    reader = PdfReader(BytesIO(pdf))
    found = [one for one in reader.outline if not isinstance(one, list) and title in str(one.title).split(" · ")]
    number = reader.get_destination_page_number(found[0])
    return -1 if number is None else number + 1


def listed(pdf: bytes) -> dict[str, int]:
    """What the contents say: the title of a part and its page."""
    found: dict[str, int] = {}
    for line in texts(pdf)[1].splitlines():
        titles = [title for title in TITLES if line.startswith(title)]
        page = re.search(r" (\d+)$", line)
        if titles and page is not None:
            found[max(titles, key=len)] = int(page[1])
    return found


def links(pdf: bytes, page: int) -> list[int]:
    """The pages the links of a page lead to, in their order."""
    reader = PdfReader(BytesIO(pdf))
    numbers = {one.indirect_reference: number for number, one in enumerate(reader.pages, 1)}
    targets = [annotation.get_object()["/Dest"][0] for annotation in reader.pages[page - 1].get("/Annots", ())]
    return [numbers[target] for target in targets]


TITLES = (
    *("Pods and segments", "Reporting lines", "Handoffs along the journey", "Findings", "Handoffs"),
    *("Who hands what to whom", "Capacity", "Hiring plan", "Empty chair", "Seams"),
    *("What the company says", "Advice", "Roles and seats"),
)


def test_contents_name_the_page_on_which_each_part_begins() -> None:
    pdf = printed(replace(PLAN, answers=ANSWERS))
    assert tuple(listed(pdf)) == TITLES
    assert listed(pdf) == {title: begins_on(pdf, title) for title in TITLES}
    assert links(pdf, 2) == list(listed(pdf).values())


def test_a_report_holds_the_findings_and_why_some_are_accepted() -> None:
    findings = examine(PLAN, CHART, CATALOGUE)
    first = next(one for one in findings if one.severity is not Severity.ERROR)
    reason = "The new head begins in May and wants it so"
    chart = replace(CHART, accepted=(Acceptance(first.rule, first.subjects, reason, first.figures),))
    pdf = printed(chart=chart)
    assert [one.message for one in findings if not says(pdf, one.message)] == []
    assert [one.fix for one in findings if one is not first and not says(pdf, one.fix)] == []
    assert says(pdf, reason)
    assert not says(printed(), reason)


def test_findings_that_advise_the_same_share_their_title() -> None:
    findings = examine(PLAN, CHART, CATALOGUE)
    groups = kin(findings.found)
    assert {one for group in groups for one in group.findings} == set(findings)
    assert len({(group.title, group.fix) for group in groups}) == len(groups) < len(findings)
    pdf = printed()
    assert [group.title for group in groups if not says(pdf, group.title)] == []


def test_a_finding_about_everybody_names_a_dozen_and_counts_the_others() -> None:
    many = [Seat(SeatId(f"many{n}"), RoleId("inbound_sdr"), people=(Person(f"Name {n:02}"),)) for n in range(40)]
    finding = Finding("any", Severity.HINT, Said("Everybody"), seats=tuple(seat.id for seat in many))
    told = whereabouts(Scope(PLAN, CHART.with_records(many), CATALOGUE), [finding])
    assert [f"Name {n:02}" in told for n in range(40)] == [True] * 12 + [False] * 28
    assert told.endswith("and 28 more")


def test_every_handoff_is_in_the_table_with_its_condition_and_limit() -> None:
    pdf = printed()
    assert [one.condition for one in CHART.handoffs.values() if not says(pdf, one.condition)] == []
    assert says(pdf, "48 h")
    assert says(pdf, "Handed back")


def test_handoffs_that_say_the_same_share_a_line_however_many_pods_they_are_in() -> None:
    pods = [Pod(PodId(f"p{n}"), f"Team {n}") for n in range(9)]
    sellers = [Seat(SeatId(f"ae{n}"), RoleId("account_executive"), pod=pod.id) for n, pod in enumerate(pods)]
    handoffs = [
        replace(CHART.handoffs[HandoffId("h2")], id=HandoffId(f"x{n}"), target=one.id) for n, one in enumerate(sellers)
    ]
    pdf = printed(chart=CHART.with_records([*pods, *sellers, *handoffs]))
    page = run_together(texts(pdf)[begins_on(pdf, "Handoffs") - 1])
    assert page.count(run_together("Need, budget and date are known")) == 1
    assert "10pods" in page


def test_a_handoff_of_nobody_knows_what_is_listed_too() -> None:
    loose = (
        Handoff(HandoffId("y1"), SeatId("gone"), SDR),
        Handoff(HandoffId("y2"), SourceId("odd"), SDR),
    )
    pdf = printed(chart=CHART.with_records([*loose, Source(SourceId("odd"))]))
    assert says(pdf, "a seat that is gone")
    assert says(pdf, "Without a stage")


@pytest.mark.parametrize("count", [3, 12, 40])
def test_a_matrix_of_any_size_names_every_giver_and_receiver(count: int) -> None:
    seats = [Seat(SeatId(f"s{n}"), RoleId("account_executive"), f"Post {n:02d}") for n in range(count)]
    pairs = zip(seats, [*seats[1:], seats[0]], strict=True)
    given = replace(CHART.handoffs[HandoffId("h2")])
    handoffs = [replace(given, id=HandoffId(f"m{n}"), source=a.id, target=b.id) for n, (a, b) in enumerate(pairs)]
    pdf = printed(chart=Chart().with_records([*seats, *handoffs]))
    first, after = begins_on(pdf, "Who hands what to whom"), begins_on(pdf, "Capacity")
    pages = [run_together(text) for text in texts(pdf)[first - 1 : after - 1]]
    said = "".join(pages)
    assert [seat.title for seat in seats if said.count(run_together(seat.title)) < 2] == []
    assert all("From,andto" in page for page in pages)


def test_a_narrow_column_of_the_matrix_breaks_no_title_within_a_word() -> None:
    scope = Scope(PLAN, CHART, load("sv"))
    block = titles_above([Party("Försäljningschef", scope.role(CHART.seats[SDR]).purpose)], 64.0, 172.0)
    assert "Försäljningschef" in [shape.text for shape in flat(block.shapes) if isinstance(shape, Label)]


def test_the_index_leads_to_pages_that_speak_of_the_seat() -> None:
    pdf = printed()
    pages = [run_together(text) for text in texts(pdf)]
    index = begins_on(pdf, "Roles and seats")
    row = re.search(r"SDR-\d\d\s+Elin Wård\s+Göteborg\s+Maja Fält, Head of Sales\s+([\d, –]+)", texts(pdf)[index - 1])
    assert row is not None
    said = [stretch.split("–") for stretch in row[1].strip().split(", ")]
    wanted = [page for first, *last in said for page in range(int(first), int((last or [first])[0]) + 1)]
    assert begins_on(pdf, "Handoffs") in wanted
    assert {int(first) for first, *_last in said} <= set(links(pdf, index))
    assert all("InboundSDR" in pages[number - 1] or "ElinWård" in pages[number - 1] for number in wanted)


def test_answers_stand_in_words() -> None:
    pdf = printed(replace(PLAN, answers=ANSWERS))
    assert says(pdf, "1,250")
    assert [word for word in ("Yes", "No", "Subscription", "Long relations") if not says(pdf, word)] == []


def test_several_answers_to_one_question_are_all_said() -> None:
    seen = CATALOGUE.questions["symptoms_seen"]
    ticked: list[Json] = [*list(seen.choices)[:3]]
    pdf = printed(replace(PLAN, answers={"symptoms_seen": ticked}))
    assert [text for text in list(seen.choices.values())[:3] if not says(pdf, text)] == []


def test_without_answers_there_is_no_part_for_them() -> None:
    assert not says(printed(), "What the company says")


def test_a_company_without_leads_is_told_so_under_capacity() -> None:
    assert says(printed(chart=replace(CHART, sources={})), "Nobody said how many leads there are.")


def test_returns_without_end_are_told_under_capacity() -> None:
    desk = OwnRole(RoleId("desk"), "Desk", stages=())
    seats = (Seat(SeatId("one"), desk.id), Seat(SeatId("two"), desk.id))
    ends = (("web", "one", None), ("one", "two", 1.0), ("two", "one", 1.0))
    given = CHART.handoffs[HandoffId("h1")]
    handoffs = [
        replace(given, id=HandoffId(f"r{n}"), source=SeatId(source), target=SeatId(target), probability=likely)
        for n, (source, target, likely) in enumerate(ends)
    ]
    chart = Chart().with_records([*seats, *handoffs, *CHART.sources.values()])
    assert says(printed(Plan(roles={desk.id: desk}), chart), "comes round without end")


def test_a_seat_with_more_work_than_time_is_named() -> None:
    busy = replace(CHART.sources[SourceId("web")], per_month=90_000)
    pdf = printed(chart=CHART.with_records([busy]))
    page = texts(pdf)[begins_on(pdf, "Capacity") - 1]
    assert "Seats with more work than time" in page
    assert "Elin Wård" in page
    assert "The bottleneck is" in page


def test_work_without_anybody_has_no_share_of_the_time() -> None:
    nobody = replace(CHART.seats[SDR], fte=0.0)
    pdf = printed(chart=CHART.with_records([nobody]))
    assert "–" in texts(pdf)[begins_on(pdf, "Capacity") - 1]


def test_a_chart_without_frames_lines_and_handoffs_still_makes_a_report() -> None:
    pdf = printed(Plan(), Chart().with_records([Seat(AE, RoleId("account_executive"))]))
    assert says(pdf, "Sales organisation")
    assert says(pdf, "No handoffs are drawn yet.")
    assert not says(pdf, "Who hands what to whom")


def test_a_company_of_lead_sources_alone_still_makes_a_report() -> None:
    pdf = printed(chart=Chart().with_records([Source(SourceId("web"), channel="website", per_month=240)]))
    assert says(pdf, "Roles and seats")
    assert not says(pdf, "Work and time by part of the journey")


def test_a_chart_nothing_stands_out_in_says_so() -> None:
    ruled: dict[str, Json] = {rule: {"off": True} for rule in CATALOGUE.rules}
    assert says(printed(replace(PLAN, parameters=ruled)), "Nothing stands out.")


def test_what_kept_a_rule_from_looking_is_said() -> None:
    down = next(iter(CHART.lines.values()))
    circle = CHART.with_records([Line(LineId("back"), down.manager, down.report)])
    skipped = examine(PLAN, circle, CATALOGUE).skipped
    assert skipped
    assert says(printed(chart=circle), skipped[0].message)


def test_an_empty_chart_has_no_report() -> None:
    with pytest.raises(NothingToPrint, match="empty"):
        printed(chart=Chart())


def test_a_title_without_end_is_printed_whole() -> None:
    title = " ".join(f"word{n}" for n in range(3000))
    said = " ".join(texts(printed(replace(PLAN, title=title)))).split()
    assert [word for word in title.split() if word not in said] == []


def test_long_names_are_printed_whole() -> None:
    pdf = printed(replace(PLAN, title=LONG))
    assert says(pdf, LONG)
    assert says(pdf, WORD)


@pytest.mark.parametrize("paper", ["a3", "a4", "a5", "letter"])
def test_a_report_fits_every_paper(paper: str) -> None:
    reader = PdfReader(BytesIO(printed(options=replace(TODAY, paper=paper))))
    assert reader.pages[0].mediabox.width == pytest.approx(float(replace(TODAY, paper=paper).page.width), abs=0.01)
    assert listed(printed(options=replace(TODAY, paper=paper)))["Findings"] > 2


def test_a_chart_too_large_for_the_paper_gets_a_larger_one() -> None:
    team = [Seat(SeatId(f"s{n}"), RoleId("account_executive"), pod=PodId("north"), order=n) for n in range(60)]
    small = PdfReader(BytesIO(printed()))
    large = PdfReader(BytesIO(printed(chart=CHART.with_records(team))))
    width, height = (float(size) for size in small.pages[2].mediabox.upper_right)
    assert (width, height) == pytest.approx((TODAY.page.height, TODAY.page.width), abs=0.01)
    assert float(large.pages[2].mediabox.height) > height


def test_a_chart_too_large_for_a_sheet_goes_on_on_others_of_the_same_paper() -> None:
    pods = [Pod(PodId(f"p{n}"), f"Team {n}") for n in range(60)]
    givers = [Seat(SeatId(f"g{one.id}"), RoleId("inbound_sdr"), pod=one.id) for one in pods]
    takers = [Seat(SeatId(f"t{one.id}"), RoleId("account_executive"), pod=one.id) for one in pods]
    given = CHART.handoffs[HandoffId("h2")]
    handoffs = [
        replace(given, id=HandoffId(f"x{giver.id}"), source=giver.id, target=taker.id)
        for giver, taker in zip(givers, takers, strict=True)
    ]
    endless = Chart().with_records([*pods, *givers, *takers, *handoffs])
    scope = Scope(PLAN, endless, CATALOGUE)
    found = list(views(scope, TODAY))
    numbers = {name: number for number, view in enumerate(found) for name in view.names}
    assert len(found) > 10
    assert {view.sides.page.width for view in found} == {PAPERS["a4"].height}
    assert min(view.scenery(numbers).setting.scale for view in found) >= LEAST - 1e-9
    assert {seat for view in found for seat in view.seats} == set(endless.seats)


def test_the_parts_of_a_chart_lead_to_each_other() -> None:
    pods = [Pod(PodId(f"p{n}"), f"Team {n}") for n in range(6)]
    members = [
        Seat(SeatId(f"s{n}{pod.id}"), RoleId("inbound_sdr"), pod=pod.id, people=(Person(f"{pod.id} {n}"),))
        for pod in pods
        for n in range(7)
    ]
    heads = [Seat(SeatId("head"), RoleId("head_of_sales"), people=(Person("Maja Fält"),))]
    lines = [Line(LineId(f"l{seat.id}"), seat.id, SeatId("head")) for seat in members]
    pdf = printed(chart=Chart().with_records([*pods, *members, *heads, *lines]))
    pages = [number for number, text in enumerate(texts(pdf), 1) if text.startswith("Reporting lines")]
    assert len(pages) > 1
    assert set(links(pdf, pages[0])) <= set(range(1, len(texts(pdf)) + 1))
    assert [text for text in texts(pdf) if "Reporting lines · 2 of" in text]


def test_without_colour_purposes_are_told_by_pattern_and_icon() -> None:
    black = PdfReader(BytesIO(printed(options=replace(TODAY, has_colour=False))))
    contents = (page.get_contents() for page in black.pages)
    drawn = b"".join(content.get_data() for content in contents if content is not None)
    colours = {tuple(found.split()) for found in re.findall(rb"([\d.]+ [\d.]+ [\d.]+) (?:rg|RG)\b", drawn)}
    assert colours
    assert {one for one in colours if len(set(one)) > 1} == set()


def test_two_reports_of_one_plan_are_the_same_file() -> None:
    assert printed() == printed()


def test_only_inter_is_used_and_it_is_embedded() -> None:
    shown = fonts(printed())
    assert shown
    assert all("Inter" in str(font["/BaseFont"]) for font in shown)


@pytest.mark.parametrize("language", ["sv", "da", "nb", "nl"])
def test_a_report_speaks_the_language_asked_for(language: str) -> None:
    pdf = export(PLAN, CHART, Wish("report", "pdf", language, TODAY))
    assert says(pdf, load(language).role("account_executive").title)
    assert says(pdf, load(language).purposes[load(language).role("account_executive").purpose])


def test_a_scope_calls_seats_as_the_cards_do() -> None:
    scope = Scope(PLAN, CHART, CATALOGUE)
    assert scope.codes[CSM] == "CSM-01"
    assert scope.segment("se") == "Sverige"
    assert scope.named([SDR, SeatId("gone")]) == "Elin Wård, Inbound SDR"
    assert scope.named(CHART.seats).endswith("; and 1 more seat")
