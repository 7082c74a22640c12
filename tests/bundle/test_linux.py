"""The folder on Linux: which libraries stay, which are replaced, which are lent; and the script that starts it.

Tried with libraries of a few bytes, made here.
"""

from __future__ import annotations

import ctypes
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bundle import clean_root, lay, links, stand_in, start, thin

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the trimming of libraries is Linux's"),
    pytest.mark.skipif(not all(map(shutil.which, ("cc", "readelf"))), reason="needs a compiler and binutils"),
]
SHELL = ("/bin/sh",)
ALIEN = "libnobodyhasthis.so.1"


def make(file: Path, source: str, *linked: Path) -> Path:
    """Compile a library that is linked to others, by their names alone."""
    file.parent.mkdir(parents=True, exist_ok=True)
    command = (
        "cc",
        "-shared",
        "-fPIC",
        "-g",
        "-nostdlib",
        f"-Wl,-soname,{file.name}",
        "-x",
        "c",
        "-",
        "-x",
        "none",
    )
    subprocess.run(
        (*command, *map(str, linked), "-Wl,--no-as-needed", "-o", str(file)),
        input=source,
        text=True,
        check=True,
    )
    return file


@pytest.fixture
def inside(tmp_path: Path) -> Path:
    """A frozen program: a module, linked to a library of the desktop, which is linked to another; and one too many."""
    folder = tmp_path / "guia" / "_internal"
    deep = make(folder / "libdeep.so.2", "int deep(void) { return 42; }")
    alien = make(folder / ALIEN, "int deep(void); int answer(void) { return deep(); }", deep)
    make(
        folder / "mod.cpython-311-x86_64-linux-gnu.so",
        "int answer(void); int go(void) { return answer(); }",
        alien,
    )
    make(folder / "libunused.so.1", "int none;")
    make(folder / "libmvec.so.1", "int none;")
    make(folder / "libz.so.1", "int none;")
    cups = make(folder / "libcups.so.2", "int print;")
    make(folder / "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so", "int none;", cups)
    return folder


def apart(*lines: str) -> str:
    """Return what a process of its own prints: a library that is open once answers to its name from then on."""
    code = "\n".join(("import ctypes, os", *lines))
    return subprocess.run(
        (sys.executable, "-c", code), check=True, capture_output=True, text=True
    ).stdout.strip()


def test_what_nothing_opens_goes_and_what_the_desktop_has_is_set_aside(inside: Path) -> None:
    whole = (inside / ALIEN).stat().st_size
    thin.trim(inside)
    there = {each.relative_to(inside).as_posix() for each in inside.rglob("*") if each.is_file()}
    module = "mod.cpython-311-x86_64-linux-gnu.so"
    plugin = "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so"
    assert there == {module, plugin, f"spare/{ALIEN}", "spare/libdeep.so.2", "spare/ORDER"}
    assert (inside / "spare" / "ORDER").read_text().split() == ["libdeep.so.2", ALIEN]
    assert (inside / "spare" / ALIEN).stat().st_size < whole  # stripped, and still sound:
    ctypes.CDLL(str(inside / "spare" / "libdeep.so.2"))
    assert ctypes.CDLL(str(inside / "spare" / ALIEN)).answer() == 42


def test_no_library_looks_in_a_folder_of_the_computer_that_made_it(inside: Path) -> None:
    module = inside / "own.cpython-311-x86_64-linux-gnu.so"
    command = (
        "cc",
        "-shared",
        "-nostdlib",
        "-Wl,-rpath,/srv/maker/lib",
        "-x",
        "c",
        "-",
        "-o",
        str(module),
    )
    subprocess.run(command, input="int go(void) { return 3; }", text=True, check=True)
    assert links.looks_in(module) == ("/srv/maker/lib",)
    thin.trim(inside)
    assert links.looks_in(module) == ()
    assert ctypes.CDLL(str(module)).go() == 3


def test_a_spare_steps_in_only_where_the_computer_has_none(tmp_path: Path) -> None:
    make(tmp_path / "libnobodyhasthat.so.7", "int here(void) { return 7; }")
    (tmp_path / "libc.so.6").write_text("this is not opened: the computer has its own")
    (tmp_path / "ORDER").write_text("libc.so.6\nlibnobodyhasthat.so.7\n")
    assert start.lend(tmp_path) == ["libnobodyhasthat.so.7"]
    assert ctypes.CDLL("libnobodyhasthat.so.7").here() == 7  # by its name alone, from now on


def test_it_is_lent_when_qt_is_fetched_and_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path] = []
    monkeypatch.setattr(start, "lend", asked.append)
    hook = start.BeforeQt(tmp_path)
    monkeypatch.setattr(sys, "meta_path", [hook, *sys.meta_path])
    for name in ("json", "PySide6", "PySide6.QtCore"):
        if hook in sys.meta_path:
            assert hook.find_spec(name, None) is None  # type: ignore[func-returns-value]  # that is what is tried
    assert asked == [tmp_path]
    assert hook not in sys.meta_path


def test_the_encoder_is_replaced_by_one_that_answers_nothing(tmp_path: Path) -> None:
    words = "void *x265_api_get_217(int depth) { return &words; } void x265_cleanup(void) {}"
    real = make(tmp_path / "libx265-4883ecb5.so.217", f"char words[1000000] = {{1}}; {words}")
    source = "void *x265_api_get_217(int); void x265_cleanup(void);"
    user = make(
        tmp_path / "libheif.so.1",
        f"{source} void *get(void) {{ x265_cleanup(); return x265_api_get_217(8); }}",
        real,
    )
    assert stand_in.replace_all(tmp_path) == ("libx265-4883ecb5.so.217",)
    assert real.stat().st_size < 20_000
    said = apart(
        f"ctypes.CDLL({str(real)!r}); asked = ctypes.CDLL({str(user)!r}, mode=os.RTLD_NOW).get",
        "asked.restype = ctypes.c_void_p; print(asked())",
    )
    assert said == "None"


def test_without_a_compiler_everything_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = make(tmp_path / "libx265-1.so.217", "char words[1000] = {1};")
    whole = file.read_bytes()
    monkeypatch.setattr(stand_in, "compiler", lambda: None)
    assert stand_in.replace_all(tmp_path) == ()
    assert file.read_bytes() == whole


def test_an_alphabet_without_letters_has_the_head_that_icu_looks_for(tmp_path: Path) -> None:
    file = make(tmp_path / "libicudata.so.73", "char icudt73_dat[100000] = {1};")
    assert stand_in.replace_all(tmp_path) == ("libicudata.so.73",)
    head = bytes.fromhex(
        apart(f"print(bytes((ctypes.c_char * 48).in_dll(ctypes.CDLL({str(file)!r}), 'icudt73_dat')).hex())")
    )
    assert head[:4] == b"\x20\x00\xda\x27"
    assert head[12:16] == b"ToCP"
    assert head[32:36] == bytes(4)  # no item


def test_the_oldest_system_is_read_from_the_libraries(tmp_path: Path) -> None:
    assert links.newest([Path(sys.executable)]) >= (2, 2)
    make(tmp_path / "a.so", "int none;")
    assert lay.oldest_libc(tmp_path) == (2, 0)


# The script beside the program


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder whose program says what it was given."""
    made = tmp_path / "una carpeta ñ" / "guia"
    made.mkdir(parents=True)
    shutil.copy("/bin/echo", made / "guia")
    (made / "_internal").mkdir()
    (made / "_internal" / "lessons.json").write_text("{}")
    lay.pages(made, "linux")
    lay.hashes(made)
    return made


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = (*SHELL, str(folder / "guia.sh"), *arguments)
    own = {"PATH": "/usr/bin:/bin", **environment}
    return subprocess.run(command, capture_output=True, text=True, env=own, cwd="/", check=False)


@pytest.mark.skipif(platform.machine() != "x86_64", reason="the script is for one kind of computer")
class TestScript:
    def test_it_starts_the_program_with_what_it_was_given(self, folder: Path) -> None:
        assert run(folder, "handout", "a b").stdout == "handout a b\n"

    def test_a_stick_that_lets_nothing_run_is_no_hindrance(self, folder: Path) -> None:
        (folder / "guia").chmod(0o644)
        assert run(folder, "lessons").stdout == "lessons\n"

    def test_thirty_two_bits_are_named_in_both_languages(self, folder: Path) -> None:
        done = run(folder, KYR_MACHINE="i686")
        assert done.returncode == 1
        assert "64 bits (x86_64). Esta tiene: i686" in done.stderr
        assert "64 bits (x86_64). This one has: i686" in done.stderr

    def test_and_so_is_a_system_that_is_too_old(self, folder: Path) -> None:
        script = folder / "guia.sh"
        script.write_text(script.read_text().replace("libc_needed=2.", "libc_needed=2.35#"))
        done = run(folder, KYR_LIBC="glibc 2.4")
        assert done.returncode == 1
        assert "demasiado viejo" in done.stderr
        assert "too old" in done.stderr

    def test_what_is_missing_is_named_before_the_program_is_tried(self, folder: Path) -> None:
        (folder / "_internal" / "lessons.json").unlink()
        done = run(folder)
        assert done.returncode == 1
        assert "falta / missing: _internal/lessons.json" in done.stderr
        assert "Copie otra vez la carpeta entera" in done.stderr

    def test_a_changed_byte_is_found_by_the_self_check(self, folder: Path) -> None:
        (folder / "_internal" / "lessons.json").write_text("[]")
        assert run(folder).returncode == 0  # not every start reads every byte
        for asked in ("selftest", "files"):
            done = run(folder, asked)
            assert done.returncode == 1
            assert "cambiado / changed: _internal/lessons.json" in done.stderr
            assert done.stdout == (
                "selftest\n" if asked == "selftest" else ""
            )  # the page is made where it can be

    def test_a_whole_copy_says_so(self, folder: Path) -> None:
        done = run(folder, "files")
        assert done.returncode == 0
        assert "Every file is here" in done.stderr

    def test_a_list_that_is_gone_is_missing_too(self, folder: Path) -> None:
        (folder / "HASHES").unlink()
        assert "falta / missing: HASHES" in run(folder).stderr


def test_a_root_that_others_may_write_into_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs").chmod(0o777)
    (tmp_path / "link").symlink_to(tmp_path)
    for name in ("theirs", "link"):
        with pytest.raises(SystemExit):
            clean_root.own(tmp_path / name)
    assert clean_root.own(tmp_path / "a" / "mine").is_dir()
