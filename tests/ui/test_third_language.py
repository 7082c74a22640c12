"""A pack adds Haitian Creole: the window offers it, speaks it, prints it, and goes back to Spanish when it is gone."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kyr_app.content import library as libraries
from kyr_app.i18n import table as table_of
from kyr_app.model.settings import Settings, TextSize, View
from kyr_app.session.packs import publishers, publishing
from kyr_app.session.session import Session
from kyr_app.store import drives as store_drives
from kyr_app.store.drive import Drive
from kyr_app.store.preferences import Forgetful, home
from kyr_app.ui import background
from kyr_app.ui.desk import Place
from kyr_app.ui.screens.paper_choices import paper_languages, usual
from kyr_app.ui.widgets.tongues import BOTH, THIRD
from kyr_app.updates import strict, trust
from tests.ui.conftest import TODAY, clipped
from tests.ui.conftest import settle as settled
from tests.unit.languages import sample

ROOT = Path(__file__).parents[2]
TITLE = "Sa ki pase nan yon odyans"


@pytest.fixture(scope="module")
def made(tmp_path_factory, content):
    """Return the files of a pack with the sample, made once."""
    folder = sample.languages(tmp_path_factory.mktemp("languages"), "ht", shelf=content.shelf)
    return publishing.with_languages({libraries.FILE: libraries.encode(content.shelf)}, folder)[0]


@pytest.fixture
def stick(tmp_path, monkeypatch, made):
    """Put a stick with the pack in, and pin the key it is signed with."""
    monkeypatch.setattr(publishers, "pinned", lambda: (sample.KEY.public,))
    drive = Drive(tmp_path, "STICK", removable=True, free=10**9, writable=True)
    monkeypatch.setattr(store_drives, "drives", lambda *_: (drive,))
    return sample.signed(tmp_path, made)


@pytest.fixture
def installed(stick, window, qtbot):
    """Return the window after the pack was taken in it, press by press."""
    window.go(Place.UPDATE)
    screen = window.screens[Place.UPDATE]
    qtbot.waitUntil(lambda: not screen.looking, timeout=60_000)
    screen.cards[stick].click()
    qtbot.waitUntil(lambda: not screen.looking, timeout=60_000)
    settled()
    assert sample.HAITIAN in said(screen)
    assert "criollo haitiano" in said(screen)
    assert not window.bar.languages.third.isVisible()
    screen.foot.next.click()
    settled()
    return window


@pytest.fixture(scope="module")
def added(made):
    """Return the content of the pack and its tables, read once."""
    files = dict(made)
    table = table_of.convert(strict.loads(files["words/ht.json"]), "ht")
    return libraries.decode(files[libraries.FILE]), {"ht": table}


@pytest.fixture
def speaking(window, added):
    """Return the window of a sitting in which the pack is used, without the way there."""
    window.session.use_library(*added)
    settled()
    return window


@pytest.fixture
def afresh(stick, open_window):
    """Return a function that opens the window of a new run, with the pack on this computer and settings kept."""
    accepted = trust.accept(
        stick.read_bytes(),
        stick.with_name(stick.name + ".minisig").read_bytes(),
        (sample.KEY.public,),
        trust.Known(),
    )
    publishers.shelf(home()).put(accepted)

    def opened(settings, *size):
        return open_window(Session(preferences=Forgetful(settings), today=TODAY), *size)

    return opened


def said(part):
    return " ".join(label.text() for label in part.findChildren(QLabel) if label.isVisibleTo(part))


def test_the_window_offers_it_at_once_and_switches_while_one_reads(installed):
    window, session = installed, installed.session
    third = window.bar.languages.third
    assert third.isVisible()
    assert (third.text(), third.accessibleName()) == ("HT", sample.HAITIAN)
    window.go(Place.LESSON, sample.LESSON)
    window.shown.show_point(1)
    settled()
    assert TITLE not in said(window.shown)
    third.click()
    settled()
    assert session.locale.language == "ht"
    assert TITLE in said(window.shown)
    assert "Pèsonn poko revize" in said(window.shown)  # never a review that did not happen
    assert window.shown.foot.next.text() == "Pwochen"
    buttons = window.bar.languages.buttons
    buttons[BOTH].click()
    settled()
    assert (buttons[BOTH].text(), session.beside) == ("HT+ES", "es")
    assert "Qué pasa en una audiencia" in said(window.shown)
    buttons[BOTH].click()  # again: another second language
    settled()
    assert (buttons[BOTH].text(), session.beside) == ("HT+EN", "en")
    assert "What happens in a hearing" in said(window.shown)
    buttons["es"].click()
    settled()
    assert session.settings.view is View.ONE
    assert TITLE not in said(window.shown)
    assert "revis" not in said(window.shown).split("Fuente")[0]


def test_what_is_missing_is_told_and_stands_in_spanish_once(speaking):
    window = speaking
    window.bar.languages.third.click()
    window.go(Place.LESSON, "turn-in")
    settled()
    told = said(window.shown)
    assert f"Sa a poko an {sample.HAITIAN}" in told
    spanish = window.session.library.lesson("turn-in").points[0].title.es
    assert spanish in told
    window.bar.languages.buttons[BOTH].click()
    settled()
    assert said(window.shown).count(spanish) == 1  # not Spanish over Spanish


def test_a_sentence_to_say_aloud_stands_in_all_that_may_be_needed(speaking):
    window = speaking
    window.go(Place.LESSON, sample.LESSON)
    window.shown.show_point(1)
    for key, wanted in ((THIRD, ("HT", "EN", "ES")), ("es", ("ES", "EN")), ("en", ("EN", "ES"))):
        window.bar.languages.buttons[key].click()
        settled()
        tags = [each for each in window.shown.findChildren(QLabel) if each.property("role") == "tag"]
        assert tuple(each.text() for each in tags if each.isVisible()) == wanted


def test_papers_are_offered_in_it_alone_and_beside_another(speaking):
    session = speaking.session
    session.use_language("ht")
    assert [key for key, _ in paper_languages(session)] == ["es", "en", "ht", "both"]
    assert usual(session) == ("ht",)
    session.use_view(View.BOTH)
    assert usual(session) == session.pair == ("ht", "es")
    session.use_language("es")
    session.use_view(View.BOTH, "ht")
    assert session.pair == ("es", "ht")
    speaking.go(Place.PREVIEW, f"lesson:{sample.LESSON}")
    background.wait()
    settled()
    cards = speaking.shown.findChildren(QLabel)
    assert any("criollo haitiano" in each.text() for each in cards)


def test_search_finds_its_words(speaking, qtbot):
    speaking.bar.languages.third.click()
    speaking.go(Place.LIBRARY)
    found = []
    speaking.desk.finder.find("odyans", found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=60_000)
    assert sample.LESSON in {hit.id for hit in found[0]}
    assert "ht" in {hit.language for hit in found[0]}


def test_going_back_takes_the_language_away_and_says_so(installed):
    window, session = installed, installed.session
    session.give("adults", 2)
    window.bar.languages.third.click()
    window.go(Place.UPDATE)
    settled()
    window.shown.go_back()
    settled()
    assert session.languages == ("es", "en")
    assert session.locale.language == session.settings.language == "es"
    assert not window.bar.languages.third.isVisible()
    assert sample.HAITIAN in window.notice.words.text()
    assert window.notice.isVisible()
    assert session.answers.value("adults") == 2  # an answer has no language


def test_the_next_run_begins_in_it_and_without_the_pack_in_spanish(afresh):
    window = afresh(Settings(language="ht", view=View.BOTH, beside="en"))
    assert window.session.locale.language == "ht"
    assert window.bar.languages.buttons[BOTH].text() == "HT+EN"
    assert not window.session.gone
    for folder in (home() / "packs").glob("*/words"):
        (folder / "ht.json").write_bytes(b"{}")  # damaged: the pack counts no more
    window = afresh(Settings(language="ht", view=View.BOTH, beside="ht"))
    assert (window.session.settings.language, window.session.settings.beside) == ("es", "")
    assert "criollo haitiano" in window.notice.words.text()
    assert window.session.library.lessons  # and the lessons are there all the same


def test_the_first_question_offers_it(afresh):
    window = afresh(Settings())
    cards = [each for each in window.shown.cards if sample.HAITIAN in each.accessibleName()]
    assert len(window.shown.cards) == 5
    cards[0].click()
    settled()
    assert (window.session.settings.language, window.session.settings.view) == ("ht", View.ONE)


def test_settings_choose_the_second_language(speaking):
    speaking.bar.languages.third.click()
    speaking.go(Place.SETTINGS)
    chips = speaking.shown.chips
    assert list(chips["language"].buttons) == ["es", "en", "ht", "both"]
    assert not chips["beside"].buttons["ht"].isVisibleTo(speaking.shown)
    chips["beside"].buttons["en"].click()
    assert (speaking.session.settings.view, speaking.session.beside) == (View.BOTH, "en")
    assert "Pèsonn poko revize" in said(speaking.shown)


@pytest.mark.parametrize("width", [1024, 1366])
@pytest.mark.parametrize("size", list(TextSize))
def test_nothing_is_cut_with_three_languages(afresh, width, size):
    window = afresh(Settings(language="ht", view=View.BOTH, text_size=size), width, 728)
    window.go(Place.LESSON, sample.LESSON)
    for place in (Place.HOME, Place.SETTINGS, Place.LIBRARY):
        window.go(place)
        settled()
        assert window.width() == width
        assert not clipped(window), place


def test_the_key_goes_round_all_choices(speaking):
    seen = []
    for _ in range(4):
        seen.append(speaking.bar.languages.key)
        speaking.bar.next_language()
    assert sorted(seen) == sorted(["es", "en", THIRD, BOTH])


def test_lines_begin_at_the_right_where_the_language_does(afresh, qapp):
    window = afresh(Settings(language="ht"))
    table = window.session.added["ht"]
    own = type(table.language)(
        **{name: getattr(table.language, name) for name in table.language.__struct_fields__}
        | {"direction": "rtl"}
    )
    window.session.locale.own = own
    window._tongue()
    assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft
    window.session.use_language("es")
    settled()
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_without_a_third_language_nothing_of_it_is_fetched(tmp_path):
    (tmp_path / "packs" / "2099010101-abcdef01").mkdir(parents=True)  # a pack without words
    told = (
        "import sys; from kyr_app.ui import app; from kyr_app.ui.window import Window;"
        "from kyr_app.session.session import Session; app.application([]); Window(Session());"
        "print(*sys.modules, sep='\\n')"
    )
    found = subprocess.run(
        [sys.executable, "-c", told],
        cwd=ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", "KYR_HOME": str(tmp_path), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    late = {
        "model.language",
        "i18n.added",
        "i18n.table",
        "i18n.plurals",
        "i18n.cldr",
        "session.tongues",
        "updates.words",
    }
    assert not {f"kyr_app.{name}" for name in late} & set(found)
    assert "babel" not in found
