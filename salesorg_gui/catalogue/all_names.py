"""What a role is called in every language of the catalogue, for whoever looks for one by any of its names."""

from collections.abc import Mapping
from functools import cache

from salesorg_gui.catalogue.matching import known_names
from salesorg_gui.catalogue.reading import LANGUAGES
from salesorg_gui.catalogue.roles import Role
from salesorg_gui.domain.ids import RoleId


@cache
def names_in_every_language() -> Mapping[RoleId, tuple[str, ...]]:
    """Titles and other names of the shipped roles, each once."""
    names: dict[RoleId, dict[str, None]] = {}
    for language in LANGUAGES:
        for role, name in known_names(language):
            names.setdefault(role, {})[name] = None
    return {role: tuple(found) for role, found in names.items()}


def names_of(role: Role) -> str:
    """All words a role is found by, besides its title: other names and languages, its short title and its code."""
    own = (role.short_title, role.code, *role.aliases)
    inherited = names_in_every_language().get(role.id, ()) or names_in_every_language().get(
        role.variant_of or role.id, ()
    )
    return " | ".join(dict.fromkeys((*own, *inherited)))
