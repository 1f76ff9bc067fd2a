"""One file for each seat, in a folder: what a recruiter sends on is about one seat."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from salesorg_gui.commands.outcome import STANDARD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from salesorg_gui.domain.chart import Chart
    from salesorg_gui.domain.plan import Plan
    from salesorg_gui.exchange.exporting import Wish

KIT, LONGEST = "kit", 60


def is_for_each(what: str, out: str) -> bool:
    """Whether every seat gets a file of its own."""
    return what == KIT and out != STANDARD and Path(out).is_dir()


def each(plan: "Plan", chart: "Chart", wish: "Wish", folder: str) -> "Iterator[tuple[str, Wish]]":
    """The files to write, by the numbers of the seats, and what stands in each."""
    from salesorg_gui.catalogue.catalogue import load
    from salesorg_gui.exchange.documents.printing import NothingToPrint
    from salesorg_gui.exchange.documents.seat_papers import wanted
    from salesorg_gui.exchange.documents.sheet import Sheets
    from salesorg_gui.exchange.exporting import ExportRefused

    try:
        seats = wanted(wish.what, chart, wish.options)
    except NothingToPrint as nothing:
        raise ExportRefused(str(nothing)) from None
    sheets, known = Sheets(plan, chart, load(wish.language or plan.language)), set[str]()
    for seat in seats:
        name = free_name(sheets.sheet(seat).code, known)
        known.add(name.casefold())
        yield str(Path(folder) / f"{name}.{wish.ending}"), replace(wish, options=replace(wish.options, seats=(seat,)))


def free_name(code: str, known: set[str]) -> str:
    """A name every system takes and no other file of the folder has; ``known`` are in small letters."""
    stem = "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in code)[:LONGEST].strip("-") or KIT
    name, number = stem, 1
    while name.casefold() in known:
        number += 1
        name = f"{stem}-{number}"
    return name
