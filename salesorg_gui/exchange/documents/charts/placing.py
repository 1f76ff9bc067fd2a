"""A scene on its page: as large as an area takes it, its words in full where they can be read, its links in place."""

from dataclasses import dataclass

from salesorg_gui.drawing.shapes import Part, Shape, draw
from salesorg_gui.exchange.documents.charts.drawn import Setting, within
from salesorg_gui.exchange.documents.charts.in_full import spelled_out
from salesorg_gui.exchange.documents.charts.leaves import Scenery
from salesorg_gui.exchange.documents.options import Page
from salesorg_gui.exchange.pdf import PdfBook
from salesorg_gui.layout.geometry import Point, Rect


@dataclass(frozen=True, slots=True)
class PlacedScene:
    """What is drawn, where and how large; ``text`` is read instead of the picture."""

    scenery: Scenery
    setting: Setting
    shapes: tuple[Shape, ...]
    text: str

    def on_paper(self, rect: Rect) -> Rect:
        """A part of the drawing where it stands on the page."""
        scale, origin = self.setting.scale, self.setting.origin
        return Rect(origin.x + rect.x * scale, origin.y + rect.y * scale, rect.width * scale, rect.height * scale)


def placed(scenery: Scenery, area: Rect, page: Page, text: str) -> PlacedScene:
    """The scenery in an area of a page."""
    bounds = scenery.bounds
    setting = within(bounds, area, page, scenery.most)
    if scenery.window is not None:  # what goes on beyond its edges begins at the margin
        origin = Point(area.x - bounds.x * setting.scale, setting.origin.y)
        setting = Setting(page, setting.scale, origin)
    return PlacedScene(scenery, setting, spelled_out(scenery.shapes, setting.scale, scenery.window), text)


def print_scene(book: PdfBook, scene: PlacedScene) -> None:
    """Draw it on the page begun last, cut off at its window if it has one."""
    scenery, setting, paper = scene.scenery, scene.setting, book.canvas
    paper.saveState()
    if scenery.window is not None:
        room = scene.on_paper(scenery.window)
        clip = paper.beginPath()
        clip.rect(room.x, setting.page.height - room.bottom, room.width, room.height)
        paper.clipPath(clip, stroke=0, fill=0)
    draw((Part("figure", scene.shapes, scene.text),), book.pen(setting.origin, setting.scale))
    paper.restoreState()
    draw(scenery.above, book.pen(setting.origin, setting.scale))
    for rect, goal in scenery.links:
        book.link(scene.on_paper(rect), goal)
