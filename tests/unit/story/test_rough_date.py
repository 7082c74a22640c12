"""Dates as people say them: kept as they are. Bounds as people type them: understood, or asked for again."""

import datetime as dt

import pytest

from kyr_app.model.rough_date import NO_DATE, RoughDate, bound, first_day, is_bound, last_day

SAID = (
    "en la temporada de lluvias de 2021",
    "cuando iba en cuarto de primaria",
    "dos días antes del entierro de mi mamá",
    "  un martes,\tcreo  ",
    "in the rainy season of 2021",
    "when I was in 4th grade",
    "el 31 de febrero",
    "hace 3 Navidades 😀 \u202e",
)


@pytest.mark.parametrize("words", SAID)
def test_words_are_kept_and_nothing_is_read_out_of_them(words):
    when = RoughDate(words)
    assert when.words == words
    assert when.span is None
    assert not when.upside_down
    assert not when.empty


@pytest.mark.parametrize(
    ("fields", "made"),
    [
        (("", 0, ""), ""),
        (("", 0, "2021"), "2021"),
        (("", 6, "2021"), "2021-06"),
        (("14", 6, "2021"), "2021-06-14"),
        ((" 1 ", 2, " 2024 "), "2024-02-01"),
        (("29", 2, "2024"), "2024-02-29"),
        (("29", 2, "2023"), None),
        (("31", 4, "2021"), None),
        (("", 0, "21"), None),
        (("14", 0, "2021"), None),
        (("", 6, ""), None),
        (("x", 6, "2021"), None),
        (("0", 6, "2021"), None),
        (("", 0, "0021"), None),
        (("", 0, "3021"), None),
    ],
)
def test_three_fields_make_a_bound_or_none(fields, made):
    assert bound(*fields) == made


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021", dt.date(2021, 1, 1), dt.date(2021, 12, 31)),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2021-12", dt.date(2021, 12, 1), dt.date(2021, 12, 31)),
        ("2021-06-14", dt.date(2021, 6, 14), dt.date(2021, 6, 14)),
    ],
)
def test_a_bound_has_a_first_and_a_last_day(text, first, last):
    assert is_bound(text)
    assert (first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize("text", ["", "21", "2021-13", "2021-6", "2021-02-30", "2021-06-14x", "٢٠٢١", "1899"])
def test_what_is_no_bound_is_refused(text):
    assert not is_bound(text)
    if text:
        with pytest.raises(ValueError):  # noqa: PT011 (it carries no words: nothing typed may stand in an error)
            RoughDate("", text)


def test_one_bound_means_within_it_and_two_mean_between_them():
    within = RoughDate("", "2021").span
    between = RoughDate("", "2021-03", "2022").span
    before = RoughDate("", "", "2020-05").span
    assert (within.first, within.last) == (dt.date(2021, 1, 1), dt.date(2021, 12, 31))
    assert (between.first, between.last) == (dt.date(2021, 3, 1), dt.date(2022, 12, 31))
    assert (before.first, before.last) == (dt.date.min, dt.date(2020, 5, 31))
    assert RoughDate("", "2022", "2021").span is None
    assert RoughDate("", "2022", "2021").upside_down


def test_nothing_of_it_is_ever_shown_in_a_log():
    when = RoughDate("CANARIO", "2021")
    assert "CANARIO" not in repr(when)
    assert "2021" not in repr(when)
    assert NO_DATE.empty
    assert RoughDate("  ").empty
