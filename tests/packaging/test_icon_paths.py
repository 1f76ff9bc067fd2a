"""The outlines of icons come out as moves, lines and curves that mean the same."""

import importlib.util
import math
import sys
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def icons() -> ModuleType:
    spec = importlib.util.spec_from_file_location("icon_script", ROOT / "packaging" / "icons.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["icon_script"] = module
    spec.loader.exec_module(module)
    return module


def traced(icons: ModuleType, path: str) -> list[list[list[str | float]]]:
    return [[icons.rounded(command) for command in subpath] for subpath in icons.Tracer().trace(path)]


def test_relative_steps_become_absolute(icons: ModuleType) -> None:
    assert traced(icons, "m4 4 2 3h5v-1z") == [[["M", 4, 4], ["L", 6, 7], ["L", 11, 7], ["L", 11, 6], ["Z"]]]


def test_numbers_may_touch(icons: ModuleType) -> None:
    assert traced(icons, "M.5.5L1-2") == [[["M", 0.5, 0.5], ["L", 1, -2]]]


def test_a_circle_is_four_curves_on_its_radius(icons: ModuleType) -> None:
    circle = ET.fromstring('<circle cx="12" cy="12" r="10"/>')
    (subpath,) = traced(icons, icons.path_of(circle))
    ends = [(float(command[5]), float(command[6])) for command in subpath if command[0] == "C"]
    assert len(ends) == 4
    assert all(math.isclose(math.hypot(x - 12, y - 12), 10, abs_tol=0.001) for x, y in ends)


def test_flags_of_an_arc_may_touch_the_next_number(icons: ModuleType) -> None:
    assert traced(icons, "M0 0a2 2 0 012 2") == traced(icons, "M0 0a2 2 0 0 1 2 2")


def test_an_arc_ends_where_it_says(icons: ModuleType) -> None:
    (subpath,) = traced(icons, "M2 3A5 4 30 1 0 9 8")
    assert subpath[-1][5:] == [9, 8]


def test_a_smooth_curve_mirrors_the_last_control_point(icons: ModuleType) -> None:
    (subpath,) = traced(icons, "M0 0C0 1 1 2 2 2S4 1 4 0")
    assert subpath[2][1:3] == [3, 2]


def test_what_follows_a_closed_outline_starts_where_that_began(icons: ModuleType) -> None:
    assert traced(icons, "M1 1h2zl1 1")[1] == [["M", 1, 1], ["L", 2, 2]]


def test_a_rectangle_keeps_its_round_corners(icons: ModuleType) -> None:
    rect = ET.fromstring('<rect x="3" y="3" width="18" height="18" rx="2"/>')
    (subpath,) = traced(icons, icons.path_of(rect))
    assert [command[0] for command in subpath] == ["M", "L", "C", "L", "C", "L", "C", "L", "C", "Z"]


def test_an_unknown_shape_is_refused(icons: ModuleType) -> None:
    with pytest.raises(ValueError, match="text is not known"):
        icons.path_of(ET.fromstring("<text/>"))
