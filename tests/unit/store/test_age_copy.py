"""The copy that opens anywhere: by our own hand, and by the `age` of every distribution."""

import io
import os
import pty
import shutil
import subprocess
import zipfile

import pytest

from kyr_app.store import age_copy
from kyr_app.store import troubles as wrong

WORDS = "limón  camión mesa Abeja "
FILES = {"answers.json": b'{"name": "Persona de Ejemplo"}', "declaración.pdf": b"%PDF-1.7 nothing" * 100}


@pytest.fixture(scope="module")
def sealed():
    return age_copy.age_copy(FILES, WORDS)


def test_it_is_an_age_file_of_a_plain_zip(sealed):
    assert sealed.startswith(b"age-encryption.org/v1\n-> scrypt ")
    assert age_copy.age_open(sealed, "limón camión mesa Abeja") == {
        "answers.json": FILES["answers.json"],
        "declaracion.pdf": FILES["declaración.pdf"],
    }


def test_wrong_words_and_damage(sealed):
    with pytest.raises(wrong.WrongPhrase):
        age_copy.age_open(sealed, "limon camion mesa abeja")
    with pytest.raises(wrong.WrongPhrase):
        age_copy.age_open(b"no such thing", WORDS)
    with pytest.raises(wrong.WeakPhrase):
        age_copy.age_copy(FILES, "hola")


def test_the_zip_tells_no_time_and_is_the_same_each_time():
    one, two = age_copy.packed(FILES), age_copy.packed(dict(reversed(FILES.items())))
    assert one == two
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert archive.testzip() is None
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_names_that_would_collide_or_climb():
    hostile = {"../x.pdf": b"1", "x.pdf": b"2", "X.PDF": b"3", "con": b"4", "": b"5"}
    with zipfile.ZipFile(io.BytesIO(age_copy.packed(hostile))) as archive:
        names = archive.namelist()
        contents = {archive.read(name) for name in names}
    assert len({name.casefold() for name in names}) == 5
    assert contents == set(hostile.values())
    assert not [name for name in names if "/" in name or name.startswith(".")]


@pytest.mark.skipif(
    not (shutil.which("age") and shutil.which("setsid")), reason="needs the Debian package age"
)
def test_the_age_tool_opens_it(sealed, tmp_path):
    source, target = tmp_path / "copy.zip.age", tmp_path / "copy.zip"
    source.write_bytes(sealed)
    try:
        master, terminal = pty.openpty()
    except OSError:
        pytest.skip("no terminals here")
    # It asks on the terminal, so it gets one of its own.
    command = ["setsid", "--ctty", "--wait", "age", "--decrypt", "--output", str(target), str(source)]
    with subprocess.Popen(command, stdin=terminal, stdout=terminal, stderr=terminal) as running:
        os.write(master, (age_copy.words(WORDS) + "\n").encode())
        assert running.wait(timeout=60) == 0, os.read(master, 1000)
    os.close(terminal)
    os.close(master)
    with zipfile.ZipFile(target) as archive:
        assert archive.read("answers.json") == FILES["answers.json"]
