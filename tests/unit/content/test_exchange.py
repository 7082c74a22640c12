"""Out to translators and in again: nothing is lost, nothing half written, every mistake with its line."""

import pytest
from msgspec import structs

from kyr_app.content import addresses, build, exchange, rewriting
from kyr_app.content.desk import Desk
from kyr_app.content.source import parse
from kyr_app.model.translation import Entry
from tests.unit.content import little


@pytest.fixture
def content(tmp_path):
    return little.write(tmp_path / "content")


@pytest.fixture
def desk(content):
    return Desk(content)


def test_every_passage_has_its_address_and_no_other(desk):
    found = {each.address: each.text for each in exchange.spots(desk)}
    assert found == {each.address: each.text for each in addresses.texts(build.shelf(desk))}


def test_a_translator_sees_the_english_the_facts_and_the_line(desk):
    by_address = {each.context: each for each in exchange.entries(exchange.spots(desk), "ht")}
    entry = by_address["lessons/door.points.closed.blocks.ask.text"]
    assert entry.source.startswith("Usted **no** tiene que abrir")
    assert entry.said == ("",)
    assert entry.notes[0].startswith("English: You do **not** have to open")
    assert "door-closed: U.S. Const. amend. IV (2026-11-22)" in entry.notes[1]
    assert "warrant" in entry.notes[2]
    [(file, line)] = entry.places
    assert little.text(file).splitlines()[line - 1].strip() == "text:"


def test_corrections_start_from_what_stands_there(desk):
    for language, source in (("es", "en"), ("en", "es")):
        for spot, entry in zip(
            exchange.spots(desk), exchange.entries(exchange.spots(desk), language), strict=True
        ):
            assert entry.said == (spot.text.in_language(language),)
            assert entry.source == spot.text.in_language(source)


class TestRewriting:
    """Only the lines of what changed are touched."""

    def spots(self, desk, file):
        return [each for each in exchange.spots(desk) if each.file == file]

    def test_the_same_words_are_the_same_bytes(self, desk):
        for file in little.FILES:
            changes = [
                (each.node, language, each.text.in_language(language))
                for each in self.spots(desk, file)
                for language in ("es", "en")
            ]
            assert rewriting.rewritten(little.text(file), changes) == little.text(file)

    @pytest.mark.parametrize(
        "words",
        [
            "Otra cosa.",
            "Una cosa: otra.",
            "**Fuerte** al comienzo",
            "[[warrant|Orden]] al comienzo",
            "Con # dentro",
            "- con raya",
            "«Comillas» y \"otras\" y 'otras'",
            "yes",
            "Termina con dos puntos:",
            "Una frase muy larga que no cabe en una sola línea, " * 4,
            "ñ á ü ¿? ¡! — … ’",
        ],
    )
    def test_any_words_come_back_as_they_went_in(self, desk, words):
        words = " ".join(words.split())
        file = "lessons/door.yaml"
        for spot in self.spots(desk, file):
            made = rewriting.rewritten(little.text(file), [(spot.node, "es", words)])
            assert words in _scalars(parse(made))
            kept = {s.text.es for s in self.spots(desk, file)} - {spot.text.es}
            assert kept <= set(_scalars(parse(made)))

    def test_windows_line_ends_stay(self, desk):
        spot = self.spots(desk, "lessons/door.yaml")[0]
        made = rewriting.rewritten(
            little.text("lessons/door.yaml").replace("\n", "\r\n"), [(spot.node, "es", "Otra")]
        )
        assert made.count("\r\n") == made.count("\n")

    def test_two_languages_of_one_passage_at_once(self, desk):
        spot = next(s for s in self.spots(desk, "lessons/door.yaml") if "orden" in s.text.es)
        made = rewriting.rewritten(
            little.text("lessons/door.yaml"), [(spot.node, "es", "Una: a"), (spot.node, "en", "One: a")]
        )
        assert {"Una: a", "One: a"} <= set(_scalars(parse(made)))


def _scalars(node):
    if hasattr(node, "text"):
        return [node.text]
    inside = node.items.values() if isinstance(node.items, dict) else node.items
    return [each for one in inside for each in _scalars(one)]


class TestMerging:
    """What was translated before comes along; what is of other words is looked at again."""

    NEW = (
        Entry(context="a", source="Uno"),
        Entry(context="b", source="Dos"),
        Entry(context="c", source="Tres"),
    )

    def test_the_same_passage_keeps_its_words_and_remarks(self):
        old = Entry(context="a", source="Uno", said=("Youn",), remarks=("sure",), line=7)
        found = exchange.merged(self.NEW, [old])
        assert found.entries[0].said == ("Youn",)
        assert found.entries[0].remarks == ("sure",)
        assert (found.done, found.fuzzy, found.gone) == (1, 0, ())

    def test_another_spanish_makes_it_fuzzy_and_says_what_it_was(self):
        found = exchange.merged(self.NEW, [Entry(context="a", source="Un", said=("Youn",))])
        assert found.entries[0].fuzzy
        assert found.entries[0].remarks == ("Before: Un",)
        assert found.done == 0

    def test_the_same_words_elsewhere_are_proposed(self):
        found = exchange.merged(self.NEW, [Entry(context="z", source="Dos", said=("De",))])
        assert found.entries[1].fuzzy
        assert found.entries[1].said == ("De",)

    def test_what_belongs_to_nothing_is_kept_at_the_end(self):
        old = Entry(context="z", source="Nada", said=("Anyen",))
        assert exchange.merged(self.NEW, [old]).gone == (old,)
        assert exchange.merged(self.NEW, [structs.replace(old, said=("",))]).gone == ()
