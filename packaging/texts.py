"""Keep the program's own sentences in every language: resources/locale/LANGUAGE/LC_MESSAGES/salesorg.po and .mo.

Usage: .venv/bin/python packaging/texts.py [update | compile | missing]

``update`` reads every sentence from the sources into the .po files (translations stay; what is no longer said is
dropped), ``compile`` writes the .mo files the program reads (of a new language only when it is whole), ``missing``
lists what has no translation. Without a word: update, then compile.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "resources" / "locale"
LANGUAGES = ("sv", "da", "nb", "nl")
ALWAYS = datetime(2027, 1, 1, tzinfo=UTC)
"""The date in a .mo: the same bytes for the same sentences, whenever they are compiled."""
KEYWORDS = {"_": None, "ngettext": (1, 2)}
WIDTH = 120


def po_file(language: str) -> Path:
    """Where the sentences of a language stand."""
    return LOCALE / language / "LC_MESSAGES" / "salesorg.po"


def spoken() -> Catalog:
    """Every sentence of the sources, with the files that say it (no lines: they move with every edit)."""
    template = Catalog()
    for file, _line, sentence, _comments, context in extract_from_dir(
        ROOT / "salesorg_gui", [("**.py", "python")], keywords=KEYWORDS, strip_comment_tags=True
    ):
        template.add(sentence, None, [(f"salesorg_gui/{file}", 0)], context=context)
    return template


def written(language: str) -> Catalog:
    """The sentences of a language as they stand in its file."""
    path = po_file(language)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def updated(language: str, template: Catalog) -> Catalog:
    """The sentences the sources say today, with the translations there are."""
    old, new = written(language), Catalog(locale=language, project="Salesorg", fuzzy=False)
    for message in sorted((one for one in template if one.id), key=_place):
        known = old.get(message.id)
        locations = sorted({(name, 0) for name, _line in message.locations})
        new.add(message.id, known.string if known else None, locations)
    new.mime_headers = [
        (name, value) for name, value in new.mime_headers if name in {"Content-Type", "Plural-Forms", "Language"}
    ]
    return new


def as_po(catalogue: Catalog) -> bytes:
    """The file of a language: the same bytes for the same sentences."""
    out = BytesIO()
    write_po(out, catalogue, width=WIDTH, omit_header=False, include_lineno=False)
    head, _, rest = out.getvalue().partition(b"\n\n")
    kept = [
        line
        for line in head.split(b"\n")
        if not line.startswith((b"#", b'"POT-', b'"PO-', b'"Last-', b'"Report', b'"Gener', b'"Project', b'"Language-T'))
    ]
    return b"\n".join(kept) + b"\n\n" + rest


def as_mo(catalogue: Catalog) -> bytes:
    """What the program reads of a language."""
    bare = Catalog(locale=catalogue.locale, fuzzy=False, creation_date=ALWAYS, revision_date=ALWAYS)
    bare.mime_headers = [("Content-Type", "text/plain; charset=utf-8"), ("Plural-Forms", catalogue.plural_forms)]
    for message in catalogue:
        if message.id and is_translated(message):
            bare.add(message.id, message.string)
    out = BytesIO()
    write_mo(out, bare)
    return out.getvalue()


def is_translated(message: Message) -> bool:
    """Whether every form of a sentence has its words."""
    forms = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    return bool(forms) and all(forms)


def missing(language: str) -> Iterator[str]:
    """Sentences of the sources without a translation."""
    for message in updated(language, spoken()):
        if message.id and not is_translated(message):
            yield message.id if isinstance(message.id, str) else " | ".join(message.id)


def is_whole(language: str, template: Catalog) -> bool:
    """Whether a language may be offered: it was before, or no sentence lacks its words."""
    if po_file(language).with_suffix(".mo").exists():
        return True
    return all(is_translated(message) for message in updated(language, template) if message.id)


def _place(message: Message) -> tuple[str, str]:
    first = message.id if isinstance(message.id, str) else message.id[0]
    return min(name for name, _line in message.locations), first


def main(words: list[str]) -> int:
    """Do what was asked for."""
    wanted = words or ["update", "compile"]
    template = spoken()
    for language in LANGUAGES:
        path = po_file(language)
        if "update" in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(as_po(updated(language, template)))
        if "compile" in wanted and is_whole(language, template):
            path.with_suffix(".mo").write_bytes(as_mo(written(language)))
        if "missing" in wanted:
            found = list(missing(language))
            print(f"{language}: {len(found)} of {len(template)} sentences without a translation")
            print(*(f"  {one!r}" for one in found), sep="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
