"""A packet in the window, as tests fill it, wait for it, and answer what its pages ask."""

import time

from kyr_app.model.settings import Settings
from kyr_app.model.text import N_
from kyr_app.session.session import Session
from kyr_app.store.preferences import Forgetful
from kyr_app.ui.desk import Place
from kyr_app.ui.screens.assemble_made import Made
from kyr_app.ui.widgets.answers import ChoiceAnswer
from kyr_app.ui.widgets.groups import GroupAnswer
from tests.ui.conftest import TODAY, settle
from tests.unit.packet.pictures import jpeg, paper

MOST = 60
"""So many questions the pages of a packet ask at most."""


def sitting(content, size, language, view, look):
    """Return a session that looks so; the language in which all words are longer is none of the settings."""
    longer = language == "en_XA"
    chosen = Settings(language="es" if longer else language, view=view, look=look, text_size=size)
    session = Session(content, Forgetful(chosen), TODAY)
    if longer:
        session.locale = session.locale_of(language)
    return session


def until(true, seconds=60.0):
    """Let the window work until something is true. Python sleeps: Qt's own waiting would hold the other threads up."""
    end = time.monotonic() + seconds
    settle()
    while not true():
        assert time.monotonic() < end, "still not so"
        time.sleep(0.005)
        settle()


def done(screen, seconds=60.0):
    """Let what a screen has under way come to its end."""
    until(lambda: screen._task is None, seconds)


def pack(session, page, *titles):
    """Put papers of one page into the packet."""
    for title in titles:
        names = session.packet._album.keep([page])
        made, _ = session.packet.packet.with_new(names, title)
        session.packet.use(made, "brought")


def fill(session):
    """Put three papers without a word into the packet: not described, of three pages, and one that lacks nothing."""
    album, page = session.packet._album, jpeg(paper().resize((212, 275)))
    for count in (1, 3, 1):
        packet, _ = session.packet.packet.with_new(album.keep([page] * count))
        session.packet.use(packet, N_("the order"))
    session.packet.describe(2, title="2019", title_en="2019", date="2019", language="es")
    session.packet.describe(3, title="2020", title_en="2020", language="en", country=True)


MADE = (
    Made(N_("The packet for the court, in English"), "files", 40, b" " * 2_500_000),
    Made(N_("Copy of the packet to read"), "book-open", 41, b" "),
)
"""What was made, as far as a screen shows it."""


def answer_all(window, known=None):
    """Answer what is asked for papers: with what is `known` by its name, the rest *I don't know*; end at the review."""
    for _ in range(MOST):
        settle()
        if window.place is not Place.INTERVIEW:
            return
        _answer(window.shown.page.answer, window.session.interviews.at.answer, known or {})
        window.shown.foot.next.click()
    raise AssertionError("questions without end")


def _answer(view, asked, known):
    if isinstance(view, GroupAnswer):
        names = [each.answer.name for each in asked.fields]
        view.fields.show_values({name: known[name] for name in names if name in known})
        view.unsure.click()  # for the rest
    elif asked.name not in known:
        view.unsure.click()
    elif isinstance(view, ChoiceAnswer):
        view.cards[known[asked.name]].click()
    else:
        view.entry.show_value(known[asked.name])
