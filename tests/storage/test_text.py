"""A plan and the bytes of its file."""

import dataclasses
import json
from dataclasses import replace
from typing import Any

import pytest

from salesorg_gui.domain.ids import RoleId, SeatId
from salesorg_gui.domain.plan import Plan, empty_plan
from salesorg_gui.domain.records import Seat, Source
from salesorg_gui.storage.format import DEFINITIONS, PLAN
from salesorg_gui.storage.problems import BrokenFile
from salesorg_gui.storage.records import RecordForm
from salesorg_gui.storage.text import dumps, fingerprint, loads
from tests.builders import chart_of, full_plan, pod_plan


def content(plan: Plan) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(dumps(plan))
    return found


def plan_of(*records: Seat | Source) -> Plan:
    chart = chart_of(*records)
    return Plan(charts={chart.id: chart})


@pytest.mark.parametrize("plan", [empty_plan("Ny"), pod_plan(), full_plan()], ids=["empty", "pods", "full"])
def test_a_plan_comes_back_as_it_was(plan: Plan) -> None:
    assert loads(dumps(plan)).plan == plan


@pytest.mark.parametrize("plan", [empty_plan(), pod_plan(), full_plan()], ids=["empty", "pods", "full"])
def test_saving_what_was_read_changes_no_byte(plan: Plan) -> None:
    data = dumps(plan)
    assert dumps(loads(data).plan) == data


def test_the_full_plan_leaves_no_attribute_at_its_default() -> None:
    written = {form.type: content_of_type(form.type) for form in DEFINITIONS}
    for form in DEFINITIONS:
        names = {key.name for key in form.keys}
        found = set().union(*(record.keys() for record in written[form.type]))
        assert names <= found, form.type


def content_of_type(type_: type) -> list[dict[str, Any]]:
    """Every record of this type in the full plan, as the file has it."""
    form = next(form for form in DEFINITIONS if form.type is type_)
    found: list[dict[str, Any]] = []
    waiting: list[Any] = [full_plan()]
    while waiting:
        value = waiting.pop()
        if isinstance(value, type_):
            found.append(form.write(value))
        if dataclasses.is_dataclass(value):
            waiting.extend(getattr(value, part.name) for part in dataclasses.fields(value))
        elif isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, tuple):
            waiting.extend(value)
    return found


@pytest.mark.parametrize("form", [PLAN, *DEFINITIONS], ids=lambda form: form.type.__name__)
def test_every_attribute_stands_in_the_file(form: RecordForm) -> None:
    attributes = {part.name for part in dataclasses.fields(form.type)}
    assert {key.attribute for key in form.keys} == attributes - {"extra"}


def test_records_are_sorted_by_id_and_keys_stand_in_a_fixed_order() -> None:
    seats = content(plan_of(Seat(SeatId("b"), RoleId("x"), "Bo"), Seat(SeatId("a"), RoleId("y"))))["charts"][0]["seats"]
    assert [list(seat.items()) for seat in seats] == [
        [("id", "a"), ("role", "y")],
        [("id", "b"), ("role", "x"), ("title", "Bo")],
    ]


def test_the_order_in_which_records_came_leaves_no_trace() -> None:
    first, second = Seat(SeatId("b"), RoleId("x")), Seat(SeatId("a"), RoleId("y"))
    assert dumps(plan_of(first, second)) == dumps(plan_of(second, first))


def test_answers_are_written_alike_whatever_was_answered_first() -> None:
    one = replace(empty_plan(), answers={"a": {"c": 1, "b": [2.0]}, "d": 4})
    other = replace(empty_plan(), answers={"d": 4.0, "a": {"b": [2], "c": 1}})
    assert dumps(one) == dumps(other)


def test_defaults_are_left_out() -> None:
    chart = content(plan_of(Seat(SeatId("a"), RoleId("x"), fte=1.0, headcount=1)))["charts"][0]
    assert chart == {"id": "as-is", "title": "As is", "seats": [{"id": "a", "role": "x"}]}


def test_the_header_stands_first_and_is_always_there() -> None:
    assert list(content(empty_plan())) == ["format", "version", "title", "language", "charts"]


def test_the_bytes_are_plain_utf_8_with_line_feeds() -> None:
    data = dumps(empty_plan("Ångström 售"))
    assert data.startswith(b'{\n  "format": "salesorg",\n  "version": 1,\n  "title": "')
    assert "Ångström 售".encode() in data
    assert data.endswith(b"}\n")
    assert b"\r" not in data


def test_whole_numbers_have_no_fraction_and_others_keep_theirs() -> None:
    sources = (Source("a", per_month=240.0), Source("b", per_month=240.5), Source("c", per_month=1e300))  # type: ignore[arg-type]
    assert [source["per_month"] for source in content(plan_of(*sources))["charts"][0]["sources"]] == [240, 240.5, 1e300]
    assert b'"per_month": 240,' not in dumps(plan_of(sources[1]))
    assert b'"per_month": 240\n' in dumps(plan_of(sources[0]))


def test_unknown_keys_are_kept_at_every_level_as_they_are() -> None:
    raw = content(full_plan())
    assert raw["x-tool"] == {"z": 1, "a": [1.5, 2]}
    assert list(raw["x-tool"]) == ["z", "a"]
    seat = next(chart for chart in raw["charts"] if chart["id"] == "to-be")["seats"][0]
    assert list(seat)[-2:] == ["a", "z"]
    assert seat["people"][0]["x"] == [1, None, {"b": 1.5}]


def test_what_an_unknown_key_holds_cannot_take_the_place_of_a_known_one() -> None:
    plan = replace(empty_plan("Mine"), extra={"title": "Other", "format": "x", "version": 9})
    assert (content(plan)["title"], content(plan)["format"], content(plan)["version"]) == ("Mine", "salesorg", 1)


def test_half_a_character_does_not_keep_a_plan_from_being_saved() -> None:
    assert loads(dumps(empty_plan("a\ud83d b \U0001f600"))).plan.title == "a\ufffd b \U0001f600"


def test_a_number_that_is_none_is_never_written() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        dumps(plan_of(Source("a", per_month=float("nan"))))  # type: ignore[arg-type]


def test_the_hash_is_that_of_the_bytes() -> None:
    data = dumps(empty_plan())
    assert loads(data).hash == fingerprint(data) != fingerprint(data + b" ")


def test_a_bom_of_another_program_is_no_reason_to_refuse() -> None:
    assert loads(b"\xef\xbb\xbf" + dumps(empty_plan("X"))).plan.title == "X"


def test_a_plan_without_charts_has_an_empty_one() -> None:
    plan = loads(b'{"format": "salesorg", "version": 1}').plan
    assert [(chart.id, chart.title, len(chart.seats)) for chart in plan.charts.values()] == [("as-is", "As is", 0)]


@pytest.mark.parametrize("number", ["2", "2.0", "2e0"])
def test_a_whole_number_may_be_written_as_other_programs_write_it(number: str) -> None:
    seat = f'{{"id": "a", "role": "x", "headcount": {number}, "fte": 1}}'
    text = f'{{"format": "salesorg", "version": 1, "charts": [{{"id": "c", "seats": [{seat}]}}]}}'
    read = loads(text.encode()).plan.first_chart.seats[SeatId("a")]
    assert (read.headcount, type(read.headcount), type(read.fte)) == (2, int, float)


def test_nothing_said_in_so_many_words_is_nothing_said() -> None:
    seat = {"id": "a", "role": "x", "pod": None, "place": None, "quota": None}
    raw = {"format": "salesorg", "version": 1, "charts": [{"id": "c", "seats": [seat]}]}
    assert loads(json.dumps(raw).encode()).plan.first_chart.seats[SeatId("a")] == Seat(SeatId("a"), RoleId("x"))


def test_several_managers_circles_and_ghosts_are_no_reason_to_refuse() -> None:
    lines = [("a", "b"), ("b", "a"), ("a", "c"), ("ghost", "a"), ("a", "a"), ("c", "nobody")]
    chart = {
        "id": "c",
        "model": "unheard-of",
        "seats": [{"id": name, "role": f"role of {name}", "pod": "gone", "stages_added": ["?"]} for name in "abc"],
        "lines": [{"id": f"l{n}", "report": a, "manager": b} for n, (a, b) in enumerate(lines)],
        "handoffs": [{"id": "h", "from": "nowhere", "to": "a", "object": "unheard-of"}],
        "segments": [{"id": "g", "axis": "?", "parent": "g", "owners": ["ghost"]}],
        "hires": [{"id": "r", "seat": "ghost"}],
    }
    opened = loads(json.dumps({"format": "salesorg", "version": 1, "charts": [chart]}).encode())
    assert len(opened.plan.first_chart.lines) == len(lines)
    assert loads(dumps(opened.plan)).plan == opened.plan


def test_a_newer_version_opens_for_reading_only_and_keeps_what_it_does_not_know() -> None:
    raw = {**content(full_plan()), "version": 2, "holograms": [1, {"b": 1, "a": 2}]}
    opened = loads(json.dumps(raw).encode())
    assert opened.is_read_only
    assert opened.plan.extra["holograms"] == [1, {"b": 1, "a": 2}]
    assert len(opened.notes) == 1
    assert "newer version" in opened.notes[0]
    assert "format 2" in opened.notes[0]


def test_a_newer_version_that_cannot_be_read_says_first_that_it_is_newer() -> None:
    with pytest.raises(BrokenFile) as refusal:
        loads(b'{"format": "salesorg", "version": 7, "charts": {"as-is": {}}}')
    sentences = [str(problem) for problem in refusal.value.problems]
    assert "newer version" in sentences[0]
    assert sentences[1] == "charts: expected a list, found an object"


def test_a_plan_of_this_version_comes_without_a_note() -> None:
    opened = loads(dumps(full_plan()))
    assert (opened.is_read_only, opened.notes) == (False, ())
