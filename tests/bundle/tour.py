"""A walk through a made folder: every part that fetches something of its own at run time is asked for once."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from kyr_app import places

PHOTO = "photo.heic"
PASSWORD = "una contraseña de prueba"
LESSON = "turn-in.yaml"

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
    ("content", "check"),
    ("content", "check", LESSON),
    ("content", "preview", LESSON, "-o", "proof.pdf"),
    ("content", "preview", LESSON, "--as", "paper", "-o", "paper.pdf"),
    ("content", "preview", LESSON, "--as", "screen", "-o", "screens"),
    ("content", "exchange", "out", "--lang", "ht", "-o", "ht"),
    ("content", "exchange", "in", "ht/content.po", "--lang", "ht", "-o", "ht", "--force"),
    ("demo", "-o", "demo"),
    ("selftest", "--json"),
    ("selftest", "--ui", "es", "-o", "page.pdf"),
)
"""The words after the program's name. What a step writes, a later one reads."""

KEYED: tuple[tuple[str, ...], ...] = (
    ("pack", "verify", "guia-1.zip", "--json"),
    ("pack", "verify", "guia-1.zip", "-o", "changes.pdf"),
    ("pack", "install", "guia-1.zip"),
    ("pack", "list", "--json"),
    ("lessons", "--json"),
    ("selftest", "--ui", "en", "-o", "page-pack.pdf"),
    ("pack", "back"),
)
"""The same for a folder that believes the key which `STEPS` made, as a release believes its publisher's."""


def prepare(folder: Path) -> None:
    """Lay into an empty folder what the steps read."""
    shutil.copy(places.assets() / "sample" / PHOTO, folder / PHOTO)
    shutil.copy(places.assets() / "content/lessons" / LESSON, folder / LESSON)
    (folder / "password.txt").write_text(PASSWORD, "utf-8")
    exhibits = [{"files": [name], "title": "A report", "language": "es"} for name in (PHOTO, "handout.pdf")]
    (folder / "plan.json").write_text(json.dumps({"exhibits": exhibits}), "utf-8")


def with_key(made: Path, folder: Path) -> Path:
    """Return a copy of a made folder, in `folder`, that believes the key which `STEPS` made there."""
    copy = folder / "keyed"
    shutil.copytree(made, copy)
    keys = copy / "_internal/kyr_app/_data/assets/keys"
    for each in (copy, *copy.rglob("*")):
        each.chmod(0o755)
    keys.mkdir()
    shutil.copyfile(folder / "clave.pub", keys / "guia-1.pub")
    with (copy / "HASHES").open("a", encoding="utf-8") as listed:
        name = (keys / "guia-1.pub").relative_to(copy).as_posix()
        listed.write(f"{hashlib.sha256((keys / 'guia-1.pub').read_bytes()).hexdigest()}  {name}\n")
    return copy


def play(
    program: Sequence[str],
    folder: Path,
    environment: Mapping[str, str] | None = None,
    steps: Sequence[tuple[str, ...]] = STEPS,
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Run every step in `folder`; yield those that did not do what they should, with what they said."""
    for step in steps:
        done = subprocess.run(
            (*program, *step), cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            yield step, done.stdout[-300:] + done.stderr[-600:]
