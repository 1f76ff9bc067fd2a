"""Frames: their names and totals, never over each other's room."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.ids import PodId, RoleId, SeatId, SegmentId
from salesorg_gui.domain.records import Person, Pod, Seat, Segment, Status
from salesorg_gui.drawing.cards import Detail
from salesorg_gui.drawing.frames import PodFace, SegmentFace, bench_frame, pod_frame, segment_frame
from salesorg_gui.drawing.measure import width
from salesorg_gui.drawing.shapes import Align, Box, Label
from salesorg_gui.layout.geometry import Rect
from tests.drawing.notebook import icons, labels, texts

CATALOGUE = load()
POD = Rect(500, 300, 232, 376)
SEGMENT = Rect(0, 0, 512, 436)


def seat(status: Status = Status.FILLED, fte: float = 1.0, name: str = "Erik S.") -> Seat:
    return Seat(SeatId("s"), RoleId("account_executive"), fte=fte, status=status, people=(Person(name),))


def pod(title: str = "Göteborg", *members: Seat, lead: Seat | None = None) -> PodFace:
    return PodFace(Pod(PodId("p"), title), members, lead)


def segment(**values: object) -> SegmentFace:
    return SegmentFace(Segment(SegmentId("g"), **values), (seat(), seat(Status.OPEN)))  # type: ignore[arg-type]


def test_a_pod_names_itself_its_total_its_lead_and_its_vacancies() -> None:
    face = pod("Göteborg", seat(), seat(fte=0.8), seat(Status.OPEN), seat(Status.PLANNED), lead=seat(name="Maja F."))
    assert texts(pod_frame(face, POD, CATALOGUE)) == [
        "1.8 of 2.8 FTE",
        "Göteborg",
        "1 open · 1 planned",
        "Lead: Maja F.",
    ]


def test_a_full_pod_has_one_total_and_no_vacancies() -> None:
    assert texts(pod_frame(pod("Oslo", seat(), seat()), POD, CATALOGUE)) == ["2.0 FTE", "Oslo", "No lead yet"]


def test_a_lead_without_a_name_is_called_by_the_role() -> None:
    nobody = Seat(SeatId("x"), RoleId("pod_lead"))
    assert "Lead: Pod lead" in texts(pod_frame(pod("Oslo", lead=nobody), POD, CATALOGUE))


def test_a_pod_is_drawn_from_its_own_corner() -> None:
    ground = pod_frame(pod(), POD, CATALOGUE)[0]
    assert ground == Box(Rect(0.5, 0.5, 231, 375), "frame_pod", ground.stroke, 12)  # type: ignore[union-attr]


def test_a_pod_without_a_name_says_so() -> None:
    assert "Pod without a name" in texts(pod_frame(pod(""), POD, CATALOGUE))


def test_a_pod_from_afar_is_its_name_and_count_and_from_farthest_a_block() -> None:
    face = pod("Oslo", seat())
    assert texts(pod_frame(face, POD, CATALOGUE, Detail.COMPACT)) == ["1.0 FTE", "Oslo"]
    assert texts(pod_frame(face, POD, CATALOGUE, Detail.FAR)) == ["1", "Oslo"]
    assert texts(pod_frame(face, POD, CATALOGUE, Detail.BLOCK)) == []


def test_a_pods_goal_stands_after_its_lead() -> None:
    face = PodFace(Pod(PodId("p"), "Oslo", goal="24 M SEK"), (seat(),), seat(name="Maja F."))
    assert texts(pod_frame(face, POD, CATALOGUE))[-1] == "Lead: Maja F. · 24 M SEK"


@given(st.text(max_size=70), st.text(max_size=70), st.sampled_from(Detail))
def test_names_give_way_to_figures(title: str, lead: str, detail: Detail) -> None:
    face = pod(title, seat(), seat(Status.OPEN), lead=seat(name=lead))
    rows: dict[float, list[Label]] = {}
    for label in labels(pod_frame(face, POD, CATALOGUE, detail)):
        rows.setdefault(label.baseline.y, []).append(label)
    for row in rows.values():
        spans = sorted(span(label) for label in row)
        assert spans[0][0] >= 0
        assert spans[-1][1] <= POD.width
        assert all(earlier[1] <= later[0] for earlier, later in pairwise(spans))


def span(label: Label) -> tuple[float, float]:
    reach = width(label.text, label.size, label.weight, label.tracking)
    start = label.baseline.x - {Align.LEFT: 0.0, Align.CENTRE: reach / 2, Align.RIGHT: reach}[label.align]
    return start, start + reach


@pytest.mark.parametrize(
    ("values", "title"),
    [
        ({"value": "Norge"}, "Norge"),
        ({"axis": "customer_size", "lowest": 50.0, "below": 250.0}, "50–250"),
        ({"axis": "customer_size", "lowest": 1_500_000.0}, "1.5 M and more"),
        ({"axis": "customer_size", "below": 2000.0}, "Under 2 k"),
        ({"axis": "moon"}, "moon"),
        ({"axis": ""}, "Segment"),
    ],
)
def test_a_segment_is_called_by_its_part_of_the_market(values: dict[str, object], title: str) -> None:
    assert texts(segment_frame(segment(**values), SEGMENT, CATALOGUE))[-1] == title


def test_a_segment_without_a_value_is_called_by_its_axis() -> None:
    axis = next(iter(CATALOGUE.axes.values()))
    assert texts(segment_frame(segment(axis=axis.id), SEGMENT, CATALOGUE))[-1] == axis.title


def test_a_segment_says_what_it_has() -> None:
    assert texts(segment_frame(segment(value="Norge"), SEGMENT, CATALOGUE))[0] == "1.0 of 2.0 FTE · 1 open"
    assert texts(segment_frame(segment(value="Norge", is_key=True), SEGMENT, CATALOGUE))[0] == (
        "Key · 1.0 of 2.0 FTE · 1 open"
    )
    assert texts(segment_frame(segment(value="Norge", is_served=False), SEGMENT, CATALOGUE))[0] == "Not served"


def test_an_empty_segment_has_no_figures() -> None:
    empty = SegmentFace(Segment(SegmentId("g"), value="Norge"), ())
    assert texts(segment_frame(empty, SEGMENT, CATALOGUE)) == ["Norge"]


def test_a_segment_from_afar_is_only_its_name() -> None:
    assert texts(segment_frame(segment(value="Norge"), SEGMENT, CATALOGUE, Detail.FAR)) == ["Norge"]
    assert len(texts(segment_frame(segment(value="Norge"), SEGMENT, CATALOGUE, Detail.COMPACT))) == 2


def test_the_bench_says_what_it_is_for() -> None:
    bench = Rect(0, 0, 856, 116)
    assert texts(bench_frame(bench, ("ann",))) == ["Bench", "People and seats without a place yet"]
    assert texts(bench_frame(bench)) == ["Bench", "Drop here to keep it for later"]
    assert icons(bench_frame(bench)) == ["armchair"]


def test_the_bench_turns_accent_as_a_target() -> None:
    ground = bench_frame(Rect(0, 0, 856, 72), is_target=True)[0]
    assert isinstance(ground, Box)
    assert ground.fill == "accent_tint"


def test_the_name_of_a_segment_comes_before_what_is_vacant_in_it() -> None:
    narrow = Rect(0, 0, 190, 436)
    assert texts(segment_frame(segment(value="Norge"), SEGMENT, CATALOGUE)) == ["1.0 of 2.0 FTE · 1 open", "Norge"]
    assert texts(segment_frame(segment(value="Norge"), narrow, CATALOGUE)) == ["1.0 of 2.0 FTE", "Norge"]
    assert texts(segment_frame(segment(value="Norge og Danmark"), narrow, CATALOGUE))[0] == "1.0 of 2.0 FTE"
