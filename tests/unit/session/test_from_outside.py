"""Everything that takes a file from outside, given what is none: it says so at once, in words, and never waits."""

import datetime as dt
import os
import socket
import sys
import threading

import pytest

from kyr_app.cli.main import main
from kyr_app.cli.output import read_input
from kyr_app.content.source import Unreadable
from kyr_app.content.source import read as read_content
from kyr_app.model.errors import InputError, KyrError
from kyr_app.model.language import Language
from kyr_app.model.text import N_, Text
from kyr_app.session.exchange import content as exchange
from kyr_app.session.family import handover
from kyr_app.session.packet import incoming
from kyr_app.session.packs import publishers, translated
from kyr_app.session.packs.packs import Packs
from kyr_app.store import chosen, families
from kyr_app.ui.screens import blank
from tests.unit.updates.simulator import KEYS, Simulator

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices as Linux has them")


def _socket(path):
    """Make a socket by the name of its folder's handle: a socket's own name may have 107 letters and no more."""
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(f"/proc/self/fd/{folder}/{path.name}")
    finally:
        os.close(folder)


KINDS = {
    "pipe": os.mkfifo,
    "folder": os.mkdir,
    "endless": lambda path: path.symlink_to("/dev/zero"),
    "terminal": lambda path: path.symlink_to("/dev/ptmx"),
    "loop": lambda path: path.symlink_to(path),
    "nowhere": lambda path: path.symlink_to(path.parent / "none"),
    "socket": _socket,
    "huge": lambda path: (path.touch(), os.truncate(path, 1 << 40)),
    "locked": lambda path: path.write_bytes(b"x"),
}


class Nobody:
    """A session of which packs ask nothing before a pack is believed."""

    today = dt.date(2026, 11, 22)


def packs_at(home):
    return Packs(Nobody(), home)


def _pack(path):
    return packs_at(path.parent).offered(path)


def _translation(path):
    language = Language(id="ht", name="Kreyòl", called=Text("criollo", "Creole"))
    reading = translated._Reading(path.parent, language, frozenset(), {})
    assert list(reading._entries(path.name)[0]) == []
    if not reading.problems:  # a language may have one file and not the other
        assert not path.exists()
    raise InputError(reading.problems[0].said if reading.problems else N_("none"))


READERS = {
    "a pack": _pack,
    "shared facts": lambda path: handover._opened(path, "una frase"),
    "a photo or a PDF": incoming._read,
    "an official blank": blank._read,
    "a plan, answers, a PO file, a key": lambda path: read_input(str(path), 4096),
    "a file of words": lambda path: chosen.read(path, 64),
    "a lesson": read_content,
    "a translation": _translation,
}


@pytest.fixture(autouse=True)
def keyed(monkeypatch):
    monkeypatch.setattr(publishers, "pinned", lambda: KEYS)


def soon(act):
    """Return what `act` raised; fail where it does not come back within five seconds."""
    told = []

    def run():
        try:
            act()
            told.append(None)
        except KyrError as error:
            told.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(5)
    assert told, "it waits, or it broke"
    return told[0]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("reader", READERS)
def test_what_is_no_file_is_refused_in_words(tmp_path, monkeypatch, reader, kind):
    path = tmp_path / "guia-1.zip"
    KINDS[kind](path)
    if kind == "locked":  # root may read what nobody may

        def refuse(*_):
            raise PermissionError(13, "no")

        monkeypatch.setattr("kyr_app.outside.os.open", refuse)
    error = soon(lambda: READERS[reader](path))
    assert isinstance(error, KyrError)
    assert isinstance(error, Unreadable) or error.said


@pytest.mark.parametrize("kind", KINDS)
def test_a_stick_full_of_what_is_none_offers_the_one_pack_that_is(tmp_path, kind):
    (tmp_path / "carpeta").mkdir()
    for folder in (tmp_path, tmp_path / "carpeta"):
        KINDS[kind](folder / "guia-2026112209.zip")
    data, signature = Simulator().both()
    good = tmp_path / "GUIA-2026112201.ZIP"
    good.write_bytes(data)
    good.with_name(good.name + ".minisig").write_bytes(signature)
    packs = packs_at(tmp_path / "home")
    assert soon(lambda: packs.found((tmp_path,))) is None
    plain = kind in {"huge", "locked"}
    assert [each.name for each in packs.found((tmp_path,))] == [
        *(["guia-2026112209.zip"] * 2 * plain),
        good.name,
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_signature_that_is_none_is_a_pack_that_is_not_signed(tmp_path, kind):
    file = tmp_path / "guia-1.zip"
    file.write_bytes(Simulator().pack())
    KINDS[kind](tmp_path / "guia-1.zip.minisig")
    error = soon(lambda: _pack(file))
    assert type(error).__name__ == "NotSigned"


def test_names_that_lie_are_not_offered(tmp_path):
    names = ("guia-\u202epiz.zip", "guia-\n.zip", os.fsdecode(b"guia-\xff.zip"), "guia-" + "1" * 130 + ".zip")
    for name in names:
        (tmp_path / name).write_bytes(b"x")
    packs = packs_at(tmp_path / "home")
    assert packs.found((tmp_path,)) == ()


def test_a_stick_of_thousands_of_packs_offers_the_newest(tmp_path):
    for number in range(200):
        (tmp_path / f"guia-20261122{number:03}.zip").touch()
    packs = packs_at(tmp_path / "home")
    found = packs.found((tmp_path,))
    assert len(found) == 50
    assert found[0].name == "guia-20261122199.zip"


@pytest.mark.parametrize("kind", sorted({*KINDS} - {"locked", "huge"}))
def test_a_family_file_whose_half_is_none(tmp_path, kind):
    name = "0" * 32
    KINDS[kind](tmp_path / f"{name}.a")
    KINDS[kind](tmp_path / f"{name}.b")
    assert soon(lambda: families.found(tmp_path)) is None
    assert isinstance(soon(lambda: families.open_file(tmp_path / name, "una frase de prueba")), KyrError)


@pytest.mark.parametrize("name", ["zero\0.jpg", "half \ud800.jpg"])
def test_a_plan_that_names_what_no_disk_can(tmp_path, name):
    with pytest.raises(KyrError):
        incoming._read(tmp_path / name)


def test_the_command_line_says_it_too(tmp_path, capsys):
    os.mkfifo(tmp_path / "guia-1.zip")
    assert main(["pack", "verify", str(tmp_path / "guia-1.zip"), "--ui", "en"]) == 1
    assert "pipe" in capsys.readouterr().err
    bad = os.fsdecode(b"guia-\xff\x1b[31m.zip")
    assert main(["pack", "verify", str(tmp_path / bad), "--ui", "en"]) == 1
    assert "\x1b" not in capsys.readouterr().err
    assert exchange.file_of("nothing").name == "nothing"
