"""Which column holds what: suggested from the headers, corrected by a person."""

from collections.abc import Iterable
from collections.abc import Mapping as Mappings
from dataclasses import dataclass, field, replace

from salesorg_gui.exchange.tables.headers import Field, field_of, header_key, is_pay
from salesorg_gui.exchange.tables.table import Row, Table, TableRefused
from salesorg_gui.i18n import _


@dataclass(frozen=True, slots=True)
class Mapping:
    """For each field the header of its column; fields without a column are left out."""

    headers: Mappings[Field, str] = field(default_factory=dict)

    def column(self, table: Table, field: Field) -> int | None:
        """The number of the column of a field, if it has one."""
        return table.column(self.headers.get(field))

    def value(self, table: Table, row: Row, field: Field) -> str:
        """What a row says about a field."""
        return row.cell(self.column(table, field))

    def with_column(self, field: Field, header: str | None) -> "Mapping":
        """The mapping with another column for a field, or with none."""
        kept = {name: value for name, value in self.headers.items() if name is not field}
        return replace(self, headers=in_field_order({**kept, field: header} if header else kept))


def in_field_order(headers: Mappings[Field, str]) -> dict[Field, str]:
    """The headers in the order of the fields."""
    return {field: headers[field] for field in Field if field in headers}


def suggest_mapping(table: Table) -> Mapping:
    """What the headers say. Where several name one field, a column that holds something and is named best wins."""
    best: dict[Field, tuple[bool, int, str]] = {}
    for place, header in enumerate(table.headers):
        found = field_of(header)
        if found is None:
            continue
        name, rank = found
        is_empty = not any(row.cell(place) for row in table.rows)
        best[name] = min(best.get(name, (True, 10_000, header)), (is_empty, rank, header))
    headers = {name: header for name, (_empty, _rank, header) in best.items()}
    return Mapping(in_field_order(_with_given_name(headers)))


def _with_given_name(headers: dict[Field, str]) -> dict[Field, str]:
    """``name`` beside ``lastName`` alone is the first name."""
    if Field.LAST_NAME in headers and Field.FIRST_NAME not in headers and Field.NAME in headers:
        headers[Field.FIRST_NAME] = headers.pop(Field.NAME)
    return headers


def changed_mapping(mapping: Mapping, table: Table, wishes: Iterable[tuple[str, str]]) -> Mapping:
    """The mapping with what somebody wants instead: pairs of field and header; an empty header takes a field out."""
    for name, header in wishes:
        mapping = mapping.with_column(field_named(name), header_named(table, header) if header else None)
    return mapping


def field_named(name: str) -> Field:
    """The field a person means."""
    wanted = header_key(name)
    for field_ in Field:
        if header_key(field_) == wanted:
            return field_
    raise TableRefused(
        _("There is no field {name}. The fields are: {fields}.").format(name=name, fields=", ".join(Field))
    )


def header_named(table: Table, header: str) -> str:
    """The header a person means: as written, or without case, spaces and signs. A column of pay is refused."""
    found = header if header in table.headers else None
    for candidate in table.headers:
        if found is None and header_key(candidate) == header_key(header) != "":
            found = candidate
    if found is None:
        raise TableRefused(
            _("There is no column {name}. The columns are: {headers}.").format(
                name=header, headers=", ".join(table.headers)
            )
        )
    if is_pay(found):
        raise TableRefused(_("The column {name} holds pay, and pay is never imported.").format(name=found))
    return found
