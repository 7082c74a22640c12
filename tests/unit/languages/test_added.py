"""An added language as the program speaks it: its own words, Spanish for what is missing, days as it writes them."""

import datetime as dt

import msgspec
import pytest

from kyr_app import places
from kyr_app.i18n import catalogs, cldr, plurals, pseudo, table
from kyr_app.model.language import WordTable
from kyr_app.model.text import Day, Msg, Plural, Standing, Text, Together
from tests.unit.languages import sample

DAY = dt.date(2026, 11, 22)
MONTHS = "janvye fevriye mas avril me jen jiyè out septanm oktòb novanm desanm".split()


def locale(**more):
    """Return the locale of the sample table; `writing` and the like are of its language."""
    found = sample.table()
    found["language"] |= {name: more.pop(name) for name in ("writing", "direction", "review") if name in more}
    return catalogs.added(table.convert({**found, **more}, "ht"), places.translations())


def test_its_own_words_first_then_whole_sentences_in_spanish():
    haitian = locale(writing={"months": MONTHS, "joins": "ak", "thousands": "."})
    assert haitian.render(Msg("Next")) == "Pwochen"
    assert haitian.render(Msg("Part {n} of {total}", {"n": 1, "total": 2000})) == "Pati 1 sou 2.000"
    assert haitian.render(Msg("Back")) == "Atrás"
    day = Day("2026-11-22")
    assert haitian.render(day) == "22 novanm 2026"
    # The day in a sentence that is Spanish is Spanish too; a passage of content stays in the language.
    assert haitian.render(Msg("Good until {day}", {"day": day})) == "Válido hasta el 22 de noviembre de 2026"
    named = Msg("“{id}” stands in {file} too.", {"id": Text("a", "b", {"ht": "non"}), "file": "x"})
    assert "non" in haitian.render(named)


@pytest.mark.parametrize(
    ("n", "said"), [(0, "0 lòt"), (1, "1 sous"), (2, "2 sous"), (5, "5 anpil"), (21, "21 sous")]
)
def test_numbers_take_the_form_of_their_kind(n, said):
    rules = {"one": "n = 1 or n = 21", "two": "n = 2", "many": "n = 3..20"}
    forms = {"one": "{n} sous", "two": "{n} sous", "many": "{n} anpil", "other": "{n} lòt"}
    counted = [{"one": "See {n} source", "many": "See all {n} sources", "said": forms}]
    haitian = locale(plural=rules, counted=counted)
    assert haitian.render(Plural("See {n} source", "See all {n} sources", n)) == said
    assert haitian.render(Plural("and {n} more", "and {n} more", n)) == f"y {n} más"


def test_one_may_leave_its_number_out_where_it_is_one_number_alone():
    forms = {"one": "Gade sous la", "other": "Gade {n} sous"}
    counted = [{"one": "See {n} source", "many": "See all {n} sources", "said": forms}]
    assert (
        locale(counted=counted).render(Plural("See {n} source", "See all {n} sources", 1)) == "Gade sous la"
    )
    with pytest.raises(table.BadTable):
        locale(counted=counted, plural={"one": "n = 0..1"})


def test_days_and_lists_are_spanish_or_plain_where_the_language_does_not_say():
    bare = locale()
    assert bare.date(DAY) == "22 de noviembre de 2026"
    assert bare.short_date(DAY) == "22 nov 2026"
    assert bare.month(DAY) == "noviembre de 2026"
    assert bare.list(["a", "b", "c"]) == "a, b, c"
    assert (bare.list(["a"]), bare.list([])) == ("a", "")
    full = locale(writing={"months": MONTHS, "joins": "ak", "month": "{month} ane {year}"})
    assert full.list(["a", "b", "c"]) == "a, b ak c"
    assert full.month(DAY) == "novanm ane 2026"
    assert full.short_date(DAY) == "22 novanm 2026"


def test_content_stands_in_spanish_where_it_is_missing_and_says_so():
    haitian = locale()
    there, missing = Text("sí", "yes", {"ht": "wi"}), Text("no", "no")
    assert [haitian.render(each) for each in (there, missing)] == ["wi", "no"]
    assert [haitian.tongue_of(each) for each in (there, missing, Msg("Next"), Msg("Back"))] == [
        "ht",
        "es",
        "ht",
        "es",
    ]
    assert haitian.tongue_of(Together((missing, there))) == "es"
    reviewed = haitian.render(Msg("The translation has not been reviewed yet."))
    part = {"language": sample.HAITIAN}
    partly = Msg("Part of this is not in {language} yet. That part is shown in Spanish.", part)
    wholly = Msg("This is not in {language} yet. It is shown in Spanish.", part)
    assert haitian.render(Standing((there,))) == reviewed
    assert haitian.render(Standing((there, missing))) == f"{haitian.render(partly)} {reviewed}"
    assert haitian.render(Standing((missing,))) == haitian.render(wholly)
    assert sample.HAITIAN in haitian.render(wholly)


def test_a_review_is_told_only_where_somebody_is_named():
    assert "Persona de Ejemplo" in locale(review="Persona de Ejemplo").render(Standing(()))
    assert "Persona" not in locale().render(Standing(()))


def test_the_languages_of_the_program_say_nothing_of_a_translation():
    for language in ("es", "en", pseudo.PSEUDO):
        known = catalogs.load(language, places.translations())
        assert known.render(Standing((Text("a", "b"),))) == ""
        assert known.tongue_of(Text("a", "b")) == language
        assert not known.right_to_left


def test_where_lines_begin():
    assert locale(direction="rtl").right_to_left
    assert not locale().right_to_left


def test_the_pseudo_language_can_be_a_pack(library):
    """Every message and every passage there is, stretched: a whole third language."""
    words = {"Next": pseudo.stretched("Next"), "Part {n} of {total}": pseudo.stretched("Part {n} of {total}")}
    found = table.convert(sample.table("xa", words=words), "xa")
    shelf = sample.spoken(sample.small(library), "xa", lambda text: pseudo.stretched(text.es))
    whole = catalogs.added(found, places.translations())
    assert whole.render(shelf.lessons[0].title).startswith("[!!")
    assert whole.render(Msg("Next")) == pseudo.stretched("Next")


@pytest.mark.parametrize(
    ("code", "day", "joins"), [("pt", "22 de novembro de 2026", "e"), ("fr", "22 novembre 2026", "et")]
)
def test_what_cldr_knows_is_carried_by_the_pack(code, day, joins):
    writing = cldr.writing_of(code)
    assert writing.joins == joins
    assert writing.day.format(day=22, month=writing.months[10], year=2026) == day


@pytest.mark.parametrize("code", ["ht", "quc", "mam", "xx", "../es"])
def test_what_cldr_lends_from_elsewhere_is_not_taken(code):
    assert cldr.writing_of(code) is None


def test_rules_for_numbers_are_those_of_cldr():
    assert set(plurals.rules_of("ru")) == {"one", "few", "many"}
    assert plurals.rules_of("mam") == {"one": "n = 1"}
    forms = plurals.by_kind(("un", "deux"), "nplurals=2; plural=(n > 1);", plurals.rules_of("fr"))
    assert forms == {"one": "un", "other": "deux"}
    for header in (
        "",
        "nplurals=3; plural=(n > 1);",
        "nplurals=2; plural=__import__('os');",
        "nplurals=2; plural=n;",
    ):
        with pytest.raises(plurals.NoRule):
            plurals.by_kind(("un", "deux"), header, plurals.rules_of("fr"))


def test_a_table_goes_through_json_and_comes_back():
    made = table.convert(sample.table(), "ht")
    assert msgspec.json.decode(msgspec.json.encode(made), type=WordTable) == made
    assert len(made) == 3


def test_a_short_day_is_spanish_inside_a_sentence_that_is():
    haitian = locale(writing={"months": MONTHS})
    short = Day("2026-11-22", short=True)
    assert haitian.render(short) == "22 novanm 2026"
    assert haitian.render(Msg("Reviewed {day}", {"day": short})) == "Revisado el 22 nov 2026"
