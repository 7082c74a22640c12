"""From a translator's folder to what a pack carries: what is taken, what is left out and counted, what is refused."""

from functools import cache

import msgspec
import pytest

from kyr_app.content import addresses
from kyr_app.content import library as libraries
from kyr_app.model.errors import InputError
from kyr_app.session.packs import publishing, translated
from tests.unit.languages import sample


@pytest.fixture(scope="module")
def shelf(library):
    return sample.small(library)


@pytest.fixture
def folder(tmp_path, shelf):
    return sample.languages(tmp_path, "ht", "pt", shelf=shelf)


keys = cache(publishing.program_keys)


def read(folder, shelf, code="ht"):
    return translated.read(folder / code, keys(), publishing.spanish(shelf, ()))


def edit(folder, name, before, after):
    file = folder / "ht" / name
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), "utf-8")


def problems(folder, shelf):
    found = read(folder, shelf)
    assert isinstance(found, list)
    return [(each.file, each.line) for each in found]


def test_a_folder_becomes_a_table_and_passages(folder, shelf):
    found = read(folder, shelf)
    assert found.table.language.name == sample.HAITIAN
    assert found.table.words["Next"] == "Pwochen"
    assert found.table.counted[0].said == {"one": "Gade {n} sous", "other": "Gade tout {n} sous yo"}
    assert found.table.language.writing.months[10] == "novanm"
    fresh, _ = found.put(shelf, ())
    assert all("ht" in text.more for text in addresses.texts_in(fresh.lessons[0]))
    assert fresh.facts is shelf.facts or fresh.facts == shelf.facts
    portuguese = read(folder, shelf, "pt")
    assert portuguese.table.language.writing.months[10] == "novembro"  # from CLDR: its file does not say


def test_unsure_empty_and_outdated_entries_are_left_out_and_counted(folder, shelf):
    before = read(folder, shelf)
    edit(folder, "program.po", 'msgid "Next"', '#, fuzzy\nmsgid "Next"')
    edit(folder, "content.po", '\nmsgstr "Ka mwen ak odyans mwen"', '\nmsgstr ""')
    edit(folder, "content.po", 'msgid "Mis papeles y mi número"', 'msgid "Otra cosa"')
    edit(folder, "content.po", f"lessons/{sample.LESSON}.points.hearing.title", "lessons/gone.title")
    found = read(folder, shelf)
    assert "Next" not in found.table.words
    assert found.left.open == 2
    assert found.left.changed == (f"lessons/{sample.LESSON}.points.papers.title",)
    assert found.left.unknown == before.left.unknown + 1
    assert len(before.passages) - len(found.passages) == 3


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("program.po", "Pwochen", "Pwochen {name}"),
        ("program.po", "Pati {n} sou {total}", "Pati {n}"),
        ("program.po", "Pwochen", "<b>Pwochen</b>"),
        ("program.po", "Gade tout {n} sous yo", "Gade tout sous yo"),
        ("program.po", "nplurals=2; plural=(n != 1);", "nplurals=2; plural=n;"),
        ("content.po", "Ka mwen ak odyans mwen", "Ka mwen \u202eak odyans mwen"),
        ("content.po", "[[asylum|azil]]", "[[bond-hearing|azil]]"),
        ("content.po", "[[asylum|azil]]", "[[asylum|azil]"),
        ("content.po", "Language: ht", "Language: fr"),
        ("content.po", "msgctxt", "msgxxx"),
        ("language.yaml", "id: ht", "id: hx"),
        ("language.yaml", "id: ht", "id: ../ht"),
        ("language.yaml", "called:", "colled:"),
    ],
)
def test_what_would_be_refused_is_told_with_its_file_and_line(folder, shelf, name, before, after):
    edit(folder, name, before, after)
    found = problems(folder, shelf)
    assert {file for file, _ in found} == {f"ht/{name}"}
    assert all(line >= 1 for _, line in found)


def test_every_mistake_at_once(folder, shelf):
    edit(folder, "program.po", "Pwochen", "Pwochen {name}")
    edit(folder, "content.po", "Ka mwen ak odyans mwen", "Ka mwen <i>")
    assert len(problems(folder, shelf)) == 2


def test_a_language_may_not_be_one_of_the_program(tmp_path, shelf):
    sample.languages(tmp_path, "ht", shelf=shelf)
    (tmp_path / "ht").rename(tmp_path / "en")
    file = tmp_path / "en" / "language.yaml"
    file.write_text(file.read_text("utf-8").replace("id: ht", "id: en"), "utf-8")
    assert isinstance(read(tmp_path, shelf, "en"), list)


def test_files_of_a_pack_with_languages(folder, shelf):
    files = {libraries.FILE: libraries.encode(shelf)}
    fresh, made = publishing.with_languages(files, folder)
    assert sorted(fresh) == ["library.json", "words/ht.json", "words/pt.json"]
    assert [each.table.language.prints for each in made] == [True, True]
    again, _ = publishing.with_languages(files, folder)
    assert again == fresh  # the same words, the same bytes
    one, _ = publishing.with_languages(files, folder / "pt")
    assert sorted(one) == ["library.json", "words/pt.json"]
    title = libraries.decode(one[libraries.FILE]).lesson(sample.LESSON).title
    assert list(title.more) == ["pt"]


def test_letters_that_papers_lack_make_a_language_for_the_screen(folder, shelf):
    edit(folder, "program.po", "Pwochen", "Далі")
    fresh, _ = publishing.with_languages({libraries.FILE: libraries.encode(shelf)}, folder)
    assert msgspec.json.decode(fresh["words/ht.json"])["language"]["prints"] is False


def test_a_folder_without_a_language_is_told(tmp_path, shelf):
    with pytest.raises(InputError):
        publishing.with_languages({libraries.FILE: libraries.encode(shelf)}, tmp_path)
    with pytest.raises(InputError):
        publishing.with_languages({}, sample.languages(tmp_path, "ht", shelf=shelf))


def test_every_passage_of_the_content_has_an_address_of_its_own(library):
    found = [each.address for each in addresses.texts(library.shelf, library.forms.values())]
    assert len(found) == len(set(found)) > 7000
    same = addresses.turned(library.shelf, lambda _, text: text)
    assert same == library.shelf
    assert f"lessons/{sample.LESSON}.title" in found
