"""J1 as somebody plays it who cannot see the screen: a real accessibility client and names, no pixel and no mouse."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kyr_app import places
from kyr_app.content import library
from kyr_app.i18n import catalogs
from kyr_app.model.interview import OneOf, Screen, YesNo
from kyr_app.model.text import N_
from kyr_app.session import answers_file, situation
from tests.display.test_real_window import display, pytestmark, window_of, xdotool

__all__ = ["display", "pytestmark"]

SYSTEM = "/usr/bin/python3"
"""The Python that Debian's python3-pyatspi is for."""
CLIENT = Path(__file__).with_name("reader_client.py")
ES = catalogs.load("es", places.translations())
MOST = 60


def able() -> bool:
    """Tell whether this computer has what a screen reader needs: at-spi2-core, python3-pyatspi, a bus."""
    if not (shutil.which("dbus-daemon") and Path(SYSTEM).exists()):
        return False
    asks = [SYSTEM, "-c", "import gi; gi.require_version('Atspi', '2.0'); import pyatspi"]
    return subprocess.run(asks, capture_output=True, check=False).returncode == 0


class Reader:
    """A screen reader that is told what to do."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.presses = 0

    def ask(self, **command: str) -> Any:
        """Give a command; return the answer."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(command) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def tree(self) -> list[dict[str, Any]]:
        """Return all that shows."""
        found: list[dict[str, Any]] = self.ask(do="tree")
        return found

    def names(self) -> list[str]:
        """Return the names of all that shows."""
        return [each["name"] for each in self.tree() if each["name"]]

    def press(self, name: str) -> None:
        """Press what has this name; wait until it is there."""
        for _ in range(40):
            if self.ask(do="press", name=name):
                self.presses += 1
                time.sleep(0.15)
                return
            time.sleep(0.1)
        raise AssertionError(f"nothing is called {name}: {self.names()}")


@pytest.fixture
def bus() -> Iterator[str]:
    """A session bus of its own; it starts the accessibility bus when that is first asked for."""
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.terminate()


@pytest.fixture
def reader(display: str, bus: str, tmp_path: Path) -> Iterator[Reader]:
    """A screen reader in front of the program, as after a first choice of language."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.json").write_text('{"language":"es"}', encoding="utf-8")
    environment = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "DBUS_SESSION_BUS_ADDRESS": bus,
        "KYR_HOME": str(home),
    }
    piped = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with (
        subprocess.Popen(
            [sys.executable, "-m", "kyr_app"], env=environment, stderr=subprocess.DEVNULL
        ) as program,
        subprocess.Popen([SYSTEM, str(CLIENT), "Guía"], env=environment, **piped) as client,
    ):
        assert client.stdout is not None
        assert json.loads(client.stdout.readline()), "the window was never seen"
        xdotool(display, "windowfocus", "--sync", window_of(display))
        yield Reader(client)
        client.terminate()
        program.terminate()


def said(msg: str) -> str:
    """Return a sentence of the program in Spanish."""
    return ES.render(N_(msg))


def asked_now(names: list[str], screens: list[Screen]) -> Screen | None:
    """Return the question that is on the screen, by what it is called."""
    return next((each for each in screens if ES.render(each.question) in names), None)


def kinds(tree: list[dict[str, Any]], asked: Screen) -> set[str]:
    """Return what the answers of a question are for a screen reader."""
    words = [ES.render(each.text) for each in getattr(asked.answer, "options", ())] or [
        said("Yes"),
        said("No"),
    ]
    return {
        each["role"]
        for each in tree
        if each["name"].split(". ")[0] in words and "checkable" in each["states"]
    }


def answer(reader: Reader, asked: Screen, value: Any) -> None:
    """Give an answer: by the names of its cards, or by typing."""
    options = {each.value: ES.render(each.text) for each in getattr(asked.answer, "options", ())}
    options = options or {"yes": said("Yes"), "no": said("No")}
    if isinstance(value, int):
        assert reader.ask(do="write", text=str(value))
    elif isinstance(value, str | tuple):
        for each in [value] if isinstance(value, str) else value:
            reader.press(options.get(each, said("None of these")))
    else:
        reader.press(said("I don't know"))


@pytest.mark.skipif(
    not able(), reason="needs Debian's at-spi2-core, python3-pyatspi, gir1.2-atspi-2.0, dbus-daemon"
)
def test_j1_by_names_alone(reader: Reader, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = library.load(places.pack())
    interview = content.interviews["travelers"]
    sample = answers_file.read((places.assets() / "sample" / "family.json").read_bytes(), content)
    screens = [each for section in interview.sections for each in section.screens]
    home = reader.tree()
    nameless = [each for each in home if "focusable" in each["states"] and not each["name"]]
    assert not nameless
    reader.press(ES.render(N_("Look at my situation")))
    reader.press(ES.render(interview.title))
    sizes, seen, heard = [], [], []
    for _ in range(MOST):
        tree = reader.tree()
        sizes.append(len(tree))
        names = [each["name"] for each in tree if each["name"]]
        asked = asked_now(names, screens)
        heard += reader.ask(do="heard")
        if asked is not None:
            seen.append(asked.id)
            if isinstance(asked.answer, OneOf | YesNo):
                assert kinds(tree, asked) == {"radio button"}
            answer(reader, asked, sample.get(asked.answer.name))
            reader.press(said("Next"))
        elif said("Stop here for a moment") in names:
            reader.press(said("Go on with the questions"))
        elif said("These are your answers") in names:
            break
        else:
            reader.press(said("Go on"))
    assert len(seen) == len(set(seen)) > 8
    spoken = {words for _, words in heard}
    questions = {ES.render(each.question) for each in screens if each.id in seen}
    assert questions <= spoken, "every new question must be told without looking for it"
    reader.press(said("See my list"))
    checklist = ES.render(content.checklists[interview.leads_to].title)
    names = reader.names()
    assert checklist in names
    surname = next(each for each in situation.findings(content, sample) if each.id == "other-surname")
    assert ES.render(surname.title) in names
    reader.press(said("Finish and forget"))
    reader.press(said("Yes, forget my answers"))
    assert sorted(each.name for each in (tmp_path / "home").iterdir()) == ["settings.json"]
    with capsys.disabled():
        print(
            f"\naccessibility tree: home {len(home)} nodes, questions up to {max(sizes)}; "
            f"{len(seen)} questions and {reader.presses} presses by name"
        )
