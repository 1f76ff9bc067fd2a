"""Reading the shipped files: facts joined with the texts of a language, English where a text is missing.

One function per kind of value; each parses only the files it needs, once per process. Here stands what every window
needs at once; what only some commands ask for is read by ``reading_on_demand``.
"""

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from salesorg_gui.catalogue.journey import Channel, HandedObject, Kpi, ObjectKind, Seniority, Stage
from salesorg_gui.catalogue.roles import Family, Orientation, Purpose, Role, RoleHandoff
from salesorg_gui.domain.ids import KpiId, ObjectId, RoleId, StageId
from salesorg_gui.resources import resource

type Table = dict[str, Any]

SOURCE_LANGUAGE = "en"
LANGUAGES = (SOURCE_LANGUAGE, "sv", "da", "nb", "nl")


READY = ("roles", "journey", "aliases")
"""What every window reads at its start: it stands ready as JSON too, which is read many times as fast."""


@cache
def table(*parts: str) -> Table:
    """One file below ``resources/catalogue``, parsed; callers must not change it."""
    folder, name = parts[-2], parts[-1].removesuffix(".toml")
    return ready(folder)[name] if name in READY else parsed(*parts)


def parsed(*parts: str) -> Table:
    """One file as its author wrote it."""
    import tomllib  # noqa: PLC0415 -- what every start needs stands ready as JSON

    return tomllib.loads(resource("catalogue", *parts).read_text(encoding="utf-8"))


@cache
def ready(folder: str) -> dict[str, Table]:
    """The tables of the facts or of one language that ``catalogue.ready`` has put together."""
    found: dict[str, Table] = json.loads(resource("catalogue", "ready", f"{folder}.json").read_text(encoding="utf-8"))
    return found


def texts(language: str, name: str) -> Table:
    """The texts of a language; a file that a language lacks is empty."""
    if not resource("catalogue", "texts", language, f"{name}.toml").exists():
        return {}
    return table("texts", language, f"{name}.toml")


def joined(language: str, name: str, kind: str = "") -> dict[str, Table]:
    """Facts with their texts, field by field: the language's own text before the English one."""
    english, own = texts(SOURCE_LANGUAGE, name), texts(language, name)
    layers = [table("facts", f"{name}.toml"), english, own]
    if kind:
        layers = [layer.get(kind, {}) for layer in layers]
    facts, english, own = layers
    ids = facts or english
    return {id: facts.get(id, {}) | english.get(id, {}) | own.get(id, {}) for id in ids}


def made[I: str, T](wanted: Callable[..., T], entries: Mapping[str, Table], id_type: Callable[[str], I]) -> dict[I, T]:
    """Values of one type by id, straight from their tables."""
    return {id_type(id): wanted(id=id_type(id), **frozen(entry)) for id, entry in entries.items()}


def frozen(entry: Table) -> Table:
    """The entry with its lists as tuples."""
    return {name: _tuples(value) for name, value in entry.items()}


def _tuples(value: object) -> object:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


# ------------------------------------------------------------------------------------------------- roles and journey


def roles(language: str) -> dict[RoleId, Role]:
    """All roles, as a palette lists them."""
    ranks = {id: step.rank for id, step in seniorities(language).items()}
    names = _aliases(language)
    return {
        RoleId(id): _role(RoleId(id), entry, ranks[entry["seniority"]], names.get(id, ()))
        for id, entry in joined(language, "roles").items()
    }


def _role(id: RoleId, entry: Table, rank: int, aliases: tuple[str, ...]) -> Role:
    fields = frozen(entry)
    purposes = tuple(map(Purpose, fields.pop("purposes")))
    fields |= {
        "family": Family(fields["family"]),
        "orientation": Orientation(fields["orientation"]),
        "receives": _partners(entry["receives"], fields.pop("receives_when", ())),
        "hands_over": _partners(entry["hands_over"], fields.pop("hands_over_when", ())),
    }
    others = tuple(name for name in aliases if name != fields["title"])
    return Role(id, purpose=purposes[0], purposes=purposes, rank=rank, aliases=others, **fields)


def _partners(partners: list[Table], conditions: tuple[str, ...]) -> tuple[RoleHandoff, ...]:
    return tuple(
        RoleHandoff(RoleId(partner["role"]), ObjectId(partner["object"]), condition)
        for partner, condition in zip(partners, conditions, strict=True)
    )


def _aliases(language: str) -> dict[str, tuple[str, ...]]:
    """Other names by role id, the language's own first; English ones are understood everywhere."""
    spoken = dict.fromkeys((language, SOURCE_LANGUAGE))
    tables = [texts(one, "aliases").get("aliases", {}) for one in spoken]
    ids = dict.fromkeys(id for names in tables for id in names)
    return {id: tuple(dict.fromkeys(name for names in tables for name in names.get(id, ()))) for id in ids}


def stages(language: str) -> dict[StageId, Stage]:
    """The stages along the journey."""
    entries = joined(language, "journey", "stage")
    return made(Stage, {id: entry | {"phase": Purpose(entry["phase"])} for id, entry in entries.items()}, StageId)


def objects(language: str) -> dict[ObjectId, HandedObject]:
    """What is handed over."""
    entries = joined(language, "journey", "object")
    return made(
        HandedObject, {id: entry | {"kind": ObjectKind(entry["kind"])} for id, entry in entries.items()}, ObjectId
    )


def kpis(language: str) -> dict[KpiId, Kpi]:
    """The measures."""
    return made(Kpi, joined(language, "journey", "kpi"), KpiId)


def purposes(language: str) -> dict[Purpose, str]:
    """The word for each purpose."""
    return {Purpose(id): entry["title"] for id, entry in joined(language, "journey", "purpose").items()}


def seniorities(language: str) -> dict[str, Seniority]:
    """The ladder from junior to executive."""
    return made(Seniority, joined(language, "journey", "seniority"), str)


def channels(language: str) -> dict[str, Channel]:
    """Where leads come from."""
    return made(Channel, joined(language, "journey", "channel"), str)
