"""Rules of one's own as a file that other plans can use: which are off, and their severities and limits.

``docs/file-format.md`` says the same in words, ``docs/salesorg-rules.schema.json`` for other programs.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

from msgspec import Meta

from salesorg_gui.domain.records import Extra, Json
from salesorg_gui.i18n import _
from salesorg_gui.storage.format import FORMAT as PLAN_FORMAT
from salesorg_gui.storage.forms import FLAG, TEXT, UNREAD, Form, Leaf, OneOf, Schema, as_number, as_written
from salesorg_gui.storage.parsing import parsed
from salesorg_gui.storage.problems import BrokenFile, Problem, Spot, printable, quoted, shortened
from salesorg_gui.storage.reading import read_bytes
from salesorg_gui.storage.records import form_of
from salesorg_gui.storage.text import encoded, loads

FORMAT, VERSION = "salesorg-rules", 1
SUFFIX = ".salesorg-rules"
LIMIT = Leaf(Annotated[float, Meta(ge=0)], lambda: _("a number from 0 up"), as_number)

type LimitNames = Mapping[str, Collection[str]]
"""The rules there are, and the limits of each."""


class SeverityWord(StrEnum):
    """How bad findings are, as the file says it."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


SAID: Mapping[str, Form] = {"off": FLAG, "severity": OneOf(SeverityWord)}
"""What may be said of every rule."""


@dataclass(frozen=True, slots=True)
class RulesFile:
    """``rules`` holds by rule id what differs from the usual: ``off``, ``severity``, limits."""

    title: str = ""
    rules: Mapping[str, Mapping[str, Json]] = field(default_factory=dict)
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OpenedRules:
    """Rules read from a file. ``notes`` tell what of it is passed over."""

    file: RulesFile
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RulesForm:
    """The rules by id; of a known rule every limit is a number, what is said of unknown ones is kept as it is."""

    limits: LimitNames

    def read(self, raw: Any, at: Spot, label: str) -> Any:
        """What is said of each rule."""
        if not isinstance(raw, dict):
            at.report_unfit(label, _("an object"), raw)
            return UNREAD
        inner = at.step(label)
        return {rule: self._rule(rule, part, inner) for rule, part in raw.items()}

    def _rule(self, rule: str, raw: Any, at: Spot) -> dict[str, Any]:
        """What is said of one rule; the file is refused as soon as anything was reported."""
        label = shortened(printable(rule))
        if not isinstance(raw, dict):
            at.report_unfit(label, _("an object"), raw)
            return {}
        inner, forms = at.step(label), {**dict.fromkeys(self.limits.get(rule, ()), LIMIT), **SAID}
        for name, part in raw.items():
            if name in forms:
                forms[name].read(part, inner, shortened(printable(name)))
        return raw

    def write(self, value: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
        """The rules sorted by id; of each first what may be said of every rule, then the rest sorted."""
        return {rule: _written(value[rule]) for rule in sorted(value) if value[rule]}

    def schema(self) -> Schema:
        """An object of rules; their limits are numbers."""
        said = {name: form.schema() for name, form in SAID.items()}
        return {"type": "object", "additionalProperties": {"type": "object", "properties": said}}


def _written(ruling: Mapping[str, Any]) -> dict[str, Any]:
    first = {name: ruling[name] for name in SAID if name in ruling}
    return {**first, **{name: as_written(ruling[name]) for name in sorted(ruling) if name not in SAID}}


def dumps_rules(file: RulesFile) -> bytes:
    """The bytes of the file; two that say the same have the same bytes."""
    form = form_of(RulesFile, {"title": TEXT, "rules": RulesForm({})}, always=frozenset({"rules"}))
    return encoded({"format": FORMAT, "version": VERSION, **form.write(file)})


def read_rules(path: Path, limits: LimitNames) -> OpenedRules:
    """The rules in a file; ``BrokenFile`` says everything that is wrong with it."""
    return loads_rules(read_bytes(path), limits)


def loads_rules(data: bytes, limits: LimitNames) -> OpenedRules:
    """The rules in the bytes of a file of rules, or those of a plan."""
    content = parsed(data)
    if isinstance(content, dict) and content.get("format") == PLAN_FORMAT:
        return OpenedRules(_of_plan(data, limits))
    _check_header(content)
    at = Spot()
    form = form_of(RulesFile, {"title": TEXT, "rules": RulesForm(limits)})
    known = {name: value for name, value in content.items() if name not in {"format", "version"}}
    file = form.read(known, at, "")
    if file is UNREAD or at.problems:
        raise BrokenFile(tuple(at.problems))
    return OpenedRules(file, tuple(_passed_over(file.rules, limits)))


def schema() -> Schema:
    """The JSON Schema of the file."""
    header = {"format": {"const": FORMAT}, "version": {"type": "integer", "minimum": 1}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Salesorg rules",
        "description": "Which rules are off, and the severities and limits that differ from the usual ones.",
        "type": "object",
        "properties": {**header, "title": TEXT.schema(), "rules": RulesForm({}).schema()},
        "required": ["format", "version"],
    }


def _of_plan(data: bytes, limits: LimitNames) -> RulesFile:
    """The rules a plan goes by."""
    plan = loads(data).plan
    own = {name: said for name, said in plan.parameters.items() if name in limits and isinstance(said, dict)}
    return RulesFile(plan.title, own)


def _check_header(content: Any) -> None:
    """Refuse what is no file of rules, or one of a newer version."""
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        sentence = _('These are no rules: the file does not begin with "format": "salesorg-rules".')
        raise BrokenFile((Problem("", sentence),))
    version = content.get("version")
    at = Spot()
    if isinstance(version, bool) or not isinstance(version, int):
        at.report_unfit("version", _("a whole number"), version)
    elif version < 1:
        at.report("version", _("there is no version {version}").format(version=version))
    elif version > VERSION:
        sentence = _("These rules come from a newer version of the program. Update it to use them.")
        at.report("", sentence)
    if at.problems:
        raise BrokenFile(tuple(at.problems))


def _passed_over(rules: Mapping[str, Mapping[str, Json]], limits: LimitNames) -> Iterator[str]:
    """What means nothing to this version, each with the name that may have been meant."""
    for rule, said in rules.items():
        if rule not in limits:
            sentence = _("There is no rule {name}: passed over.").format(name=quoted(rule))
            yield sentence + _meant(rule, limits)
            continue
        for name in said:
            if name not in limits[rule] and name not in SAID:
                sentence = _("{rule} has no limit {name}: passed over.").format(rule=rule, name=quoted(name))
                yield sentence + _meant(name, (*SAID, *limits[rule]))


def _meant(name: str, names: Collection[str]) -> str:
    near = get_close_matches(name, names, 1)
    return " " + _("Is {name} meant?").format(name=quoted(near[0])) if near else ""
