"""Plans from templates and lists, and what checking them says."""

import json
from pathlib import Path

import pytest

from salesorg_gui import cli
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import ChartId, LineId, RoleId, SeatId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Acceptance, Line, Person, Seat
from salesorg_gui.storage.reading import read
from salesorg_gui.storage.saving import save
from tests.commands import EXAMPLE, LIST, feed, refused


@pytest.fixture
def people(tmp_path: Path) -> str:
    path = tmp_path / "people.csv"
    path.write_text(LIST, "utf-8")
    return str(path)


@pytest.fixture
def circle(tmp_path: Path) -> str:
    """A plan in which two lead each other and a third leads nobody and nothing."""
    seats = [Seat(SeatId(name), RoleId("head_of_sales"), people=(Person(name.upper()),)) for name in ("a", "b", "c")]
    lines = [Line(LineId(f"l{r}"), SeatId(r), SeatId(m)) for r, m in (("a", "b"), ("b", "a"), ("c", "a"))]
    chart = Chart(seats={seat.id: seat for seat in seats}, lines={line.id: line for line in lines})
    path = tmp_path / "circle.salesorg"
    save(path, Plan("Circle", charts={chart.id: chart}))
    return str(path)


# ---------------------------------------------------------------------------------------------------------------- new


def test_templates_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["new", "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(load().templates)


@pytest.mark.parametrize("name", ["tpl_two_pods", "two_pods", "two-pods"])
def test_a_template_becomes_a_plan(tmp_path: Path, name: str) -> None:
    out = tmp_path / "plan.salesorg"
    assert cli.main(["new", name, "-o", str(out)]) == 0
    assert read(out).plan.first_chart.pods


@pytest.mark.parametrize("template", list(load().templates))
def test_a_new_plan_has_no_error(tmp_path: Path, template: str) -> None:
    out = str(tmp_path / "plan.salesorg")
    assert cli.main(["new", template, "-o", out]) == 0
    assert cli.main(["check", out]) == 0


def test_a_new_plan_needs_a_known_template_and_a_place(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "tpl_two_pods" in refused(capsys, "new", "pyramid", "-o", str(tmp_path / "x.salesorg"))
    assert "--list" in refused(capsys, "new", "tpl_two_pods")
    assert "--list" in refused(capsys, "new")
    assert list(tmp_path.iterdir()) == []


def test_a_plan_that_cannot_be_written_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "nowhere" in refused(capsys, "new", "two_pods", "-o", str(tmp_path / "nowhere" / "plan.salesorg"))


# ------------------------------------------------------------------------------------------------------------- import


def test_a_list_becomes_a_plan_with_a_report(capsys: pytest.CaptureFixture[str], people: str, tmp_path: Path) -> None:
    out = tmp_path / "plan.salesorg"
    assert cli.main(["import", people, "-o", str(out), "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert list(report) == ["rows", "seats", "mapping", "encoding", "separator", "problems"]
    assert (report["rows"], report["seats"], report["encoding"], report["separator"]) == (4, 3, "utf-8", ";")
    assert report["mapping"] == {"id": "Id", "name": "Namn", "title": "Befattning", "manager": "Närmaste chef"}
    assert [(problem["row"], problem["column"], problem["kind"]) for problem in report["problems"]] == [
        (4, "Id", "shared-post"),
        (5, "Närmaste chef", "missing-manager"),
        (5, "Befattning", "unknown-role"),
    ]
    assert {seat.holder for seat in read(out).plan.first_chart.seats.values()} == {"Åsa Öberg", "Bo, Siv", "Per"}


def test_a_report_for_people_is_the_usual_one(capsys: pytest.CaptureFixture[str], people: str, tmp_path: Path) -> None:
    assert cli.main(["import", people, "-o", str(tmp_path / "plan.salesorg")]) == 0
    said = capsys.readouterr().out
    assert said.startswith("4 rows, 3 seats, utf-8, separated by semicolon")
    assert "Row 5 reports to 99" in said


def test_two_imports_write_the_same_bytes(people: str, tmp_path: Path) -> None:
    first, second = tmp_path / "a.salesorg", tmp_path / "b.salesorg"
    assert cli.main(["import", people, "-o", str(first)]) == cli.main(["import", people, "-o", str(second)]) == 0
    assert first.read_bytes() == second.read_bytes()


def test_columns_and_repeated_ids_can_be_chosen(people: str, tmp_path: Path) -> None:
    out = tmp_path / "plan.salesorg"
    words = ["--map", "title=Namn", "--map", "name = ", "--id-duplicates", "last"]
    assert cli.main(["import", people, "-o", str(out), *words]) == 0
    titles = {seat.code: seat.title for seat in read(out).plan.first_chart.seats.values()}
    assert titles == {"1": "Åsa Öberg", "2": "Siv", "3": "Per"}


def test_a_plan_on_standard_output_leaves_the_report_to_the_other(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    feed(monkeypatch, LIST.encode("cp1252"))
    assert cli.main(["import", "-", "-o", "-"]) == 0
    said = capsysbinary.readouterr()
    assert json.loads(said.out)["title"] == "Imported"
    assert said.err.startswith(b"4 rows, 3 seats, cp1252")


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["--map", "boss"], "FIELD=HEADER"),
        (["--map", "boss=Namn"], "manager"),
        (["--map", "manager=Chef"], "Närmaste chef"),
        (["--sheet", "People"], "no sheets"),
        (["--id-duplicates", "both"], "shared"),
        (["--form", "json"], "unrecognized arguments: --form"),
    ],
)
def test_what_cannot_be_imported_so_is_refused(
    capsys: pytest.CaptureFixture[str], people: str, tmp_path: Path, words: list[str], part: str
) -> None:
    out = tmp_path / "plan.salesorg"
    assert part in refused(capsys, "import", people, "-o", str(out), *words)
    assert not out.exists()


def test_a_list_is_never_written_over(capsys: pytest.CaptureFixture[str], people: str) -> None:
    assert "another file" in refused(capsys, "import", people, "-o", people)
    assert Path(people).read_text("utf-8") == LIST


def test_a_refusal_names_the_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "gone.csv: There is no such file" in refused(capsys, "import", str(tmp_path / "gone.csv"), "-o", "x")
    assert "-o" in refused(capsys, "import", "people.csv")


# -------------------------------------------------------------------------------------------------------------- check


def test_findings_have_their_fixed_shape(capsys: pytest.CaptureFixture[str], circle: str) -> None:
    assert cli.main(["check", circle, "--format", "json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert (list(said), said["file"]) == (["file", "charts"], circle)
    (chart,) = said["charts"]
    assert (list(chart), chart["id"]) == (["id", "counts", "findings", "accepted"], "as-is")
    severities = [finding["severity"] for finding in chart["findings"]]
    assert chart["counts"] == {name: severities.count(name) for name in ("error", "warning", "hint")}
    found = next(finding for finding in chart["findings"] if finding["rule"] == "report-cycle")
    assert list(found) == ["rule", "severity", "seats", "pods", "segments", "handoffs", "message", "fix"]
    assert (sorted(found["seats"]), found["severity"]) == (["a", "b"], "error")


def test_findings_for_people_say_what_to_do(capsys: pytest.CaptureFixture[str], circle: str) -> None:
    assert cli.main(["check", circle]) == 1
    said = capsys.readouterr().out
    assert "error    Reporting lines form a circle" in said
    assert "Remove one of these lines. [report-cycle]" in said
    assert "Not checked because of" in said
    assert said.splitlines()[-1].split(", ")[0].endswith("errors")


@pytest.mark.parametrize(("limit", "status"), [("error", 0), ("warning", 1), ("hint", 1), ("never", 0)])
def test_the_exit_status_follows_the_limit(limit: str, status: int) -> None:
    assert cli.main(["check", EXAMPLE, "--fail-on", limit]) == status


def test_an_error_is_no_matter_when_nothing_is(circle: str) -> None:
    assert cli.main(["check", circle, "--fail-on", "never"]) == 0


def test_an_accepted_finding_is_told_with_its_reason_and_fails_nothing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    top = Seat(SeatId("top"), RoleId("account_executive"))
    report = Seat(SeatId("report"), RoleId("account_executive"))
    line = Line(LineId("l"), report.id, top.id)
    accepted = tuple(
        Acceptance(rule, ids, "Agreed in May")
        for rule, ids in (("report-to-lower-rank", ("report", "top")), ("report-to-lower-rank", ("l", "report", "top")))
    )
    chart = Chart(seats={top.id: top, report.id: report}, lines={line.id: line}, accepted=accepted)
    second = Chart(ChartId("b"), "Option B", order=1)
    path = tmp_path / "plan.salesorg"
    save(path, Plan(charts={chart.id: chart, second.id: second}))
    cli.main(["check", str(path)])
    said = capsys.readouterr().out
    assert "accepted" in said
    assert "(Agreed in May)" in said
    assert "Option B · 0 seats" in said
    cli.main(["check", str(path), "--format", "json"])
    first = json.loads(capsys.readouterr().out)["charts"][0]
    assert "report-to-lower-rank" not in [finding["rule"] for finding in first["findings"]]
    assert [(one["rule"], one["reason"]) for one in first["accepted"]] == [("report-to-lower-rank", "Agreed in May")]


def test_a_plan_is_read_from_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    feed(monkeypatch, Path(EXAMPLE).read_bytes())
    assert cli.main(["check", "-"]) == 0
    assert "24 seats" in capsys.readouterr().out
    feed(monkeypatch, b"")
    assert "standard input" in refused(capsys, "check", "-")


def test_a_broken_plan_is_refused_with_its_place(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "broken.salesorg"
    seats = [{"id": "a", "role": 7}, {"id": "b", "role": "sdr", "headcount": "many"}]
    chart = {"id": "as-is", "seats": seats}
    path.write_text(json.dumps({"format": "salesorg", "version": 1, "charts": [chart]}), "utf-8")
    said = refused(capsys, "check", str(path))
    assert "broken.salesorg" in said
    assert "role: expected text" in said
    assert "1 more problem" in said
    path.write_text("people,\n", "utf-8")
    assert "broken.salesorg" in refused(capsys, "check", str(path))
    assert "no file gone.salesorg" in refused(capsys, "check", str(tmp_path / "gone.salesorg"))


def test_a_plan_of_a_newer_version_is_checked_with_a_note(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    content = json.loads(Path(EXAMPLE).read_text("utf-8"))
    path = tmp_path / "newer.salesorg"
    path.write_text(json.dumps({**content, "version": 99}), "utf-8")
    assert cli.main(["check", str(path)]) == 0
    assert "newer version" in capsys.readouterr().err
