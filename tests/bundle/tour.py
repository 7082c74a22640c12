"""A walk through a made folder: every part that fetches something of its own at run time is asked for once."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from kyr_app import places

PHOTO = "photo.heic"
PASSWORD = "una contraseña de prueba"

STEPS: tuple[tuple[str, ...], ...] = (
    ("lessons", "--json"),
    ("search", "asilo", "--json"),
    ("search", "hearing", "--lang", "en"),
    ("handout", "asylum-basics", "--lang", "both", "-o", "handout.pdf"),
    ("handout", "asylum-basics", "--edition", "zine", "--paper", "a4", "-o", "zine.pdf"),
    ("deadline", "bia-appeal", "2026-11-20", "-o", "date.ics"),
    ("deadline", "comar-30-days", "2026-11-20", "--json"),
    ("documents", "--json"),
    ("make", "blank-intake", "-o", "made.pdf"),
    ("worksheet", "i-589", "--lang", "both", "-o", "worksheet.pdf"),
    ("workshop", "asylum-basics", "--people", "3", "--minutes", "60", "-o", "workshop.pdf"),
    ("say", "Ñandú, ¿qué día?", "-o", "said.wav"),
    ("say", "Good morning", "--lang", "en", "-o", "said-en.wav"),
    ("packet", "plan.json", "-o", "packet.pdf", "--reading", "reading.pdf", "--sets", "sets.pdf"),
    ("forms", "--json"),
    ("traces", "--json"),
    ("pack", "list"),
    ("pack", "build", "--notes-es", "Prueba.", "--notes-en", "Test.", "-o", "guia-1.zip"),
    ("pack", "key", "clave", "--password-from", "password.txt"),
    ("pack", "sign", "guia-1.zip", "--key", "clave.key", "--password-from", "password.txt"),
    ("demo", "-o", "demo"),
    ("selftest", "--json"),
    ("selftest", "--ui", "es", "-o", "page.pdf"),
)
"""The words after the program's name. What a step writes, a later one reads."""


def prepare(folder: Path) -> None:
    """Lay into an empty folder what the steps read."""
    shutil.copy(places.assets() / "sample" / PHOTO, folder / PHOTO)
    (folder / "password.txt").write_text(PASSWORD, "utf-8")
    exhibits = [{"files": [name], "title": "A report", "language": "es"} for name in (PHOTO, "handout.pdf")]
    (folder / "plan.json").write_text(json.dumps({"exhibits": exhibits}), "utf-8")


def play(
    program: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Run every step in `folder`; yield those that did not do what they should, with what they said."""
    for step in STEPS:
        done = subprocess.run(
            (*program, *step), cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            yield step, done.stdout[-300:] + done.stderr[-600:]
