"""Whether a pack is believed: every attack is refused with its reason, and changes nothing."""

import shutil
import stat
import subprocess
import warnings
import zipfile

import pytest

from kyr_app.model.errors import InputError
from kyr_app.updates import archive, manifest, minisign, secret, strict
from kyr_app.updates.troubles import Doubled, NewerProgram, NotAPack, NotSigned, TooOld
from kyr_app.updates.trust import Known, accept
from tests.unit.updates.simulator import ACTIVE, DAY, KEYS, SPARE, STRANGER, Simulator, zipped

NEW = Known(version=2026112200)


def test_a_good_pack_is_believed_by_either_key():
    for key in (ACTIVE, SPARE):
        sim = Simulator()
        sim.key = key
        found = accept(*sim.both(), KEYS, NEW)
        assert found.files == sim.files
        assert found.manifest.version == sim.version
        assert found.key == key.public.name
        assert not found.expired(DAY)


def test_a_strange_key_is_refused():
    sim = Simulator()
    sim.key = STRANGER
    with pytest.raises(NotSigned):
        accept(*sim.both(), KEYS, NEW)


def test_a_key_with_the_name_of_another_is_refused():
    sim = Simulator()
    sim.key = secret.SecretKey(ACTIVE.number, STRANGER.seed)
    with pytest.raises(NotSigned):
        accept(*sim.both(), KEYS, NEW)


def test_a_missing_signature_is_refused():
    with pytest.raises(NotSigned) as told:
        accept(Simulator().pack(), None, KEYS, NEW)
    assert ".minisig" in told.value.said.key


def test_every_changed_byte_of_pack_or_signature_is_refused():
    data, signature = Simulator().both()
    for at in range(0, len(data), 7):
        with pytest.raises(NotSigned):
            accept(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :], signature, KEYS, NEW)
    free = signature.index(b"\n") + 1  # the first line is a comment that nobody signs
    for at in range(free, len(signature) - 1):
        changed = signature[:at] + bytes([signature[at] ^ 1]) + signature[at + 1 :]
        with pytest.raises(NotSigned):
            accept(data, changed, KEYS, NEW)


def test_every_cut_is_refused():
    data, signature = Simulator().both()
    for end in (*range(0, len(data), 50), len(data) - 1):
        with pytest.raises(NotSigned):
            accept(data[:end], signature, KEYS, NEW)
    for end in range(len(signature) - 2):
        with pytest.raises(NotSigned):
            accept(data, signature[:end], KEYS, NEW)


def test_nothing_is_opened_before_the_signature_is_good(monkeypatch):
    data, signature = Simulator().both()
    monkeypatch.setattr(archive, "unpacked", lambda _: pytest.fail("opened"))
    with pytest.raises(NotSigned):
        accept(data + b"!", signature, KEYS, NEW)


def test_the_older_signature_of_minisign_is_refused():
    data, signature = Simulator().both()
    legacy = signature.replace(b"RU", b"RW", 1)  # `ED` becomes `Ed`
    assert legacy != signature
    with pytest.raises(NotSigned):
        accept(data, legacy, KEYS, NEW)


@pytest.mark.parametrize("version", [2026112200, 1])
def test_an_older_pack_is_refused(version):
    sim = Simulator(version=version)
    with pytest.raises(TooOld):
        accept(*sim.both(), KEYS, NEW)


def test_the_same_version_must_be_the_same_bytes():
    sim = Simulator()
    data, signature = sim.both()
    found = accept(data, signature, KEYS, NEW)
    seen = Known(sim.version, {sim.version: found.sha256})
    assert accept(data, signature, KEYS, seen).sha256 == found.sha256
    sim.files["library.json"] = b'{"lessons": [1]}'
    with pytest.raises(Doubled) as told:
        accept(*sim.both(), KEYS, seen)
    assert told.value.said.values == {"n": str(sim.version)}


def test_the_signed_comment_must_name_the_pack():
    sim = Simulator()
    sim.comment = "guia content 2026112299"
    with pytest.raises(NotSigned):
        accept(*sim.both(), KEYS, NEW)


def test_a_pack_past_its_date_is_taken_with_a_warning():
    sim = Simulator()
    sim.valid_until = DAY.replace(day=1)
    assert accept(*sim.both(), KEYS, NEW).expired(DAY)


def test_files_must_be_those_that_are_listed():
    for listed in ({}, {"library.json": b"{}"}, {"library.json": b"other", "voice/mam/hello.wav": b"RIFF"}):
        sim = Simulator()
        sim.listed = listed
        with pytest.raises(NotAPack):
            accept(*sim.both(), KEYS, NEW)


def test_a_pack_of_the_future_asks_for_a_newer_program():
    sim = Simulator()
    said = manifest.encode(sim.manifest()).replace(b'"format": 1', b'"format": 2')
    data = archive.packed({**sim.files, manifest.FILE: said})
    with pytest.raises(NewerProgram):
        accept(data, sim.signed(data), KEYS, NEW)


def link():
    entry = zipfile.ZipInfo("library.json")
    entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    return entry


HOSTILE = {
    "climbs": [("../library.json", b"{}")],
    "climbs inside": [("a/../../b.json", b"{}")],
    "from the root": [("/etc/x.json", b"{}")],
    "a drive": [("c:/x.json", b"{}")],
    "backslashes": [("a\\b.json", b"{}")],
    "a name of Windows": [("con.json", b"{}")],
    "a name of Windows inside": [("a/lpt1.txt/b.json", b"{}")],
    "capitals": [("Library.json", b"{}")],
    "letters of elsewhere": [("bibliothèque.json", b"{}")],
    "turned around": [("a\u202enosj.json", b"{}")],
    "a zero": [("a\0b.json", b"{}")],
    "too deep": [("a/b/c/d/e/f.json", b"{}")],
    "too long": [("a" * 65 + ".json", b"{}")],
    "a program": [("run.py", b"print()")],
    "a page": [("page.html", b"<script>")],
    "a folder": [("folder/", b"")],
    "a link": [(link(), b"/etc/passwd")],
    "a bomb": [("library.json", b" " * (7 * 1024 * 1024))],
    "a huge file": [("library.json", bytes(range(256)) * 4096 * 9)],
    "too many": [(f"f{n}.json", b"{}") for n in range(501)],
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_archives_are_refused_even_when_they_are_signed(name):
    data = zipped(HOSTILE[name])
    with pytest.raises(NotAPack):
        accept(data, Simulator().signed(data), KEYS, NEW)


def test_a_file_that_stands_twice_is_refused():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        data = zipped([("library.json", b"{}"), ("library.json", b"[]")])
    with pytest.raises(NotAPack):
        archive.unpacked(data)


def test_other_ways_of_packing_are_refused():
    for way in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        with pytest.raises(NotAPack):
            archive.unpacked(zipped([("library.json", b"{}" * 500)], compression=way))


def test_a_size_that_lies_is_refused():
    data = archive.packed({"library.json": b"{}" * 50})
    lying = data.replace((100).to_bytes(4, "little"), (99).to_bytes(4, "little"))
    assert lying != data
    with pytest.raises(NotAPack):
        archive.unpacked(lying)


@pytest.mark.parametrize(
    "text",
    [
        b'{"a": 1, "a": 2}',
        b"NaN",
        b"[Infinity]",
        b"1e999999",
        b"12345678901234567",
        b'"\\ud800"',
        b'{"\\udfff": 1}',
        b"[" * 100 + b"]" * 100,
        b"\xff\xfe",
        b"{",
        b"",
        b"\xef\xbb\xbf{}",
    ],
)
def test_json_without_surprises(text):
    with pytest.raises(NotAPack):
        strict.loads(text)


def test_plain_json_is_read():
    assert strict.loads('{"a": [1, 2.5, "ñ", null, true]}'.encode()) == {"a": [1, 2.5, "ñ", None, True]}


def test_a_key_is_opened_by_its_password_alone():
    text = secret.written(ACTIVE, "una frase larga")
    assert secret.opened(text, "una frase larga") == ACTIVE
    with pytest.raises(InputError):
        secret.opened(text, "otra")
    assert secret.opened(secret.written(ACTIVE, ""), "") == ACTIVE
    assert "a" * 8 not in repr(ACTIVE)
    for wrong in ("", "x", "untrusted comment: a\nAAAA\n"):
        with pytest.raises(InputError):
            secret.opened(wrong, "")


def test_a_public_key_reads_back():
    assert minisign.public_key(minisign.written(ACTIVE.public)) == ACTIVE.public
    for wrong in ("", "x", "untrusted comment: a\nAAAA\n"):
        with pytest.raises(ValueError):  # noqa: PT011 (any: it is no key)
            minisign.public_key(wrong)


@pytest.mark.skipif(not shutil.which("minisign"), reason="minisign is not installed")
def test_minisign_accepts_ours_and_we_accept_its(tmp_path):
    def run(*arguments, **more):
        return subprocess.run(
            ["minisign", *arguments], cwd=tmp_path, capture_output=True, check=False, **more
        )

    sim = Simulator()
    data, signature = sim.both()
    (tmp_path / "p.zip").write_bytes(data)
    (tmp_path / "p.zip.minisig").write_bytes(signature)
    (tmp_path / "key.pub").write_text(minisign.written(ACTIVE.public))
    assert run("-Vm", "p.zip", "-p", "key.pub").returncode == 0
    (tmp_path / "key").write_text(secret.written(ACTIVE, "clave"))
    assert run("-Sm", "p.zip", "-s", "key", "-t", sim.manifest().comment, input=b"clave\n").returncode == 0
    theirs = (tmp_path / "p.zip.minisig").read_bytes()
    assert accept(data, theirs, KEYS, NEW).manifest.version == sim.version
