"""Dialogs are measured as screens are: whole on the smallest screen, no small target, nothing of it cut."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLabel, QPushButton

from kyr_app.model.settings import Settings, TextSize
from kyr_app.model.text import N_
from kyr_app.session.session import Session
from kyr_app.store.preferences import Forgetful
from kyr_app.ui import app as program
from kyr_app.ui import dialogs, theme, trouble
from tests.gallery import eyes
from tests.ui.conftest import TODAY, settle

SCREENS = [(1366, 728), (1024, 728), (910, 460)]


def opened(kind, window):
    desk, home = window.desk, window.shown
    if kind == "folder":
        return dialogs.choose_folder(desk, home, lambda _: None)
    if kind == "file":
        return dialogs.choose_file(desk, home, N_("Choose a folder"), "*.pdf *.png", lambda _: None)
    return dialogs.choose_files(desk, home, N_("Choose a folder"), "*.pdf *.png", lambda _: None)


@pytest.mark.parametrize("size", [TextSize.NORMAL, TextSize.VERY_LARGE])
@pytest.mark.parametrize("screen", SCREENS, ids=str)
@pytest.mark.parametrize("kind", ["folder", "file", "files"])
def test_a_dialog_fits_the_window_and_every_word_of_it_can_be_read(
    open_window, qapp, content, kind, screen, size
):
    window = open_window(Session(content, Forgetful(Settings("es", text_size=size)), TODAY), *screen)
    translate = program.QtWords(qapp)
    translate("es")
    dialog = opened(kind, window)
    settle()
    try:
        assert dialog.width() <= window.width()
        assert dialog.height() <= window.height()
        assert not eyes.small(dialog)
        labels = [each for each in dialog.findChildren(QLabel) if each.isVisible()]
        buttons = [each for each in dialog.findChildren(QPushButton) if each.isVisible()]
        assert not [each.text() for each in labels if each.minimumSizeHint().width() > each.width() + 1]
        assert not [each.text() for each in buttons if each.sizeHint().width() > each.width() + 1]
        words = {each.text().replace("&", "") for each in (*labels, *buttons)}
        assert not words & {
            "Look in:",
            "File name:",
            "Files of type:",
            "Open",
            "Cancel",
            "Directory:",
            "Choose",
        }
        assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
        assert all(each.isEnabled() for each in dialog.findChildren(QComboBox) if each.isVisible())
    finally:
        dialog.reject()
        translate("en")
        settle()


def test_escape_closes_it_and_leads_back(window, qtbot):
    dialog = opened("folder", window)
    settle()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    assert window.shown.isVisible()
    assert not [each for each in window.findChildren(QFileDialog) if each.isVisible()]


@pytest.mark.parametrize("words", ["Una palabra.", "Una frase que no cabe. " * 300], ids=["short", "long"])
def test_what_is_told_where_nothing_starts_is_never_larger_than_the_screen(qapp, qtbot, words):
    theme.apply(qapp, Settings("es", text_size=TextSize.VERY_LARGE))
    box = trouble.Trouble([words, words])
    qtbot.addWidget(box)
    box.show()
    settle()
    screen = qapp.primaryScreen().availableSize()
    assert box.width() <= screen.width()
    assert box.height() <= screen.height()
    bar = box.area.verticalScrollBar()
    assert (bar.maximum() > 0) is (words != "Una palabra."), "short words stand whole, long ones scroll"
    (button,) = box.buttons.buttons()
    assert box.rect().contains(button.mapTo(box, button.rect().bottomRight()))
    assert not eyes.small(box)
    button.click()
    assert not box.isVisible()


@pytest.mark.parametrize("kind", ["folder", "file", "files"])
def test_every_button_of_it_has_a_word_and_none_a_riddle(window, kind):
    dialog = opened(kind, window)
    settle()
    shown = [each for each in dialog.findChildren(QAbstractButton) if each.isVisible()]
    assert len([each for each in shown if each.text()]) == len(shown)
    assert all(each.icon().isNull() for each in shown if isinstance(each, QPushButton))
    kinds = dialog.findChild(QComboBox, "fileTypeCombo")
    assert not kinds.isVisible()
    new = dialog.findChild(QAbstractButton, "newFolderButton")
    assert new.isVisible() is (kind == "folder"), "only whoever saves makes folders"
    assert len(dialog.sidebarUrls()) == len(set(map(str, dialog.sidebarUrls())))
    dialog.reject()
    settle()


def test_the_button_says_what_happens_in_the_folder(window):
    words = N_("Save here")
    dialog = dialogs.choose_folder(window.desk, window.shown, lambda _: None, words)
    settle()
    said = {each.text() for each in dialog.findChildren(QPushButton) if each.isVisible()}
    assert window.session.locale.render(words) in said
    dialog.reject()
    settle()


def test_what_closes_it_says_so(qapp, qtbot):
    theme.apply(qapp, Settings("es"))
    box = trouble.Trouble(["Una palabra.", "A word."], "Cerrar · Close")
    qtbot.addWidget(box)
    (button,) = box.buttons.buttons()
    assert button.text() == "Cerrar · Close"
    box.show()
    settle()
    assert button.sizeHint().width() <= button.width() + 1
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not box.isVisible()
