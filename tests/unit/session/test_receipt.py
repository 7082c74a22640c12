"""The receipt of a sitting: it counts what left, and names nobody."""

import io
from pathlib import Path

import pikepdf
import pytest

from kyr_app.i18n.locale import Locale
from kyr_app.model.text import N_
from kyr_app.session.family import receipt
from kyr_app.session.family.receipt import Way
from kyr_app.session.family.whereabouts import Where
from kyr_app.session.session import Session
from kyr_app.store.slots import cheap
from tests.unit.session.conftest import WORDS


def said(locale: Locale, made: receipt.Receipt) -> str:
    return "\n".join(locale.render(words) for words in (made.title, made.about, *made.lines))


def test_a_sitting_without_a_file_leaves_nothing(session: Session, locale: Locale) -> None:
    session.give("adults", 2)
    made = session.forget()
    assert made.clean
    assert len(session.answers) == 0
    assert locale.render(N_("Nothing of the family: no answer, no name, no paper.")) in said(locale, made)


def test_it_counts_what_left_and_begins_anew(session: Session, locale: Locale) -> None:
    session.handed.note(Way.PRINTED)
    session.handed.note(Way.PRINTED)
    session.handed.note(Way.SAVED, "ROJA")
    session.handed.note(Way.SAVED, "ROJA")
    session.handed.note(Way.SAVED, "Documentos")
    session.handed.note(Way.COPIED, "ROJA")
    session.handed.note(Way.HANDED, "")
    assert session.handed.total == 7
    words = said(locale, session.forget())
    assert words.count("ROJA") == 2
    assert "Documentos" in words
    assert session.handed.total == 0
    assert "ROJA" not in said(locale, session.forget())


@pytest.mark.parametrize("removable", [True, False])
def test_it_says_where_the_sealed_file_is(locale: Locale, *, removable: bool) -> None:
    made = receipt.of_sitting(receipt.Handed(), Where(Path("/x"), "ROJA", removable))
    assert made.clean is removable
    assert "ROJA" in said(locale, made)


def test_a_paper_on_this_computer_is_not_nothing(session: Session, tmp_path: Path, locale: Locale) -> None:
    session.handed.note_at(Way.SAVED, tmp_path)
    session.handed.note_at(Way.COPIED, tmp_path)
    made = session.forget()
    assert not made.clean
    words = said(locale, made)
    assert locale.render(N_("Nothing of the family: no answer, no name, no paper.")) not in words
    assert words.count(tmp_path.name) == 3
    assert session.forget().clean


def test_forgetting_with_an_open_file_saves_it_first(session: Session, stick: Path) -> None:
    session.family.create(stick, WORDS, costs=cheap())
    path = session.family.file.path
    session.give("adults", 2)
    session.forget()
    assert not session.family.open
    session.family.open_file(path, WORDS)
    assert session.answers["adults"] == 2


@pytest.mark.parametrize("languages", [("es",), ("en", "es")])
def test_it_fits_one_page(session: Session, languages: tuple[str, ...]) -> None:
    for at in range(8):
        session.handed.note(Way.SAVED, f"stick {at}")
    made = session.forget()
    for one in (made, receipt.card(session.family.new_card("es"))):
        data = session.receipt_sheet(one, languages).run()
        with pikepdf.open(io.BytesIO(data)) as pdf:
            assert len(pdf.pages) == 1
