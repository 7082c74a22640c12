"""J9 through the window: a pack is read, used and taken back; damaged, unsigned and old ones change nothing."""

import datetime as dt
import html

import pypdfium2
import pytest
from msgspec import structs
from PySide6.QtWidgets import QLabel

from kyr_app.content import library as libraries
from kyr_app.content import official
from kyr_app.content.library import Library
from kyr_app.model.answers import Answers
from kyr_app.model.text import N_, Text
from kyr_app.session.packs import publishers
from kyr_app.session.session import Session
from kyr_app.store import drives as store_drives
from kyr_app.store.drive import Drive
from kyr_app.store.preferences import home
from kyr_app.ui.desk import Place
from kyr_app.updates import archive, manifest, minisign, secret

KEY = secret.SecretKey(b"keykey00", b"k" * 32)
LESSON = "turn-in"
FORM = "g-1145"
INTERVIEW, SCREEN, ANSWER = "fear-ready", "officer-gender", "officer_gender"
SHORT = Text("Diga primero que tiene miedo.", "Say first that you are afraid.")
ASKED = Text("¿Prefiere a una mujer o a un hombre?", "Would you rather have a woman or a man?")
NOTES = Text("La regla cambió la semana pasada.", "The rule changed last week.")


def revised(library: Library):
    """Return the shelf and the forms of the week after: a lesson, a question and a form are not as they were."""

    def lesson(one):
        if one.id != LESSON:
            return one
        first, *rest = one.points
        until = dt.date(2026, 11, 21)
        return structs.replace(one, good_until=until, points=(structs.replace(first, short=SHORT), *rest))

    def screen(one):
        if one.id != SCREEN:
            return one
        answer = structs.replace(one.answer, options=one.answer.options[1:])
        return structs.replace(one, question=ASKED, short=ASKED, answer=answer)

    def interview(one):
        sections = tuple(structs.replace(s, screens=tuple(map(screen, s.screens))) for s in one.sections)
        return structs.replace(one, sections=sections) if one.id == INTERVIEW else one

    shelf = structs.replace(
        library.shelf,
        lessons=tuple(map(lesson, library.shelf.lessons)),
        interviews=tuple(map(interview, library.shelf.interviews)),
    )
    forms = [
        structs.replace(one, title=Text("Aviso de recibo", "Notice of receipt")) if one.id == FORM else one
        for one in library.forms.values()
    ]
    return shelf, forms


def publish(folder, library, version=2099010101, valid_until=dt.date(2027, 2, 20)):
    shelf, forms = revised(library)
    files = {libraries.FILE: libraries.encode(shelf), official.FILE: libraries.msgspec.json.encode(forms)}
    said = manifest.made(
        files, version=version, made=dt.date(2026, 11, 20), valid_until=valid_until, notes=NOTES
    )
    data = archive.packed({**files, manifest.FILE: manifest.encode(said)})
    file = folder / f"guia-{version}.zip"
    file.write_bytes(data)
    file.with_name(file.name + ".minisig").write_bytes(minisign.sign(data, said.comment, KEY))
    return file


PAST = N_("It is past its date: ask whether there is a newer one.")
PASSED_OVER = N_("The pack that was chosen is damaged, or counts no more. It was passed over.")
OUT_OF_DATE = N_("This page may be out of date.")
REASONS = {
    "changed": "firmaron",
    "cut": "firmaron",
    "unsigned": ".minisig",
    "of another key": "no lo firmaron",
    "old": "más viej",
}


@pytest.fixture
def stick(tmp_path, monkeypatch):
    folder = tmp_path / "stick"
    folder.mkdir()
    monkeypatch.setattr(publishers, "pinned", lambda: (KEY.public,))
    drive = Drive(folder, "STICK", removable=True, free=10**9, writable=True)
    monkeypatch.setattr(store_drives, "drives", lambda *_: (drive,))
    return folder


@pytest.fixture
def settle(qtbot, window, qapp):
    def settled():
        shown = window.screens.get(Place.UPDATE)
        if shown is not None:
            qtbot.waitUntil(lambda: not shown.looking, timeout=60_000)
        qapp.processEvents()

    return settled


@pytest.fixture
def update(window, settle):
    def opened():
        window.go(Place.UPDATE)
        settle()
        return window.screens[Place.UPDATE]

    return opened


def said(screen):
    shown = " ".join(label.text() for label in screen.findChildren(QLabel) if label.isVisibleTo(screen))
    return html.unescape(shown)


def on_paper(job):
    with pypdfium2.PdfDocument(job.run()) as pdf:
        return " ".join(page.get_textpage().get_text_range() for page in pdf)


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_rules_changed_last_week(window, settle, update, stick, language):
    session = window.session
    session.use_language(language)
    file = publish(stick, session.library)
    before, form_before = session.library, session.library.forms[FORM].title
    chosen = next(each for each in before.interview(INTERVIEW).screens if each.id == SCREEN).answer.options[0]
    session.replace_answers(Answers({"adults": 1, ANSWER: chosen.value}))

    shown = update()
    shown.cards[file].click()
    settle()
    told = said(shown)
    assert NOTES.in_language(language) in told
    assert KEY.public.name in told
    assert session.library is before  # looking changes nothing
    assert {each.id for each in shown.offered.differences} == {LESSON, INTERVIEW, FORM}
    paper = on_paper(shown._paper())
    for words in (NOTES, SHORT):
        assert all("".join(each.split()) in "".join(paper.split()) for each in (words.es, words.en))

    shown.foot.next.click()
    settle()
    assert ASKED.in_language(language) in said(shown)  # what is asked again is said
    assert ANSWER not in session.answers
    assert session.answers["adults"] == 1
    assert session.library.forms[FORM].title != form_before  # forms follow the pack too

    window.go(Place.LESSON, LESSON)  # and a lesson past its date says so, here and on paper
    settle()
    banner = {"es": "pasó su fecha", "en": "passed its date"}[language]
    assert banner in on_paper(session.handout([LESSON], [language]))
    assert session.locale.render(OUT_OF_DATE) in said(window.shown)

    again = Session(today=session.today)  # the next start reads it from the disk, every byte against its hash
    assert again.library.lesson(LESSON) == session.library.lesson(LESSON)

    update().go_back()
    settle()
    assert session.library.lesson(LESSON) == before.lesson(LESSON)
    assert session.answers[ANSWER] == chosen.value  # found again
    assert session.library.forms[FORM].title == form_before
    assert Session(today=session.today).library.lesson(LESSON) == before.lesson(LESSON)


@pytest.mark.parametrize("harm", ["changed", "cut", "unsigned", "of another key", "old"])
def test_what_is_not_believed_changes_nothing_and_says_why(window, settle, update, stick, harm):
    file = publish(stick, window.session.library, 2001010101 if harm == "old" else 2099010101)
    signature, data = file.with_name(file.name + ".minisig"), file.read_bytes()
    if harm == "changed":
        file.write_bytes(data[:-9] + bytes([data[-9] ^ 1]) + data[-8:])
    elif harm == "cut":
        file.write_bytes(data[: len(data) // 2])
    elif harm == "unsigned":
        signature.unlink()
    elif harm == "of another key":
        stranger = secret.SecretKey(b"stranger", b"x" * 32)
        signature.write_bytes(minisign.sign(data, "guia content 2099010101", stranger))
    before = window.session.library
    shown = update()
    shown.cards[file].click()
    settle()
    assert {
        "changed": "publi",
        "cut": "publi",
        "unsigned": ".minisig",
        "of another key": "publi",
        "old": "viej",
    }[harm] in said(shown) or "older" in said(shown)
    assert not shown.foot.next.isVisibleTo(shown)
    shown.forward()
    assert window.session.library is before
    assert not (home() / "packs").exists()


def test_a_program_without_a_publishers_key_says_so_first(window, update, stick, monkeypatch):
    publish(stick, window.session.library)
    monkeypatch.setattr(publishers, "pinned", tuple)
    shown = update()
    assert window.session.locale.render(publishers.NO_KEY) in said(shown)
    assert not shown.cards
    assert not shown.foot.next.isVisibleTo(shown)


def test_an_interview_under_way_keeps_its_questions_and_says_so(window, settle, update, stick):
    session = window.session
    file = publish(stick, session.library)
    session.interviews.start(INTERVIEW)
    was = session.interviews.interview
    shown = update()
    shown.judge(file)
    settle()
    shown.forward()
    settle()
    assert session.interviews.interview is was
    assert was.title.es in said(shown)
    window.go(Place.INTERVIEW)
    settle()
    assert session.interviews.interview is was


def test_a_pack_past_its_date_is_taken_with_a_warning(window, settle, update, stick):
    file = publish(stick, window.session.library, valid_until=dt.date(2026, 11, 21))
    shown = update()
    shown.judge(file)
    settle()
    assert shown.offered.expired
    assert window.session.locale.render(PAST) in said(shown)
    assert shown.foot.next.isVisibleTo(shown)


def test_a_stick_without_a_pack_teaches_what_a_pack_is(update, stick):
    shown = update()
    assert not shown.cards
    assert ".minisig" in said(shown)
    assert stick.is_dir()


def test_leaving_while_it_looks_shows_nothing_later(window, qtbot, update, stick):
    file = publish(stick, window.session.library)
    shown = update()
    shown.judge(file)
    shown.back()
    qtbot.wait(300)
    assert window.place is Place.LOOKUP
    assert shown.offered is None


def test_which_lessons_are_used_is_said_and_that_a_pack_was_passed_over(window, settle, update, stick):
    file = publish(stick, window.session.library)
    shown = update()
    assert window.session.locale.render(PASSED_OVER) not in said(shown)
    shown.judge(file)
    settle()
    shown.forward()
    settle()
    name = shown.packs.shelf.pointer().active
    window.go(Place.LOOKUP)
    assert name in said(update())
    (home() / "packs" / name / libraries.FILE).write_text("{}", encoding="utf-8")
    window.go(Place.LOOKUP)
    assert window.session.locale.render(PASSED_OVER) in said(update())
