"""Tables are read whatever program wrote them; what cannot be read is refused with a sentence."""

from pathlib import Path

import pytest

from salesorg_gui.exchange.tables import separated
from salesorg_gui.exchange.tables.encodings import decode
from salesorg_gui.exchange.tables.reading import read_table, table_from
from salesorg_gui.exchange.tables.table import MOST_BYTES, MOST_COLUMNS, MOST_ROWS, TableRefused, clean
from tests.exchange.tables.lists import packed, table, workbook

NORDIC = "Id;Namn;Närmaste chef\n1;Åsa Öberg;\n2;Søren Kjær;1\n"


@pytest.mark.parametrize(
    ("written_in", "read_as"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp1252", "cp1252"),
        ("mac_roman", "mac_roman"),
    ],
)
def test_the_letters_of_every_spreadsheet_are_read(written_in: str, read_as: str) -> None:
    assert decode(NORDIC.encode(written_in)) == (NORDIC, read_as)


def test_old_macintosh_files_are_known_by_their_line_ends_when_no_letter_tells() -> None:
    assert decode("Id,Name\r1,O\u2019Brien\r".encode("mac_roman"))[1] == "mac_roman"
    assert decode("Id,Name\r\n1,O\u2019Brien\r\n".encode("cp1252"))[1] == "cp1252"


def test_a_byte_that_is_no_letter_does_not_stop_a_table() -> None:
    text, _encoding = decode(b"Id;Namn\n1;\xc5sa\x81\n")
    assert "Åsa\ufffd" in text


@pytest.mark.parametrize("content", [b"\xff\xfea", b"\x00\x01\x02\x00\x00" * 40])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(TableRefused, match="Save"):
        decode(content)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found(separator: str) -> None:
    lines = ["Id,Name,Reports to", "1,Åsa,", "2,Bo,1"]
    read = table_from("\n".join(lines).replace(",", separator).encode(), "team")
    assert read.separator == separator
    assert read.headers == ("Id", "Name", "Reports to")


def test_commas_inside_cells_do_not_decide() -> None:
    read = table_from(b'Id;Title;Manager\n1;"CEO, founder, board";\n2;VP, Sales, EMEA;1\n', "team")
    assert (read.separator, read.rows[1].cells) == (";", ("2", "VP, Sales, EMEA", "1"))


def test_a_line_that_says_the_separator_is_obeyed_and_not_counted() -> None:
    read = table_from(b"sep=|\r\nId|Name\r\n1|Bo\r\n", "team")
    assert (read.separator, read.header_row, read.rows[0].number) == ("|", 1, 2)


def test_a_line_break_within_quotes_begins_no_row() -> None:
    read = table("Id,Name,Title", '1,Bo,"Head\nof Sales"', "2,Åsa,SDR")
    assert [(row.number, row.cells[-1]) for row in read.rows] == [(2, "Head of Sales"), (3, "SDR")]


def test_titles_above_the_headers_are_passed_over() -> None:
    read = table("Sales organisation 2022,,", ",,", "Employee ID,Name,Reports To", "1,Bo,")
    assert (read.header_row, read.rows[0].number) == (3, 4)


def test_remarks_above_the_headers_are_passed_over() -> None:
    read = table("## Use this, and that", "# label: %name%", "#", "name,id,refs", 'Bo,1,"2,3"')
    assert (read.headers, read.header_row) == (("name", "id", "refs"), 4)


def test_a_column_called_number_sign_is_no_remark() -> None:
    assert table("#,Name,Manager", "1,Bo,").headers == ("#", "Name", "Manager")


def test_a_table_without_known_headers_begins_where_it_is_as_wide_as_usual() -> None:
    read = table("Of our team", "Mystery,Riddle,Puzzle", "1,2,3")
    assert (read.header_row, read.headers) == (2, ("Mystery", "Riddle", "Puzzle"))


def test_wanted_headers_find_their_row() -> None:
    read = table_from(b"Id,Name\nWer,Wem\nBo,Siv\n", "team", wanted=["Wer", "Wem"])
    assert read.header_row == 2


def test_every_column_gets_a_name_of_its_own() -> None:
    read = table(",Name,Notes,Notes,", "0,Bo,a,b,c")
    assert read.headers == ("Column 1", "Name", "Notes", "Notes (2)", "Column 5")
    assert table("Notes,Notes (2),Notes,Name").headers == ("Notes", "Notes (2)", "Notes (3)", "Name")


def test_empty_rows_at_the_end_are_left_out() -> None:
    assert [row.number for row in table("Id,Name", "1,Bo", ",", "2,Siv", ",", "").rows] == [2, 3, 4]


def test_a_table_without_anything_is_refused() -> None:
    with pytest.raises(TableRefused, match="empty"):
        table("", ",,")


def test_signs_that_deceive_are_taken_out() -> None:
    assert clean("\u202eAnna\u0007 Berg\ud800\u00a0") == "Anna  Berg\ufffd"
    assert clean("A\u030asa ") == "Åsa"


# ---------------------------------------------------------------------------------------------------------- workbooks


def test_the_sheet_that_is_most_like_a_list_is_read() -> None:
    content = workbook({"Cover": [["Sales organisation"]], "People": [["Id", "Name", "Manager"], [7, "Åsa", ""]]})
    read = table_from(content, "team")
    assert (read.sheet, read.sheets, read.encoding, read.separator) == ("People", ("Cover", "People"), None, None)
    assert read.rows[0].cells == ("7", "Åsa")


def test_a_sheet_is_read_by_name() -> None:
    content = workbook({"Now": [["Id", "Name"], [1, "Bo"]], "Then": [["Id", "Name"], [2, "Siv"]]})
    assert table_from(content, "team", sheet="then").rows[0].cells == ("2", "Siv")
    with pytest.raises(TableRefused, match="Now, Then"):
        table_from(content, "team", sheet="Later")


def test_rows_of_a_sheet_are_counted_from_its_top() -> None:
    read = table_from(workbook({"S": [[""], [""], ["Id", "Name"], [1.5, "Bo"]]}), "team")
    assert (read.header_row, read.rows[0].number, read.rows[0].cells) == (3, 4, ("1.5", "Bo"))


def test_cells_of_other_kinds_are_read_as_text(tmp_path: Path) -> None:
    cells = '<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="str"><f>A1&amp;B1</f><v>=1+1</v></c>'
    content = workbook({"S": [["x"]]})
    path = tmp_path / "team.xlsx"
    path.write_bytes(_with_sheet(content, f'<sheetData><row r="1">{cells}</row></sheetData>'))
    assert read_table(path).headers == ("true", "false", "=1+1")


def test_a_cell_far_down_is_refused_before_it_is_laid_out() -> None:
    with pytest.raises(TableRefused, match="50000"):
        table_from(_far_cell("A1048576"), "team")
    with pytest.raises(TableRefused, match="200 columns"):
        table_from(_far_cell("XFD2"), "team")


def test_empty_cells_far_down_do_no_harm() -> None:
    cell = '<c r="A1" t="inlineStr"><is><t>Name</t></is></c>'
    rows = f'<row r="1">{cell}</row><row r="1048576" ht="12"><c r="A1048576" s="1"/></row>'
    assert table_from(_with_sheet(workbook({"S": [["x"]]}), f"<sheetData>{rows}</sheetData>"), "t").headers == ("Name",)


def test_a_workbook_that_unpacks_to_too_much_is_refused() -> None:
    with pytest.raises(TableRefused, match="unpacks"):
        table_from(packed({"xl/worksheets/sheet1.xml": " " * 30_000_000}), "team")


@pytest.mark.parametrize("content", [b"PK\x03\x04 and no more", packed({"something": "else"})])
def test_a_damaged_workbook_is_refused(content: bytes) -> None:
    with pytest.raises(TableRefused, match=r"Save|save"):
        table_from(content, "team")


def test_a_workbook_longer_than_the_limit_is_refused() -> None:
    rows = "".join(f"<row><c><v>{n}</v></c></row>" for n in range(MOST_ROWS + 2))
    with pytest.raises(TableRefused, match="50000"):
        table_from(_with_sheet(workbook({"S": [["x"]]}), f"<sheetData>{rows}</sheetData>"), "team")


def _far_cell(place: str) -> bytes:
    cells = f'<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="{place}"><v>1</v></c></row>'
    return _with_sheet(workbook({"S": [["x"]]}), f"<sheetData>{cells}</sheetData>")


def _with_sheet(content: bytes, inside: str) -> bytes:
    import io
    import zipfile

    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    return packed({**parts, "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}">{inside}</worksheet>'})


# ------------------------------------------------------------------------------------------------------------- limits


@pytest.mark.parametrize("name", ["team.yml", "chart.xml", "plan.salesorg", "old.XLS", "list.ods"])
def test_other_kinds_of_files_are_refused_by_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(TableRefused, match=r"\.csv or \.xlsx"):
        read_table(tmp_path / name)


@pytest.mark.parametrize("content", [b"<html>", b"  {}", b"%PDF-1.7", b"\xd0\xcf\x11\xe0\xa1\xb1"])
def test_other_kinds_of_files_are_refused_by_content(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "team.csv"
    path.write_bytes(content)
    with pytest.raises(TableRefused, match=r"Save .*\.xlsx"):
        read_table(path)


def test_a_sheet_of_a_text_is_refused() -> None:
    with pytest.raises(TableRefused, match="no sheets"):
        table_from(b"Id,Name\n1,Bo\n", "team", sheet="People")


def test_a_file_that_is_not_there_or_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TableRefused, match="moved or renamed"):
        read_table(tmp_path / "gone.csv")
    with pytest.raises(TableRefused, match="folder"):
        read_table(tmp_path)
    with pytest.raises(TableRefused, match="cannot be read"):
        read_table(tmp_path / "zero\0byte.csv")


def test_a_file_too_large_is_refused() -> None:
    with pytest.raises(TableRefused, match="50 MB"):
        table_from(b" " * (MOST_BYTES + 1), "team")


def test_a_table_too_long_or_too_wide_is_refused() -> None:
    with pytest.raises(TableRefused, match="50000 rows"):
        table("Id", *(str(n) for n in range(MOST_ROWS + 1)))
    with pytest.raises(TableRefused, match="Row 2 has 201 columns"):
        table("Id,Name", ",".join("x" for _ in range(MOST_COLUMNS + 1)))


def test_the_longest_table_is_read() -> None:
    assert len(table("Id", *(str(n) for n in range(MOST_ROWS))).rows) == MOST_ROWS


def test_a_cell_too_long_is_refused_with_its_place() -> None:
    with pytest.raises(TableRefused, match="Row 2, column B holds 20001"):
        table("Id,Note", "1," + "x" * 20_001)
    with pytest.raises(TableRefused, match="quotation mark"):
        table("Id,Note", '1,"' + "x" * 50_000)


def test_no_separator_of_a_broken_text_is_judged_by_what_cannot_be_read() -> None:
    assert separated.separated_rows("Id,Name\n1,Bo")[1] == ","
