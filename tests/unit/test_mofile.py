"""The catalog that is looked up where it lies says what Python's own reader of it says."""

import gettext
import io
import struct

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from kyr_app import places
from kyr_app.i18n.mofile import MoFile


def read(file):
    return gettext.GNUTranslations(io.BytesIO(file)), MoFile(io.BytesIO(file))


@pytest.fixture(scope="module")
def spanish():
    return read((places.translations() / "es" / "LC_MESSAGES" / "kyr.mo").read_bytes())


def compiled(*messages, **header):
    catalog = Catalog(**header)
    for key, said in messages:
        catalog.add(key, said)
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def test_every_message_is_said_as_by_pythons_own_reader(spanish):
    theirs, ours = spanish
    keys = {key for key in theirs._catalog if key and isinstance(key, str)}
    assert len(keys) > 2000
    assert [key for key in keys if ours.gettext(key) != theirs.gettext(key)] == []


def test_every_plural_is_said_as_by_pythons_own_reader(spanish):
    theirs, ours = spanish
    keys = {key[0] for key in theirs._catalog if isinstance(key, tuple)}
    assert len(keys) > 20
    for key in keys:
        assert [ours.ngettext(key, "", n) for n in (0, 1, 2, 21)] == [
            theirs.ngettext(key, "", n) for n in (0, 1, 2, 21)
        ]


def test_what_is_not_there_is_said_as_it_is(spanish):
    _, ours = spanish
    for absent in ("", " ", "0", "Hom", "Home ", "zzzz", "ñ", "￿", "one\0many"):
        assert ours.gettext(absent or "-") == (absent or "-")
    assert ours.ngettext("one cat", "{n} cats", 1) == "one cat"
    assert ours.ngettext("one cat", "{n} cats", 0) == "{n} cats"


def test_a_language_with_three_forms_takes_each():
    rule = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
    file = bytearray(compiled((("year", "years"), ("god", "goda", "let")), locale="ru"))
    assert rule.encode()[:20] in file
    theirs, ours = read(bytes(file))
    assert [ours.ngettext("year", "years", n) for n in (1, 3, 5, 11, 21)] == [
        theirs.ngettext("year", "years", n) for n in (1, 3, 5, 11, 21)
    ]
    assert ours.ngettext("year", "years", 3) == "goda"


@pytest.mark.parametrize("damage", [b"", b"\xde\x12\x04\x95", struct.pack("<7I", 1, 0, 0, 28, 28, 0, 28)])
def test_what_is_no_catalog_is_refused(damage):
    with pytest.raises(OSError, match="catalog"):
        MoFile(io.BytesIO(damage))


def test_a_catalog_cut_short_is_refused():
    whole = compiled(("Home", "Inicio"), locale="es")
    with pytest.raises(OSError, match="whole"):
        MoFile(io.BytesIO(whole[:40]))
