"""Parts of a chart as text."""

import json
from dataclasses import replace

import pytest

from salesorg_gui.domain.copying import clipping, renamed
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.storage.clipboard import RECORDS_MIME, records_from_json, records_to_json
from salesorg_gui.storage.text import dumps
from tests.builders import NORTH, full_plan, pod_chart


def test_records_come_back_as_they_were() -> None:
    for chart in full_plan().charts.values():
        records = [record for kind in Kind for record in chart.records(kind).values()]
        assert list(records_from_json(records_to_json(records))) == records


def test_a_pod_pasted_from_the_clipboard_is_the_pod_again_under_new_names() -> None:
    chart = pod_chart()
    part = records_from_json(records_to_json(clipping(chart, [Key(Kind.POD, NORTH)])))
    copies = renamed(part, chart)
    assert [type(copy) for copy in copies] == [type(record) for record in part]
    assert {copy.id for copy in copies}.isdisjoint({record.id for record in part})


def test_the_text_names_no_chart_and_no_plan() -> None:
    text = records_to_json(pod_chart().seats.values())
    assert list(json.loads(text)) == ["format", "version", "records"]
    assert "Nordic Cloud" not in text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ada Lovelace",
        "[]",
        "{}",
        "3",
        '{"format": "salesorg-records", "version": 1}',
        '{"format": "salesorg-records", "version": 2, "records": {"id": "clipboard"}}',
        '{"format": "salesorg-records", "version": 1, "records": {"id": "c", "seats": [{"id": "a"}]}}',
        '{"format": "salesorg-records", "version": 1, "records": {"id": "c", "seats": [{"id": "a", "role": NaN}]}}',
        '{"format": "salesorg-records", "version": 1, "records": {"id": "c", "seats": [{"id": 1, "role": "x"}]}}',
        "[" * 100_000,
        "\ud800",
        dumps(full_plan()).decode(),
    ],
    ids=range(13),
)
def test_foreign_text_holds_no_records(text: str) -> None:
    assert records_from_json(text) == ()


def test_an_empty_part_is_empty() -> None:
    assert records_from_json(records_to_json([])) == ()


def test_half_a_character_is_replaced() -> None:
    seat = next(iter(pod_chart().seats.values()))
    (back,) = records_from_json(records_to_json([replace(seat, title="a\udc00")]))
    assert back == replace(seat, title="a\ufffd")


def test_the_clipboard_knows_our_text_by_a_name_of_its_own() -> None:
    assert RECORDS_MIME == "application/x-salesorg+json"
