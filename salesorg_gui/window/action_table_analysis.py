"""Actions that turn to the pages of the analysis."""

from salesorg_gui.window.action_spec import ActionSpec
from salesorg_gui.window.analysis_table import pages


def specs() -> tuple[ActionSpec, ...]:
    """One action a page, in the menu Analysis."""
    return tuple(
        ActionSpec(page.action, "analysis", page.title, page.tip, (page.key,), page.icon, True) for page in pages()
    )
