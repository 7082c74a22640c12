"""PO files: what Poedit writes is read, what is written is read again, and nothing is passed over without a word."""

import shutil
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from kyr_app import places
from kyr_app.i18n import po
from kyr_app.model.translation import Catalogue, Entry

SOME = Catalogue(
    language="pt-br",
    plural_forms="nplurals=2; plural=(n > 1);",
    entries=(
        Entry(
            context="lessons/a.title",
            source="Uno",
            said=("Um",),
            notes=("English: One",),
            places=(("a.yaml", 3),),
        ),
        Entry(context="lessons/b.title", source="Uno", said=("",), remarks=("mine",)),
        Entry(
            source="{n} thing",
            plural="{n} things",
            said=("{n} coisa", "{n} coisas"),
            flags=("python-brace-format",),
        ),
        Entry(context="x", source='“a” \\ "b"\nc\td', said=("linha\noutra",), fuzzy=True),
    ),
    gone=(
        Entry(context="old", source="Uno", said=("Velho",)),
        Entry(context="older", source="Uno", said=("V",)),
    ),
)


def bare(catalogue):
    def without(one):
        return structs.replace(one, line=0, notes=(), places=())

    return structs.replace(
        catalogue, entries=tuple(map(without, catalogue.entries)), gone=tuple(map(without, catalogue.gone))
    )


def test_what_is_written_is_read_again():
    assert bare(po.read(po.written(SOME))) == bare(SOME)
    assert po.written(po.read(po.written(SOME))) == po.written(SOME)


def test_the_catalogs_of_the_program_come_back_byte_for_byte_the_second_time():
    first = po.written(po.read((places.translations() / "es/LC_MESSAGES/kyr.po").read_bytes()))
    assert po.written(po.read(first)) == first


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60)


@settings(max_examples=60)
@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=8, unique_by=lambda each: each[0]))
def test_any_words(pairs):
    entries = tuple(
        Entry(context=f"at/{at}", source=source, said=(said,)) for at, (source, said) in enumerate(pairs)
    )
    read = po.read(po.written(Catalogue(language="ht", entries=entries)))
    assert [(each.source, each.said) for each in read.entries] == [
        (each.source, each.said) for each in entries
    ]


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext is not installed")
def test_gettext_itself_finds_nothing_wrong(tmp_path):
    (tmp_path / "a.po").write_bytes(po.written(SOME))
    done = subprocess.run(
        ["msgfmt", "-c", "-o", "/dev/null", tmp_path / "a.po"], capture_output=True, check=False
    )
    assert b"error" not in done.stderr


HEAD = 'msgid ""\nmsgstr "Language: ht\\n"\n\n'


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("hello", 1),
        ('msgid "a"\nmsgstr "b\n', 2),
        (HEAD + 'msgid "a"\nmsgstr "b"\nmsgstr "c" d\n', 6),
        (HEAD + 'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', 8),
        (HEAD + 'msgctxt "x"\nmsgid "a"\nmsgstr "b"\n\nmsgctxt "x"\nmsgid ""\n"a"\nmsgstr "c"\n', 11),
        ("\x00", 1),
        ('"Plural-Forms: nplurals=X"\n', 1),
    ],
)
def test_what_is_no_po_file_is_told_with_its_line(text, line):
    with pytest.raises(po.PoError) as told:
        po.read(text.encode())
    assert told.value.line == line


def test_what_is_not_utf_8_or_too_large_is_told():
    with pytest.raises(po.PoError) as told:
        po.read(b'msgid "a"\nmsgstr "\xff"\n')
    assert told.value.line == 2
    with pytest.raises(po.PoError):
        po.read(b"#" * (po.MOST_BYTES + 1))


@pytest.mark.parametrize("count", ["100000000", '100"\n"000000', "\\\\100000000"])
def test_room_is_not_made_for_more_forms_than_any_language_has(count):
    head = f'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals={count}; plural=n;\\n"\n\n'
    with pytest.raises(po.PoError):
        po.read((head + 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n').encode())


def test_the_line_of_an_entry_is_where_it_stands():
    text = HEAD + '#. note\nmsgctxt "x"\nmsgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr ""\n'
    first, second = po.read(text.encode()).entries
    lines = text.splitlines()
    assert lines[first.line - 1].startswith("msg")
    assert lines[second.line - 1] == 'msgid "c"'
