"""One rule: whether it is asked, how severe, when it speaks, its limits, what it finds, and where it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QScrollArea

from salesorg_gui.domain.edits.plan import SetParameter, SetParameters
from salesorg_gui.domain.records import Json
from salesorg_gui.i18n import _
from salesorg_gui.panels.inspector.form import clear
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.rulebook.effect import WhatIf, counts_of
from salesorg_gui.panels.rulebook.entries import spoken
from salesorg_gui.panels.rulebook.limit_row import LimitRow
from salesorg_gui.panels.rulebook.rule_face import RuleFace
from salesorg_gui.rules.all_rules import RULES
from salesorg_gui.rules.finding import Finding, Findings, Severity
from salesorg_gui.rules.rulebook import (
    OFF,
    SEVERITY,
    Ruling,
    limit_stored,
    ruling,
    severity_stored,
    without_changes,
)
from salesorg_gui.session.trial import Trials

PAUSE_MS = 800
"""Clicks on minus and plus closer together than this are undone as one."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The rule on the page, and what holds for it."""

    ruling: Ruling
    own: Mapping[str, Json]
    findings: tuple[Finding, ...]


class RulePage(QScrollArea):
    """``picked`` carries a finding, ``hint`` what may be typed."""

    picked = Signal(object)
    hint = Signal(str)

    def __init__(self, ground: Ground, trials: Trials) -> None:
        super().__init__()
        self._ground = ground
        self.rule = ""
        self._shown: Shown | None = None
        self._face = RuleFace(ground.look, trials)
        self._limits: dict[str, LimitRow] = {}
        self._tried: dict[str, float] = {}
        self._gesture = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._gesture.timeout.connect(ground.session.end_gesture)
        self.setObjectName("rule_page")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._build()

    def show_rule(self, rule: str, findings: Findings) -> None:
        """Show this rule as the plan has it now."""
        ground, is_same = self._ground, rule == self.rule
        if not is_same:
            self._leave()
            self.rule = rule
            self._build_limits()
            self.verticalScrollBar().setValue(0)
        text = ground.catalogue.rules[rule]
        said = ground.session.plan.parameters.get(rule)
        own = said if isinstance(said, dict) else {}
        now = tuple(finding for finding in findings if finding.rule == rule)
        self._shown = Shown(ruling(text, own), own, now)
        self._show(self._shown, is_same=is_same)

    def commit(self) -> None:
        """Take over what is typed."""
        for row in self._limits.values():
            if row.isVisible():
                row.commit()

    def focus_first(self) -> None:
        """Let the keyboard go to the first thing that can be changed."""
        self._face.on.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll; but keys held with Alt turn the pages, and they are the panel's."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._leave()
        super().hideEvent(event)

    def _build(self) -> None:
        face = self._face
        face.on.ticked.connect(lambda is_on: self._set(OFF, None if is_on else True))
        face.severity.chosen.connect(lambda value: self._set_severity(Severity(value)))
        face.back.clicked.connect(self._go_back)
        face.found.picked.connect(self.picked)
        self.setWidget(face)

    def _build_limits(self) -> None:
        catalogue = self._ground.catalogue
        clear(self._face.limits)
        self._limits = {}
        for name, words in catalogue.rule_words[self.rule].limits.items():
            row = LimitRow(name, words, catalogue.rules[self.rule].params[name], self._ground.look)
            row.tried.connect(lambda value, name=name: self._try(name, value))
            row.given.connect(lambda value, name=name: self._set_limit(name, value))
            row.nudged.connect(lambda value, name=name: self._nudge(name, value))
            row.field.entered.connect(self.hint)
            self._limits[name] = row
            self._face.limits.addWidget(row)

    # -------------------------------------------------------------------------------------------------------- showing

    def _show(self, shown: Shown, *, is_same: bool) -> None:
        now, words = shown.ruling, self._ground.catalogue.rule_words[self.rule]
        self._face.show_ruling(now, title_of(self.rule), words.origin)
        for name, row in self._limits.items():
            row.show_value(now.limits[name], is_same=is_same)
        self._face.found.show_findings(() if now.is_off else shown.findings)
        self._show_effect(shown)

    def _show_effect(self, shown: Shown) -> None:
        now, effect = shown.ruling, self._face.effect
        self._face.when.setText(spoken(self.rule, {**now.limits, **self._tried}, self._ground.catalogue))
        counts = counts_of(() if now.is_off else shown.findings)
        if self._tried:
            effect.compare(counts, "tried", self._what_if({**shown.own, **self._tried}))
        elif now.is_off:
            effect.compare(counts, "on", self._what_if(shown.own))
        elif now.changed:
            effect.compare(counts, "usual", self._what_if({}))
        else:
            effect.show_counts(counts)

    def _what_if(self, own: Mapping[str, Json]) -> WhatIf:
        ground = self._ground
        return WhatIf(ground.session.plan, ground.chart, ground.catalogue, self.rule, own)

    # -------------------------------------------------------------------------------------------------------- changing

    def _try(self, name: str, value: float | None) -> None:
        before = dict(self._tried)
        self._tried.pop(name, None)
        if value is not None:
            self._tried[name] = value
        if self._shown is not None and before != self._tried:
            self._show_effect(self._shown)

    def _set(self, name: str, value: Json, gesture: str | None = None) -> None:
        if not self._ground.session.is_telling:
            self._ground.session.perform(SetParameter(self.rule, name, value), gesture)

    def _set_severity(self, severity: Severity) -> None:
        self._set(SEVERITY, severity_stored(self._ground.catalogue.rules[self.rule], severity))

    def _set_limit(self, name: str, value: float, gesture: str | None = None) -> None:
        self._tried.pop(name, None)
        self._set(name, limit_stored(self._ground.catalogue.rules[self.rule], name, value), gesture)
        if self._shown is not None:
            self._limits[name].show_value(self._shown.ruling.limits[name], is_same=False)
            self._show_effect(self._shown)

    def _nudge(self, name: str, value: float) -> None:
        self._set_limit(name, value, f"limit {self.rule} {name}")
        self._gesture.start()

    def _go_back(self) -> None:
        text = self._ground.catalogue.rules[self.rule]
        kept = without_changes(text, self._ground.session.plan.parameters.get(self.rule))
        self._ground.session.perform(SetParameters(_("Rule back to usual"), {self.rule: kept}))

    def _leave(self) -> None:
        """What is typed belongs to the rule that was on show."""
        if not self._ground.session.is_telling:
            self.commit()
        self._tried = {}
        self._face.effect.forget()
        if self._gesture.isActive():
            self._gesture.stop()
            self._ground.session.end_gesture()


def title_of(rule: str) -> str:
    """What a rule is called."""
    return next((one.title for one in RULES if one.id == rule), rule)
