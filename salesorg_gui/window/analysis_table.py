"""The pages of the analysis, in the order of their menu: one line each, and what makes it."""

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

from salesorg_gui.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from salesorg_gui.pages.footing import Footing
    from salesorg_gui.pages.page import Page


class PageSpec(NamedTuple):
    """One page: ``place`` is the module and the class that is loaded when somebody first asks for it."""

    id: str
    title: str
    tip: str
    key: str
    icon: str
    place: tuple[str, str]

    @property
    def action(self) -> str:
        """The id of its action."""
        return f"analysis_{self.id}"

    def make(self, footing: "Footing") -> "Page":
        """Build the page."""
        module, name = self.place
        make = cast("Callable[[Footing], Page]", getattr(import_module(f"salesorg_gui.pages.{module}"), name))
        return make(footing)


def pages() -> tuple[PageSpec, ...]:
    """All pages, in order."""
    return (*_of_numbers(), *_of_people())


def _of_numbers() -> tuple[PageSpec, ...]:
    """What a month, a year and a quarter bring."""
    return (
        PageSpec(
            "load",
            _("Load"),
            _("How full everybody's time is, and where it gets stuck."),
            "Alt+1",
            "gauge",
            ("load_page", "LoadPage"),
        ),
        PageSpec(
            "year",
            _("Twelve months"),
            _("Where it breaks first as the plan grows, and what a revenue target asks for."),
            "Alt+2",
            "trending-up",
            ("year_page", "YearPage"),
        ),
        PageSpec(
            "run",
            _("Run a quarter"),
            _("Let a quarter happen, lead by lead: how long leads wait, which time limits break, where work piles up."),
            "Alt+3",
            "timer",
            ("quarter.page", "QuarterPage"),
        ),
    )


def _of_people() -> tuple[PageSpec, ...]:
    """Who does what, and with whom."""
    return (
        PageSpec(
            "empty_chair",
            _("Empty chair"),
            _("What happens when somebody is away, and who could stand in."),
            "Alt+4",
            "armchair",
            ("empty_chair_page", "EmptyChairPage"),
        ),
        PageSpec(
            "seams",
            _("Seams"),
            _("Where work changes hands, and who settles a dispute about it."),
            "Alt+5",
            "unlink",
            ("seams_page", "SeamsPage"),
        ),
        *_of_plans(),
    )


def _of_plans() -> tuple[PageSpec, ...]:
    """Those that lead to a plan."""
    return (
        PageSpec(
            "cases",
            _("Customer cases"),
            _("Made-up customers, each followed from the first contact to whoever keeps them."),
            "Alt+6",
            "users",
            ("cases_page", "CasesPage"),
        ),
        PageSpec(
            "hires",
            _("Hiring plan"),
            _("Which seats to open in which order, and at which number each is due."),
            "Alt+7",
            "user-plus",
            ("hires_page", "HiresPage"),
        ),
        PageSpec(
            "workshop",
            _("Workshop"),
            _("Ten steps from the sales values to the printed plan, and another structure to try out."),
            "Alt+8",
            "presentation",
            ("workshop_page", "WorkshopPage"),
        ),
    )
