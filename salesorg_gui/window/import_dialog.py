"""How a table is read, before it becomes a plan: its first rows, which column holds what, and what is odd about it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QScrollArea, QTableView, QVBoxLayout, QWidget

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.plan import Plan, empty_plan
from salesorg_gui.exchange.tables.headers import Field, is_pay
from salesorg_gui.exchange.tables.importing import ImportOptions, import_table
from salesorg_gui.exchange.tables.mapping import Mapping, suggest_mapping
from salesorg_gui.exchange.tables.posts import DuplicateIds
from salesorg_gui.exchange.tables.report import Report
from salesorg_gui.exchange.tables.table import Table, TableRefused
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.panels.buttons import TextButton
from salesorg_gui.panels.chooser import Choice, Chooser
from salesorg_gui.panels.fields import FieldRow
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Label, Paragraph, name
from salesorg_gui.window.table_source import ENCODINGS, SEPARATORS, TableSource

PREVIEW_ROWS = 12
SIZE = (960, 680)


class ImportDialog(QDialog):
    """Reads a table anew whenever something about it is changed; ``plan`` is what it would become."""

    def __init__(self, source: TableSource, catalogue: Catalogue, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._source, self._catalogue, self._look = source, catalogue, look
        self._table: Table = source.read()
        self._mapping: Mapping = suggest_mapping(self._table)
        self._duplicates = DuplicateIds.SHARED
        self.plan: Plan = empty_plan()
        self.setObjectName("import_dialog")
        self.setWindowTitle(_("Import {name}").format(name=source.path.name))
        self.resize(*SIZE)
        self._options = self._option_choosers()
        self._fields = {field: Chooser(look, f"import_{field}", field_title(field)) for field in Field}
        self._preview, self._problems = _grid("import_preview"), _grid("import_problems")
        self._news = Paragraph("", "body", "2")
        self._news.setObjectName("import_news")
        self._take = TextButton(look, _("Import"), "import_take", "primary")
        self._cancel = TextButton(look, _("Cancel"), "import_cancel")
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(Label(self._source.path.name, "title"))
        options = QHBoxLayout()
        options.setSpacing(16)
        for chooser in self._options.values():
            chooser.setProperty("boxed", True)
            options.addWidget(FieldRow(chooser.accessibleName(), chooser, is_wide=True))
        column.addLayout(options)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self._field_list())
        middle.addWidget(self._preview, 1)
        column.addLayout(middle, 3)
        column.addWidget(self._news)
        column.addWidget(self._problems, 2)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._take)
        column.addLayout(buttons)
        self._take.setDefault(True)

    def _field_list(self) -> QScrollArea:
        place = QWidget()
        place.setObjectName("inspector_content")
        rows = QVBoxLayout(place)
        rows.setContentsMargins(0, 0, 8, 0)
        rows.setSpacing(4)
        for field, chooser in self._fields.items():
            chooser.setProperty("boxed", True)
            rows.addWidget(FieldRow(field_title(field), chooser))
        rows.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFixedWidth(320)
        area.setWidget(place)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _option_choosers(self) -> dict[str, Chooser]:
        names = {"duplicates": _("Rows with the same id")}
        if self._table.sheets:
            names = {"sheet": _("Sheet"), **names}
        else:
            names = {"encoding": _("Letters"), "separator": _("Separator"), **names}
        return {id: Chooser(self._look, f"import_{id}", title) for id, title in names.items()}

    def _connect(self) -> None:
        for id, chooser in self._options.items():
            chooser.chosen.connect(partial(self._choose_option, id))
        for field, chooser in self._fields.items():
            chooser.chosen.connect(partial(self._choose_column, field))
        self._take.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)

    def _choose_option(self, id: str, value: str) -> None:
        if id == "duplicates":
            self._duplicates = DuplicateIds(value)
            self._show()
            return
        wished = self._source.wished(id, value)
        try:
            self._table = wished.read()
        except (TableRefused, UnicodeError) as refusal:
            self._news.setText(str(refusal))
            return
        self._source = wished
        self._mapping = suggest_mapping(self._table)
        self._show()

    def _choose_column(self, field: Field, header: str) -> None:
        self._mapping = self._mapping.with_column(field, header or None)
        self._show()

    def _show(self) -> None:
        self._show_options()
        headers = [Choice(header, header) for header in self._table.headers if header and not is_pay(header)]
        for field, chooser in self._fields.items():
            chooser.show_choices([Choice("", _("No column")), *headers], self._mapping.headers.get(field, ""))
        rows = [row.cells for row in list(self._table.filled_rows)[:PREVIEW_ROWS]]
        _fill(self._preview, self._table.headers, rows)
        self._try()

    def _show_options(self) -> None:
        for id, chooser in self._options.items():
            match id:
                case "encoding":
                    found = self._source.encoding or (self._table.encoding or "")
                    names = dict.fromkeys((found, *ENCODINGS))
                    chooser.show_choices([Choice(one, one) for one in names if one], found)
                case "separator":
                    choices = [Choice(sign, title) for sign, title in SEPARATORS.items()]
                    chooser.show_choices(choices, self._source.separator or self._table.separator or ",")
                case "sheet":
                    sheets = [Choice(sheet, sheet) for sheet in self._table.sheets]
                    chooser.show_choices(sheets, self._table.sheet or "")
                case _:
                    chooser.show_choices(duplicate_choices(), self._duplicates)

    def _try(self) -> None:
        options = ImportOptions(self._duplicates, self._source.path.stem)
        try:
            imported = import_table(self._table, self._mapping, options, self._catalogue)
        except TableRefused as refusal:
            self._news.setText(str(refusal))
            self._take.setEnabled(False)
            _fill(self._problems, [_("Row"), _("Column"), _("What")], [])
            return
        self.plan = imported.plan
        self._take.setEnabled(True)
        self._news.setText(news(imported.report))
        odd = [(str(one.row), one.column, one.message) for one in imported.report.problems]
        _fill(self._problems, [_("Row"), _("Column"), _("What")], odd)
        self._problems.setVisible(bool(odd))


def news(report: Report) -> str:
    """What would come of it, in a sentence."""
    rows = ngettext("{count} row", "{count} rows", report.rows).format(count=report.rows)
    seats = ngettext("{count} seat", "{count} seats", report.seats).format(count=report.seats)
    count = len(report.problems)
    odd = ngettext("{count} thing to look at", "{count} things to look at", count).format(count=count)
    return _("{rows} make {seats}. {odd}.").format(rows=rows, seats=seats, odd=odd if count else _("Nothing is odd"))


def duplicate_choices() -> list[Choice]:
    """What rows with one id can mean."""
    return [
        Choice(DuplicateIds.SHARED, _("Share one seat")),
        Choice(DuplicateIds.FIRST, _("Only the first counts")),
        Choice(DuplicateIds.LAST, _("Only the last counts")),
    ]


def field_title(field: Field) -> str:
    """What a column can hold, in words."""
    return {
        Field.ID: _("Id"),
        Field.NAME: _("Name"),
        Field.FIRST_NAME: _("First name"),
        Field.LAST_NAME: _("Last name"),
        Field.TITLE: _("Title"),
        Field.MANAGER: _("Reports to"),
        Field.DOTTED_LINE: _("Advised by"),
        Field.DEPARTMENT: _("Department"),
        Field.LOCATION: _("Location"),
        Field.EMAIL: _("E-mail"),
        Field.FTE: _("FTE"),
        Field.HEADCOUNT: _("Headcount"),
        Field.STATUS: _("Status"),
        Field.QUOTA: _("Quota"),
        Field.START_DATE: _("Start"),
    }[field]


def _grid(object_name: str) -> QTableView:
    view = QTableView()
    name(view, object_name, _("Preview") if object_name == "import_preview" else _("Things to look at"))
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(26)
    view.setShowGrid(False)
    view.setModel(QStandardItemModel(view))
    view.horizontalHeader().setStretchLastSection(True)
    view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    return view


def _fill(view: QTableView, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    model = view.model()
    if not isinstance(model, QStandardItemModel):
        return
    model.clear()
    model.setHorizontalHeaderLabels([" ".join(header.split()) for header in headers])
    for row in rows:
        model.appendRow([QStandardItem(" ".join(cell.split())) for cell in row])
    view.resizeColumnsToContents()
    for column in range(len(headers) - 1):
        view.setColumnWidth(column, min(220, max(64, view.columnWidth(column) + 12)))
