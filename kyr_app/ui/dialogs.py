"""Dialogs that choose a folder or a file: Qt's own, over which the hide key works, and without a memory.

They begin in the home folder. Qt would note in its own settings which folders were opened; that note is taken away.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

from kyr_app.model.text import N_, Words
from kyr_app.ui.desk import Desk

ORGANISATION, MEMORY = "QtProject", "FileDialog"
LARGE = 0.85
"""How large it is beside the window: long names are read whole, and no button is below the screen."""


def choose_folder(desk: Desk, parent: QWidget, then: Callable[[str], object]) -> QFileDialog:
    """Ask for a folder, and call `then` with it."""
    dialog = _dialog(desk, parent, N_("Choose a folder"))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.fileSelected.connect(then)
    dialog.open()
    return dialog


def choose_file(
    desk: Desk, parent: QWidget, title: Words, kinds: str, then: Callable[[str], object]
) -> QFileDialog:
    """Ask for a file that is there, and call `then` with it; `kinds` as Qt writes them: `*.pdf *.png`."""
    dialog = _dialog(desk, parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(kinds)
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
    dialog.setNameFilter(kinds)
    if folder:
        dialog.setDirectory(folder)
    dialog.filesSelected.connect(then)
    dialog.open()
    return dialog


def _dialog(desk: Desk, parent: QWidget, title: Words) -> QFileDialog:
    remember_nothing()
    say = desk.session.locale.render
    dialog = QFileDialog(parent)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
    dialog.setWindowTitle(say(title))
    dialog.setDirectory(QDir.homePath())
    label = QFileDialog.DialogLabel
    named = ((label.LookIn, N_("Look in:")), (label.FileName, N_("File:")), (label.FileType, N_("Kind:")))
    for part, words in named:
        dialog.setLabelText(part, say(words))
    dialog.resize(parent.window().size() * LARGE)
    desk.guard(dialog)
    dialog.finished.connect(dialog.deleteLater)
    dialog.destroyed.connect(forget)
    return dialog


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
