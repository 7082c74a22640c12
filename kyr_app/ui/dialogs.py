"""Dialogs that choose a folder or a file: Qt's own, over which the hide key works, and without a memory.

They begin in the home folder. Qt would note in its own settings which folders were opened; that note is taken away.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QDir, QSettings, Qt, QUrl
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QSplitter, QToolButton, QWidget

from kyr_app.model.text import N_, Words
from kyr_app.ui import saving, theme
from kyr_app.ui.desk import Desk
from kyr_app.ui.widgets.icon import em

ORGANISATION, MEMORY = "QtProject", "FileDialog"
LARGE = 0.85
"""How large it is beside the window: long names are read whole, and no button is below the screen."""
SIDE = 11
"""How wide the list of known places is, in letters."""
FOLDER = N_("Choose this folder")
OPEN = N_("Choose")
_SPARE = (
    *("detailModeButton", "listModeButton", "backButton", "forwardButton"),  # pictures without a word
    *("fileTypeLabel", "fileTypeCombo"),  # there is one kind to choose from
)
"""What Qt offers besides, and what nobody should have to wonder about."""
UNLIMITED = (1 << 24) - 1
"""No limit, as Qt counts it."""
NEW = ("newFolderButton",)
"""What only whoever saves something needs."""
_WORDS = {"toParentButton": N_("Up one folder"), "newFolderButton": N_("New folder")}
"""What stands on the buttons that stay."""


def choose_folder(
    desk: Desk, parent: QWidget, then: Callable[[str], object], accept: Words = FOLDER
) -> QFileDialog:
    """Ask for a folder, and call `then` with it; `accept` says what happens there."""
    dialog = _dialog(desk, parent, N_("Choose a folder"), accept)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setLabelText(QFileDialog.DialogLabel.FileName, desk.session.locale.render(N_("Folder:")))
    dialog.fileSelected.connect(then)
    dialog.open()
    return dialog


def choose_file(  # noqa: PLR0913, PLR0917 (as `choose_files`)
    desk: Desk,
    parent: QWidget,
    title: Words,
    kinds: str,
    then: Callable[[str], object],
    folder: str = "",
) -> QFileDialog:
    """Ask for a file that is there, and call `then` with it; `kinds` as Qt writes them: `*.pdf *.png`."""
    dialog = _dialog(desk, parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _put_away(dialog, NEW)
    dialog.setNameFilter(kinds)
    if folder:
        dialog.setDirectory(folder)
    dialog.fileSelected.connect(then)
    dialog.open()
    return dialog


def choose_files(  # noqa: PLR0913, PLR0917 (as `choose_file`, and where to begin)
    desk: Desk,
    parent: QWidget,
    title: Words,
    kinds: str,
    then: Callable[[list[str]], object],
    folder: str = "",
) -> QFileDialog:
    """Ask for files that are there, one or many, and call `then` with them; begin in `folder` where one is named."""
    dialog = _dialog(desk, parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    _put_away(dialog, NEW)
    dialog.setNameFilter(kinds)
    if folder:
        dialog.setDirectory(folder)
    dialog.filesSelected.connect(then)
    dialog.open()
    return dialog


def _dialog(desk: Desk, parent: QWidget, title: Words, accept: Words = OPEN) -> QFileDialog:
    remember_nothing()
    say = desk.session.locale.render
    dialog = QFileDialog(parent)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
    dialog.setWindowTitle(say(title))
    dialog.setDirectory(QDir.homePath())
    label = QFileDialog.DialogLabel
    named = ((label.LookIn, N_("Look in:")), (label.FileName, N_("File:")), (label.FileType, N_("Kind:")))
    for part, words in (*named, (label.Accept, accept), (label.Reject, N_("Cancel"))):
        dialog.setLabelText(part, say(words))
    dialog.resize(parent.window().size() * LARGE)
    _simplify(dialog)
    for name, words in _WORDS.items():
        button = dialog.findChild(QToolButton, name)
        if button is not None:
            button.setText(say(words))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setMinimumSize(0, 0)  # Qt fixes it at the size of its picture
            button.setMaximumSize(UNLIMITED, UNLIMITED)
    desk.guard(dialog)
    dialog.finished.connect(dialog.deleteLater)
    dialog.destroyed.connect(forget)
    return dialog


def _simplify(dialog: QFileDialog) -> None:
    """Show names alone, beside them the places that people know, and on the buttons words instead of small pictures."""
    dialog.setViewMode(QFileDialog.ViewMode.List)
    known = [Path(QDir.homePath()), *(each.folder for each in saving.shelters())]
    dialog.setSidebarUrls([QUrl.fromLocalFile(str(each)) for each in dict.fromkeys(known)])
    for splitter in dialog.findChildren(QSplitter):
        splitter.setSizes([em() * SIDE, dialog.width()])
    for box in dialog.findChildren(QDialogButtonBox):
        layout = box.layout()
        if layout is not None:
            layout.setSpacing(theme.space())
        for button in box.buttons():
            button.setIcon(QIcon())
    _put_away(dialog, _SPARE)


def _put_away(dialog: QFileDialog, names: Iterable[str]) -> None:
    for name in names:
        part = dialog.findChild(QWidget, name)
        if part is not None:
            part.hide()


def remember_nothing() -> None:
    """Let Qt's own settings have no file to be written to (Linux); Windows keeps them elsewhere: see `forget`."""
    if sys.platform != "win32":
        nowhere = str(Path("/dev/null") / "nowhere")
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, nowhere)


def forget() -> None:
    """Take away what Qt's dialogs noted of folders."""
    settings = QSettings(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, ORGANISATION)
    if settings.contains(f"{MEMORY}/history") or MEMORY in settings.childGroups():
        settings.remove(MEMORY)
        settings.sync()
