"""What cards are coloured by, and which colour means what: the purpose of a seat, or where it belongs.

A colour is a family of three inks: ``solid`` for bars, ``tint`` for grounds, ``text`` for words. There are as many
families as eyes can tell apart; what is more common than others gets one, the rest is grey together.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from enum import StrEnum
from functools import cached_property

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.roles import Purpose
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import PodId, SeatId, SegmentId
from salesorg_gui.domain.records import Seat, Status
from salesorg_gui.drawing import words
from salesorg_gui.drawing.load import load_step
from salesorg_gui.i18n import _
from salesorg_gui.values import dataclass

HUES = tuple(f"hue_{number}" for number in range(1, 9))
GREY, BLANK = "support", "none"
UNKNOWN, OTHERS = "", "\0others"
"""Values of what nobody has said, and of all that found no colour of its own."""

type Family = str
type Value = str
type Loads = Mapping[SeatId, float]

NO_LOADS: Loads = {}


class ColourBy(StrEnum):
    """What the colour of a card may say."""

    PURPOSE = "purpose"
    STATUS = "status"
    POD = "pod"
    SEGMENT = "segment"
    ROLE = "role"
    MANAGER = "manager"
    LOAD = "load"
    SENIORITY = "seniority"
    LOCATION = "location"
    DEPARTMENT = "department"


FIXED: Mapping[ColourBy, Mapping[Value, Family]] = {
    ColourBy.PURPOSE: {purpose.value: purpose.value for purpose in Purpose},
    ColourBy.STATUS: {Status.FILLED: HUES[0], Status.OPEN: HUES[2], Status.PLANNED: GREY},
    ColourBy.LOAD: {str(step): f"load_{step}" for step in (3, 2, 1, 0)},
}
"""Where every value has its own colour for good, in the order one names them."""


@dataclass(frozen=True, slots=True)
class Category:
    """One colour: what it stands for, in a word, and how many people's places have it."""

    value: Value
    title: str
    family: Family
    count: int


@dataclass(frozen=True)
class Colouring:
    """One way of colouring a chart. ``values`` tells of each seat the value of its category."""

    by: ColourBy
    categories: tuple[Category, ...]
    values: Mapping[SeatId, Value]

    @cached_property
    def families(self) -> Mapping[Value, Family]:
        """The colour of each category."""
        return {category.value: category.family for category in self.categories}

    def family(self, seat: SeatId) -> Family:
        """The colour of a seat."""
        return self.families.get(self.values.get(seat, UNKNOWN), BLANK)

    def seats_of(self, values: Collection[Value]) -> frozenset[SeatId]:
        """The seats of some categories."""
        return frozenset(seat for seat, value in self.values.items() if value in values)


def colour_by(word: str) -> ColourBy:
    """What a word of a file means; the purpose for one that nobody knows."""
    return ColourBy(word) if word in set(ColourBy) else ColourBy.PURPOSE


def colour_titles() -> Mapping[ColourBy, str]:
    """What each way of colouring is called, in the order of a menu."""
    return {
        ColourBy.PURPOSE: _("Purpose"),
        ColourBy.STATUS: _("Status"),
        ColourBy.POD: _("Pod"),
        ColourBy.SEGMENT: _("Segment"),
        ColourBy.ROLE: _("Role"),
        ColourBy.MANAGER: _("Manager"),
        ColourBy.LOAD: _("Load"),
        ColourBy.SENIORITY: _("Seniority"),
        ColourBy.LOCATION: _("Location"),
        ColourBy.DEPARTMENT: _("Department"),
    }


def coloured(
    by: ColourBy,
    chart: Chart,
    catalogue: Catalogue,
    before: Colouring | None = None,
    loads: Loads = NO_LOADS,
) -> Colouring:
    """The colours of a chart. What had a colour ``before`` keeps it, so that an edit does not repaint the rest.

    ``loads`` are work as a share of time, for those seats of which it is known.
    """
    value_of = _load_of(loads) if by is ColourBy.LOAD else _values(by, chart, catalogue)
    title_of = _step_title if by is ColourBy.LOAD else _titles(by, chart, catalogue)
    values = {seat.id: value_of(seat) for seat in chart.seats.values()}
    counts = Counter[Value]()
    for seat in chart.seats.values():
        counts[values[seat.id]] += seat.headcount
    titles = {value: title_of(value) for value in counts if value != UNKNOWN}
    usual = sorted(titles, key=lambda value: (-counts[value], titles[value], value))
    families = FIXED[by] if by in FIXED else _dealt(usual, by, before)
    told = [value for value in (families if by in FIXED else usual) if value in families and value in titles]
    categories = [Category(value, titles[value], families[value], counts[value]) for value in told]
    rest = titles.keys() - families.keys()
    if rest:
        values = {seat: OTHERS if value in rest else value for seat, value in values.items()}
        categories.append(Category(OTHERS, _("Others"), GREY, sum(counts[value] for value in rest)))
    if UNKNOWN in counts:
        categories.append(Category(UNKNOWN, _untold(by), BLANK, counts[UNKNOWN]))
    return Colouring(by, tuple(categories), values)


def _untold(by: ColourBy) -> str:
    """What a seat without a value is called."""
    return {
        ColourBy.POD: _("No pod"),
        ColourBy.SEGMENT: _("No segment"),
        ColourBy.MANAGER: _("No manager"),
    }.get(by, _("Not said"))


def recoloured(before: Colouring, after: Colouring) -> frozenset[SeatId]:
    """The seats that are on both charts and wear another colour now."""
    return frozenset(
        seat for seat in after.values if seat in before.values and before.family(seat) != after.family(seat)
    )


def _dealt(values: Iterable[Value], by: ColourBy, before: Colouring | None) -> dict[Value, Family]:
    """A hue for each of the values, the most common first, as long as there are any."""
    wanted = list(values)
    kept: dict[Value, Family] = {}
    if before is not None and before.by is by:
        kept = {value: hue for value, hue in before.families.items() if value in wanted and hue in HUES}
    free = [hue for hue in HUES if hue not in kept.values()]
    news = [value for value in wanted if value not in kept]
    return kept | dict(zip(news, free, strict=False))


def _load_of(loads: Loads) -> Callable[[Seat], Value]:
    """How full a seat's time is, in steps."""
    return lambda seat: str(load_step(loads[seat.id])) if seat.id in loads else UNKNOWN


def _step_title(value: Value) -> str:
    return (_("Under 60 %"), _("60 to 110 %"), _("Over 110 %"), _("Over 120 %"))[int(value)]


def _values(by: ColourBy, chart: Chart, catalogue: Catalogue) -> Callable[[Seat], Value]:  # noqa: C901 -- one case each
    """How a way of colouring finds the value of a seat."""
    match by:
        case ColourBy.PURPOSE:
            return lambda seat: catalogue.role(seat.role).purpose.value
        case ColourBy.STATUS:
            return lambda seat: seat.status.value
        case ColourBy.POD:
            return lambda seat: seat.pod if seat.pod in chart.pods else UNKNOWN  # type: ignore[return-value]
        case ColourBy.SEGMENT:
            frames = {pod.id: chart.frame_of(pod) or UNKNOWN for pod in chart.pods.values()}
            return lambda seat: frames.get(seat.pod, UNKNOWN) if seat.pod is not None else UNKNOWN
        case ColourBy.ROLE:
            return lambda seat: seat.role
        case ColourBy.MANAGER:
            return lambda seat: chart.manager_of(seat.id) or UNKNOWN
        case ColourBy.SENIORITY:
            return lambda seat: next((person.seniority for person in seat.people if person.seniority), UNKNOWN)
        case ColourBy.LOCATION:
            return lambda seat: seat.location.strip()
        case _:
            return lambda seat: seat.department.strip()


def _titles(by: ColourBy, chart: Chart, catalogue: Catalogue) -> Callable[[Value], str]:
    """How a way of colouring calls a value."""
    match by:
        case ColourBy.PURPOSE:
            return lambda value: catalogue.purposes[Purpose(value)]
        case ColourBy.STATUS:
            names = {Status.FILLED: _("Filled"), Status.OPEN: _("Open"), Status.PLANNED: _("Planned")}
            return lambda value: names[Status(value)]
        case ColourBy.POD:
            return lambda value: words.pod_title(chart.pods[PodId(value)])
        case ColourBy.SEGMENT:
            return lambda value: words.segment_title(chart.segments[SegmentId(value)], catalogue)
        case ColourBy.ROLE:
            return lambda value: catalogue.role(value).title
        case ColourBy.MANAGER:
            return lambda value: words.person_or_title(chart.seats[SeatId(value)], catalogue)
        case ColourBy.SENIORITY:
            return lambda value: level.title if (level := catalogue.seniorities.get(value)) else value
        case _:
            return lambda value: value
