"""A file to import, and how a person wants it read where the guess is wrong."""

from dataclasses import dataclass, replace
from pathlib import Path

from salesorg_gui.exchange.tables.encodings import decode
from salesorg_gui.exchange.tables.reading import read_table, table_from
from salesorg_gui.exchange.tables.table import MOST_BYTES, Table, TableRefused
from salesorg_gui.i18n import _

ENCODINGS = ("utf-8", "cp1252", "mac_roman", "utf-16", "iso8859_15")
SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}


@dataclass(frozen=True, slots=True)
class TableSource:
    """The bytes of a file; empty wishes leave the choice to the reader."""

    path: Path
    content: bytes
    encoding: str = ""
    separator: str = ""
    sheet: str = ""

    def read(self) -> Table:
        """The table, read as wished."""
        if self.sheet or not (self.encoding or self.separator):
            return table_from(self.content, self.path.stem, self.sheet or None)
        text = self._text()
        said = f"sep={self.separator}\n" if self.separator else ""
        return table_from((said + text).encode(), self.path.stem)

    def wished(self, what: str, value: str) -> "TableSource":
        """The same file with another encoding, separator or sheet."""
        match what:
            case "encoding":
                return replace(self, encoding=value)
            case "separator":
                return replace(self, separator=value)
            case _:
                return replace(self, sheet=value)

    def _text(self) -> str:
        if not self.encoding:
            return decode(self.content)[0]
        return self.content.decode(self.encoding, "replace").removeprefix("\ufeff")


def source_of(path: Path) -> TableSource:
    """The file, refused with a sentence when it cannot hold a table."""
    read_table(path)  # refuses with the words for each kind of file
    try:
        with path.open("rb") as file:
            return TableSource(path, file.read(MOST_BYTES))
    except OSError:
        raise TableRefused(_("The file cannot be read. Close it elsewhere, or ask its owner for permission.")) from None
