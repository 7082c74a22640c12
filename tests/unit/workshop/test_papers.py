"""Papers of a workshop: the sheets told are the sheets printed, drawn once, in the order they are handed out."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from kyr_app.documents.sheet_job import Stopped
from kyr_app.documents.workshop.sets import Count, read
from kyr_app.model.answers import NOTHING
from kyr_app.model.changes import Changes
from kyr_app.model.errors import ContentError, InputError
from kyr_app.model.settings import Edition
from kyr_app.session.numbers import numbers
from kyr_app.session.workshop import Wanted

SMALL = Wanted(edition=Edition.ZINE)


@pytest.fixture
def workshop(session):
    session.workshop.choose(["say-fear", "fraud-help"], minutes=90, people=7)
    return session.workshop


def pages(made):
    with pikepdf.open(BytesIO(made)) as pdf:
        return len(pdf.pages)


def words_of(made):
    """Return the words of a PDF, all lines joined."""
    found = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made)]
    return " ".join(" ".join(found).replace("\ufffe", "").split())


def contents(made):
    """Return for each page the number of the object that it shows."""
    with pikepdf.open(BytesIO(made)) as pdf:
        return [page.obj.Contents.objgen if "/Contents" in page.obj else None for page in pdf.pages]


def test_the_sheets_told_are_the_pages_printed(workshop):
    for wanted, children in ((SMALL, 0), (SMALL, 3), (Wanted(), 0)):
        workshop.change(children=children)
        count = read(workshop.count(wanted).run())
        made = workshop.pack(wanted, guide=False).run()
        assert pages(made) == count.all_pages
        assert count.people == 7
        assert pages(workshop.one_set(wanted).run()) == count.pages


def test_for_two_sides_every_paper_begins_on_a_sheet_of_its_own(workshop):
    wanted = Wanted(both_sides=True)
    count = read(workshop.count(wanted).run())
    made = workshop.pack(wanted, guide=False).run()
    assert pages(made) == 2 * count.both_sides
    assert any(each % 2 for each in count.papers)


def test_a_guide_comes_first_and_each_set_has_its_name(workshop):
    job = workshop.pack(SMALL)
    made, guide = job.run(), workshop.guide(SMALL).run()
    count = read(workshop.count(SMALL).run())
    assert pages(made) == pages(guide) + count.all_pages
    with pikepdf.open(BytesIO(made)) as pdf, pdf.open_outline() as outline:
        names = [item.title for item in outline.root][-7:]
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert len(set(names)) == 7


def test_pages_are_kept_once_however_many_people_come(workshop):
    few = workshop.pack(SMALL, guide=False).run()
    workshop.change(people=70)
    many = workshop.pack(SMALL, guide=False).run()
    shown = contents(many)
    one = len(shown) // 70
    assert shown == shown[:one] * 70
    assert len(many) < len(few) * 1.5
    assert workshop.pack(SMALL, guide=False).run() == many


def test_progress_is_told_by_set_and_a_stop_leaves_nothing(workshop):
    job, told = workshop.pack(SMALL), []
    job.run(lambda done, total: told.append((done, total)) or True)
    assert told[-1] == (job.before + 7, job.before + 7)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert {done for done, _ in told} >= set(range(job.before, job.before + 8))
    for last in (0, 1, job.before, job.before + 3):
        with pytest.raises(Stopped):
            workshop.pack(SMALL).run(lambda done, _total, last=last: done < last)


def test_what_is_told_while_it_is_packed(workshop, locale):
    job = workshop.pack(SMALL)
    first, set_ = locale.render(job.said(0)), locale.render(job.said(job.before + 2))
    assert "1" in first
    assert "3" in set_
    assert "7" in set_


@pytest.mark.parametrize("languages", [("es",), ("en", "es")])
def test_the_guide_says_what_a_leader_needs(session, languages):
    workshop = session.workshop
    workshop.take("four-stations")
    wanted = Wanted(languages=languages, edition=Edition.ZINE)
    count = read(workshop.count(wanted).run())
    said = words_of(workshop.guide(wanted).run())
    leading = session.library.leading
    language = languages[0]
    for words in (
        workshop.ready.title.in_language(language),
        session.library.contact(leading.contacts[0]).name.in_language(language),
        f"{count.all_pages:,}",
        "0:00–0:09",
        "1:19–1:30",
    ):
        assert words in said
    for block in (*leading.close, *leading.distress):
        for item in getattr(block, "items", ()):
            assert item.text.in_language(language)[:30] in said


def test_children_get_the_page_of_their_corner(session):
    workshop = session.workshop
    workshop.take("family-corner")
    workshop.change(people=3, children=2)
    count = read(workshop.count(SMALL).run())
    assert count.children == 2
    assert count.all_pages == count.pages * 3 + sum(count.child) * 2
    child = session.library.lesson("child-page").title.es
    assert child in words_of(workshop.pack(SMALL, guide=False).run())


def test_counting_by_hand():
    count = Count((3, 2, 1), (1,), 25, 4)
    assert count.pages == 6
    assert count.all_pages == 25 * 6 + 4
    assert count.both_sides == 25 * 4 + 4


def test_what_a_workshop_cannot_be_is_refused_and_the_plan_stays(workshop):
    before = workshop.plan
    for values in ({"people": 0}, {"people": 101}, {"children": -1}, {"minutes": 20}):
        with pytest.raises(InputError):
            workshop.change(**values)
        assert workshop.plan == before
    with pytest.raises(ContentError):
        workshop.choose(["no-such"])
    with pytest.raises(ContentError):
        workshop.take("no-such")


def test_hands_are_totals_and_end_with_the_workshop_or_the_sitting(session, workshop):
    for _ in range(3):
        workshop.raise_hand("say-fear", 1)
    workshop.raise_hand("say-fear", 1, -1)
    workshop.raise_hand("say-fear", 0, -1)
    workshop.raise_hand("say-fear", 9)
    assert workshop.hands("say-fear")[:2] == (0, 2)
    assert workshop.asked == ("say-fear",)
    session.answers = NOTHING
    session.changed.emit(Changes(answers=True))
    assert workshop.asked == ()
    workshop.raise_hand("fraud-help", 0)
    workshop.end()
    assert workshop.plan is None
    assert sum(workshop.hands("fraud-help")) == 0


def test_two_numbers_and_nothing_else(locale):
    made = numbers(25, 800, locale).decode("utf-8-sig").splitlines()
    assert made[1] == "25,800"
    assert len(made) == 2
    for wrong in ((-1, 0), (0, 100_000)):
        with pytest.raises(InputError):
            numbers(*wrong, locale)
