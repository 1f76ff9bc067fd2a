"""Texts are measured as wide as paper sets them, cut where they end, broken where they must."""

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.ttfonts import TTFont

from salesorg_gui.drawing.font import FILES, font, read_font
from salesorg_gui.drawing.measure import ELLIPSIS, SLACK, elide, fits, width, wrap
from salesorg_gui.drawing.shapes import Weight
from salesorg_gui.resources import resource

TEXTS = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FF), max_size=60)


@pytest.mark.parametrize("weight", Weight)
@pytest.mark.parametrize(
    "text", ["Customer Success Manager", "Åsa Öberg · 24 h", "1.0 FTE – 100 %", "Łódź, Ægir, Straße"]
)
def test_paper_sets_a_text_exactly_as_wide(weight: Weight, text: str) -> None:
    cut = TTFont("cut", str(resource("fonts", FILES[weight])))
    assert width(text, 13, weight) == pytest.approx(cut.stringWidth(text, 13))


def test_tracking_counts_for_every_letter() -> None:
    assert width("abcd", 10, tracking=0.1) == pytest.approx(width("abcd", 10) + 4)


def test_a_letter_the_font_lacks_is_as_wide_as_its_box() -> None:
    assert width("\U0001f600", 10) == 10 * font(Weight.REGULAR).missing > 0


@given(TEXTS, st.floats(0, 300))
def test_what_is_elided_always_fits(text: str, space: float) -> None:
    cut = elide(text, space, 13, Weight.SEMIBOLD)
    assert width(cut, 13, Weight.SEMIBOLD) * SLACK <= space or not cut
    assert cut == text or cut.endswith(ELLIPSIS) or not cut


def test_as_much_as_possible_is_kept() -> None:
    text = "Head of Customer Success"
    cut = elide(text, 100, 13)
    longer = text[: len(cut)].rstrip() + ELLIPSIS
    assert not fits(longer, 100, 13)
    assert elide(text, 1000, 13) == text
    assert elide(text, 3, 13) == ""


def test_no_space_stands_before_the_ellipsis() -> None:
    space = width("Head of" + ELLIPSIS, 13) * SLACK + 1
    assert elide("Head of Customer Success", space, 13) == "Head of" + ELLIPSIS


@given(TEXTS, st.floats(40, 300))
def test_wrapped_lines_fit_and_lose_no_letter(text: str, space: float) -> None:
    lines = wrap(text, space, 12)
    assert all(width(line, 12) * SLACK <= space for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_word_that_is_too_long_is_broken_and_a_letter_is_never_lost() -> None:
    lines = wrap("Donaudampfschifffahrtsgesellschaft for us", 80, 12)
    assert len(lines) == 4
    assert lines[-1].endswith("for us")
    assert wrap("abc", 0.1, 12) == ["a", "b", "c"]


def test_paragraphs_stay_apart_and_nothing_is_no_line() -> None:
    assert wrap("one\ntwo", 200, 12) == ["one", "two"]
    assert wrap("", 200, 12) == []


def font_file(tables: dict[bytes, bytes]) -> bytes:
    head = struct.pack(">LHHHH", 0x10000, len(tables), 0, 0, 0)
    offset = len(head) + 16 * len(tables)
    records, bodies = b"", b""
    for tag, body in tables.items():
        records += struct.pack(">4sLLL", tag, 0, offset + len(bodies), len(body))
        bodies += body
    return head + records + bodies


def test_a_font_with_letters_beyond_the_first_plane_is_read(tmp_path: Path) -> None:
    twelve = struct.pack(">HHLLLLLL", 12, 0, 28, 0, 1, 0x1F600, 0x1F601, 1)
    cmap = struct.pack(">HHHHL", 0, 1, 3, 10, 12) + twelve
    tables = {
        b"head": bytes(18) + struct.pack(">H", 1000),
        b"hhea": bytes(34) + struct.pack(">H", 2),
        b"hmtx": struct.pack(">4H", 500, 0, 700, 0),
        b"cmap": cmap,
    }
    path = tmp_path / "tiny.ttf"
    path.write_bytes(font_file(tables))
    found = read_font(path)
    assert found.advances == {"\U0001f600": 0.7, "\U0001f601": 0.7}
    assert found.missing == 0.5


def test_a_font_that_lists_glyphs_by_ranges_is_read(tmp_path: Path) -> None:
    ends, starts, deltas = (0x42, 0xFFFF), (0x41, 0xFFFF), (0, 1)
    ranges = struct.pack(">HH", 4, 0) + struct.pack(">HH", 1, 0)
    four = struct.pack(">HHHHHHH", 4, 0, 0, 4, 0, 0, 0) + struct.pack(">HHH", *ends, 0) + struct.pack(">HH", *starts)
    four += struct.pack(">HH", *deltas) + ranges
    tables = {
        b"head": bytes(18) + struct.pack(">H", 100),
        b"hhea": bytes(34) + struct.pack(">H", 2),
        b"hmtx": struct.pack(">4H", 50, 0, 70, 0),
        b"cmap": struct.pack(">HHHHL", 0, 1, 0, 3, 12) + four,
    }
    path = tmp_path / "ranges.ttf"
    path.write_bytes(font_file(tables))
    assert read_font(path).advances == {"A": 0.7}


def test_no_line_ends_within_a_number_and_its_unit() -> None:
    text = "Qualified lead within 24\u00a0h or 30\u00a0days"
    for space in range(60, 240, 7):
        lines = wrap(text, float(space), 8)
        assert " ".join(lines) == text
        assert not any(line.startswith(("h", "days")) for line in lines)
    assert wrap("\u00a0 \u00a0", 50, 8) == []


@pytest.mark.parametrize("text", ["Mid-market · Retail · 180 employees · Website", "38 M SEK and 95 % kept of 100 %"])
def test_no_line_begins_with_a_dot_between_two_parts_or_a_sign_of_per_cent(text: str) -> None:
    for space in range(60, 200):
        lines = wrap(text, float(space), 8.0)
        assert " ".join(lines) == text
        assert not any(line.startswith(("·", "%")) for line in lines)


def test_a_dot_that_has_no_room_behind_its_word_begins_a_line_all_the_same() -> None:
    space = width("Mid-market", 8.0) * 1.02
    assert wrap("Mid-market · Retail", space, 8.0)[:2] == ["Mid-market", "· Retail"]
    assert wrap("· Retail", 200.0, 8.0) == ["· Retail"]


def test_a_word_too_long_for_a_line_breaks_after_its_hyphen() -> None:
    space = width("Outbound-sal", 8.0)
    assert wrap("Outbound-salgsudvikler", space, 8.0) == ["Outbound-", *wrap("salgsudvikler", space, 8.0)]
    assert wrap("-salgsudvikler", width("-sal", 8.0) * 1.02, 8.0)[0] == "-sal"
