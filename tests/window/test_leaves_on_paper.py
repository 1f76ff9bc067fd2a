"""The copied pages look like the pages of the file, on the screen and from a printer."""

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat
from pypdf import PdfReader
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from salesorg_gui.drawing.shapes import Box, Label
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.exchange.exporting import DOCUMENTS, Wish, export
from salesorg_gui.exchange.leaves import Leaf, Leaves
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.window.printing.leaf_paint import LeafPaint
from salesorg_gui.window.printing.printers import PrintRun
from tests.exchange.documents.organisation import CHART, PLAN
from tests.exchange.documents.reading import run_together

ZOOM = 2.0
OF_PDF = [what for what, document in DOCUMENTS.items() if "pdf" in document.endings]
BLOCK = 24


def made(what: str) -> tuple[bytes, tuple[Leaf, ...]]:
    leaves = Leaves()
    return export(PLAN, CHART, Wish(what, "pdf"), leaves), leaves.all


def painted(leaf: Leaf) -> Image.Image:
    """The page as the screen shows it."""
    picture = QImage(round(leaf.width * ZOOM), round(leaf.height * ZOOM), QImage.Format.Format_RGB888)
    picture.fill(0xFFFFFFFF)
    with QPainter(picture) as painter:
        painter.scale(ZOOM, ZOOM)
        LeafPaint().paint(leaf, painter)
    size, stride = (picture.width(), picture.height()), picture.bytesPerLine()
    return Image.frombuffer("RGB", size, bytes(picture.constBits()), "raw", "RGB", stride, 1)


def coarse(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """What the eye sees from afar: letters of two painters never agree to the pixel."""
    return image.convert("RGB").resize(size, Image.Resampling.BOX)


@pytest.mark.parametrize("what", OF_PDF)
def test_every_page_looks_like_the_page_of_the_file(what: str, qtbot: QtBot) -> None:
    pdf, leaves = made(what)
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == len(leaves)
    for number in {0, len(leaves) // 2, len(leaves) - 1}:
        page, leaf = document[number], leaves[number]
        assert page.get_size() == pytest.approx((leaf.width, leaf.height), abs=0.01)
        size = (max(1, round(leaf.width * ZOOM / BLOCK)), max(1, round(leaf.height * ZOOM / BLOCK)))
        shown, printed = coarse(painted(leaf), size), coarse(page.render(scale=ZOOM).to_pil(), size)
        difference = ImageChops.difference(shown, printed)
        furthest = max(most for _least, most in ImageStat.Stat(difference).extrema)
        assert furthest < 40, f"page {number + 1} of {what}"


def sample(number: int, width: float = 595.0, height: float = 842.0) -> Leaf:
    leaf = Leaf(width, height, theme(ThemeName.PRINT))
    leaf.note(Box(Rect(0, 0, width, 20), "find_solid"))
    leaf.note(Label(f"Side {number} Åsa Ærø", Point(10, 10), 6, "text_1"), Point(50, 50), 2.0)
    return leaf


def printer(path: Path) -> QPrinter:
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(path))
    device.setFullPage(True)
    return device


def test_pages_reach_the_printer_one_by_one_in_their_own_sizes(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"
    run = PrintRun(printer(path), [sample(1), sample(2, 842.0, 595.0), sample(3)])
    told: list[int] = []
    run.printed.connect(told.append)
    with qtbot.waitSignal(run.done):
        run.start()
    pages = PdfReader(path).pages
    assert told == [1, 2, 3]
    sizes = [(float(page.mediabox.width), float(page.mediabox.height)) for page in pages]
    assert [round(width) for width, _height in sizes] == [595, 842, 595]
    picture = pypdfium2.PdfDocument(path)[1].render(scale=1.0).to_pil().convert("RGB")
    ink = bytes.fromhex(theme(ThemeName.PRINT).colour("find_solid")[1:])
    assert picture.getpixel((830, 10)) == pytest.approx(tuple(ink), abs=2)
    assert picture.getpixel((830, 30)) == (255, 255, 255)


def test_a_print_that_is_called_off_sends_nothing_more(qtbot: QtBot, tmp_path: Path) -> None:
    run = PrintRun(printer(tmp_path / "printed.pdf"), [sample(number) for number in range(1, 50)])
    told: list[int] = []
    run.printed.connect(told.append)
    run.printed.connect(lambda _number: run.stop())
    with qtbot.waitSignal(run.printed):
        run.start()
    qtbot.wait(50)
    assert told == [1]


@pytest.mark.qt_log_ignore("QPainter::begin", "QPdfWriter", extend=True)
def test_a_printer_that_does_not_answer_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    run = PrintRun(printer(tmp_path / "gone" / "printed.pdf"), [sample(1)])
    with qtbot.waitSignal(run.refused) as heard:
        run.start()
    assert heard.args == ["The printer does not answer."]


def test_what_is_filled_in_is_seen(qtbot: QtBot) -> None:
    leaf = sample(1)
    empty = painted(leaf)
    leaf.tick(Point(100, 300), 12)
    leaf.choose(Point(200, 300), 12)
    leaf.write("Åsa\nØrsted", Rect(300, 300, 100, 30), 9)
    filled = painted(leaf)
    for left in (100, 200, 300):
        box = (left * ZOOM, 300 * ZOOM, (left + 20) * ZOOM, 320 * ZOOM)
        assert ImageChops.difference(empty.crop(box), filled.crop(box)).getbbox() is not None


def test_text_on_the_printed_page_stands_where_it_stands_in_the_file(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"
    pdf, leaves = made("descriptions")
    run = PrintRun(printer(path), leaves[:1])
    with qtbot.waitSignal(run.done):
        run.start()
    size = (40, 56)
    one = coarse(pypdfium2.PdfDocument(path)[0].render(scale=ZOOM).to_pil(), size)
    other = coarse(pypdfium2.PdfDocument(pdf)[0].render(scale=ZOOM).to_pil(), size)
    assert max(most for _least, most in ImageStat.Stat(ImageChops.difference(one, other)).extrema) < 40
    assert run_together(PdfReader(BytesIO(pdf)).pages[0].extract_text())
