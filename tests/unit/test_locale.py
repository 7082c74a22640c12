import datetime as dt

import pytest

from kyr_app import places
from kyr_app.i18n import catalogs
from kyr_app.model.text import N_, P_, Day, Msg, Text, Together

ES = catalogs.load("es", places.translations())
EN = catalogs.load("en", places.translations())
XA = catalogs.load("en_XA", places.translations())


def test_the_same_words_in_each_language() -> None:
    words = Text("papel", "paper")
    assert (ES.render(words), EN.render(words)) == ("papel", "paper")
    assert XA.render(words) == "[!!pápér~!!]"
    assert ES.render(N_("I don't know")) == "No sé"
    assert EN.render(N_("I don't know")) == "I don't know"


def test_a_language_that_a_pack_adds() -> None:
    assert Text("papel", "paper", {"ht": "papye"}).in_language("ht") == "papye"
    assert Text("papel", "paper").in_language("ht") == "papel"


def test_counts_and_values() -> None:
    one, many = (
        P_("{n} thing to mend.", "{n} things to mend.", 1),
        P_("{n} thing to mend.", "{n} things to mend.", 2),
    )
    assert (EN.render(one), EN.render(many)) == ("1 thing to mend.", "2 things to mend.")
    assert ES.render(one) != ES.render(many)
    assert EN.render(Msg("{a} {{b}}", {"a": Text("no", "yes")})) == "yes {b}"
    assert XA.render(Msg("page {n}", {"n": 3})).count("3") == 1


def test_days_lists_and_numbers() -> None:
    day = dt.date(2026, 11, 22)
    assert ES.render(Day("2026-11-22")) == ES.date(day) == "22 de noviembre de 2026"
    assert EN.date(day) == "November 22, 2026"
    assert ES.short_date(day) == "22 nov 2026"
    assert ES.list(["A", "B", "C"]) == "A, B y C"
    assert EN.list(["A", "B", "C"]) == "A, B, and C"
    assert ES.number(12000) == "12,000"
    assert EN.render(Together(("a", Text("b", "c")), " · ")) == "a · c"


def test_words_sort_as_in_a_dictionary() -> None:
    assert sorted(["ñame", "nube", "ojo", "niño", "Nación", "nación"], key=ES.collate)[-2:] == ["ñame", "ojo"]
    assert sorted(["émbolo", "ente", "dado"], key=ES.collate) == ["dado", "émbolo", "ente"]


def test_a_language_nobody_translated() -> None:
    with pytest.raises(catalogs.Missing):
        catalogs.load("xx", places.translations())
