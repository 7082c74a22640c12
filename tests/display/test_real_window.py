"""Start the program as a person does, on a real X display, and press what a person presses."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.display,
    pytest.mark.skipif(sys.platform != "linux", reason="X displays are a thing of Linux"),
]


@pytest.fixture
def display() -> Iterator[str]:
    """A display of 1366×768 that nobody else uses."""
    server = shutil.which("Xvfb")
    assert server, "the tests need Debian's xvfb: python3 dev.py test installs it"
    read, write = os.pipe()
    command = [server, "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as process:
        os.close(write)
        number = os.read(read, 16).decode().strip()
        yield f":{number}"
        process.terminate()


@pytest.fixture
def program(display: str, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The program with its window on the display, as after a first choice of language."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.json").write_text('{"language":"es"}', encoding="utf-8")
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "KYR_HOME": str(home)}
    with subprocess.Popen(
        [sys.executable, "-m", "kyr_app"], env=environment, stderr=subprocess.PIPE
    ) as process:
        yield process
        process.terminate()


def xdotool(display: str, *arguments: str) -> str:
    done = subprocess.run(
        ["xdotool", *arguments],
        env={**os.environ, "DISPLAY": display},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip()


def window_of(display: str) -> str:
    for _ in range(1200):
        found = xdotool(display, "search", "--onlyvisible", "--name", "^Guía$")
        if found:
            return found.splitlines()[0]
        time.sleep(0.05)
    raise AssertionError("the window never came")


def picture(display: str) -> bytes:
    """Return the pixels of the whole display."""
    dumped = subprocess.run(["xwd", "-root", "-silent", "-display", display], capture_output=True, check=True)
    return dumped.stdout


def still(display: str, within: float = 60.0) -> bytes:
    """Return the pixels once two pictures half a second apart are the same: whatever was being painted is there."""
    end = time.monotonic() + within
    before = picture(display)
    while time.monotonic() < end:
        time.sleep(0.5)
        now = picture(display)
        if now == before:
            return now
        before = now
    raise AssertionError("the display never came to rest")


def changed(display: str, before: bytes, within: float = 60.0) -> bytes:
    """Return the pixels once they differ from `before` and have come to rest."""
    end = time.monotonic() + within
    while picture(display) == before:
        assert time.monotonic() < end, "nothing changed on the display"
        time.sleep(0.05)
    return still(display)


def covered(display: str) -> bool:
    """Tell whether the picture that hides everything is there."""
    return bool(xdotool(display, "search", "--onlyvisible", "--name", "^(Imagen|Picture)$"))


def come_back(display: str, tries: int = 5) -> None:
    """Press a key as somebody does who wants to go on: once more where the first time was too early."""
    for _ in range(tries):
        time.sleep(1.0)  # what is pressed in the first moment still means hiding (ui/cover.py)
        xdotool(display, "key", "a")
        end = time.monotonic() + 5.0
        while time.monotonic() < end:
            if not covered(display):
                return
            time.sleep(0.05)
    raise AssertionError("the picture stays")


def hidden(display: str, within: float = 60.0) -> None:
    """Wait until everything is covered."""
    end = time.monotonic() + within
    while not covered(display):
        assert time.monotonic() < end, "nothing was hidden"
        time.sleep(0.05)


def test_a_person_starts_it_clicks_hides_and_comes_back(
    display: str, program: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    window = window_of(display)
    home = still(display)
    xdotool(display, "mousemove", "--window", window, "300", "250", "click", "1")
    library = changed(display, home)
    xdotool(display, "key", "--window", window, "F9")
    hidden(display)
    assert still(display) != library
    come_back(display)
    back = still(display)
    assert program.poll() is None
    xdotool(display, "windowfocus", "--sync", window)
    xdotool(display, "key", "ctrl+l")
    changed(display, back)
    assert sorted(file.name for file in (tmp_path / "home").iterdir()) == ["settings.json"]


def test_the_kernel_sees_no_internet_socket(tmp_path: Path) -> None:
    """Watch every socket that the journey through the window asks the kernel for."""
    seen = tmp_path / "sockets.txt"
    command = [
        "strace",
        "-f",
        "--seccomp-bpf",
        "-qq",
        "-e",
        "trace=socket",
        "-o",
        str(seen),
        sys.executable,
        "-m",
    ]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    folder = tmp_path / "pictures"
    done = subprocess.run(
        [*command, "kyr_app.ui.pictures", str(folder)], env=environment, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr[-500:]
    assert list(folder.glob("*.png"))
    asked = seen.read_text(encoding="utf-8")
    assert "AF_INET" not in asked
    assert "AF_NETLINK" not in asked
