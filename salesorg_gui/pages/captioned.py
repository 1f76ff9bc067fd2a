"""A graph with its title and one sentence that says what it shows."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesorg_gui.pages.graph_view import GraphView
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Label, Paragraph

if TYPE_CHECKING:
    from salesorg_gui.drawing.graphs.graph import Figure


class Captioned(QWidget):
    """Takes no room while there is nothing to show."""

    def __init__(self, look: Look, object_name: str, title: str) -> None:
        super().__init__()
        self.graph = GraphView(look, object_name, title)
        self._said = Paragraph("", "small", "2")
        self._said.setObjectName(f"{object_name}_said")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(title, "strong"))
        column.addWidget(self._said)
        column.addWidget(self.graph)

    def show_figure(self, figure: "Figure | None", said: str = "") -> None:
        """Show a graph and what it says."""
        self._said.setText(said)
        self._said.setVisible(bool(said))
        self.graph.show_figure(figure)
        self.setVisible(figure is not None)
