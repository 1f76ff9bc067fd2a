"""A case as somebody types it: ``retail, Denmark, 200 staff, inbound demo request``."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import isfinite

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.cases import Case, Spot
from salesorg_gui.domain.chart import in_order
from salesorg_gui.domain.ids import CaseId, SourceId
from salesorg_gui.domain.records import Lane, Source
from salesorg_gui.i18n import _
from salesorg_gui.rules.market import folded
from salesorg_gui.rules.terms import CUSTOMER_SIZE
from salesorg_gui.study.cases.boundary import MOST_VALUES
from salesorg_gui.study.cases.territory import TARGET_ACCOUNT, Territory
from salesorg_gui.study.cases.words import CaseWords

LONGEST = 500
FEWEST_LETTERS = 3
"""A beginning this long stands for the one name that begins so."""
BETWEEN = re.compile(r"[,;|·\n]+")
THOUSANDS = re.compile(r"(?<=\d)[,.\u00a0\u202f ](?=\d{3}(?!\d))")
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was understood of a text, and the words that name nothing on the chart."""

    points: Mapping[str, Spot] = field(default_factory=dict)
    lane: Lane = Lane.INBOUND
    channel: str = ""
    source: SourceId | None = None
    unknown: tuple[str, ...] = ()
    text: str = ""

    def case(self, id: CaseId) -> Case:
        """The case; words that name nothing stand in its title."""
        title = self.text if self.unknown else ""
        return Case(id, title, self.points, self.lane, self.channel, self.source)


@dataclass(frozen=True)
class Reader:
    """Understands texts by the segments, accounts and sources of one chart."""

    territory: Territory
    catalogue: Catalogue

    def read(self, text: str) -> Typed:
        """What a text says, part by part; the last word on an axis counts."""
        plain = " ".join(text.split())[:LONGEST]
        points: dict[str, Spot] = {}
        unknown: list[str] = []
        way: tuple[Lane, str, SourceId | None] = (Lane.INBOUND, "", None)
        for part in filter(None, map(str.strip, BETWEEN.split(THOUSANDS.sub("", plain)))):
            if (point := self._point(part)) is not None:
                points[point[0]] = point[1]
            elif (entry := self._entry(part)) is not None:
                way = entry
            else:
                unknown.append(part)
        return Typed(points, *way, tuple(unknown), plain)

    @cached_property
    def offers(self) -> tuple[str, ...]:
        """What may be typed on this chart: names of segments and accounts, ways in."""
        names = (spot for named in self.values.values() for spot in named)
        sources = (self._words.names.source(one.id) for one in self._sources)
        return tuple(dict.fromkeys((*names, *sources, _("inbound"), _("outbound"))))

    @cached_property
    def values(self) -> Mapping[str, tuple[str, ...]]:
        """The names there are on each axis, as written; bands of numbers go by their names too."""
        found: dict[str, dict[str, None]] = {}
        for axis, segments in self.territory.segments_on.items():
            found[axis] = dict.fromkeys(name for one in in_order(segments) if (name := one.value.strip()))
        accounts = dict.fromkeys(
            name for pod in in_order(self.territory.chart.pods.values()) if (name := pod.target_account.strip())
        )
        if accounts:
            found[TARGET_ACCOUNT] = {**found.get(TARGET_ACCOUNT, {}), **accounts}
        return {axis: tuple(names) for axis, names in found.items()}

    @cached_property
    def numbered(self) -> str:
        """The axis a bare number lies on: the one that is cut by numbers, sizes before all others."""
        cut = [
            axis
            for axis, segments in self.territory.segments_on.items()
            if any(one.lowest is not None or one.below is not None for one in segments)
        ]
        return CUSTOMER_SIZE if CUSTOMER_SIZE in cut or not cut else cut[0]

    def _point(self, part: str) -> tuple[str, Spot] | None:
        head, sign, tail = part.partition(":")
        if sign and (axis := self._axis(head)) and tail.strip():
            number = _number(tail)
            return axis, tail.strip() if number is None or self._is_named(axis, tail) else number
        known = self._named.get(folded(part)) or self._begun(part)
        if known is not None:
            return known
        number = _number(part)
        return None if number is None else (self.numbered, number)

    def _is_named(self, axis: str, name: str) -> bool:
        return folded(name) in {folded(value) for value in self.values.get(axis, ())}

    def _axis(self, name: str) -> str:
        """The axis somebody names, by its id or its titles."""
        wanted = folded(name.replace("_", " "))
        for axis in self.catalogue.axes.values():
            if wanted in {folded(axis.id.replace("_", " ")), folded(axis.title), folded(axis.short_title)}:
                return axis.id
        own = (axis for axis in self.territory.segments_on if folded(axis.replace("_", " ")) == wanted)
        return next(own, "")

    def _begun(self, part: str) -> tuple[str, Spot] | None:
        """The one name that begins like that."""
        start = folded(part)
        if len(start) < FEWEST_LETTERS or start[0].isdigit():
            return None
        found = [known for name, known in self._named.items() if name.startswith(start)]
        return found[0] if len(found) == 1 else None

    def _entry(self, part: str) -> tuple[Lane, str, SourceId | None] | None:
        """The source, channel or lane that somebody names."""
        whole = f" {part.casefold()} "
        titles = {self._words.names.source(one.id).casefold(): one for one in self._sources}
        named = [one for title, one in titles.items() if f" {title} " in whole]
        begun = [one for title, one in titles.items() if title.startswith(part.casefold())]
        if len(begun) == 1 and len(part) >= FEWEST_LETTERS:
            named += begun
        if named:
            return named[0].lane, named[0].channel, named[0].id
        for channel in self.catalogue.channels.values():
            if f" {channel.title.casefold()} " in whole:
                return Lane(channel.lane), channel.id, None
        lanes = {_("inbound"): Lane.INBOUND, _("outbound"): Lane.OUTBOUND, **{str(lane): lane for lane in Lane}}
        return next(((lane, "", None) for word, lane in lanes.items() if f" {word} " in whole), None)

    @cached_property
    def _sources(self) -> tuple[Source, ...]:
        return in_order(self.territory.chart.sources.values())

    @cached_property
    def _named(self) -> Mapping[str, tuple[str, Spot]]:
        return {folded(name): (axis, name) for axis, name in self._every_name() if folded(name)}

    def _every_name(self) -> Iterator[tuple[str, str]]:
        return ((axis, name) for axis, names in self.values.items() for name in names)

    @cached_property
    def _words(self) -> CaseWords:
        return CaseWords(self.territory.chart, self.catalogue)


def _number(text: str) -> float | None:
    """The first number of a text."""
    found = NUMBER.search(THOUSANDS.sub("", text))
    if found is None or len(found.group()) > MOST_VALUES:
        return None
    number = float(found.group().replace(",", "."))
    return number if isfinite(number) else None
