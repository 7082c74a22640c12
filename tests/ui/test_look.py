"""The look of every screen, measured: words whole, targets large, contrast from pixels, names, and the way of Tab."""

import functools
import itertools
import tempfile
from collections import defaultdict
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from kyr_app import places
from kyr_app.content import library, tokens
from kyr_app.model.settings import Look, TextSize
from kyr_app.model.text import N_
from kyr_app.ui import app as program
from kyr_app.ui import background, shortcuts, theme
from kyr_app.ui.desk import Place
from kyr_app.ui.widgets import breath
from kyr_app.ui.window import SCREENS, Window
from tests.gallery import eyes, sample, scenes
from tests.ui.conftest import settle
from tests.ui.test_screens import is_plain, same_everywhere

SETTINGS_TITLE = N_("Settings")
PLAIN = (1366, 728)
WAYS = [
    ("es", Look.LIGHT, TextSize.NORMAL, PLAIN),
    ("en_XA", Look.HIGH, TextSize.LARGE, PLAIN),
]
SWEEP = [
    (*way, size)
    for way in itertools.product(("es", "en", sample.BOTH, "en_XA"), Look, TextSize)
    for size in (PLAIN, (1024, 728), (1093, 574))
]
LEAST = {Look.LIGHT: 7.0, Look.DARK: 7.0, Look.HIGH: 15.0}
SMALLEST = {TextSize.NORMAL: (910, 460), TextSize.LARGE: (1024, 552), TextSize.VERY_LARGE: (1024, 552)}
"""The least window, in pixels as Qt counts them: a screen of 1366×768 at 150 %, nine tenths of its height; with
larger letters, which do at a desk what the scale does, a screen of 1024×768 and of 1366×768 at 125 %."""


class Report(defaultdict):
    """What was found, by what is wrong and then by what it is wrong with: the scenes where it was seen."""

    def __init__(self):
        super().__init__(functools.partial(defaultdict, set))
        self.scenes, self.contrasts = [], []

    def add(self, what, found, scene):
        for each in found:
            self[what][each].add(scene)


def name_of(way):
    *parts, (wide, high) = way
    return "-".join([*parts, f"{wide}x{high}"])


@functools.cache
def walked(way):
    """Walk every place in one way of looking, and measure everything there."""
    language, look, size, shape = way
    report = Report()
    with tempfile.TemporaryDirectory() as folder, sample.computer(Path(folder)) as stick:
        session = sample.session(library.load(places.pack()), language, look, size)
        app = program.application([])
        theme.apply(app, session.settings)
        window = Window(session)
        window.resize(*shape)
        window.show()
        window.activateWindow()
        alike = same_everywhere(session.library, session.locale)
        for place, scene in scenes.every(window, stick):
            report.scenes.append((place, scene))
            measure(report, window, scene, way, alike)
        background.wait()
        window.close()
        window.deleteLater()
        settle()
    return report


def measure(report, window, scene, way, alike):
    for eye in (eyes.clipped, eyes.small, eyes.near, eyes.wordless):
        report.add(eye.__name__, eye(window), scene)
    least = LEAST[way[1]]
    for value, what in eyes.contrasts(window):
        report.contrasts.append((value, scene, what))
        if value < least:
            report["pale"][what].add(scene)
    if (window.width(), window.height()) != way[3]:
        report["grown"][f"{window.width()}×{window.height()}"].add(scene)
    wide, high = SMALLEST[way[2]]
    bar, shown = window.bar.minimumSizeHint(), window.shown.minimumSizeHint()
    need = (max(bar.width(), shown.width()), window.bar.height() + shown.height())
    if not window.session.locale.is_pseudo and (need[0] > wide or need[1] > high):
        report["needs"]["{}×{}".format(*need)].add(scene)
    report.add("badly named", badly_named(window), scene)
    report.add("way of Tab", badly_walked(window), scene)
    if window.session.locale.is_pseudo:
        report.add("untranslated", untranslated(window, alike), scene)


def badly_named(window):
    """Return what a screen reader cannot name as the eye does: from its words, with its state."""
    for each in eyes.focusable(window):
        heard, said = eyes.heard(each), eyes.name(each)
        if not said:
            yield f"no name: {eyes.called(each)}"
        labels = [eyes.plain(label.text()) for label in each.findChildren(QLabel) if label.text()]
        shows = eyes.plain(each.text()) if isinstance(each, QAbstractButton) else ""
        if shows and not each.accessibleName() and said != shows:
            yield f"{said} is not what it shows: {shows}"
        if (
            labels
            and isinstance(each, QAbstractButton)
            and window.session.second is None
            and labels[0].rstrip(".") not in said
        ):
            yield f"{said} is not what it shows: {labels[0]}"
        if (
            isinstance(each, QAbstractButton)
            and each.isCheckable()
            and heard.state().checked != each.isChecked()
        ):
            yield f"{said} does not tell whether it is chosen"
        group = each.group() if isinstance(each, QAbstractButton) else None
        if group is not None and group.exclusive() and heard.role() != QAccessible.Role.RadioButton:
            yield f"{said} does not tell that it is one of several"
        if isinstance(each, QLineEdit | QPlainTextEdit) and heard.role() != QAccessible.Role.EditableText:
            yield f"{said} does not tell that one can type"


def badly_walked(window):
    """Return where Tab is caught, what it never comes to, and where it goes against reading."""
    window.activateWindow()
    settle()
    window.shown.setFocus()
    begun = QApplication.focusWidget()
    if begun is None:
        yield "nothing has the keyboard"
    way = eyes.tab_round(lambda: QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab))
    if len(way) != len(set(way)):
        yield f"caught at {eyes.called(way[-1])}"
    for each in set(eyes.focusable(window)) - {*way, begun, window.shown}:
        group = each.group() if isinstance(each, QAbstractButton) else None
        if (
            group is None or not group.exclusive() or not set(group.buttons()) & set(way)
        ):  # arrows lead to these
            yield f"never comes to {eyes.called(each)}"
    yield from eyes.jumps_up(way, window.shown.column.body)


def untranslated(window, alike):
    """Return what is shown or told to a screen reader and was never marked for translation."""
    own = {
        *alike,
        *sample.OWN.values(),
        *sample.STORY,
        "KINGSTON",
        "Español",
        "English",
        "Persona de Ejemplo: 555-0100",
    }
    for each in eyes.seen(window, QWidget):
        if window.place is Place.FIRST or each.property("role") == "tag" or not tells(each):
            continue  # nobody has chosen a language yet; what is written on a key
        texts = {each.accessibleName(), each.toolTip(), each.accessibleDescription()}
        texts.add(getattr(each, "placeholderText", str)())
        if isinstance(each, QLabel | QAbstractButton):
            texts.add(each.text())
        for text in map(eyes.plain, texts - {""}):
            if "[!!" not in text and not is_plain(text) and text not in own:
                yield text


def tells(widget):
    """Tell whether its words are the program's: not a file's, not the family's own."""
    while widget is not None and type(widget).__name__ != "WordGrid":
        widget = widget.parentWidget()
    return widget is None


def plainly(found):
    return {what: sorted(scenes)[:6] for what, scenes in sorted(found.items())}


WRONG = {
    "clipped": "words that cannot be read whole",
    "small": "targets of less than 44 pixels",
    "near": "targets less than 8 pixels apart",
    "wordless": "a picture without a word",
    "pale": "contrast of less than 7 to 1, or 15 to 1",
    "grown": "a window that grew out of its screen",
    "needs": "a window that a small screen has no room for",
    "badly named": "names for a screen reader",
    "way of Tab": "the way of the Tab key",
    "untranslated": "words that nobody translates",
}


@pytest.mark.parametrize("what", WRONG)
@pytest.mark.parametrize("way", WAYS, ids=name_of)
def test_every_screen_as_it_is_seen_heard_and_reached(way, what):
    assert not plainly(walked(way)[what]), WRONG[what]


@pytest.mark.soak
@pytest.mark.parametrize("way", SWEEP, ids=name_of)
def test_every_screen_in_every_way(way):
    report = walked(way)
    walked.cache_clear()
    assert not {what: plainly(report[what]) for what in WRONG if report[what]}


def test_every_place_was_looked_at():
    seen = {place for place, _ in walked(WAYS[0]).scenes}
    assert seen == set(SCREENS)


def test_the_eyes_see(window):
    """What is wrong on purpose is found: otherwise nothing above means anything."""
    card, bar = window.shown.cards[Place.LIBRARY], window.bar
    label = card.findChildren(QLabel)[0]
    assert not eyes.clipped(window) + eyes.near(window) + eyes.small(window) + eyes.wordless(window)
    label.setFixedHeight(8)
    assert eyes.clipped(window)
    bar.hide_button.setFixedWidth(30)
    settle()
    assert eyes.small(window)
    bar.settings.setFixedSize(60, 60)
    bar.settings.move(bar.hide_button.pos())
    assert eyes.near(window)
    bar.settings.setText("")
    bar.settings.setAccessibleName("")
    assert eyes.wordless(window)


def test_the_eye_for_contrast_sees(window):
    title = window.shown.over
    before = [value for value, what in eyes.contrasts(window) if "Qué quiere" in what]
    assert before
    assert min(before) > 12
    ground = tokens.theme().light.ground
    title.setStyleSheet(f"color: {theme.mix(tokens.theme().light.ink, ground, 0.5)};")
    settle()
    pale = [value for value, what in eyes.contrasts(window) if "Qué quiere" in what]
    assert min(pale) < 7


# ── Keys ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_page_of_keys_lists_what_is_bound_and_nothing_else(window):
    bound = {each.key().toString() for each in window.findChildren(QShortcut) if each.parent() is window}
    listed = {name for key in shortcuts.every() for name in (*key.keys, *key.hidden) if key.act}
    jumps = {f"Alt+{number}" for number in range(1, len(shortcuts.JUMPS) + 1)}
    assert bound == (listed | jumps | {shortcuts.HIDE}) - {""}
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.place is Place.SHORTCUTS
    words = " ".join(eyes.plain(each.text()) for each in window.shown.findChildren(QLabel))
    for key in shortcuts.every():
        assert window.session.locale.render(key.does) in words


def test_jumps_follow_the_bar(window):
    assert tuple(window.bar.places) == shortcuts.JUMPS
    for number, place in enumerate(shortcuts.JUMPS, 1):
        QTest.keySequence(window, QKeySequence(f"Alt+{number}"))
        assert window.place is place


def test_settings_lie_beside_everything_and_lead_back(window):
    window.go(Place.DEADLINE, "bia-appeal")
    QTest.keyClick(window, Qt.Key.Key_F2)
    assert window.place is Place.SETTINGS
    window.shown.keys.click()
    assert window.place is Place.SHORTCUTS
    window.shown.back()
    assert (window.place, window.shown.rule.id) == (Place.DEADLINE, "bia-appeal")


def test_settings_hold_at_once(window):
    window.go(Place.SETTINGS)
    chips = window.shown.chips
    chips["look"].buttons["high"].click()
    chips["size"].buttons["large"].click()
    chips["paper"].buttons["a4"].click()
    settings = window.session.settings
    assert (settings.look, settings.text_size, settings.paper) == (Look.HIGH, TextSize.LARGE, "a4")
    chips["language"].buttons["both"].click()
    assert window.session.second is not None
    chips["language"].buttons["en"].click()
    assert (window.session.second, window.session.locale.language) == (None, "en")
    assert window.bar.languages.buttons["en"].isChecked()


def test_the_self_check_says_what_the_window_sees(window, qtbot):
    window.go(Place.SETTINGS)
    window.shown.check.click()
    qtbot.waitUntil(lambda: window.place is Place.RECEIPT, timeout=60_000)
    words = " ".join(eyes.plain(each.text()) for each in window.shown.findChildren(QLabel))
    screen = QApplication.primaryScreen().geometry()
    assert f"{screen.width()} × {screen.height()}" in words


# ── What is told ──────────────────────────────────────────────────────────────────────────────────────────────


def test_a_screen_is_called_what_its_page_is_titled_in_the_language_of_the_moment(window):
    assert eyes.name(window.shown) == "¿Qué quiere hacer ahora?"
    window.go(Place.SETTINGS)
    assert eyes.name(window.shown) == window.session.locale.render(SETTINGS_TITLE)
    window.session.use_language("en")
    assert eyes.name(window.shown) == "Settings"


def test_what_happens_is_announced(window, monkeypatch):
    told = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))
    window.desk.tell("Uno", trouble=True)
    assert told == ["Uno"]
    window.go(Place.INTERVIEW, "travelers")
    window.shown.setFocus()
    window.shown.page.answer.unsure.click()
    window.shown.forward()
    assert told[-1] == window.session.locale.render(window.session.interviews.at.question)


def test_nothing_moves_where_less_motion_is_asked_for(window, monkeypatch):
    monkeypatch.setattr(breath, "still", lambda: True)
    window.go(Place.BREATHING, Place.HOME.value)
    assert window.shown.breath.still
    moving = [
        path
        for path in Path(theme.__file__).parent.rglob("*.py")
        if "QPropertyAnimation" in path.read_text("utf-8")
    ]
    assert not moving, "whatever moves asks `still` first; a new kind of motion needs a test of its own"
