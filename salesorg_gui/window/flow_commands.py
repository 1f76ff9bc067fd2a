"""What can be done in the Handoffs view besides what every view can do."""

from salesorg_gui.canvas.landings.gaps import gaps_of
from salesorg_gui.domain.ids import Kind
from salesorg_gui.i18n import _
from salesorg_gui.layout.flow_parts import Lanes
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.window.actions import Actions, Command
from salesorg_gui.window.surface import Surface

LANES = frozenset({Kind.POD, Kind.SEGMENT})


class FlowCommands:
    """Lanes by pod or segment, and seats for what nobody covers."""

    def __init__(self, surface: Surface, actions: Actions, ground: Ground) -> None:
        self._surface, self._actions, self._ground = surface, actions, ground

    def by_action(self) -> dict[str, Command]:
        """The command behind each action."""
        return {"segment_lanes": self.show_lanes, "fill_gaps": self.fill_gaps}

    def show_lanes(self) -> None:
        """Show a lane for each segment, or for each pod."""
        canvas = self._surface.canvas
        by_segment = self._actions["segment_lanes"].isChecked()
        canvas.show_view(canvas.picture.view, Lanes.SEGMENTS if by_segment else Lanes.PODS)

    def fill_gaps(self) -> None:
        """Add a seat for each gap of the selected lanes, of all lanes when none is selected."""
        canvas, selected = self._surface.canvas, self._ground.session.selection.keys
        layout = canvas.picture.layout
        if layout.flow is None:
            self._surface.status.say(_("Gaps are shown in the handoffs, Ctrl+3."))
            return
        lanes = {key for key in selected if key.kind in LANES}
        gaps = gaps_of(layout, lanes) if lanes else layout.flow.gaps
        if gaps:
            canvas.fill_gaps(gaps)
        else:
            self._surface.status.say(_("No stage is missing here."))
