"""Frames align to the edges and centres of others."""

import pytest

from salesorg_gui.canvas.landings.guides import OVERHANG, aligned
from salesorg_gui.layout.geometry import Point, Rect

OTHER = Rect(100, 100, 80, 60)


@pytest.mark.parametrize(
    ("rect", "step"),
    [
        (Rect(104, 400, 50, 50), (-4, None)),
        (Rect(176, 400, 50, 50), (4, None)),
        (Rect(47, 400, 50, 50), (3, None)),
        (Rect(113, 400, 50, 50), (2, None)),
        (Rect(400, 102, 50, 50), (None, -2)),
        (Rect(400, 400, 50, 50), (None, None)),
    ],
)
def test_the_nearest_edge_or_centre_within_reach_is_taken(rect: Rect, step: tuple[float | None, float | None]) -> None:
    found = aligned(rect, [OTHER], 6.0)
    assert (found.dx, found.dy) == step
    assert bool(found.guides) == (step != (None, None))


def test_of_two_frames_the_nearer_line_wins() -> None:
    found = aligned(Rect(104, 400, 50, 50), [OTHER, Rect(103, 600, 10, 10)], 6.0)
    assert found.dx == -1


def test_a_guide_runs_along_both_and_a_little_beyond() -> None:
    (guide,) = aligned(Rect(104, 400, 50, 50), [OTHER], 6.0).guides
    assert guide == (Point(100, 100 - OVERHANG), Point(100, 450 + OVERHANG))


def test_equal_frames_align_at_both_edges_and_the_centre() -> None:
    assert len(aligned(Rect(101, 400, 80, 50), [OTHER], 6.0).guides) == 3
