"""How Qt's controls look: a palette and one stylesheet, both made from the colours of a theme."""

from collections.abc import Mapping

from PySide6.QtGui import QColor, QPalette

FAMILY = "Inter"

type Colours = Mapping[str, str]


def palette(colours: Colours) -> QPalette:
    """What the stylesheet does not reach: popups, selections, disabled texts."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: "panel",
        QPalette.ColorRole.WindowText: "text_1",
        QPalette.ColorRole.Base: "card",
        QPalette.ColorRole.AlternateBase: "sunken",
        QPalette.ColorRole.Text: "text_1",
        QPalette.ColorRole.Button: "panel",
        QPalette.ColorRole.ButtonText: "text_1",
        QPalette.ColorRole.ToolTipBase: "card",
        QPalette.ColorRole.ToolTipText: "text_1",
        QPalette.ColorRole.PlaceholderText: "text_3",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "text_on_accent",
        QPalette.ColorRole.Link: "accent_text",
        QPalette.ColorRole.Accent: "accent",
    }
    for role, ink in roles.items():
        made.setColor(role, QColor(colours[ink]))
    faint = QColor(colours["text_3"])
    faint.setAlphaF(0.6)
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, faint)
    return made


def stylesheet(colours: Colours, *, is_for_touch: bool = False) -> str:
    """The whole stylesheet. ``@name`` stands for the colour of a token."""
    sizes = TOUCH if is_for_touch else ""
    text = f"{TEXTS}{PANELS}{BUTTONS}{FIELDS}{LISTS}{POPUPS}{_tints()}{sizes}"
    for name in sorted(colours, key=len, reverse=True):
        text = text.replace(f"@{name}", colours[name])
    return text


def _tints() -> str:
    """Rules that repeat for every purpose and severity."""
    purposes = [
        f'QFrame[look="tag"][purpose="{name}"] {{ background: @{name}_tint; }}\n'
        f'QFrame[look="tag"][purpose="{name}"] QLabel {{ color: @{name}_text; }}\n'
        for name in ("find", "close", "care", "lead", "support")
    ]
    severities = [
        f'QFrame[look="finding"][severity="{name}"] {{ background: @{name}_tint; }}\n'
        f'QPushButton[rank="chip"][severity="{name}"] {{ background: @{name}_tint; color: @{name}_text;'
        " border-color: transparent; }\n"
        f'QPushButton[rank="chip"][severity="{name}"]:checked {{ border-color: @{name}_text; }}\n'
        for name in ("error", "warning", "hint")
    ]
    return "".join((*purposes, *severities))


TEXTS = """
* { font-family: "Inter"; font-size: 13px; }
QLabel { color: @text_1; background: transparent; }
QLabel[kind="presenter"] { font-size: 40px; font-weight: 600; }
QLabel[kind="presenter-note"] { font-size: 20px; }
QLabel[kind="presenter-label"] { font-size: 16px; }
QLabel[kind="display"] { font-size: 28px; font-weight: 600; }
QLabel[kind="title"] { font-size: 18px; font-weight: 600; }
QLabel[kind="heading"] { font-size: 14px; font-weight: 600; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="label"] { font-weight: 500; }
QLabel[kind="section"] { font-size: 12px; font-weight: 600; }
QLabel[kind="small"] { font-size: 12px; }
QLabel[kind="tag"] { font-size: 12px; font-weight: 500; }
QLabel[kind="tiny"] { font-size: 11px; font-weight: 500; }
QLabel#qt_msgbox_label { font-size: 14px; font-weight: 600; }
QLabel[ink="2"] { color: @text_2; }
QLabel[ink="3"] { color: @text_3; }
QLabel[ink="error"] { color: @error_text; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QToolTip { background: @card; color: @text_1; border: 1px solid @line_strong; padding: 4px 6px; }
"""

PANELS = """
QMainWindow, QDialog, QMessageBox { background: @panel; }
QFrame[look="toolbar"] { background: @panel; border: 0; border-bottom: 1px solid @line; }
QFrame[look="status"] { background: @panel; border: 0; border-top: 1px solid @line; }
QFrame[look="panel-left"] { background: @panel; border: 0; border-right: 1px solid @line; }
QFrame[look="panel-right"] { background: @panel; border: 0; border-left: 1px solid @line; }
QFrame[look="panel-bottom"] { background: @panel; border: 0; border-top: 1px solid @line; }
QFrame[look="section"] { background: transparent; border: 0; border-bottom: 1px solid @line; }
QFrame[look="last"] { background: transparent; border: 0; }
QFrame[look="explanation"] { background: @accent_tint; border: 0; }
QFrame[look="finding"] { border: 0; border-bottom: 1px solid @line; }
QFrame[look="tag"] { background: @sunken; border: 0; border-radius: 4px; }
QFrame[look="tag"] QLabel { color: @text_2; }
QFrame[look="sunken"] { background: @sunken; border: 1px solid @line; border-radius: 6px; }
QFrame[look="segmented"] { background: @sunken; border: 0; border-radius: 8px; }
QWidget#presenter { background: @canvas; }
QFrame[look="dock"] { background: @card; border: 1px solid @line; border-radius: 16px; }
QFrame[look="dock"] QLabel { font-size: 16px; }
QFrame[look="dock-divider"] { background: @line; border: 0; }
QFrame[look="divider"] { background: @line; border: 0; }
QFrame[look="popover"] { background: @card; border: 1px solid @line_strong; border-radius: 12px; }
QFrame[look="card"] { background: @card; border: 1px solid @line; border-radius: 12px; }
QScrollArea, QWidget#inspector_content { background: transparent; border: 0; }
QScrollBar { background: transparent; border: 0; margin: 0; }
QScrollBar:vertical { width: 8px; }
QScrollBar:horizontal { height: 8px; }
QScrollBar::handle { background: @line; border-radius: 2px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @line_strong; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: 0; background: transparent; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
"""

BUTTONS = """
QPushButton { border: 1px solid @line_strong; border-radius: 6px; padding: 0 10px; min-height: 30px;
  background: transparent; color: @text_1; font-weight: 500; outline: 0; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @line; }
QPushButton:focus { border: 2px solid @accent; padding: 0 9px; min-height: 28px; }
QPushButton:disabled { color: @text_3; border-color: @line; }
QPushButton[small="true"] { min-height: 26px; font-size: 12px; }
QPushButton[small="true"]:focus { min-height: 24px; }
QPushButton[rank="primary"], QPushButton:default { background: @accent; color: @text_on_accent; border-color: @accent; }
QPushButton[rank="primary"]:hover, QPushButton:default:hover { background: @accent_text; border-color: @accent_text; }
QPushButton[rank="primary"]:focus, QPushButton:default:focus { border: 2px solid @text_1; }
QPushButton[rank="quiet"] { border-color: transparent; color: @text_1; }
QPushButton[rank="quiet"]:focus { border-color: @accent; }
QPushButton[rank="link"] { border-color: transparent; color: @text_2; text-align: left; padding: 0 6px;
  min-height: 26px; font-size: 12px; }
QPushButton[rank="link"]:hover { color: @text_1; }
QPushButton[rank="link"]:focus { border: 2px solid @accent; padding: 0 5px; min-height: 24px; }
QPushButton[rank="row"], QPushButton[rank="tall-row"] { border: 0; border-radius: 0; padding: 0; text-align: left; }
QPushButton[rank="row"], QPushButton[rank="row"]:focus { min-height: 32px; padding: 0; }
QPushButton[rank="tall-row"], QPushButton[rank="tall-row"]:focus { min-height: 48px; padding: 0; }
QPushButton[rank="row"]:focus, QPushButton[rank="tall-row"]:focus { border: 0; background: @accent_tint; }
QPushButton[rank="segment"] { border: 1px solid transparent; border-radius: 6px; padding: 0 11px; min-height: 26px;
  color: @text_2; }
QPushButton[rank="segment"]:hover { color: @text_1; background: transparent; }
QPushButton[rank="segment"]:checked { background: @card; color: @text_1; border-color: @line; }
QPushButton[rank="segment"]:focus { border-color: @accent; }
QFrame[look="panel-right"] QPushButton[rank="segment"] { padding: 0 7px; min-height: 22px; font-size: 12px; }
QPushButton[rank="chip"] { border: 1px solid @line; border-radius: 4px; padding: 0 7px; min-height: 22px;
  font-size: 12px; color: @text_2; background: transparent; }
QPushButton[rank="chip"]:hover { border-color: @line_strong; }
QPushButton[rank="chip"]:checked { background: @hover; color: @text_1; border-color: @line_strong; }
QPushButton[rank="chip"][differs="added"] { border: 1px solid @accent; }
QPushButton[rank="chip"][differs="removed"] { border: 1px dashed @line_strong; }
QPushButton[rank="chip"]:focus { border-color: @accent; }
QPushButton[rank="line"], QPushButton[rank="line"]:focus { border: 0; border-radius: 0; padding: 0; min-height: 20px; }
QPushButton[rank="line"]:focus { background: @accent_tint; }
QPushButton[rank="step"] { border: 1px solid @line; border-radius: 14px; padding: 0; min-height: 26px; color: @text_2; }
QPushButton[rank="step"]:hover { border-color: @line_strong; color: @text_1; }
QPushButton[rank="step"]:checked { background: @accent_tint; border-color: @accent; color: @text_1; font-weight: 600; }
QPushButton[rank="step"]:focus { border: 2px solid @accent; }
QPushButton[rank="tab"] { border: 1px solid transparent; padding: 0 9px; min-height: 26px; color: @text_2; }
QPushButton[rank="tab"]:checked { background: @hover; color: @text_1; }
QPushButton[rank="tab"]:focus { border-color: @accent; }
QPushButton[rank="status"] { border: 1px solid transparent; border-radius: 4px; padding: 0 4px; min-height: 20px;
  font-size: 12px; font-weight: 400; color: @text_2; }
QPushButton[rank="status"]:focus { border-color: @accent; }
QToolButton { border: 1px solid transparent; border-radius: 6px; background: transparent; color: @text_1;
  font-weight: 500; outline: 0; }
QToolButton:hover { background: @hover; }
QToolButton:pressed, QToolButton:open { background: @line; }
QToolButton:focus { border: 2px solid @accent; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[look="icon"] { min-width: 26px; min-height: 26px; padding: 0; }
QToolButton[look="dock"] { min-width: 54px; min-height: 54px; padding: 0; border-radius: 8px; }
QToolButton[look="dock"]:checked { background: @accent_tint; }
QToolButton[look="bar"] { min-width: 30px; min-height: 30px; padding: 0; }
QToolButton[look="keyed"] { min-height: 30px; padding: 0 52px 0 8px; }
QToolButton[look="words"] { min-height: 30px; padding: 0 10px 0 8px; }
QToolButton[look="heading"] { min-height: 30px; padding: 0 8px; font-size: 14px; font-weight: 600; }
QToolButton[look="tiny"] { min-width: 20px; min-height: 20px; padding: 0; }
"""

FIELDS = """
QLineEdit, QPlainTextEdit { background: transparent; color: @text_1; border: 1px solid transparent;
  border-radius: 6px; padding: 0 7px; selection-background-color: @accent; selection-color: @text_on_accent; }
QLineEdit { min-height: 26px; }
QPlainTextEdit { background: @card; border-color: @line_strong; padding: 3px 3px; }
QLineEdit:hover, QComboBox:hover { border-color: @line_strong; background: @card; }
QLineEdit[boxed="true"], QComboBox[boxed="true"] { border-color: @line_strong; background: @card; }
QLineEdit:focus, QPlainTextEdit:focus { border: 2px solid @accent; background: @card; padding: 0 6px; }
QLineEdit:focus { min-height: 24px; }
QPlainTextEdit:focus { padding: 2px 2px; }
QLineEdit[look="search"] { border-color: @line_strong; background: @card; }
QLineEdit[look="search"]:focus { border-color: @accent; }
QLineEdit[look="picker"], QLineEdit[look="picker"]:focus, QLineEdit[look="picker"]:hover { border: 0;
  background: transparent; padding: 0; font-size: 14px; min-height: 48px; }
QLineEdit[refused="true"], QComboBox[refused="true"] { border: 2px solid @error; background: @card; }
QLineEdit:disabled { color: @text_3; }
QComboBox { background: transparent; color: @text_1; border: 1px solid transparent; border-radius: 6px;
  padding: 0 0 0 7px; min-height: 26px; }
QComboBox:focus { border: 2px solid @accent; background: @card; padding: 0 0 0 6px; min-height: 24px; }
QComboBox::drop-down { border: 0; width: 24px; background: transparent; }
QComboBox::down-arrow { image: none; }
QComboBox QLineEdit, QComboBox QLineEdit:focus, QComboBox QLineEdit:hover { border: 0; padding: 0; margin: 0;
  background: transparent; min-height: 20px; }
QCheckBox { color: @text_1; spacing: 8px; min-height: 28px; background: transparent; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid @line_strong; border-radius: 4px;
  background: @card; }
QCheckBox::indicator:hover { border-color: @accent; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; }
QCheckBox:focus { color: @accent_text; }
QSlider:horizontal { min-height: 20px; }
QSlider::groove:horizontal { height: 4px; background: @heat_0; border-radius: 2px; }
QSlider::sub-page:horizontal { background: @accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -6px 0; border: 1px solid @accent; border-radius: 8px;
  background: @card; }
QSlider::handle:horizontal:hover { background: @accent_tint; }
QSlider::handle:horizontal:focus { background: @accent; }
QProgressBar { background: @line; border: 0; border-radius: 2px; min-height: 4px; max-height: 4px; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }
"""

LISTS = """
QListView, QTableView { background: transparent; color: @text_1; border: 0; outline: 0; }
QListView#palette_list { padding-bottom: 8px; }
QTableView::item { padding: 0 5px; }
QTableView { background: @card; alternate-background-color: @panel; border: 1px solid @line; border-radius: 6px;
  gridline-color: @line; selection-background-color: @accent_tint; selection-color: @text_1; }
QHeaderView { background: transparent; border: 0; }
QHeaderView::section { background: @sunken; color: @text_2; border: 0; border-right: 1px solid @line;
  border-bottom: 1px solid @line; padding: 4px 8px; font-size: 12px; font-weight: 500; }
QListView[look="popup"], QComboBox QAbstractItemView { background: @card; color: @text_1;
  border: 1px solid @line_strong; padding: 4px; outline: 0;
  selection-background-color: @accent_tint; selection-color: @text_1; }
QListView[look="popup"]::item, QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 6px; border: 0;
  border-radius: 4px; }
QListView[look="popup"]::item:hover, QComboBox QAbstractItemView::item:hover { background: @hover; }
QListView[look="popup"]::item:selected, QComboBox QAbstractItemView::item:selected { background: @accent_tint;
  color: @text_1; }
"""

POPUPS = """
QMenu { background: @card; color: @text_1; border: 1px solid @line_strong; border-radius: 8px; padding: 6px; }
QMenu::item { padding: 6px 24px 6px 8px; border-radius: 4px; min-height: 18px; }
QMenu::item:selected { background: @hover; }
QMenu::item:disabled { color: @text_3; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: @line; margin: 6px 0; }
QMenu::right-arrow { width: 14px; height: 14px; }
"""

# Everything to hit is 44 high, its border included.
TOUCH = """
QPushButton { min-height: 42px; }
QPushButton:focus { min-height: 40px; }
QPushButton[small="true"], QPushButton[rank="link"] { min-height: 42px; }
QPushButton[small="true"]:focus, QPushButton[rank="link"]:focus { min-height: 40px; }
QPushButton[rank="segment"], QPushButton[rank="chip"], QPushButton[rank="tab"], QPushButton[rank="status"],
QPushButton[rank="segment"]:focus, QPushButton[rank="chip"]:focus, QPushButton[rank="tab"]:focus,
QPushButton[rank="status"]:focus, QFrame[look="panel-right"] QPushButton[rank="segment"] { min-height: 42px; }
QPushButton[rank="row"], QPushButton[rank="row"]:focus { min-height: 44px; }
QPushButton[rank="line"], QPushButton[rank="line"]:focus { min-height: 44px; }
QPushButton[rank="step"] { min-height: 42px; border-radius: 22px; }
QPushButton[rank="step"]:focus { min-height: 40px; }
QToolButton[look="icon"], QToolButton[look="bar"], QToolButton[look="tiny"] { min-width: 42px; min-height: 42px; }
QToolButton[look="keyed"], QToolButton[look="words"], QToolButton[look="heading"] { min-height: 42px; }
QLineEdit, QComboBox { min-height: 42px; }
QLineEdit:focus, QComboBox:focus { min-height: 40px; }
QCheckBox { min-height: 44px; }
QCheckBox::indicator { width: 22px; height: 22px; }
QListView[look="popup"]::item, QComboBox QAbstractItemView::item { min-height: 44px; }
QMenu::item { min-height: 32px; }
QScrollBar:vertical { width: 14px; }
QScrollBar:horizontal { height: 14px; }
"""
