"""The panel of rules, and rules as a file: kept, and used in another plan."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from salesorg_gui.domain.edits.plan import SetParameters
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.rules.finding import Findings
from salesorg_gui.window.messages import tell
from salesorg_gui.window.paths import as_file_name, ask_for_file, ask_where_to, plan_filter, rules_filter

if TYPE_CHECKING:
    from salesorg_gui.panels.rulebook.rules_panel import RulesPanel
    from salesorg_gui.storage.rules_file import OpenedRules
    from salesorg_gui.window.actions import Command
    from salesorg_gui.window.main_window import MainWindow


class RulesCommands(QObject):
    """Shows the panel, which is built when it is first wanted, in the place of the inspector."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._ground = window, window.parts.ground
        self._findings = Findings()
        self._has_put_inspector_away = False
        window.surface.findings.explaining.rule_wanted.connect(self.change_rule)

    def by_action(self) -> dict[str, "Command"]:
        """The command behind each action."""
        return {
            "show_rules": self._follow_action,
            "save_rules": self.save_as,
            "use_rules": self.use_from,
            "reset_rules": self.reset,
        }

    @cached_property
    def panel(self) -> "RulesPanel":
        """The panel itself."""
        from salesorg_gui.panels.rulebook.rules_panel import RulesPanel  # noqa: PLC0415 -- when it is first wanted

        window = self._window
        panel = RulesPanel(self._ground)
        panel.hide()
        window.frame.take_beside_inspector(panel)
        panel.picked.connect(window.commands.findings.show_culprits)
        panel.hint.connect(window.surface.status.hint)
        panel.closed.connect(lambda: self.show_panel(wanted=False))
        panel.menu_wanted.connect(window.menus.rules.popup)
        window.commands.keys.add_panel(panel, panel.focus_first)
        panel.show_findings(self._findings)
        return panel

    def change_rule(self, rule: str) -> None:
        """Open the page of one rule, wherever somebody asks to change it."""
        self.show_panel(wanted=True)
        self.panel.show_rule(rule)

    def show_panel(self, *, wanted: bool) -> None:
        """Show the panel in the place of the inspector, or put it away again."""
        window = self._window
        window.actions_table["show_rules"].setChecked(wanted)
        if wanted == self._is_shown:
            return
        inspector = window.actions_table["show_inspector"]
        if wanted:
            self._has_put_inspector_away = inspector.isChecked()
            inspector.setChecked(False)
            window.surface.inspector.commit()
        else:
            self.panel.commit()
            inspector.setChecked(inspector.isChecked() or self._has_put_inspector_away)
        window.commands.views.arrange()
        self.panel.setVisible(wanted)
        if not wanted:
            window.surface.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow_findings(self, found: Findings) -> None:
        """Count anew what each rule finds."""
        self._findings = found
        if "panel" in self.__dict__:
            self.panel.show_findings(found)

    def save_as(self) -> None:
        """Ask where to keep the rules of the plan, and do it."""
        plan = self._ground.session.plan
        title = _("Rules of {plan}").format(plan=plan.title) if plan.title else _("Rules")
        path = ask_where_to(self._window, _("Save the rules"), rules_filter(), self._folder() / _file_name(title))
        if path is not None:
            self.save(path if path.suffix else path.with_suffix(".salesorg-rules"), title)

    def save(self, path: Path, title: str) -> None:
        """Keep the rules of the plan in a file."""
        from salesorg_gui.rules.rulebook import own_rules  # noqa: PLC0415 -- few save rules
        from salesorg_gui.storage.rules_file import RulesFile, dumps_rules  # noqa: PLC0415 -- as above
        from salesorg_gui.storage.saving import SaveRefused, write_whole  # noqa: PLC0415 -- as above

        own = own_rules(self._ground.session.plan, self._ground.catalogue)
        try:
            write_whole(path, dumps_rules(RulesFile(title, own)))
        except SaveRefused as refusal:
            tell(self._window, _("That did not work."), str(refusal))
            return
        self._window.surface.notice.say(_("Rules saved as {name}.").format(name=path.name))

    def use_from(self) -> None:
        """Ask for a file of rules, or another plan, and go by its rules."""
        wanted = f"{rules_filter()};;{plan_filter()}"
        path = ask_for_file(self._window, _("Use rules from"), wanted, self._folder())
        if path is not None:
            self.use(path)

    def use(self, path: Path) -> None:
        """Go by the rules of a file: one step, and one to undo."""
        from salesorg_gui.rules.rulebook import adopted  # noqa: PLC0415 -- few use rules of others
        from salesorg_gui.storage.problems import BrokenFile  # noqa: PLC0415 -- as above
        from salesorg_gui.storage.rules_file import read_rules  # noqa: PLC0415 -- as above

        catalogue = self._ground.catalogue
        try:
            opened = read_rules(path, {id: tuple(text.params) for id, text in catalogue.rules.items()})
        except BrokenFile as broken:
            title = _("{name} holds no rules that can be used.").format(name=path.name)
            tell(self._window, title, f"{broken}\n{_('Correct it, or choose another file.')}")
            return
        groups = adopted(opened.file.rules, catalogue)
        is_new = self._ground.session.perform(SetParameters(_("Use rules"), groups))
        self._say(path, opened, sum(map(bool, groups.values())), is_new=is_new)

    def reset(self) -> None:
        """Take back whatever the plan changed about the rules."""
        from salesorg_gui.rules.rulebook import without_changes  # noqa: PLC0415 -- few take all back

        plan, rules = self._ground.session.plan, self._ground.catalogue.rules
        kept = {id: without_changes(text, plan.parameters.get(id)) for id, text in rules.items()}
        if not self._ground.session.perform(SetParameters(_("All rules back to usual"), kept)):
            self._window.surface.status.say(_("All rules are as usual."))

    def commit(self) -> None:
        """Take over what is typed."""
        if self._is_shown:
            self.panel.commit()

    def close(self) -> None:
        """Reckon nothing more; the inspector stands where it stood the next time."""
        if "panel" in self.__dict__:
            self.show_panel(wanted=False)
            self.panel.trials.close()

    @property
    def _is_shown(self) -> bool:
        return "panel" in self.__dict__ and not self.panel.isHidden()

    def _follow_action(self) -> None:
        wanted = self._window.actions_table["show_rules"].isChecked()
        self.show_panel(wanted=wanted)
        if wanted:
            self.panel.focus_first()

    def _say(self, path: Path, opened: "OpenedRules", count: int, *, is_new: bool) -> None:
        if is_new:
            words = ngettext("Rules of {name}: {count} differs.", "Rules of {name}: {count} differ.", count)
        else:
            words = _("The plan goes by the rules of {name} already.")
        sentence = "\n".join((words.format(name=path.name, count=count), *opened.notes))
        undo = self._window.commands.keys.undo
        if is_new:
            self._window.surface.notice.say(sentence, _("Undo"), undo)
        else:
            self._window.surface.notice.say(sentence)

    def _folder(self) -> Path:
        path = self._ground.session.path
        return path.parent if path is not None else Path.home()


def _file_name(title: str) -> str:
    return f"{as_file_name(title)}.salesorg-rules"
