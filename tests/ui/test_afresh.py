"""The lock for real: the process is replaced, the new one asks for the words, and knows nothing of what was said."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("begins_afresh.py")
WORDS, TOLD = "mesa nube rojo gato luna pan", "Persona de Ejemplo Muy Particular"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads a process as Linux shows it")


def begun(tmp_path, *more):
    (tmp_path / "stick").mkdir()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "KYR_HOME": str(tmp_path / "home")}
    environment["PYTHONPATH"] = str(PROGRAM.parents[2])
    return subprocess.Popen(
        [sys.executable, str(PROGRAM), str(tmp_path / "stick"), *more],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )


def copies_in_memory(pid, needle):
    """Return how often `needle` stands in the memory of a process, as Qt and as Python write it."""
    found, kinds = 0, [re.escape(needle.encode(kind)) for kind in ("utf-8", "utf-16-le", "utf-32-le")]
    look = re.compile(b"|".join(kinds))
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            where, may, *_ = line.split()
            first, last = (int(each, 16) for each in where.split("-"))
            if "r" not in may or line.endswith(("[vvar]", "[vsyscall]", "[vvar_vclock]")):
                continue
            try:
                memory.seek(first)
                found += len(look.findall(memory.read(last - first)))
            except OSError:
                continue
    return found


@pytest.mark.parametrize(("more", "shown"), [((), "seen"), (("--behind",), "hidden")])
def test_the_new_process_asks_for_the_words_and_holds_nothing(tmp_path, more, shown):
    with begun(tmp_path, *more) as process:
        process.stdin.write(f"{WORDS}\n{TOLD}\n")
        process.stdin.flush()
        first = process.stdout.readline().split()
        assert first[0] == "locks"
        stands, pid, place, seen, file, is_open = process.stdout.readline().split()
        try:
            assert stands == "stands"
            assert pid == first[1] == str(process.pid)
            assert (place, seen, is_open) == ("locked", shown, "False")
            assert Path(file).parent == tmp_path / "stick"
            command = Path(f"/proc/{pid}/cmdline").read_text().split("\0")
            assert [each for each in command if each.startswith("--")] == [
                f"--open={file}",
                *(["--hidden"] if shown == "hidden" else []),
            ]
            assert copies_in_memory(pid, WORDS) == 0
            assert copies_in_memory(pid, TOLD) == 0
        finally:
            process.kill()


def test_the_search_finds_what_is_there():
    needle = "a needle that stands " + "in memory"
    assert copies_in_memory(os.getpid(), needle) > 0
