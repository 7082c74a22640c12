"""What a family finds on its checklist, and what it does not."""

import datetime as dt

import pytest
from PIL import ImageChops

from kyr_app import places
from kyr_app.content.library import Library
from kyr_app.documents.lessons.job import ChecklistJob
from kyr_app.documents.typesetting import captions
from kyr_app.documents.typesetting.marks import Box
from kyr_app.i18n import catalogs
from kyr_app.model.answers import Answers, Open
from kyr_app.model.checklist import (
    Checklist,
    ChecklistItem,
    Finding,
    PersonalChecklist,
    PersonalItem,
    PersonalPart,
    Reason,
    Urgency,
)
from kyr_app.model.settings import Paper
from kyr_app.session import situation
from tests.unit.documents.paper import DAY, POINTS_TO_MM, Read, both, only_letters, shelf

SECRET = "Secretísimo"


def entry(name, **more):
    return ChecklistItem(id=name, text=both(f"Cosa {name}", f"Thing {name}"), icon="house", **more)


FULL = entry(
    "full",
    missing=both("Otra cosa sirve.", "Something else will do."),
    who=both("Su hermana.", "Your sister."),
    by=both("El lunes.", "On Monday."),
    safety=both("A solas.", "In private."),
)
ASKED = entry("asked", missing=both("Nunca impreso.", "Never printed."), find_out=both("Pregunte.", "Ask."))
CHECKLIST = Checklist(
    id="c",
    order=1,
    icon="list",
    title=both("Lista de prueba", "Test list"),
    neutral_title=both("Cosas", "Things"),
    intro=both("Para usted.", "For you."),
    reviewed=dt.date(2026, 11, 22),
    good_until=dt.date(2027, 2, 20),
    parts=(),
    interview="i",
)
REASON = Reason("name", both("Pregunta", "Question asked"), SECRET)


def finding(urgency, name):
    return Finding(
        id=name,
        rule_set="r",
        urgency=urgency,
        icon="warning-circle",
        title=both(f"Asunto {name}", f"Matter {name}"),
        because=both("Porque usted lo dijo.", "Because you said so."),
        do=both("Llame hoy.", "Call today."),
        reasons=(REASON,),
        facts=("f1",),
    )


PERSONAL = PersonalChecklist(
    CHECKLIST,
    (finding(Urgency.STOP, "uno"), finding(Urgency.TOPIC, "dos")),
    (
        PersonalPart(
            "p",
            both("Para llevar", "To carry"),
            (
                PersonalItem(
                    FULL,
                    FULL.text,
                    both("Porque viaja.", "Because you travel."),
                    open=False,
                    reasons=(REASON,),
                ),
                PersonalItem(ASKED, ASKED.find_out, None, open=True),
            ),
        ),
    ),
)


def paper(personal=PERSONAL, languages=("es",), library=None, size=Paper.LETTER, today=DAY):
    job = ChecklistJob(
        lists=(personal,),
        library=library or shelf(),
        locales=tuple(catalogs.load(each, places.translations()) for each in languages),
        paper=size,
        today=today,
    )
    return Read(job.run())


def test_findings_come_first_each_with_reason_action_and_source(locale):
    text = paper(languages=(locale.language,)).text
    for part in PERSONAL.findings:
        for words in (part.title, part.because, part.do, captions.URGENCY[part.urgency]):
            assert locale.render(words) in text
    assert text.index(locale.render(PERSONAL.findings[1].title)) < text.index(
        locale.render(PERSONAL.parts[0].title)
    )
    assert "1003.22" in text


def test_an_item_says_why_what_else_who_when_and_beware(locale):
    letters = paper(languages=(locale.language,)).letters
    said = [
        FULL.text,
        captions.MISSING,
        FULL.missing,
        captions.WHO,
        FULL.who,
        captions.BY,
        FULL.by,
        FULL.safety,
    ]
    for words in (*said, PERSONAL.parts[0].items[0].because):
        assert only_letters(locale.render(words)) in letters


def test_an_open_item_asks_to_find_out_and_says_no_more(locale):
    letters = paper(languages=(locale.language,)).letters
    both_words = only_letters(locale.render(captions.FIND_OUT) + locale.render(ASKED.find_out))
    assert both_words in letters
    assert only_letters(locale.render(ASKED.missing)) not in letters
    assert only_letters(locale.render(ASKED.text)) not in letters


@pytest.mark.parametrize("languages", [("es",), ("es", "en")])
def test_there_is_one_box_to_tick_for_each_item(monkeypatch, languages):
    drawn = []
    monkeypatch.setattr(Box, "draw", lambda _self, canv, x, top: drawn.append(canv.absolutePosition(x, top)))
    paper(languages=languages)
    assert len(drawn) == 2


def test_no_answer_is_printed_beside_what_the_checklist_says():
    read = paper(languages=("es", "en"))
    assert SECRET not in read.text
    assert SECRET.encode() not in read.bytes
    assert str(read.raw.docinfo["/Title"]) == "Cosas"


def test_there_is_room_for_notes(locale):
    read = paper(languages=(locale.language,))
    assert locale.render(captions.NOTES) in read.text
    assert locale.render(captions.NO_STORY) in " ".join(read.text.split())


def test_a_checklist_without_findings_has_no_empty_section(locale):
    text = paper(PersonalChecklist(CHECKLIST, (), PERSONAL.parts), (locale.language,)).text
    assert locale.render(captions.FIRST) not in text
    assert locale.render(FULL.text) in text


def test_an_old_checklist_says_so(locale):
    late = paper(languages=(locale.language,), today=dt.date(2027, 2, 21))
    banner = only_letters(locale.render(captions.expired(CHECKLIST.good_until)))
    assert all(banner in only_letters(page) for page in late.pages)


@pytest.mark.parametrize("languages", [("es",), ("en",), ("es", "en")])
@pytest.mark.parametrize("size", list(Paper))
def test_every_checklist_that_ships_prints_for_a_family_that_knows_little(library: Library, languages, size):
    for one in library.checklists.values():
        names = {screen.answer.name for screen in library.interview(one.interview).screens}
        unsure = situation.checklist(library, one.id, Answers(dict.fromkeys(names, Open.UNSURE)))
        read = paper(unsure, languages, library, size)
        said = {words for part in unsure.parts for each in part.items for words in (each.text,)}
        letters = read.letters
        for words in said:
            for language in languages:
                told = catalogs.load(language, places.translations()).render(words)
                assert only_letters(told.replace("**", "").split("[[")[0]) in letters
        ink = ImageChops.invert(read.image(0, dots=72).convert("L")).getbbox()
        assert ink[0] * POINTS_TO_MM >= 14
