"""Actions of seeing: what the colours say, the map in the corner, slides and the presentation."""

from salesorg_gui.drawing.colouring import colour_titles
from salesorg_gui.i18n import _
from salesorg_gui.window.action_spec import ActionSpec


def specs() -> tuple[ActionSpec, ...]:
    """All of them in the order of their menus."""
    return (*_corners(), *_colours(), *_slides())


def _corners() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            "show_minimap",
            "view",
            _("Map in the corner"),
            _("Show the whole chart small while part of it is out of sight."),
            ("Ctrl+Shift+M",),
            "",
            True,
            "",
            True,
        ),
        ActionSpec(
            "show_legend", "view", _("Legend"), _("Show what the colours mean."), ("Ctrl+Shift+L",), "list", True
        ),
        ActionSpec(
            "touch_sizes",
            "view",
            _("Touch sizes"),
            _("Make rows, buttons and handles as large as fingers want them."),
            ("Ctrl+Shift+T",),
            "",
            True,
            "",
            True,
        ),
    )


def _colours() -> tuple[ActionSpec, ...]:
    return tuple(
        ActionSpec(f"colour_{by}", "colour_by", title, _("Colour cards by this."), (), "", True, "colour_by")
        for by, title in colour_titles().items()
    )


def _slides() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("present", "slides", _("Present"), _("Present from the first slide."), ("F5",), "presentation"),
        ActionSpec(
            "present_from", "slides", _("Present from this slide"), _("Present from the slide marked."), ("Shift+F5",)
        ),
        ActionSpec(
            "add_slide",
            "slides",
            _("Add slide"),
            _("Keep what you see as a slide."),
            ("Shift+F7",),
            "plus",
            starts_group=True,
        ),
        ActionSpec("show_slides", "slides", _("List of slides"), _("Show or hide the slides."), ("F7",), "", True),
    )
