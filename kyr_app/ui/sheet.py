"""The style sheet: every rule once, its colours and sizes left open as `$name`."""

from __future__ import annotations

from string import Template

_SHEET = Template("""
* { outline: none; }
QLabel { color: $ink; }
QLabel[role="display"] { font-size: ${s4}px; font-weight: 700; }
QLabel[role="title"] { font-size: ${s3}px; font-weight: 700; }
QLabel[role="subtitle"] { font-size: ${s2}px; font-weight: 700; }
QLabel[role="lead"] { font-size: ${s1}px; font-weight: 700; }
QLabel[role="say"] { font-size: ${s2}px; font-weight: 700; }
QLabel[role="say-second"] { font-size: ${s2}px; color: $ink; }
QLabel[role="body"] { padding-top: ${lead}px; }
QLabel[role="strong"] { font-weight: 700; padding-top: ${lead}px; }
QLabel[role="soft"] { color: $ink_soft; padding-top: ${lead}px; }
QLabel[role="word"] { font-weight: 700; }
QLabel[role="plain"] { color: $ink; }
QLabel[role="soft-large"] { color: $ink_soft; font-size: ${s1}px; }
QLabel[role="soft-title"] { color: $ink_soft; font-size: ${s2}px; }
QLabel[role="small"] { color: $ink_soft; font-size: ${s0}px; }
QLabel[role="small-strong"] { color: $ink; font-size: ${s0}px; font-weight: 700; }
QLabel[role="kicker"] { color: $accent; font-size: ${s0}px; font-weight: 700; }
QLabel[role="warm"] { color: $warm; font-weight: 700; }
QLabel[role="warm-small"] { color: $warm; font-size: ${s0}px; font-weight: 700; }
QLabel[role="stop"] { color: $stop; font-weight: 700; }
QLabel[role="tag"] { color: $accent; font-size: ${s0}px; font-weight: 700; border: ${border}px solid $line;
    border-radius: ${half}px; padding: 0 ${half}px; }
QLabel[role="number"] { color: $on_accent; background: $accent; font-weight: 700; }
QGroupBox { border: 0; margin: 0; padding: 0; }

QFrame[kind="bar"] { background: $bar; border: 0; border-bottom: ${border}px solid $hair; }
QFrame[kind="foot"] { background: $bar; border: 0; border-top: ${border}px solid $hair; }
QFrame[kind="sheet"] { background: $surface; border: ${border}px solid $hair; border-radius: ${round}px; }
QFrame[kind="phrase"] { background: $chosen; border: 0; border-left: ${half}px solid $accent;
    border-top-right-radius: ${round}px; border-bottom-right-radius: ${round}px; }
QFrame[kind="term"] { background: $chosen; border: ${border}px solid $accent; border-radius: ${round}px; }
QFrame[kind="found"] { background: $surface; border: ${thick}px solid $accent; border-radius: ${round}px; }
QFrame[kind="warm"] { background: $warm_ground; border: ${border}px solid $warm_line;
    border-radius: ${round}px; }
QFrame[kind="stop"] { background: $stop_ground; border: ${thick}px solid $stop;
    border-radius: ${round}px; }
QFrame[kind="notice"] { background: $chosen; border: 0; border-bottom: ${border}px solid $line; }
QFrame[kind="trouble"] { background: $warm_ground; border: 0; border-bottom: ${border}px solid $warm_line; }
QFrame[kind="rule"] { background: $hair; border: 0; }
QFrame[kind="well"] { background: $hair; border: 0; border-radius: ${round}px; }

QPushButton { background: $surface; color: $ink; border: ${border}px solid $line; border-radius: ${radius}px;
    padding: 0 ${d2}px; min-height: ${target}px; text-align: center; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $chosen; }
QPushButton:focus { border: ${ring}px solid $focus; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border: ${ring}px solid $accent;
    font-weight: 700; padding: 0 ${d3}px; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed { background: $accent_deep;
    border-color: $accent_deep; }
QPushButton[kind="primary"]:focus { border: ${ring}px solid $focus; }
QPushButton[kind="plain"] { background: transparent; border: ${border}px solid transparent; color: $ink; }
QPushButton[kind="plain"]:hover { background: $chosen; }
QPushButton[kind="plain"]:focus { border: ${ring}px solid $focus; }
QPushButton[kind="link"] { background: transparent; border: ${border}px solid transparent; color: $accent;
    font-weight: 700; padding: 0 ${d1}px; text-align: left; }
QPushButton[kind="link"]:hover { background: $chosen; }
QPushButton[kind="link"]:focus { border: ${ring}px solid $focus; }
QPushButton[kind="card"] { background: $surface; border: ${border}px solid $hair; border-radius: ${round}px;
    padding: 0; text-align: left; }
QPushButton[kind="card"][answer="yes"] { border: ${border}px solid $line; }
QPushButton[kind="card"]:hover { background: $hover; border-color: $accent; }
QPushButton[kind="card"]:checked { background: $chosen; border: ${thick}px solid $accent; }
QPushButton[kind="card"]:focus { border: ${ring}px solid $focus; }
QPushButton[kind="quiet-card"] { background: transparent; border: ${border}px dashed $line;
    border-radius: ${round}px; padding: 0; }
QPushButton[kind="quiet-card"]:hover { background: $hover; }
QPushButton[kind="quiet-card"]:checked { background: $chosen; border: ${thick}px solid $accent; }
QPushButton[kind="quiet-card"]:focus { border: ${ring}px solid $focus; }
QPushButton[kind="segment"] { background: transparent; border: ${thick}px solid transparent; padding: 0 ${half}px;
    border-radius: ${radius}px; font-size: ${bar_size}px; font-weight: 700; color: $ink; }
QPushButton[kind="segment"]:hover { background: $hover; }
QPushButton[kind="segment"]:checked { background: $chosen; color: $accent; border: ${thick}px solid $accent; }
QPushButton[kind="segment"]:focus { border: ${ring}px solid $focus; }

QPushButton[kind="segment"][step="0"] { font-size: ${letter0}px; }
QPushButton[kind="segment"][step="1"] { font-size: ${letter1}px; }
QPushButton[kind="segment"][step="2"] { font-size: ${letter2}px; }

QPushButton[kind="chip"] { border: ${thick}px solid $line; border-radius: ${pill}px; padding: 0 ${d2}px; }
QPushButton[kind="chip"]:checked { background: $chosen; color: $accent; border: ${thick}px solid $accent; }
QPushButton[kind="chip"][spoken="yes"] { background: $warm_ground; color: $ink; text-decoration: underline; }
QPushButton[kind="ear"] { background: transparent; border: ${border}px solid $line; color: $accent;
    font-weight: 700; padding: 0 ${d2}px; border-radius: ${pill}px; }
QPushButton[kind="ear"]:hover { background: $chosen; }
QPushButton[kind="ear"]:focus { border: ${ring}px solid $focus; }
QMenu { background: $surface; color: $ink; border: ${border}px solid $line; padding: ${half}px; }
QMenu::item { min-height: ${target}px; padding: 0 ${d3}px 0 ${d5}px; border-radius: ${radius}px; }
QMenu::item:selected { background: $chosen; color: $ink; }
QMenu::item:disabled { color: $ink_soft; }
QMenu::indicator { width: ${d2}px; height: ${d2}px; left: ${d1}px; }
QMenu::indicator:checked { background: $accent; border-radius: ${d1}px; }
QPushButton[kind="jump"] { background: transparent; border: ${thick}px solid $hair; border-radius: ${pill}px;
    color: $accent; padding: 0 ${d2}px; min-width: ${d2}px; }
QPushButton[kind="jump"]:hover { background: $chosen; border-color: $accent; }
QPushButton[kind="jump"]:focus { border: ${ring}px solid $focus; }
QPushButton[kind="chip"]:focus { border: ${ring}px solid $focus; }

QToolButton[kind="place"] { background: transparent; border: ${ring}px solid transparent; color: $ink;
    font-size: ${bar_size}px; padding: ${half}px ${half}px; border-radius: ${radius}px; }
QToolButton[kind="place"]:hover { background: $chosen; }
QToolButton[kind="place"]:checked { color: $accent; font-weight: 700; background: $chosen;
    border-bottom: ${ring}px solid $accent; }
QToolButton[kind="place"]:focus { border: ${ring}px solid $focus; }

QLineEdit, QComboBox { background: $surface; color: $ink; border: ${border}px solid $line;
    border-radius: ${radius}px; padding: ${half}px ${d2}px; min-height: ${target}px; font-size: ${s1}px;
    selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $ink_soft; }
QLineEdit:focus, QComboBox:focus { border: ${ring}px solid $focus; }
QLineEdit[role="count"] { font-size: ${s3}px; font-weight: 700; padding: ${half}px; }
QPlainTextEdit { background: $surface; color: $ink; border: ${border}px solid $line; border-radius: ${radius}px;
    padding: ${d1}px; font-size: ${s1}px; selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit:focus { border: ${ring}px solid $focus; }
QComboBox::drop-down { border: 0; width: ${target}px; }
QComboBox QAbstractItemView { background: $surface; color: $ink; selection-background-color: $chosen;
    selection-color: $ink; border: ${border}px solid $line; }
QFileDialog QAbstractItemView::item { min-height: ${target}px; }
QFileDialog QToolButton { border: ${ring}px solid transparent; border-radius: ${radius}px; padding: 0 ${d1}px;
    min-height: ${target}px; }
QFileDialog QToolButton:hover { background: $chosen; }
QFileDialog QToolButton:focus { border-color: $focus; }
QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: ${d2}px; margin: 0; }
QScrollBar::handle:vertical { background: $line; border-radius: ${half}px; min-height: ${target}px;
    margin: ${half}px; }
QScrollBar:horizontal { background: transparent; height: ${d2}px; margin: 0; }
QScrollBar::handle:horizontal { background: $line; border-radius: ${half}px; min-width: ${target}px;
    margin: ${half}px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none;
    border: 0; width: 0; height: 0; }
QProgressBar { background: $hair; border: 0; border-radius: ${half}px; max-height: ${d1}px; }
QProgressBar::chunk { background: $accent; border-radius: ${half}px; }
QToolTip { background: $surface; color: $ink; border: ${border}px solid $line; padding: ${half}px; }
""")


def sheet(values: dict[str, str]) -> str:
    """Return the style sheet with its places filled. Raise `KeyError` for a place without a value."""
    return _SHEET.substitute(values)
