"""What some roles are hired for above all, and how a scorecard may say so."""

from collections.abc import Mapping
from dataclasses import dataclass

from salesorg_gui.catalogue.roles import Role
from salesorg_gui.domain.ids import RoleId


@dataclass(frozen=True, slots=True)
class Trait:
    """One thing sought: the place of its sentence in ``hire_for`` of the role, and words that mean it."""

    line: int
    words: tuple[str, ...]

    def sentence(self, role: Role) -> str:
        """How the role says it; nothing where a plan's own role leaves it out."""
        return role.hire_for[self.line] if self.line < len(role.hire_for) else ""

    def is_asked(self, criterion: str, role: Role) -> bool:
        """Whether a criterion asks for it."""
        asked = criterion.casefold()
        said = self.sentence(role).casefold().strip(" .")
        return bool(said and said in asked) or any(word in asked for word in self.words)


type Profiles = Mapping[RoleId, tuple[Trait, ...]]
