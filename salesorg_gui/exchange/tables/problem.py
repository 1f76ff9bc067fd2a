"""What is odd about a table: where, what, and what to do about it."""

from dataclasses import dataclass
from enum import StrEnum


class ProblemKind(StrEnum):
    """Sorts of problems, in the order in which one row lists them."""

    NO_MANAGER_COLUMN = "no-manager-column"
    WRONG_KEY_SPACE = "wrong-key-space"
    NO_ROOT = "no-root"
    SEVERAL_ROOTS = "several-roots"
    BLANK_ROW = "blank-row"
    DUPLICATE_ID = "duplicate-id"
    SHARED_POST = "shared-post"
    MISSING_MANAGER = "missing-manager"
    SELF_MANAGER = "self-manager"
    CYCLE = "cycle"
    LEADING_ZEROS = "leading-zeros"
    ELIMINATED_POST = "eliminated-post"
    UNKNOWN_ROLE = "unknown-role"


_RANK = {kind: rank for rank, kind in enumerate(ProblemKind)}


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem. ``row`` counts as a spreadsheet does (what concerns all rows stands at the headers)."""

    row: int
    column: str
    kind: ProblemKind
    value: str
    message: str

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """From top to bottom."""
        return (self.row, _RANK[self.kind], self.value)
