"""What is typed on a card, and what it becomes."""

from dataclasses import replace

import pytest

from salesorg_gui.canvas.keys.draft import BLANK, Draft, Offer, previewed, retyped, sharing
from salesorg_gui.canvas.keys.frame_drafts import Copies, NewPod, NewSegment, OldFrame, TypedSource
from salesorg_gui.canvas.keys.seat_draft import NewSeat, OldSeat, Words
from salesorg_gui.canvas.keys.typed import Typed, typed_on_seat
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.catalogue.role_names import RoleNames
from salesorg_gui.domain.change import delta, difference
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.building import Spot
from salesorg_gui.domain.edits.edit import EditRefused
from salesorg_gui.domain.edits.lines import DrawHandoff
from salesorg_gui.domain.ids import HandoffId, Key, Kind, LineId, ObjectId, PodId, RoleId, SeatId, SegmentId, SourceId
from salesorg_gui.domain.records import Handoff, Lane, Line, LineKind, Person, Pod, Seat, Segment, Source, Status
from tests import builders as b

CATALOGUE = load("en")
NAMES = RoleNames(CATALOGUE)
WORDS = Words(CATALOGUE)
NEW = SeatId("new")
AE, SDR = RoleId("account_executive"), RoleId("sdr")


def new(*likely: RoleId, spot: Spot | None = None) -> NewSeat:
    return NewSeat(WORDS, NEW, spot or Spot(b.HEAD), (LineId("l"),), "Add report", likely)


def taken(draft: Draft, text: str, chart: Chart | None = None, at: int = 0) -> Chart:
    offers = draft.offers(text)
    edit = draft.edit(text, offers[at] if offers else None)
    assert edit is not None
    return edit.apply(chart or b.pod_chart())


@pytest.mark.parametrize(
    ("text", "title", "people"),
    [
        ("ae", "ae", None),
        ("  head   of sales ", "head of sales", None),
        ("AE: Sara Lind", "AE", ("Sara Lind",)),
        ("AE, Sara Lind", "AE", ("Sara Lind",)),
        ("AE: Sara Lind, Bo Ek & Per", "AE", ("Sara Lind", "Bo Ek", "Per")),
        ("AE: Sara och Bo", "AE", ("Sara", "Bo")),
        ("AE:", "AE", ()),
        (": Sara", "", ("Sara",)),
        ("VP, Sales", "VP, Sales", None),
        ("Head of Sales, Nordics", "Head of Sales, Nordics", None),
        ("Wizard, Sara Lind", "Wizard, Sara Lind", None),
        ("AE, ", "AE", None),
    ],
)
def test_title_and_people_are_told_apart(text: str, title: str, people: tuple[str, ...] | None) -> None:
    assert typed_on_seat(text, NAMES) == Typed(title, people)


def test_for_nothing_typed_the_likely_roles_are_offered() -> None:
    draft = new(AE, SDR)
    assert [offer.value for offer in draft.offers("")] == [AE, SDR]
    assert draft.hint == "Account Executive"
    assert taken(draft, "").seats[NEW].role == AE


def test_without_a_likely_role_the_neutral_one_is_made() -> None:
    draft = new()
    assert draft.hint == "Role or title"
    assert taken(draft, "").seats[NEW].role == "other"


def test_a_role_in_another_language_shows_the_name_it_was_found_by() -> None:
    (offer, *_others) = new().offers("säljchef")
    assert (offer.title, offer.word, offer.icon, offer.ink) == ("Head of Sales", "Säljchef", "flag", "lead_text")
    seat = taken(new(), "säljchef").seats[NEW]
    assert (seat.role, seat.title, seat.status) == ("head_of_sales", "", Status.OPEN)


def test_the_text_itself_stands_last_when_a_role_is_sure_and_first_when_none_is() -> None:
    assert new().offers("sal")[-1].word == "Own title"
    assert new().offers("Growth wizard")[0] == Offer("Growth wizard", "Own title", "wrench", "support_text")
    assert all(offer.value for offer in new().offers("account executive"))


def test_free_text_becomes_the_title_of_the_nearest_role() -> None:
    offers = new().offers("Head of Sales Nordics")
    assert offers[0].word == "Own title · Head of Sales"
    seat = taken(new(), "Head of Sales Nordics").seats[NEW]
    assert (seat.role, seat.title) == ("head_of_sales", "Head of Sales Nordics")
    seat = taken(new(), "Growth wizard").seats[NEW]
    assert (seat.role, seat.title) == ("other", "Growth wizard")


def test_a_named_person_fills_the_seat() -> None:
    seat = taken(new(), "ae: Sara Lind, Bo Ek").seats[NEW]
    assert (seat.role, seat.holder, seat.status, seat.headcount) == (AE, "Sara Lind, Bo Ek", Status.FILLED, 2)


def test_what_comes_with_a_new_seat_is_the_same_step() -> None:
    fed = DrawHandoff(Handoff(HandoffId("h"), b.WEB, NEW, ObjectId("raw_lead")))
    edit = replace(new(SDR), more=(fed,)).edit("", None)
    assert edit is not None
    after = edit.apply(b.pod_chart())
    assert (edit.label, after.handoffs[HandoffId("h")].target) == ("Add report", NEW)


def old(**changes: object) -> OldSeat:
    return OldSeat(WORDS, replace(b.pod_chart().seats[b.BO], **changes))  # type: ignore[arg-type]


def test_an_old_card_shows_title_and_person_and_untouched_stays_as_it_is() -> None:
    draft = old()
    assert (draft.text, draft.hint, draft.key) == ("Account Executive: Bo", "Account Executive", Key(Kind.SEAT, b.BO))
    assert draft.edit(draft.text, None) is None
    assert draft.edit("  ", None) is None
    assert draft.offers(draft.text) == ()
    assert draft.offers("Account Executive: Bosse") == ()
    assert old(people=()).text == "Account Executive"
    assert old(title="Seller: north").text == "Seller: north"


def test_another_role_is_taken_and_the_person_stays() -> None:
    draft = old()
    edit = draft.edit("csm", draft.offers("csm")[0])
    assert edit is not None
    assert edit.label == "Change role"
    seat = edit.apply(b.pod_chart()).seats[b.BO]
    assert (seat.role, seat.holder) == ("customer_success_manager", "Bo")


def test_a_title_nobody_knows_keeps_the_role() -> None:
    seat = taken(old(), "Wizard").seats[b.BO]
    assert (seat.role, seat.title) == (AE, "Wizard")


def test_another_person_leaves_role_title_and_known_people() -> None:
    draft = old(title="Key seller", people=(Person("Bo", "senior"),))
    edit = draft.edit("Key seller: Bo, Eva", None)
    assert edit is not None
    seat = edit.apply(b.pod_chart()).seats[b.BO]
    assert (seat.title, seat.role, seat.headcount) == ("Key seller", AE, 2)
    assert seat.people == (Person("Bo", "senior"), Person("Eva"))
    assert edit.label == "Rename seat"


def test_an_emptied_person_opens_the_seat() -> None:
    seat = taken(old(), "Account Executive:").seats[b.BO]
    assert (seat.people, seat.status) == ((), Status.OPEN)


def test_what_means_the_same_changes_nothing() -> None:
    draft = old(people=())
    assert draft.edit("ae", draft.offers("ae")[0]) is None


def test_a_preview_shows_the_card_without_its_name() -> None:
    chart = b.pod_chart()
    draft = new(AE)
    after = previewed(chart, draft, "ae", draft.offers("ae")[0])
    assert after.seats[NEW].title == BLANK
    assert previewed(chart, old(), "", None).seats[b.BO].title == BLANK
    frame = OldFrame(chart.segments[b.BANKS])
    assert previewed(chart, frame, "", None).segments[b.BANKS].value == BLANK


def test_a_preview_of_what_is_gone_is_refused() -> None:
    with pytest.raises(EditRefused):
        previewed(Chart(), old(), "", None)
    with pytest.raises(EditRefused, match="no longer"):
        previewed(Chart(), new(), "ae", None)


def test_other_records_have_no_name_to_blank() -> None:
    chart = b.pod_chart()

    class OnALine(OldFrame):
        @property
        def key(self) -> Key:
            return Key(Kind.LINE, "ada-head")

        def edit(self, _text: str, _offer: Offer | None) -> None:
            return None

    after = previewed(chart, OnALine(chart.pods[b.NORTH]), "", None)
    assert after.lines[LineId("ada-head")] == Line(LineId("ada-head"), b.ADA, b.HEAD, LineKind.SOLID)


def test_other_letters_change_the_shown_card_alone() -> None:
    chart = b.pod_chart()
    draft = new(AE, spot=Spot(b.HEAD, pod=b.NORTH))
    shown = previewed(chart, draft, "", None)
    after = retyped(shown, draft, "csm: Eva", draft.offers("csm: Eva")[0])
    assert after is not None
    assert after == previewed(chart, draft, "csm: Eva", draft.offers("csm: Eva")[0])
    assert after.lines is shown.lines
    pod = NewPod(Pod(PodId("p"), "New pod"), (b.ADA,))
    closed = previewed(chart, pod, "", None)
    assert retyped(closed, pod, "Lund", None) is closed
    feeds = source()
    fed = previewed(chart, feeds, "", None)
    sourced = retyped(fed, feeds, "webs", feeds.offers("webs")[0])
    assert sourced is not None
    assert sourced.sources[SourceId("q")].channel == "website"
    segment = NewSegment(Segment(SegmentId("s")))
    assert retyped(chart, segment, "x", None) is None
    frame = OldFrame(chart.pods[b.NORTH])
    assert retyped(chart, frame, "x", None) is chart
    copies = Copies(chart, frozenset([Key(Kind.SEAT, b.ADA)]), Key(Kind.SEAT, b.ADA))
    assert retyped(chart, copies, "3", None) is None


def test_equal_records_are_shared_so_that_nothing_else_differs() -> None:
    chart, twin = b.pod_chart(), b.pod_chart()
    shared = sharing(twin, chart)
    assert shared == twin
    assert all(shared.seats[name] is chart.seats[name] for name in chart.seats)
    changed = twin.with_records([replace(twin.seats[b.ADA], title="Caller")])
    half = sharing(changed, chart)
    assert half.seats[b.BO] is chart.seats[b.BO]
    assert half.seats[b.ADA].title == "Caller"
    assert sharing(chart, chart) == chart


def test_charts_made_of_the_same_one_share_what_looking_through_all_would_share() -> None:
    chart = b.pod_chart()
    ada, bo, cy = (chart.seats[name] for name in (b.ADA, b.BO, b.CY))
    typed = chart.with_records([replace(ada, title="Caller"), replace(bo, title="Third")])
    kept = chart.with_records([replace(ada, title="Caller"), replace(cy, title="Fourth")])
    shared = sharing(typed, kept)
    looked_through = sharing(replace(typed), kept)
    assert shared == looked_through == typed
    assert shared.seats[b.ADA] is looked_through.seats[b.ADA] is kept.seats[b.ADA]
    assert difference(shared, kept, Kind.SEAT) == delta(looked_through.seats, kept.seats)
    assert set(difference(shared, kept, Kind.SEAT).changed) == {b.BO, b.CY}


def test_a_new_pod_has_a_name_even_without_one() -> None:
    draft = NewPod(Pod(PodId("p"), "New pod", (b.EUROPE,)), (b.ADA,), b.SOUTH)
    assert (draft.hint, draft.offers("x"), draft.key) == ("New pod", (), Key(Kind.POD, "p"))
    assert taken(draft, "").pods[PodId("p")].title == "New pod"
    after = taken(draft, "  Lund  ")
    assert after.pods[PodId("p")].title == "Lund"
    assert [seat.id for seat in after.members[PodId("p")]] == [b.ADA]


@pytest.mark.parametrize("parent", [None, b.EUROPE])
def test_a_new_segment_stands_where_it_was_asked_for(parent: SegmentId | None) -> None:
    draft = NewSegment(Segment(SegmentId("s"), value="New segment", parent=parent), b.NORDICS if parent else None)
    assert (draft.hint, draft.offers("x"), draft.key) == ("New segment", (), Key(Kind.SEGMENT, "s"))
    after = taken(draft, "Baltics")
    assert (after.segments[SegmentId("s")].value, after.parent_of(after.segments[SegmentId("s")])) == (
        "Baltics",
        parent,
    )


def test_frames_are_renamed_and_an_emptied_name_leaves_the_old_one() -> None:
    chart = b.pod_chart()
    pod, segment = OldFrame(chart.pods[b.NORTH]), OldFrame(chart.segments[b.BANKS])
    assert (pod.text, pod.hint, pod.offers("x"), segment.text) == ("North", "Name", (), "Banks")
    assert pod.edit("", None) is None
    assert pod.edit("North", None) is None
    assert taken(pod, "Far north").pods[b.NORTH].title == "Far north"
    assert taken(segment, "Insurance").segments[b.BANKS].value == "Insurance"


def source(*, is_new: bool = True, feeds: Handoff | None = None, **changes: object) -> TypedSource:
    made = replace(Source(SourceId("q")), **changes)  # type: ignore[arg-type]
    return TypedSource(made, CATALOGUE, is_new=is_new, feeds=feeds)


def test_a_channel_is_found_by_the_beginning_of_its_words() -> None:
    draft = source()
    assert (draft.text, draft.hint, draft.key) == ("", "Channel", Key(Kind.SOURCE, "q"))
    assert len(draft.offers("")) == 7
    assert [offer.value for offer in draft.offers("webs")] == ["website", ""]
    made = taken(draft, "webs").sources[SourceId("q")]
    assert (made.channel, made.lane, made.title) == ("website", Lane.INBOUND, "")


def test_a_source_may_have_a_name_of_its_own_or_none() -> None:
    assert taken(source(), "Spring fair").sources[SourceId("q")].title == "Spring fair"
    edit = source().edit("", None)
    assert edit is not None
    assert edit.label == "Add lead source"


def test_a_source_feeds_the_seat_with_what_its_lane_gives() -> None:
    feeds = Handoff(HandoffId("h"), SourceId("q"), b.ADA)
    inbound = taken(source(feeds=feeds), "website").handoffs[HandoffId("h")]
    assert (inbound.object, inbound.limit_hours) == ("raw_lead", CATALOGUE.objects[ObjectId("raw_lead")].limit_hours)
    channel = next(one for one in CATALOGUE.channels.values() if one.lane == Lane.OUTBOUND)
    outbound = taken(source(feeds=feeds), channel.title).handoffs[HandoffId("h")]
    assert outbound.object == "target_prospect"
    speechless = replace(source(feeds=feeds), catalogue=replace(CATALOGUE, objects={}))
    assert taken(speechless, "website").handoffs[HandoffId("h")].object is None


def test_an_old_source_is_renamed_or_left() -> None:
    chart = b.pod_chart()
    draft = TypedSource(chart.sources[b.WEB], CATALOGUE)
    assert (draft.text, draft.hint, draft.offers("")) == ("Website", "Website", ())
    assert draft.edit("Website", None) is None
    edit = draft.edit("Home page", None)
    assert edit is not None
    assert edit.apply(chart).sources[b.WEB].title == "Home page"
    assert edit.label == "Rename lead source"


def test_copies_are_counted_and_nonsense_is_none() -> None:
    chart = b.pod_chart()
    draft = Copies(chart, frozenset([Key(Kind.SEAT, b.ADA)]), Key(Kind.SEAT, b.ADA))
    assert draft.hint == "How many copies?"
    assert [offer.title for offer in draft.offers("5")] == ["Duplicate 5 times"]
    assert [offer.title for offer in draft.offers("1")] == ["Duplicate 1 time"]
    assert draft.offers("many") == ()
    assert draft.edit("many", None) is None
    assert len(taken(draft, "5").seats) == len(chart.seats) + 5
    assert [offer.title for offer in draft.offers("1000")] == ["Duplicate 99 times"]


def test_a_seat_without_a_role_anybody_knows_can_still_be_typed() -> None:
    draft = OldSeat(WORDS, Seat(SeatId("x"), RoleId("unheard")))
    assert draft.text == "unheard"
