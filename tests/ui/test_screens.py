import re
from html import unescape

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from kyr_app.model.inline import plain
from kyr_app.model.settings import Look, Settings, TextSize, View
from kyr_app.model.text import Day
from kyr_app.session.session import Session
from kyr_app.store.preferences import Forgetful
from kyr_app.ui.desk import Place
from kyr_app.ui.widgets.label import Pair
from tests.gallery.eyes import PRESSED, TARGET, visible
from tests.ui.conftest import TODAY, clipped, every_place, settle, shown_words

WAYS = [
    ("es", View.ONE, TextSize.NORMAL, Look.LIGHT, 1366, 728),
    ("en", View.ONE, TextSize.LARGE, Look.DARK, 1024, 728),
    ("es", View.BOTH, TextSize.VERY_LARGE, Look.LIGHT, 1024, 728),
    ("es", View.BOTH, TextSize.NORMAL, Look.LIGHT, 1093, 574),
]


def a_session(content, language, view=View.ONE, size=TextSize.NORMAL, look=Look.LIGHT):
    settings = Settings(language=language, view=view, text_size=size, look=look)
    return Session(content, Forgetful(settings), TODAY)


def paragraphs(pair):
    return pair.text().count("<p ")


def told(pair, session):
    """Return how often its words may stand there: once where they are the same, as a name, a number and *No* are."""
    if session.second is None:
        return {1}
    words = pair.aloud
    if words is None:  # they are made anew for each language
        return {1, 2}
    return {1} if session.locale.render(words) == session.second.render(words) else {2}


def lasting(window):
    """Return what is cut or hard to press and stays so: words from a thread have their room a moment later."""
    for _ in range(100):
        if not (found := [*clipped(window), *hard_to_press(window)]):
            return []
        QTest.qWait(50)
    return found


@pytest.mark.parametrize("way", WAYS, ids=lambda way: "-".join(str(part) for part in way))
def test_everything_can_be_read_is_named_and_pressed_and_nothing_is_wider_than_the_window(
    open_window, content, way
):
    """One walk for each way; on it both languages stand under each other, and one leaves no room for another."""
    *settings, width, height = way
    window = open_window(a_session(content, *settings), width, height)
    both = window.session.settings.view is View.BOTH
    bad = {}
    for name in every_place(window):
        settle()
        if found := lasting(window):
            bad[name] = found
        assert (window.width(), window.height()) == (width, height), name
        holder = window.shown.column.widget()
        assert holder.width() <= window.shown.column.viewport().width(), name
        pairs = [pair for pair in window.shown.findChildren(Pair) if pair.isVisible()]
        assert pairs or not both, name
        assert not [pair.text() for pair in pairs if paragraphs(pair) not in told(pair, window.session)], name
    assert not bad


def hard_to_press(window):
    """Return what can be pressed or typed into and has no name for a screen reader, or less than 44 pixels."""
    bad = []
    for each in visible(window):
        if isinstance(each, PRESSED):
            said = each.accessibleName() or (each.text() if isinstance(each, QAbstractButton) else "")
            if not said or min(each.width(), each.height()) < TARGET:
                bad.append((type(each).__name__, said, each.width(), each.height()))
    return bad


LETTERS = {"A", "ES", "EN", "ES+EN", "EN+ES", "A4"}
"""What is the same in every language: letters that are their own picture."""


def same_everywhere(content, locale):
    """Return what no translator writes: what is cited, where a place is reached, and dates."""
    found = {each.citation for each in content.facts.values()}
    found |= {locale.render(Day(each.date)) for each in content.events}
    for each in content.contacts.values():
        found |= {each.email, each.address, each.website.removeprefix("https://")}
    return found


DATE = re.compile(r"[A-Z][a-z]+ \d{1,2}, \d{4}")
"""A day that was counted: it is written by the locale, not translated."""


def is_plain(text):
    bare = len(text) == 1 or text in LETTERS or DATE.fullmatch(plain(text))
    return bool(bare) or not any(letter.isalpha() for letter in plain(text))


def test_every_word_is_marked_for_translation(open_window, content):
    window = open_window(a_session(content, "en_XA"))
    window.session.use_language("en_XA")
    hard_coded, alike = {}, same_everywhere(content, window.session.locale)
    for name in every_place(window):
        settle()
        for _, text in shown_words(window):
            words = text if "<" not in text else text.split(">", 1)[1].rsplit("<", 1)[0]
            if "[!!" not in words and not is_plain(words) and unescape(words) not in alike:
                hard_coded.setdefault(words, name)
    assert not hard_coded


def test_the_first_run_asks_for_the_language_and_nothing_else(open_window, content):
    session = Session(content, Forgetful(), TODAY)
    window = open_window(session)
    assert window.place is Place.FIRST
    assert not window.bar.isVisible()
    window.shown.cards[2].click()
    assert window.place is Place.HOME
    assert session.settings.language == "en"
    assert window.bar.isVisible()


def test_the_eye_for_clipped_words_sees(window):
    card = window.shown.cards[Place.LIBRARY]
    assert not clipped(window)
    card.setFixedHeight(60)
    settle()
    assert clipped(window)
