"""The language that finds words nobody translates, as a pack: every message and every passage, so all must be in it."""

import calendar
from html import unescape

import msgspec
import pytest

from kyr_app.content import official
from kyr_app.i18n.pseudo import stretched
from kyr_app.model.inline import plain
from kyr_app.session.packs import packs, publishers, publishing
from kyr_app.session.session import Session
from kyr_app.store.preferences import Forgetful, home
from kyr_app.ui.desk import Place
from tests.ui.conftest import TODAY, clipped, every_place, settle, shown_words
from tests.ui.test_screens import is_plain, same_everywhere
from tests.unit.languages import sample

_PERCENT = "%"
"""What argparse fills has places that stretching would change."""


@pytest.fixture(scope="module")
def files(content):
    """Return the files of a pack with the whole program and the whole content stretched."""
    keys = sorted(publishing.program_keys())
    counted = [
        {"one": one, "many": many, "said": {"one": stretched(many), "other": stretched(many)}}
        for one, many in keys
        if many
    ]
    words = {key: key if _PERCENT in key else stretched(key) for key, many in keys if not many}
    table = sample.table("xa", words=words, counted=counted, of=len(keys))
    months = [stretched(calendar.month_name[month]) for month in range(1, 13)]
    table["language"] |= {"name": "[!!Stretched!!]", "writing": {"months": months}}
    shelf = sample.spoken(content.shelf, "xa", lambda text: stretched(text.es))
    forms = sample.spoken_forms(content.forms.values(), "xa", lambda text: stretched(text.es))
    return {**sample.files(shelf, table), official.FILE: msgspec.json.encode(forms)}


@pytest.fixture
def window(tmp_path, monkeypatch, content, files, open_window):
    """Return the window in the language of the pack, which was believed first."""
    monkeypatch.setattr(publishers, "pinned", lambda: (sample.KEY.public,))
    session = Session(content, Forgetful(), TODAY)
    offered = packs.Packs(session, home()).offered(sample.signed(tmp_path, files))
    (brought,) = offered.brought
    assert brought.lessons == brought.of_lessons
    assert brought.messages == brought.of_messages
    session.use_library(offered.library, offered.tables)
    session.use_language("xa")
    return open_window(session)


def hard_coded(window):
    """Return what is shown and is not in the language."""
    alike = same_everywhere(window.session.library, window.session.locale)
    alike |= on_purpose(window.session.library)
    for _, text in shown_words(window):
        words = text if "<" not in text else text.split(">", 1)[1].rsplit("<", 1)[0]
        if not IN_IT & set(words) and not is_plain(words) and unescape(words) not in alike | KEYS:
            yield words


def on_purpose(library):
    """Return what stands in Spanish or English beside the language: words explained, sentences for an officer."""
    found = {plain(each.term.es) for each in library.terms.values()}
    for each in library.phrases.values():
        found |= {f"«{each.say.es}»", f"“{each.say.en}”"}
    return found


IN_IT = set("!šç")
"""Signs of a stretched text, also of a sentence cut out of one."""
KEYS = {"ES", "EN", "XA", "XA+ES"}
"""What is written on the buttons of the languages."""


def test_the_whole_program_offers_an_added_language(window):
    lesson = next(iter(window.session.library.lessons))
    interview = next(iter(window.session.library.interviews))
    for place, what in (
        (Place.HOME, ""),
        (Place.LIBRARY, ""),
        (Place.LESSON, lesson),
        (Place.SITUATION, ""),
        (Place.INTERVIEW, interview),
        (Place.PREPARE, ""),
        (Place.PRACTICE, ""),
        (Place.WORKSHOP, ""),
        (Place.LOOKUP, ""),
        (Place.GLOSSARY, ""),
    ):
        window.go(place, what)
        settle()
        assert not list(hard_coded(window)), place
        assert not clipped(window), place


@pytest.mark.soak
def test_every_screen_is_in_an_added_language(window):
    found = {}
    for name in every_place(window):
        settle()
        for words in hard_coded(window):
            found.setdefault(words, name)
    assert not found
