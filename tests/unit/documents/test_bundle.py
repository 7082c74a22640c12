"""Several papers in one file: every page, every bookmark, the same bytes."""

import pytest

from kyr_app.model.answers import Answers
from kyr_app.model.errors import ContentError
from kyr_app.session.making import papers
from tests.unit.documents.family import TOLD, keeps_to_the_rules
from tests.unit.documents.paper import Read


@pytest.fixture
def told(session):
    session.replace_answers(Answers(TOLD))
    return session


def outline(read):
    with read.raw.open_outline() as found:
        numbers = {page.obj.objgen: n for n, page in enumerate(read.raw.pages)}
        return [(item.title, numbers[item.destination[0].objgen]) for item in found.root]


def test_every_page_and_bookmark_of_each_is_there(told):
    names = ["intake", "mpp-card", "dates", "blank-turn-in"]
    alone = [Read(papers.job(told, [name], ("es", "en")).run()) for name in names]
    whole = Read(papers.job(told, names, ("es", "en")).run())
    assert whole.pages == [page for read in alone for page in read.pages]
    before, expected = 0, []
    for read in alone:
        expected += [(title, before + page) for title, page in outline(read)]
        before += len(read.pages)
    assert outline(whole) == expected
    assert str(whole.raw.docinfo["/Title"])
    keeps_to_the_rules(whole)


def test_the_same_papers_have_the_same_bytes(told):
    job = papers.job(told, ["dates", "blank-intake"], None)
    assert job.run() == job.run()


def test_every_paper_offered_can_be_made_and_says_what_it_needs(told):
    for name, offer in papers.offers(told).items():
        assert len(told.locale.render(offer.title)) > 5
        if name != "mpp-result":
            assert papers.job(told, [name], None).run().startswith(b"%PDF")
        assert not set(offer.needs) & set(told.answers)
    assert papers.offers(told)["dates"].needs == ()
    assert "q11_pending" in papers.offers(told)["mpp-result"].needs


def test_a_paper_nobody_knows(told):
    with pytest.raises(ContentError) as error:
        papers.job(told, ["intak"], None)
    assert "intake" in told.locale.render(error.value.hint)
