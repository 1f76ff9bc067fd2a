"""A plan's own roles, and its own texts for roles of the catalogue, laid over the catalogue."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from salesorg_gui.catalogue.roles import TEXT_FIELDS, Purpose, Role, code_from, unknown_role
from salesorg_gui.domain.ids import RoleId
from salesorg_gui.domain.plan import OwnRole

_FACTS = ("stages", "inputs", "outputs", "reports_to")
_ONE_SENTENCE = {"mission", "for_colleagues"}


def lay_over(roles: Mapping[RoleId, Role], own_roles: Mapping[RoleId, OwnRole]) -> dict[RoleId, Role]:
    """The roles with each own role put in place of its namesake or added behind the others.

    Own roles may be based on own roles in any order; those that are based on one another in a circle have no base.
    """
    resolved = dict(roles)
    for own in _bases_first(roles, {own.id: own for own in own_roles.values()}):
        resolved[own.id] = laid_over(_pattern(resolved, own), own)
    return {id: resolved[id] for id in (*roles, *(own.id for own in own_roles.values()))}


def _bases_first(roles: Mapping[RoleId, Role], own_roles: Mapping[RoleId, OwnRole]) -> Iterator[OwnRole]:
    """The own roles, each behind the one it is based on."""
    done: set[RoleId] = set()
    for first in own_roles.values():
        path: dict[RoleId, OwnRole] = {}
        own: OwnRole | None = first
        while own is not None and own.id not in done and own.id not in path:
            path[own.id] = own
            own = own_roles.get(own.based_on) if own.based_on and own.id not in roles else None
        circle = list(path)[list(path).index(own.id) :] if own is not None and own.id in path else []
        path |= {id: replace(path[id], based_on=None) for id in circle}
        done.update(path)
        yield from reversed(path.values())


def laid_over(role: Role, own: OwnRole) -> Role:
    """The role with what the plan says differently."""
    return replace(role, **_facts(own), **_texts(own))


def _pattern(roles: Mapping[RoleId, Role], own: OwnRole) -> Role:
    """The role whose facts and texts stand where the plan says nothing."""
    if own.id in roles:
        return roles[own.id]
    title = own.title.strip() or own.id
    based_on = roles.get(own.based_on) if own.based_on else None
    if based_on is None:
        return replace(unknown_role(own.id), title=title, short_title=title, code=code_from(title), is_known=True)
    return replace(based_on, id=own.id, code=code_from(title), variant_of=based_on.id, aliases=())


def _facts(own: OwnRole) -> dict[str, Any]:
    changes: dict[str, Any] = {name: value for name in _FACTS if (value := getattr(own, name)) is not None}
    if own.title.strip():
        changes |= {"title": own.title, "short_title": own.title}
    if own.purpose in set(Purpose):
        changes |= {"purpose": Purpose(own.purpose), "purposes": (Purpose(own.purpose),)}
    return changes


def _texts(own: OwnRole) -> dict[str, Any]:
    named = {TEXT_FIELDS[field]: lines for field, lines in own.texts.items() if field in TEXT_FIELDS}
    named.pop("title", None)
    return {name: " ".join(lines) if name in _ONE_SENTENCE else lines for name, lines in named.items()}
