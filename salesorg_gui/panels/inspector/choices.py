"""What choosers offer: roles, seats, pods, segments, objects, measures."""

from collections.abc import Iterable, Sequence

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.roles import Role
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import KpiId, SeatId
from salesorg_gui.i18n import _
from salesorg_gui.panels.chooser import Choice
from salesorg_gui.panels.naming import pod_title, seat_choice, segment_title

NOBODY = ""


def role_choices(catalogue: Catalogue, used: Iterable[str] = ()) -> tuple[Choice, ...]:
    """All roles by title; those used but known to nobody come along under their id."""
    strangers = (name for name in used if name not in catalogue.roles)
    roles = [*catalogue.roles.values(), *(catalogue.role(name) for name in sorted(set(strangers)))]
    return tuple(Choice(role.id, role.title) for role in sorted(roles, key=_by_title))


def _by_title(role: Role) -> str:
    return role.title.casefold()


def seat_choices(chart: Chart, catalogue: Catalogue, nobody: str, without: Iterable[str] = ()) -> tuple[Choice, ...]:
    """All seats by name, after an entry for nobody. Equal names carry their code or id."""
    left_out = set(without)
    seats = [seat for seat in chart.seats.values() if seat.id not in left_out]
    named = [Choice(seat.id, seat_choice(seat, catalogue)) for seat in seats]
    return (Choice(NOBODY, nobody), *told_apart(sorted(named, key=lambda choice: choice.text.casefold())))


def named_seat(chart: Chart, catalogue: Catalogue, name: str | None, nobody: str) -> Choice | None:
    """The choice behind the id of a seat; nobody for an empty one, nothing for ``None``."""
    if name is None:
        return None
    seat = chart.seats.get(SeatId(name))
    return Choice(name, seat_choice(seat, catalogue)) if seat is not None else Choice(NOBODY, nobody)


def told_apart(choices: Sequence[Choice]) -> tuple[Choice, ...]:
    """Choices of the same name get a number."""
    seen: dict[str, int] = {}
    apart: list[Choice] = []
    for choice in choices:
        seen[choice.text] = seen.get(choice.text, 0) + 1
        times = seen[choice.text]
        apart.append(choice if times == 1 else Choice(choice.value, f"{choice.text} ({times})"))
    return tuple(apart)


def pod_choices(chart: Chart, nobody: str) -> tuple[Choice, ...]:
    """All pods by title."""
    named = [Choice(pod.id, pod_title(pod)) for pod in chart.pods.values()]
    return (Choice(NOBODY, nobody), *told_apart(sorted(named, key=lambda choice: choice.text.casefold())))


def segment_choices(chart: Chart, nobody: str, without: Iterable[str] = ()) -> tuple[Choice, ...]:
    """All segments by name."""
    left_out = set(without)
    named = [Choice(one.id, segment_title(one)) for one in chart.segments.values() if one.id not in left_out]
    return (Choice(NOBODY, nobody), *told_apart(sorted(named, key=lambda choice: choice.text.casefold())))


def object_choices(catalogue: Catalogue) -> tuple[Choice, ...]:
    """What can be handed over."""
    return (Choice(NOBODY, _("Not said")), *(Choice(one.id, one.short_title) for one in catalogue.objects.values()))


def measure_choices(catalogue: Catalogue, usual: Sequence[KpiId], taken: Iterable[KpiId]) -> tuple[Choice, ...]:
    """Measures not taken yet, the role's own first."""
    left_out = set(taken)
    first = [name for name in usual if name in catalogue.kpis]
    names = [*first, *(name for name in catalogue.kpis if name not in usual)]
    named = (Choice(name, catalogue.kpis[name].short_title) for name in names if name not in left_out)
    return (Choice(NOBODY, ""), *named)
