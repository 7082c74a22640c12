"""One window at a time, and a window that died holds nothing."""

import errno
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kyr_app.store import instance
from kyr_app.store import troubles as wrong
from kyr_app.store.families import open_file
from tests.unit.store.words import PHRASE

ROOT = Path(__file__).parents[3]
HOLDER = """
import sys, time
from pathlib import Path
from kyr_app.store import instance
from kyr_app.store.troubles import InUse
try:
    held = instance.claim(Path(sys.argv[1]))
except InUse:
    print("no", flush=True)
else:
    print("yes", flush=True)
    sys.stdin.read()
"""


def contender(path):
    command = [sys.executable, "-c", HOLDER, str(path)]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_a_second_window_is_told(file):
    with pytest.raises(wrong.InUse):
        open_file(file.path, PHRASE)
    file.close()
    with open_file(file.path, PHRASE):
        pass


def test_nothing_is_left_of_the_lock(file):
    assert file.path.with_suffix(".lock").exists()
    file.close()
    file.close()
    assert not file.path.with_suffix(".lock").exists()


def test_wrong_words_free_the_lock(closed):
    for _ in range(2):
        with pytest.raises(wrong.WrongPhrase):
            open_file(closed, "otras palabras muy distintas")
    assert not closed.with_suffix(".lock").exists()


def test_one_of_many_wins_and_is_free_after_kill(folder):
    path = folder / "x.lock"
    them = [contender(path) for _ in range(6)]
    told = [it.stdout.readline().strip() for it in them]
    assert sorted(told) == ["no"] * 5 + ["yes"]
    winner = them[told.index("yes")]
    winner.send_signal(signal.SIGKILL)
    winner.wait()
    instance.claim(path).release()
    for it in them:
        it.communicate("")


def test_who_waits_on_a_removed_lock_file_holds_nothing(folder, monkeypatch):
    path = folder / "x.lock"
    held = instance.claim(path)
    real, rounds = instance._take, []

    def slow(handle):
        # The holder leaves between the opening of the file and its locking.
        rounds.append(handle)
        held.release()
        real(handle)

    monkeypatch.setattr(instance, "_take", slow)
    mine = instance.claim(path)
    assert len(rounds) == 2
    monkeypatch.setattr(instance, "_take", real)
    with pytest.raises(wrong.InUse):
        instance.claim(path)
    mine.release()


def test_a_lock_file_is_no_link_to_elsewhere(folder, tmp_path):
    target = tmp_path / "target"
    (folder / "x.lock").symlink_to(target)
    with pytest.raises(OSError, match=rf"Errno {errno.ELOOP}"):
        instance.claim(folder / "x.lock")
    assert not target.exists()


def test_a_stick_without_locks_still_opens(closed, monkeypatch):
    def refuse(_handle):
        raise OSError(instance.errno.ENOLCK, "no locks")

    monkeypatch.setattr(instance, "_take", refuse)
    with open_file(closed, PHRASE) as file:
        assert not file.read_only
        file.save()
