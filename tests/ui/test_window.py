import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from kyr_app.content import tokens
from kyr_app.model.errors import KyrError
from kyr_app.model.settings import Look, TextSize, View
from kyr_app.model.text import Text
from kyr_app.ui import app as program
from kyr_app.ui.cover import Picture
from kyr_app.ui.desk import Place
from kyr_app.ui.theme import mix
from tests.ui.conftest import every_place, settle


def covers():
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, Picture) and each.isVisible()]


def test_the_title_tells_nothing(window):
    assert window.windowTitle() in {"Guía", "Guide"}


def test_the_bar_goes_to_every_place_and_shows_where_one_is(window):
    for place, button in window.bar.places.items():
        button.click()
        assert window.place is place
        assert [each for each, other in window.bar.places.items() if other.isChecked()] == [place]


def test_language_size_and_look_by_keyboard(window):
    session = window.session
    window.activateWindow()
    window.setFocus()
    seen = []
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        seen.append((session.locale.language, session.settings.view))
    assert seen == [("en", View.ONE), ("en", View.BOTH), ("es", View.ONE)]
    QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert session.settings.text_size is TextSize.LARGE
    QTest.keyClick(window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert session.settings.text_size is TextSize.NORMAL
    looks = []
    for _ in Look:
        QTest.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        looks.append(session.settings.look)
    assert looks == [Look.DARK, Look.HIGH, Look.LIGHT]


def test_hide_covers_at_once_and_any_key_brings_everything_back(window):
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert len(covers()) == len(QApplication.screens())
    assert covers()[0].geometry() == QApplication.primaryScreen().geometry()
    QTest.keyClick(covers()[0], Qt.Key.Key_A)
    settle()
    assert not covers()


def test_hide_covers_a_preview(window):
    window.go(Place.PREVIEW, f"lesson:{next(iter(window.session.library.lessons))}")
    QTest.keyClick(window, Qt.Key.Key_F9)
    settle()
    assert covers()
    QTest.mouseClick(covers()[0], Qt.MouseButton.LeftButton)
    settle()
    assert not covers()
    assert window.place is Place.PREVIEW


def test_hide_works_in_a_dialog_and_takes_the_keys_from_it(window):
    dialog = QDialog(window)
    window.desk.guard(dialog)
    dialog.open()
    settle()
    QTest.keyClick(dialog, Qt.Key.Key_F9)
    settle()
    assert covers()
    assert QApplication.activeModalWidget() is covers()[0]
    QTest.keyClick(covers()[0], Qt.Key.Key_Escape)
    settle()
    assert dialog.isVisible()
    dialog.close()
    dialog.deleteLater()


def test_an_error_without_words_is_told_kindly_and_its_inside_stays_inside(window, capsys):
    hook = program.hook(window)
    with pytest.raises(ValueError, match="Guadalupe") as raised:
        int("Guadalupe")
    hook(ValueError, raised.value, raised.tb)
    assert window.notice.isVisible()
    assert "Guadalupe" not in window.notice.words.text() + capsys.readouterr().err
    window.notice.close_button.click()
    assert not window.notice.isVisible()


def test_an_error_with_words_says_them_in_the_language_of_the_moment(window):
    window.desk.failed(KyrError(Text("Se llenó.", "It is full."), Text("Borre algo.", "Delete something.")))
    assert "Se llenó. Borre algo." in window.notice.words.text()
    window.session.use_language("en")
    assert "It is full. Delete something." in window.notice.words.text()


class Watch(QObject):
    """Notes every window that is shown."""

    def __init__(self):
        super().__init__()
        self.seen = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_no_part_is_ever_a_window_of_its_own(qapp, window):
    watch = Watch()
    qapp.installEventFilter(watch)
    for _ in every_place(window):
        window.session.use_language("en")
        window.session.use_language("es")
        settle()  # what was shown before is deleted, as in the program
    qapp.removeEventFilter(watch)
    assert not watch.seen


@pytest.mark.usefixtures("window")
def test_qt_speaks_spanish_too(qapp):
    translate = program.QtWords(qapp)
    translate("es")
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancelar"
    translate("en")
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancel"


@pytest.mark.parametrize("look", list(Look))
def test_words_have_contrast(look):
    def light(colour):
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))

    def contrast(one, two):
        high, low = sorted((light(one), light(two)), reverse=True)
        return (high + 0.05) / (low + 0.05)

    c = tokens.theme().colours(look)
    hover, hills = mix(c.chosen, c.surface, 0.55), mix(c.accent, c.ground, 0.10)
    pairs = [
        (c.ink, ground) for ground in (c.ground, c.surface, c.chosen, hover, c.warm_ground, c.stop_ground)
    ]
    pairs += [(c.ink_soft, ground) for ground in (c.ground, c.surface, c.chosen)]
    pairs += [(c.accent, c.ground), (c.accent, c.surface), (c.accent, c.chosen), (c.on_accent, c.accent)]
    pairs += [(c.warm, c.warm_ground), (c.stop, c.stop_ground), (c.ink_soft, hills)]
    assert [pair for pair in pairs if contrast(*pair) < 7] == []
