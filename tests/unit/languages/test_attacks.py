"""Words that would mislead are refused when a pack is looked at, each with a plain reason; nothing is written."""

import datetime as dt
import json
import random

import pytest
from msgspec import structs

from kyr_app import places
from kyr_app.content import library as libraries
from kyr_app.model.text import Text
from kyr_app.session.packs import packs, publishers
from kyr_app.session.session import Session
from kyr_app.store.preferences import home
from kyr_app.updates import manifest, troubles, words
from tests.unit.languages import sample


@pytest.fixture(scope="module")
def library():
    return libraries.load(places.pack())


@pytest.fixture(scope="module")
def shelf(library):
    return sample.small(library)


@pytest.fixture
def refused(tmp_path, monkeypatch, library, shelf):
    """Return a function that offers a pack and returns why it is refused, in English."""
    monkeypatch.setattr(publishers, "pinned", lambda: (sample.KEY.public,))
    session = Session(library, today=dt.date(2026, 11, 22))

    def reason(*tables, shelf=shelf, said=None, more=None):
        file = sample.signed(tmp_path, {**sample.files(shelf, *tables), **(more or {})}, said=said)
        with pytest.raises(troubles.PackError) as caught:
            packs.Packs(session, home()).offered(file)
        assert not (home() / "packs").exists()
        assert caught.value.hint is not None
        return session.locale_of("en").render(caught.value.said)

    return reason


BAD_WORDS = {
    "a place is missing": ("Part {n} of {total}", "Pati {n}", "places in braces"),
    "a place too many": ("Next", "Pwochen {name}", "places in braces"),
    "a place looks inside": ("Part {n} of {total}", "{n.__class__} {total}", "places in braces"),
    "a place by number": ("Part {n} of {total}", "{0.__class__} {n} {total}", "places in braces"),
    "a place asks for more": ("Part {n} of {total}", "{n!r} {total:>9999}", "places in braces"),
    "a brace alone": ("Next", "Pwochen {", "places in braces"),
    "another percent": ("%(prog)s: error: %(message)s\n", "%(prog)s: %(secret)s\n", "places with %"),
    "HTML": ("Next", "<img src=x>Pwochen", "HTML"),
    "a closing tag": ("Next", "Pwochen</b>", "HTML"),
    "an entity": ("Next", "Pwochen &#60;", "HTML"),
    "turned round": ("Next", "Pwo\u202echen", "turn a line round"),
    "an isolate": ("Next", "\u2066Pwochen\u2069", "turn a line round"),
    "nothing to see": ("Next", "Pwo\u200bchen", "cannot be seen"),
    "tags of Unicode": ("Next", "Pwochen\U000e0041", "cannot be seen"),
    "a control": ("Next", "Pwo\x1b[31mchen", "no letters"),
    "no character": ("Next", "Pwo\ufdd0chen", "no letters"),
    "private letters": ("Next", "\ue000", "no letters"),
    "a number asked for": ("Next", "50 % de", "places with %"),
    "a sign for nothing": ("Next", "50 %", "places with %"),
    "nothing": ("Next", "  ", "empty"),
    "too long": ("Next", "a" * 5000, "too long"),
    "5 MiB": ("Next", "a" * (5 * 2**20), "too large"),
    "10 MiB": ("Next", "a" * (10 * 2**20), "too large"),
}


@pytest.mark.parametrize("name", BAD_WORDS)
def test_a_message_that_would_mislead(refused, name):
    key, said, why = BAD_WORDS[name]
    assert why in refused(sample.table(words={key: said}))


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"other": "Gade {n} sous"}, "each kind of number"),
        ({"one": "Gade {n} sous", "other": "Gade {n} sous", "few": "{n}"}, "each kind of number"),
        ({"one": "Gade {n} sous"}, "each kind of number"),
        ({"one": "Gade yon sous", "other": "Gade tout sous"}, "places in braces"),
        ({"one": "Gade {m} sous", "other": "Gade {n} sous"}, "places in braces"),
    ],
)
def test_forms_that_do_not_fit_the_numbers(refused, said, why):
    counted = [{"one": "See {n} source", "many": "See all {n} sources", "said": said}]
    assert why in refused(sample.table(counted=counted))


@pytest.mark.parametrize(
    "rule",
    [
        "__import__('os')",
        "n = 1 or",
        "n mod 0 = 1",
        "n % 0 = 1",
        "n = 9 and n mod 00 = 0",
        "n = 1" + " or n = 1" * 99,
    ],
)
def test_a_rule_that_is_none(refused, rule):
    assert "rule for numbers" in refused(sample.table(plural={"one": rule}))
    assert "rule for numbers" in refused(sample.table(plural={"../one": "n = 1"}))


@pytest.mark.parametrize(
    "more",
    [
        {"words": {"Next": 7}},
        {"words": {"Next": ["Pwochen"]}},
        {"words": [["Next", "Pwochen"]]},
        {"counted": [{"one": "a", "many": "b", "said": ["c", "d"]}]},
        {"run": "me"},
        {"language": {"id": "ht", "name": None, "called": {"es": "a", "en": "b"}}},
    ],
)
def test_values_of_another_kind(refused, more):
    found = sample.table()
    assert "form that is read" in refused(
        {**found, **more, "language": more.get("language", found["language"])}
    )


@pytest.mark.parametrize(
    "data",
    [
        b'{"format": 1, "format": 1}',
        b'{"format": NaN}',
        b'{"format": 1e999}',
        b'"\\ud800"',
        b"[" * 200,
        b"\xff",
        b"",
    ],
)
def test_json_that_two_readers_would_read_differently(refused, data):
    assert "not the JSON" in refused(more={"words/ht.json": data})


def test_a_language_named_by_a_path(refused, shelf):
    for code in ("../ht", "ht/../es", "HT", "ht_HT", "h", "con", "..", "ht.json"):
        table = sample.table()
        found = json.dumps({**table, "language": {**table["language"], "id": code}}).encode()
        assert "name of a language" in refused(more={"words/ht.json": found})
    for code in ("es", "en", "en-xa"):
        assert refused(sample.table(code), shelf=shelf)


def test_a_file_that_is_no_language(refused):
    for name in ("words/ht/x.json", "words/ht.txt", "words/.json"):
        assert refused(more={name: b"{}"})


def test_a_manifest_that_names_other_languages(refused, shelf):
    made = sample.files(shelf, sample.table())
    honest = manifest.made(
        made,
        version=2099010101,
        made=dt.date(2026, 11, 22),
        valid_until=dt.date(2099, 1, 1),
        notes=Text("a", "b"),
    )
    for names in (("es", "en"), ("es", "en", "ht", "pt"), ("ht",)):
        assert "languages" in refused(sample.table(), said=structs.replace(honest, languages=names))


def test_too_many_languages(refused):
    codes = [f"x{letter}" for letter in "abcdefghi"]
    assert len(codes) > words.MOST_LANGUAGES
    assert "languages" in refused(*(sample.table(code) for code in codes))


@pytest.mark.parametrize(
    ("say", "why"),
    [
        (lambda text: f"{text.es} <b>", "HTML"),
        (lambda text: f"{text.es}\u202e", "turn a line round"),
        (lambda text: f"{text.es} {{a_number}}", "braces"),
        (lambda text: f"{text.es} [[bond-hearing|kosyon]]", "explains words"),
        (lambda text: f"{text.es} **", "not closed"),
        (lambda text: text.es * 99, "too long"),
    ],
)
def test_a_passage_that_would_mislead(refused, shelf, say, why):
    assert why in refused(sample.table(), shelf=sample.spoken(shelf, "ht", say))


def test_passages_in_a_language_that_is_not_named(refused, shelf):
    assert "name its language" in refused(
        sample.table("pt"), shelf=sample.spoken(shelf, "ht", lambda text: text.es)
    )


def test_letters_that_papers_lack_may_not_be_promised(refused):
    cyrillic = sample.table("xc", words={"Next": "Далі"})
    assert "Д" in refused(cyrillic)
    arabic = sample.table("xd", words={})
    arabic["language"] |= {"direction": "rtl"}
    assert "right" in refused(arabic)


def test_names_and_days_are_looked_at_too(refused):
    for more in (
        {"name": "Kreyòl <b>"},
        {"name": "K" * 61},
        {"review": "\u202elawyer"},
        {"writing": {"months": ["janvye"]}},
        {"writing": {"day": "{day} {month} {year.__class__}"}},
        {"writing": {"joins": "\u2067"}},
        {"direction": "up"},
    ):
        found = sample.table()
        found["language"] |= more
        assert refused(found)


def test_damaged_tables_never_crash():
    """A thousand tables with a byte, a value or a piece gone wrong: each is read, or refused with a reason."""
    chance = random.Random(20261122)
    whole = json.dumps(sample.table()).encode()
    said = manifest.made(
        {"words/ht.json": b""},
        version=1,
        made=dt.date(2026, 11, 22),
        valid_until=dt.date(2099, 1, 1),
        notes=Text("a", "b"),
    )
    odd = [
        "",
        "{",
        "\x00",
        "\ud800",
        0,
        -1,
        1e300,
        None,
        True,
        [],
        {},
        {"a": []},
        ["a"] * 3,
        "٣",
        "{0}",
        "%s",
        "other",
    ]
    reasons = []
    for _ in range(1000):
        if chance.random() < 0.5:
            data = bytearray(whole)
            at = chance.randrange(len(data))
            data[at : at + chance.randrange(4)] = chance.randbytes(chance.randrange(3))
        else:
            found = sample.table()
            shelf = chance.choice(
                [found, found["language"], found["words"], found["counted"][0], found["plural"]]
            )
            shelf[chance.choice([*shelf, "more"])] = chance.choice(odd)
            data = json.dumps(found).encode()
        try:
            words.read({"words/ht.json": bytes(data)}, said)
        except troubles.PackError as error:
            reasons.append(error.said)
    assert 700 < len(reasons) < 1000
    assert all(reasons)
