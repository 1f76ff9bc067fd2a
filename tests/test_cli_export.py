"""Documents on the command line, and how every command leaves."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from salesorg_gui import cli
from salesorg_gui.__main__ import main as start
from salesorg_gui.commands import check
from salesorg_gui.commands import export as exporting
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.drawing.colouring import ColourBy
from salesorg_gui.layout.layout import ViewKind
from salesorg_gui.storage.saving import save
from tests.commands import EXAMPLE, LIST, refused

ROOT = Path(__file__).resolve().parent.parent


# ------------------------------------------------------------------------------------------------------------- export


@pytest.mark.parametrize("what", ["cards", "descriptions", "checklists"])
def test_documents_are_printed(tmp_path: Path, what: str) -> None:
    out = tmp_path / "document.pdf"
    assert cli.main(["export", EXAMPLE, what, "-o", str(out), "--paper", "letter", "--language", "sv"]) == 0
    assert out.read_bytes().startswith(b"%PDF-")
    assert [path.name for path in tmp_path.iterdir()] == ["document.pdf"]


def test_a_chart_is_coloured_by_what_was_asked_for(tmp_path: Path) -> None:
    out = tmp_path / "chart.svg"
    assert cli.main(["export", EXAMPLE, "chart", "-o", str(out), "--colour", "status"]) == 0
    assert ">Status:<" in out.read_text(encoding="utf-8")
    assert tuple(ColourBy) == exporting.COLOURS


def test_a_chart_is_printed_and_drawn(tmp_path: Path) -> None:
    for ending, beginning in (("pdf", b"%PDF-"), ("svg", b"<?xml")):
        out = tmp_path / f"chart.{ending}"
        assert cli.main(["export", EXAMPLE, "chart", "-o", str(out)]) == 0
        assert out.read_bytes().startswith(beginning)


@pytest.mark.parametrize("ending", ["pdf", "svg"])
def test_a_chart_is_drawn_in_the_view_asked_for(tmp_path: Path, ending: str) -> None:
    written = []
    for view in exporting.VIEWS:
        out = tmp_path / f"{view}.{ending}"
        assert cli.main(["export", EXAMPLE, "chart", "-o", str(out), "--view", view]) == 0
        written.append(out.read_bytes())
    assert len(set(written)) == len(exporting.VIEWS)


def test_the_views_offered_are_those_there_are() -> None:
    assert set(exporting.VIEWS) == {str(view) for view in ViewKind}


def test_what_is_offered_is_what_there_is() -> None:
    from salesorg_gui.catalogue.reading import LANGUAGES
    from salesorg_gui.exchange.documents.options import PAPERS
    from salesorg_gui.exchange.exporting import DOCUMENTS

    assert (tuple(DOCUMENTS), tuple(PAPERS), LANGUAGES) == (exporting.DOCUMENTS, exporting.PAPERS, exporting.LANGUAGES)


def test_seats_are_chosen_by_id_or_number(tmp_path: Path) -> None:
    from pypdf import PdfReader

    out = tmp_path / "cards.pdf"
    words = ["cards", "-o", str(out), "--chart", "as-is", "--seat", "ae-sthlm", "NS-24", "--seat", "kam"]
    assert cli.main(["export", EXAMPLE, *words]) == 0
    text = "".join(page.extract_text() for page in PdfReader(out).pages)
    assert all(name in text for name in ("Sara Lindqvist", "Lina Håkansson", "Camilla Östberg"))
    assert "Elin Wallin" not in text


def test_a_document_goes_to_standard_output(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.main(["export", EXAMPLE, "cards", "-o", "-", "--seat", "kam"]) == 0
    said = capsysbinary.readouterr()
    assert said.out.startswith(b"%PDF-")
    assert said.err == b""


@pytest.mark.parametrize(
    ("said", "wanted"), [("1", [0]), ("2-3, 5", [1, 2, 4]), ("-2", [0, 1]), ("11-", [10, 11]), (" , ", range(12))]
)
def test_only_the_pages_named_are_written(tmp_path: Path, said: str, wanted: list[int]) -> None:
    from pypdf import PdfReader

    def texts(name: str, *words: str) -> list[str]:
        out = tmp_path / name
        assert cli.main(["export", EXAMPLE, "cards", "-o", str(out), *words]) == 0
        return [page.extract_text() for page in PdfReader(out).pages]

    whole = texts("whole.pdf")
    assert len(whole) == 12
    assert texts("some.pdf", f"--pages={said}") == [whole[place] for place in wanted]


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["cards", "-o", "OUT.pdf", "--pages", "3-1"], "1-3, 7"),
        (["cards", "-o", "OUT.pdf", "--pages", "x"], "--pages: x"),
        (["cards", "-o", "OUT.pdf", "--seat", "kam", "--pages", "2, 9-"], "no page 9. The last page is 2"),
        (["chart", "-o", "OUT.svg", "--pages", "1"], "Only a PDF file has pages"),
        (["checklists", "-o", "OUT.docx", "--pages", "1"], "Only a PDF file has pages"),
        (["cards", "-o", "OUT.png"], ".pdf"),
        (["cards", "-o", "OUT"], ".pdf"),
        (["chart", "-o", "OUT.png"], ".pdf or .svg"),
        (["chart", "-o", "OUT.pdf", "--seat", "kam"], "--seat"),
        (["posters", "-o", "OUT.pdf"], "cards"),
        (["cards", "-o", "OUT.pdf", "--chart", "b"], "as-is"),
        (["cards", "-o", "OUT.pdf", "--seat", "nobody"], "ae-gbg"),
        (["cards", "-o", "OUT.pdf", "--paper", "papyrus"], "letter"),
        (["cards", "-o", "OUT.pdf", "--language", "tlh"], "sv"),
        (["cards", "-o", "OUT.pdf", "--view", "board"], "--view"),
        (["chart", "-o", "OUT.pdf", "--view", "globe"], "handoffs"),
        (["cards"], "-o"),
    ],
)
def test_what_cannot_be_exported_so_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, words: list[str], part: str
) -> None:
    assert part in refused(capsys, "export", EXAMPLE, *(word.replace("OUT", str(tmp_path / "x")) for word in words))
    assert list(tmp_path.iterdir()) == []


def test_a_plan_without_seats_has_nothing_to_print(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "empty.salesorg"
    chart = Chart()
    save(path, Plan(charts={chart.id: chart}))
    assert "no seats" in refused(capsys, "export", str(path), "cards", "-o", str(tmp_path / "x.pdf"))


def test_a_document_that_cannot_be_written_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "nowhere" / "cards.pdf"
    assert "cards.pdf" in refused(capsys, "export", EXAMPLE, "cards", "--seat", "kam", "-o", str(out))


def test_progress_is_told_only_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    words = ["export", EXAMPLE, "cards", "-o", str(tmp_path / "card.pdf"), "--seat", "kam"]
    assert cli.main(words) == 0
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert cli.main(words) == 0
    assert "Drawing 1 seat …" in capsys.readouterr().err


# ---------------------------------------------------------------------------------------------- how the commands leave


@pytest.mark.parametrize("words", [[], ["--help"], ["help"], ["check", "--help"], ["--version"]])
def test_help_is_no_mistake(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert cli.main(words) == 0
    assert "salesorg" in capsys.readouterr().out


def test_only_what_works_is_offered(capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["--help"])
    said = capsys.readouterr().out
    assert all(name in said for name in ("new", "import", "check", "capacity", "simulate", "advise", "export"))
    assert not any(name in said for name in ("merge", "diff"))


@pytest.mark.parametrize("words", [["merge", "x"], ["x", "y"], ["--colour"], ["check"], ["check", "a", "b"]])
def test_a_wrong_command_is_refused_in_one_line(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert "--help" in refused(capsys, *words)


def test_the_start_passes_commands_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert start(["check", EXAMPLE]) == 0
    assert "24 seats" in capsys.readouterr().out


def _raising(fault: BaseException) -> Callable[..., Any]:
    def raise_it(*_arguments: object) -> None:
        raise fault

    return raise_it


def test_a_mistake_of_ours_shows_no_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check, "opened", _raising(ValueError("Åsa earns 7")))
    said = refused(capsys, "check", EXAMPLE)
    assert "ValueError in test_cli_export.py:" in said
    assert "Åsa" not in said


def test_an_interruption_is_told_in_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check, "opened", _raising(KeyboardInterrupt()))
    assert "stopped" in refused(capsys, "check", EXAMPLE)


def test_a_reader_that_leaves_causes_no_complaint(capsys: pytest.CaptureFixture[str]) -> None:
    program = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); from salesorg_gui import cli; sys.exit(cli.main(sys.argv[1:]))"
    )
    words = [sys.executable, "-c", program, "check", EXAMPLE, "--format", "json"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode in {0, 2}


def test_no_command_loads_qt() -> None:
    program = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); from salesorg_gui import cli\n"
        f"cli.main(['check', {EXAMPLE!r}]); cli.main(['export', {EXAMPLE!r}, 'cards', '-o', '-', '--seat', 'kam'])\n"
        "assert not [name for name in sys.modules if name.startswith('PySide6')], 'Qt is loaded'"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_what_other_programs_read_is_utf_8(tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text(LIST, "utf-8")
    program = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); from salesorg_gui import cli; sys.exit(cli.main(sys.argv[1:]))"
    )
    words = [
        sys.executable,
        "-c",
        program,
        "import",
        str(people),
        "-o",
        str(tmp_path / "p.salesorg"),
        "--format",
        "json",
    ]
    done = subprocess.run(words, capture_output=True, check=True, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert "Närmaste chef" in done.stdout.decode("utf-8")
