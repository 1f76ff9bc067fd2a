"""How absences and seams are told."""

from dataclasses import replace

import pytest

from salesorg_gui import i18n
from salesorg_gui.capacity.work import Part
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, PodId, SeatId, SegmentId
from salesorg_gui.domain.records import Handoff, Json, Pod, Seat, Segment, Status
from salesorg_gui.study.absence import Absence, Delay, Factor, Harm
from salesorg_gui.study.chair_words import ChairWords, factor_title
from salesorg_gui.study.empty_chair import empty_chairs
from salesorg_gui.study.seam_words import SeamWords
from salesorg_gui.study.seams import seams_of
from salesorg_gui.study.told import amount, days, fte, hours, part_title, percent
from tests.capacity.test_capacity import LINE, likely, sources, team
from tests.rules.builders import ENGLISH, chart, handoff, plan_of, seat

NORTH = Pod(PodId("north"), "North", (SegmentId("no"),))
NORWAY = Segment(SegmentId("no"), value="Norway")


def chair_words(drawn: Chart, answers: dict[str, Json] | None = None, away: float = 14.0) -> ChairWords:
    return ChairWords.of(empty_chairs(plan_of(drawn, answers or {}), drawn, ENGLISH, away))


def absence(words: ChairWords, seat_id: str) -> Absence:
    return next(one for one in words.chairs.absences if one.seat == seat_id)


def told(words: ChairWords, seat_id: str) -> str:
    return plain(words.sentence(absence(words, seat_id)))


def losses(words: ChairWords, seat_id: str) -> list[str]:
    return [plain(loss) for loss in words.losses(absence(words, seat_id))]


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def named(id: str, name: str, role: str = "account_executive", pod: str | None = None, headcount: int = 1) -> Seat:
    return seat(id, role, names=[name], pod=pod, headcount=headcount)


# -- absences


def test_a_country_without_a_closer_is_told_with_who_could_stand_in() -> None:
    drawn = chart((named("a", "Anna", pod="north"), named("e", "Erik")), pods=[NORTH], segments=[NORWAY])
    words = chair_words(drawn)
    assert told(words, "a") == "If Anna is away, nobody covers Demo, Closing in Norway. Erik could stand in."
    assert words.headline() == words.sentence(words.chairs.absences[0])


def test_the_load_of_the_stand_in_is_told_where_it_is_known() -> None:
    drawn = chart(
        (named("sdr", "Ada", "inbound_sdr"), named("a", "Anna"), named("e", "Erik")),
        handoffs=["in > sdr: raw_lead", "sdr > a: qualified_lead", "sdr > e: qualified_lead"],
        sources=sources(84 / 0.2875, 0),
    )
    words = chair_words(drawn)
    assert told(words, "a").endswith("Erik could stand in at 168 %.")
    assert plain(words.stand_in(words.chairs.stand_ins(SeatId("a"))[0])).endswith("load 84 % → 168 %")


def test_whoever_has_no_time_at_all_could_stand_in_without_a_number() -> None:
    ways = ["in > sdr: raw_lead", "sdr > a: qualified_lead", "sdr > e: qualified_lead"]
    seats = (named("sdr", "Ada", "inbound_sdr"), named("a", "Anna"), replace(named("e", "Erik"), fte=0.0))
    assert told(chair_words(chart(seats, handoffs=ways, sources=sources(100, 0))), "a").endswith("Erik could stand in.")


def test_colleagues_on_the_seat_take_the_rest() -> None:
    drawn = chart(
        (*team()[:2], named("ae", "Anna", headcount=3), team()[3]), handoffs=LINE, sources=sources(2_000, 100)
    )
    words = chair_words(drawn)
    assert told(words, "ae").startswith("If one of the 3 people at Anna is away, ")
    assert "The others would be loaded to" in told(words, "ae")


def test_nobody_could_stand_in_for_who_is_the_only_one() -> None:
    words = chair_words(chart([named("a", "Anna")]))
    assert told(words, "a").endswith("nobody covers Demo, Closing. Nobody could stand in.")


def test_a_leader_is_told_by_whom_he_leaves() -> None:
    leaders = [named(id, id.title(), "head_of_sales") for id in ("top", "kari", "jo", "bo")]
    words = chair_words(
        chart(leaders, ["kari > top", "jo > kari", "bo > kari"], pods=[replace(NORTH, lead=SeatId("kari"))])
    )
    assert told(words, "kari") == (
        "If Kari is away, 3 seats or pods are left without a lead. Top could lead them meanwhile."
    )
    assert losses(words, "kari") == [
        "Without a manager: Bo, Jo.",
        "Without a lead: North.",
        "Top could lead them meanwhile.",
    ]
    assert told(words, "top") == "If Top is away, 1 seat or pod is left without a lead."


def test_whoever_is_not_missed_is_told_so() -> None:
    words = chair_words(chart([named("a", "Anna"), named("b", "Bo")]))
    assert told(words, "a") == "If Anna is away, others carry on as before."
    assert words.consequence(absence(words, "a")) == "others carry on"
    assert losses(words, "a") == []


def test_a_chart_of_nobody_has_no_chair_to_leave() -> None:
    assert "no chair to leave empty" in chair_words(chart()).headline()


def test_ends_of_handoffs_are_told_together() -> None:
    ways = ["in > sdr: raw_lead", "sdr > a: qualified_lead", "sdr > a: hot_lead", "a > csm: signed_customer"]
    seats = (named("sdr", "Ada", "inbound_sdr"), named("a", "Anna"), named("csm", "Cleo", "customer_success_manager"))
    nothing = Handoff(HandoffId("n"), SeatId("a"), SeatId("sdr"))
    words = chair_words(chart(seats, handoffs=[*ways, nothing]))
    assert "Nobody else to hand to: Ada (Hot lead, Qualified lead)." in losses(words, "a")
    assert any(loss.startswith("Nobody else to get it from: Cleo (Signed customer)") for loss in losses(words, "a"))
    assert any("something unnamed" in loss for loss in losses(words, "a"))


def test_waits_limits_and_backlog_are_told() -> None:
    ways = ["in > one: raw_lead", "in > two: raw_lead"]
    seats = (named("one", "Ada", "inbound_sdr"), named("two", "Bo", "inbound_sdr"))
    slower = losses(chair_words(chart(seats, handoffs=ways, sources=sources(300, 0))), "one")
    assert slower == [
        "Inbound: 0.8 FTE of work, 1 FTE left for it.",
        "The wait grows from 0.1 h to 1.3 h.",
        "2 time limits are broken, the strictest of 1 h.",
    ]
    endless = losses(chair_words(chart(seats, handoffs=ways, sources=sources(500, 0))), "one")
    assert "The queue grows without end." in endless
    assert "2.5 working days lie undone in the end." in endless
    alone = losses(chair_words(chart(seats[:1], handoffs=ways[:1], sources=sources(400, 0))), "one")
    assert "After 7 days a full week of work lies undone; in the end 10 working days." in alone
    assert "1 time limit is broken: 1 h." in losses(
        chair_words(chart(seats, handoffs=[ways[0]], sources=sources(300, 0))), "one"
    )


def test_customers_and_money_are_told_with_their_source() -> None:
    carer = replace(named("csm", "Cleo", "customer_success_manager"), accounts=40)
    words = chair_words(
        chart((*team()[:3], carer), handoffs=LINE, sources=sources(0, 1_000)), {"contract_value": 1_000}
    )
    assert "40 customers have nobody who looks after them (from the plan)." in losses(words, "csm")
    assert any(", worth 4 615 a year." in loss for loss in losses(words, "ae")), losses(words, "ae")
    even = chair_words(chart(team(), handoffs=LINE, sources=sources(0, 1_000)), {"customers": 30})
    assert any("an even part of all customers" in loss for loss in losses(even, "csm"))
    assert any(loss.endswith("customers are not won in this time.") for loss in losses(even, "ae"))


def test_a_pod_without_segments_is_the_place() -> None:
    drawn = chart([named("a", "Anna", pod="north")], pods=[replace(NORTH, segments=())])
    assert "in North" in told(chair_words(drawn), "a")


@pytest.mark.parametrize("harm", Harm)
@pytest.mark.parametrize("count", [1, 2.5, 4])
def test_every_harm_is_told_with_its_count(harm: Harm, count: float) -> None:
    title = factor_title(Factor(harm, count, 1.0))
    assert title[0].isupper() or title[0].isdigit()
    assert harm is Harm.NOBODY or title[0] in "124"


def test_a_queue_without_work_is_not_told() -> None:
    idle = Delay(Part.CARE, 0.0, 1.0, 0.0, 0.0, 0.0, None, (), 0)
    words = chair_words(chart([named("a", "Anna")]))
    assert list(words.losses(replace(absence(words, "a"), delays=(idle,)))) == losses(words, "a")


# -- seams


def seam_words(drawn: Chart) -> SeamWords:
    return SeamWords.of(seams_of(plan_of(drawn), drawn, ENGLISH))


def across(lines: tuple[str, ...] = ("sdr > top", "ae > top"), *more: str | Handoff) -> Chart:
    return chart(
        (
            named("sdr", "Ada", "inbound_sdr", "a"),
            named("ae", "Anna", pod="b"),
            named("top", "Kari", "head_of_sales"),
            named("jo", "Jo", "head_of_sales"),
        ),
        lines,
        ["in > sdr: raw_lead", "sdr > ae: qualified_lead", *more],
        pods=[Pod(PodId("a"), "A", (SegmentId("no"),)), Pod(PodId("b"), "B", (SegmentId("se"),))],
        segments=[NORWAY, Segment(SegmentId("se"), value="Sweden")],
        sources=sources(100, 0),
    )


def story(words: SeamWords, place: int = 0) -> str:
    return plain(" ".join(words.story(words.found.seams[place])))


def test_seams_are_told_in_one_sentence() -> None:
    headline = plain(seam_words(across()).headline())
    assert headline == "100 % of what is handed over leaves a pod; Kari settles 100 % of it, 1 level up."
    assert plain(seam_words(across(())).headline()).endswith("100 % is settled by nobody.")
    assert seam_words(chart()).headline() == "No customer is handed from one seat to another."


def test_without_pods_only_the_settler_is_told() -> None:
    drawn = across()
    seats = [replace(one, pod=None) for one in drawn.seats.values()]
    without = replace(drawn, pods={}, segments={}).with_records(seats)
    words = seam_words(without)
    assert plain(words.headline()) == "Kari settles 100 % of it, 1 level up."
    assert words.in_short(words.found.seams[0]) == "Kari settles, 1 level up"
    assert story(words) == "Qualified lead: 28.7 a month. Kari settles a dispute, 1 level up."


def test_a_seam_is_told_with_its_way_up_and_its_cost() -> None:
    words = seam_words(across())
    seam = words.found.seams[0]
    assert words.ends(seam) == "Ada → Anna"
    assert words.what(seam) == "Qualified lead"
    assert words.in_short(seam) == "Kari settles, 1 level up, leaves the pod"
    assert story(words) == (
        "Qualified lead: 28.7 a month. Kari settles a dispute, 1 level up. It leaves a pod. It leaves a segment."
    )
    formula = "28.75 a month × 1 level × 2 for leaving a pod × 1.5 for leaving a segment = 86.2"
    assert words.formula(seam) == formula


def test_what_nobody_settles_is_told_with_the_reason() -> None:
    words = seam_words(across(()))
    assert words.in_short(words.found.seams[0]) == "nobody settles it"
    assert "no manager stands above both" in story(words)
    assert "6 for nobody settling it" in words.formula(words.found.seams[0])
    round_about = seam_words(across(("sdr > top", "top > jo", "jo > top", "ae > jo")))
    assert "run in a circle" in story(round_about)


def test_a_manager_of_the_other_and_several_managers_are_told() -> None:
    assert "Ada settles a dispute, as the manager of the other." in story(seam_words(across(("ae > sdr",))))
    assert "not certain" in story(seam_words(across(("sdr > jo", "ae > jo", "ae > top"))))
    assert "for certain" in story(seam_words(across(("sdr > top", "ae > top", "ae > jo"))))


def test_what_has_no_volume_is_told_so() -> None:
    words = seam_words(across(("sdr > top", "ae > top"), "ae > sdr: rejected_lead", handoff("sdr > ae:", id="bare")))
    stories = [story(words, place) for place in range(len(words.found.seams))]
    assert any("costs nothing here" in one for one in stories)
    assert any(one.startswith("Something unnamed") for one in stories)
    counted = seam_words(replace(across(), sources={}))
    assert "it counts as 1" in story(counted)


def test_faces_are_told() -> None:
    words = seam_words(chart(team(), handoffs=LINE, sources=sources(100, 100)))
    assert words.faces(words.found.faces) == "Every customer meets 3 people."
    assert len(words.faces_by_source()) == 2
    assert list(words.faces_by_place()) == ["No segment"]
    split: list[str | Handoff] = [*LINE[:4], likely("ae > csm: signed_customer", 0.5)]
    some = seam_words(chart(team(), handoffs=split, sources=sources(100, 100)))
    assert "on average" in some.faces(some.found.faces)
    nobody = seam_words(chart(team()))
    assert nobody.faces(nobody.found.faces) == "Nobody becomes a customer yet."


def test_places_are_called_by_segment_or_pod() -> None:
    assert list(seam_words(across()).faces_by_place()) == ["Norway"]
    pod_only = across().with_records([Pod(PodId("a"), "A")])
    assert list(seam_words(pod_only).faces_by_place()) == ["A"]


# -- amounts


def test_amounts_follow_the_language() -> None:
    with i18n.speaking("nl"):
        assert percent(0.96) == "96%"
        assert amount(1.25) == "1,2"
    assert percent(0.96) == "96\N{NO-BREAK SPACE}%"
    assert percent(float("inf")) == "–"
    assert amount(1234.5) == "1234"
    assert plain(hours(1.26)) == "1.3 h"
    assert plain(fte(0.004)) == "0 FTE"
    assert plain(fte(0.26)) == "0.3 FTE"
    assert part_title(Part.CARE) == "Customer care"
    assert (days(0.2), days(9.4)) == ("1 day", "9 days")


def test_an_open_seat_is_no_stand_in() -> None:
    drawn = chart((named("a", "Anna"), replace(named("b", "Bo"), status=Status.OPEN)))
    assert told(chair_words(drawn), "a").endswith("Nobody could stand in.")
