"""What is wrong with a file is told in full, and where."""

import json
from typing import Any

import pytest

from salesorg_gui.storage.parsing import BYTES_LIMIT, DEPTH_LIMIT
from salesorg_gui.storage.problems import BrokenFile, Problem, described
from salesorg_gui.storage.text import dumps, loads
from tests.builders import full_plan


def told(data: bytes | str) -> list[str]:
    with pytest.raises(BrokenFile) as refusal:
        loads(data.encode() if isinstance(data, str) else data)
    return [str(problem) for problem in refusal.value.problems]


def told_of(**keys: object) -> list[str]:
    return told(json.dumps({"format": "salesorg", "version": 1, **keys}))


def told_of_chart(**keys: object) -> list[str]:
    place = 'charts[0] "as-is" · '
    sentences = told_of(charts=[{"id": "as-is", **keys}])
    assert all(sentence.startswith(place) for sentence in sentences)
    return [sentence.removeprefix(place) for sentence in sentences]


def test_a_problem_says_where_and_what() -> None:
    assert told_of_chart(seats=[{"id": "s3", "role": "x", "headcount": "two"}]) == [
        'seats[0] "s3" · headcount: expected a whole number, found "two"'
    ]


def test_everything_wrong_is_told_at_once() -> None:
    seats = [
        {"id": "a", "role": 1, "fte": "1", "people": [{"name": None}, {"new_hire": 0, "industries": ["x", 2]}, "Bo"]},
        "seat",
        {"role": "x"},
        {"id": "", "role": "x", "status": "gone", "place": [1], "texts": {"mission": "One"}, "shares": {"a": True}},
    ]
    assert told_of_chart(seats=seats, lines={}, handoffs=[{"id": "h"}], note=[]) == [
        'seats[0] "a" · role: expected text, found 1',
        'seats[0] "a" · fte: expected a number, found "1"',
        'seats[0] "a" · people[0] · name: expected text, found nothing',
        'seats[0] "a" · people[1] · new_hire: expected true or false, found 0',
        'seats[0] "a" · people[1] · industries[1]: expected text, found 2',
        'seats[0] "a" · people[2]: expected an object, found "Bo"',
        'seats[1]: expected an object, found "seat"',
        "seats[2] · id: is missing",
        'seats[3] "" · id: expected a name of at least one letter, found ""',
        'seats[3] "" · status: expected one of "filled", "open", "planned", found "gone"',
        'seats[3] "" · place: expected a list of two numbers, found a list',
        'seats[3] "" · texts · mission: expected a list, found "One"',
        'seats[3] "" · shares · a: expected a number, found true',
        "lines: expected a list, found an object",
        'handoffs[0] "h" · from: is missing',
        'handoffs[0] "h" · to: is missing',
        "note: expected text, found a list",
    ]


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("title", 3, "title: expected text, found 3"),
        ("answers", [], "answers: expected an object, found a list"),
        ("parameters", "x", 'parameters: expected an object, found "x"'),
        ("roles", [{"title": "x"}], "roles[0] · id: is missing"),
        ("roles", [{"id": "x", "stages": 1}], 'roles[0] "x" · stages: expected a list, found 1'),
        ("roles", [{"id": "x", "texts": []}], 'roles[0] "x" · texts: expected an object, found a list'),
        ("charts", [{"title": "x"}], "charts[0] · id: is missing"),
        ("charts", [3], "charts[0]: expected an object, found 3"),
        (
            "cases",
            [{"id": "x", "lane": "up"}],
            'cases[0] "x" · lane: expected one of "inbound", "outbound", found "up"',
        ),
        (
            "cases",
            [{"id": "x", "points": {"geography": True}}],
            'cases[0] "x" · points · geography: expected text or a number, found true',
        ),
        ("slides", {}, "slides: expected a list, found an object"),
        ("slides", [{"title": "x"}], "slides[0] · id: is missing"),
        (
            "slides",
            [{"id": "x", "room": [1, 2, 3]}],
            'slides[0] "x" · room: expected a list of four numbers, found a list',
        ),
        (
            "slides",
            [{"id": "x", "spotlight": [["team", "s1"]]}],
            'slides[0] "x" · spotlight[0]: expected a list of a kind and an id, found a list',
        ),
        ("slides", [{"id": "x"}, {"id": "x"}], 'slides[1] "x": has the same id as slides[0]'),
    ],
)
def test_the_top_of_the_file_is_looked_at_too(name: str, value: object, sentence: str) -> None:
    assert told_of(**{name: value}) == [sentence]


@pytest.mark.parametrize(
    ("headcount", "found"),
    [(2.5, "2.5"), (-1, "-1"), (10_000, "10000"), (1e300, "1e+300")],
)
def test_a_headcount_is_a_whole_number_of_people(headcount: float, found: str) -> None:
    sentence = f'seats[0] "a" · headcount: expected a whole number from 0 to 9999, found {found}'
    assert told_of_chart(seats=[{"id": "a", "role": "x", "headcount": headcount}]) == [sentence]


def test_a_number_beyond_all_numbers_is_told() -> None:
    assert told_of_chart(sources=[{"id": "a", "per_month": 10**400}]) == [
        f'sources[0] "a" · per_month: expected a number, found 1{"0" * 38}…'
    ]


def test_two_records_of_one_kind_never_share_an_id() -> None:
    seats = [{"id": "a", "role": "x"}, {"id": "b", "role": "x"}, {"id": "a", "role": 3}]
    assert told_of_chart(seats=seats, lines=[{"id": "a", "report": "a", "manager": "b"}]) == [
        'seats[2] "a" · role: expected text, found 3',
        'seats[2] "a": has the same id as seats[0]',
    ]


def test_records_of_kinds_that_are_never_confused_may_share_an_id() -> None:
    chart = {
        "id": "c",
        "seats": [{"id": "1", "role": "x"}],
        "lines": [{"id": "1", "report": "1", "manager": "2"}],
        "segments": [{"id": "1"}],
        "hires": [{"id": "1", "seat": "1"}],
        "handoffs": [{"id": "1", "from": "1", "to": "1"}],
    }
    assert loads(json.dumps({"format": "salesorg", "version": 1, "charts": [chart]}).encode()).plan.charts


def test_a_seat_shares_its_id_with_no_source_and_no_pod() -> None:
    assert told_of_chart(seats=[{"id": "a", "role": "x"}], sources=[{"id": "b"}, {"id": "a"}], pods=[{"id": "a"}]) == [
        'pods[0] "a": has the same id as a seat',
        'sources[1] "a": has the same id as a seat',
    ]


def test_two_charts_never_share_an_id() -> None:
    assert told_of(charts=[{"id": "a"}, {"id": "a"}]) == ['charts[1] "a": has the same id as charts[0]']


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"format": "salesorg",\n "version": 1,\n}', "line 2, column 14"),
        ('{"format": "salesorg", "version"', "line 1, column 33"),
        ("name,manager\nAda,Bo", "line 1, column 1"),
        ('{"format": "sales\norg"}', "line 1, column 18"),
        ('{"format": "salesorg"} {}', "line 1, column 24"),
    ],
)
def test_what_is_not_json_is_told_by_line_and_column(text: str, place: str) -> None:
    assert told(text) == [f"{place}: this is not JSON from here on"]


def test_what_is_not_utf_8_is_told_by_line_and_column() -> None:
    assert told(b'{"format": "salesorg",\n "title": "\xe5"}') == ["line 2, column 12: this is not UTF-8 text"]


@pytest.mark.parametrize(("data", "word"), [(b"", "empty"), (b" \n", "empty"), (b"\0" * 4096, "zero bytes")])
def test_a_file_of_nothing_says_so(data: bytes, word: str) -> None:
    assert word in told(data)[0]


@pytest.mark.parametrize("text", ["[]", "3", "null", '"salesorg"', "{}", '{"format": "drawing"}'])
def test_something_else_is_not_taken_for_a_plan(text: str) -> None:
    assert told(text) == ['This is not a plan: it does not begin with "format": "salesorg".']


@pytest.mark.parametrize(("version", "found"), [('"1"', '"1"'), ("null", "nothing"), ("true", "true"), ("1.5", "1.5")])
def test_a_version_is_a_whole_number(version: str, found: str) -> None:
    text = f'{{"format": "salesorg", "version": {version}}}'
    assert told(text) == [f"version: expected a whole number, found {found}"]


def test_a_missing_version_is_told() -> None:
    assert told('{"format": "salesorg"}') == ["version: expected a whole number, found nothing"]


def test_a_key_never_stands_twice() -> None:
    text = (
        '{"format": "salesorg", "version": 1, "charts": [{"id": "a", "seats": [], "x": {"y": 1, "y": 2}, "id": "b"}]}'
    )
    assert told(text) == ['charts[0]: the key "id" stands twice', 'charts[0] · x: the key "y" stands twice']


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity", "1e999", "-1e400"])
def test_numbers_that_are_none_are_told_wherever_they_stand(word: str) -> None:
    text = f'{{"format": "salesorg", "version": 1, "x": [0, {{"y": {word}}}], "title": {word}}}'
    sentence = "expected a number, found one that is none or beyond all limits"
    assert told(text) == [f"x[1] · y: {sentence}", f"title: {sentence}"]


def test_half_a_character_is_told_in_texts_and_keys() -> None:
    text = r'{"format": "salesorg", "version": 1, "title": "\ud83d!", "\udead": 1, "fine": "\ud83d\ude00"}'
    assert told(text) == ['the text "?" holds half a character', 'title: the text "?!" holds half a character']


def test_a_pair_of_halves_is_one_character() -> None:
    text = r'{"format": "salesorg", "version": 1, "title": "\ud83d\ude00 \u00e5"}'
    assert loads(text.encode()).plan.title == "\U0001f600 å"


@pytest.mark.parametrize("levels", [DEPTH_LIMIT, 5_000, 200_000])
def test_a_tower_of_lists_is_refused_before_it_falls(levels: int) -> None:
    text = '{"format": "salesorg", "version": 1, "x": ' + "[" * levels + "]" * levels + "}"
    assert told(text) == ["The file nests lists and objects more than 64 deep. No plan does."]


def test_as_deep_as_allowed_is_read_and_written_back() -> None:
    levels = DEPTH_LIMIT - 1
    text = '{"format": "salesorg", "version": 1, "x": ' + "[" * levels + "]" * levels + "}"
    plan = loads(text.encode()).plan
    assert loads(dumps(plan)).plan == plan


def test_a_number_of_thousands_of_digits_is_refused() -> None:
    assert told(f'{{"format": "salesorg", "version": 1, "x": {"9" * 5000}}}') == [
        "A number in the file has thousands of digits."
    ]


def test_a_file_larger_than_any_plan_is_not_even_looked_at() -> None:
    assert told(b"[" * (BYTES_LIMIT + 1)) == ["The file is larger than 50 MB. No plan is."]


def test_every_cut_of_a_file_is_refused_and_none_is_a_crash() -> None:
    data = dumps(full_plan())
    for end in range(0, len(data) - 2, 7):
        assert told(data[:end])


def test_every_value_put_wrong_is_told_with_its_place() -> None:
    """Each known value of the full plan in turn becomes what it can never be."""
    raw = json.loads(dumps(full_plan()))
    for holder, key, place in known_values(raw):
        held, holder[key] = holder[key], {"never": []}
        sentences = told(json.dumps(raw))
        holder[key] = held
        assert len(sentences) == 1, place
        assert f"{key}: expected" in sentences[0]
    assert loads(json.dumps(raw).encode()).plan == full_plan()


FREE = {"answers", "parameters", "points", "shares", "texts", "anchors", "x-tool", "x", "z"}


def known_values(raw: dict[str, Any], place: str = "") -> list[tuple[dict[str, Any], str, str]]:
    found: list[tuple[dict[str, Any], str, str]] = []
    for key, value in raw.items():
        if key in FREE or key in {"format", "version", "x-unknown", "colour", "weight"} or (key == "a"):
            continue
        found.append((raw, key, place))
        if isinstance(value, list):
            for part in value:
                found += known_values(part, f"{place}/{key}") if isinstance(part, dict) else []
    return found


def test_a_problem_of_the_whole_file_is_just_its_sentence() -> None:
    assert str(Problem("", "Empty.")) == "Empty."
    assert str(BrokenFile((Problem("a", "b"), Problem("", "c")))) == "a: b\nc"


def test_long_and_unprintable_values_are_shown_short_and_on_one_line() -> None:
    assert described("a\nb\x00\u202e" + "x" * 100) == '"a?b??' + "x" * 34 + '…"'
    assert told_of_chart(seats=[{"id": "x\ny", "role": 1}]) == ['seats[0] "x?y" · role: expected text, found 1']
