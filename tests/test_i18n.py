"""Sentences are looked up when they are asked for, in the language of the moment."""

import struct
from pathlib import Path
from threading import Thread

import pytest

from salesorg_gui import i18n
from salesorg_gui.i18n import _, ngettext


def compiled(texts: dict[str, str]) -> bytes:
    """Return a catalogue in the binary format of gettext."""
    keys, values = b"", b""
    pairs = sorted((key.encode(), value.encode()) for key, value in texts.items())
    table: list[tuple[int, int, int, int]] = []
    for key, value in pairs:
        table.append((len(key), len(keys), len(value), len(values)))
        keys, values = keys + key + b"\0", values + value + b"\0"
    start = 28 + 16 * len(pairs)
    ids = b"".join(struct.pack("<II", size, start + at) for size, at, _, _ in table)
    translations = b"".join(struct.pack("<II", size, start + len(keys) + at) for _, _, size, at in table)
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, start)
    return head + ids + translations + keys + values


@pytest.fixture
def swedish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "locale" / "sv" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    texts = {
        "": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n",
        "Open": "Öppna",
        "{n} seat\0{n} seats": "{n} plats\0{n} platser",
    }
    (folder / "salesorg.mo").write_bytes(compiled(texts))
    monkeypatch.setattr(i18n, "resource", tmp_path.joinpath)
    return folder


def test_english_needs_no_catalogue() -> None:
    assert _("Open") == "Open"
    assert ngettext("{n} seat", "{n} seats", 2).format(n=2) == "2 seats"
    assert i18n.language() == "en"


@pytest.mark.usefixtures("swedish")
def test_a_sentence_is_looked_up_when_it_is_asked_for() -> None:
    def ask() -> str:
        return _("Open")

    before = ask()
    i18n.use("sv")
    assert (before, ask()) == ("Open", "Öppna")
    assert i18n.language() == "sv"


@pytest.mark.usefixtures("swedish")
def test_a_country_falls_back_to_its_language() -> None:
    i18n.use("sv_FI")
    assert _("Open") == "Öppna"


@pytest.mark.usefixtures("swedish")
def test_plurals_follow_the_language() -> None:
    i18n.use("sv")
    assert [ngettext("{n} seat", "{n} seats", count).format(n=count) for count in (1, 3)] == ["1 plats", "3 platser"]


@pytest.mark.usefixtures("swedish")
def test_what_is_not_translated_stands_in_english() -> None:
    i18n.use("sv")
    assert _("Close") == "Close"
    i18n.use("xx")
    assert _("Open") == "Open"


@pytest.mark.usefixtures("swedish")
def test_the_languages_with_texts_are_known() -> None:
    assert i18n.available() == ("en", "sv")


@pytest.mark.usefixtures("swedish")
def test_a_document_speaks_its_own_language_while_the_window_keeps_its_own() -> None:
    heard: list[str] = []

    def in_another_thread() -> None:
        heard.append(_("Open"))

    with i18n.speaking("sv"):
        other = Thread(target=in_another_thread)
        other.start()
        other.join()
        assert (_("Open"), i18n.language()) == ("Öppna", "sv")
    assert heard == ["Open"]
    assert (_("Open"), i18n.language()) == ("Open", "en")


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [("xx_XX", "en"), ("C", "en"), ("en-GB", "en"), ("sv_SE", "sv"), ("nb-NO", "nb"), ("nn_NO", "nb"), ("no", "nb")],
)
def test_the_nearest_language_with_texts_is_offered(wanted: str, offered: str) -> None:
    assert i18n.offered(wanted) == offered


def test_every_language_on_offer_has_a_name_of_its_own() -> None:
    assert i18n.choices() == tuple(i18n.OWN_NAMES)
    assert set(i18n.available()) == set(i18n.OWN_NAMES)


def test_decimals_stand_behind_what_the_language_writes() -> None:
    signs = []
    for language in ("en", "en_GB", *i18n.choices()[1:]):
        with i18n.speaking(language):
            signs.append(i18n.decimal_sign())
    assert signs == [".", ".", ",", ",", ",", ","]
