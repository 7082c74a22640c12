"""A sample sitting: *Persona de Ejemplo*, her children, a story of three cards. Nobody real."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from kyr_app import places
from kyr_app.content.library import Library
from kyr_app.model.person import Who
from kyr_app.model.settings import Look, Settings, TextSize, View
from kyr_app.model.story import Ask
from kyr_app.session import answers_file
from kyr_app.session.session import Session
from kyr_app.store import drives, folders, slots
from kyr_app.store.drive import Drive
from kyr_app.store.preferences import Forgetful

TODAY = dt.date(2026, 11, 22)
WORDS = "mesa nube rojo gato luna pan"
OWN = {
    "first_name": "Persona",
    "last_name": "de Ejemplo",
    "a_number": "000-000-000",
    "phone": "555-0100",
    "home_city": "Tijuana",
}
STORY = ("Vivía en una casa azul.", "Trabajaba en el mercado.", "Salí con mis hijos de noche.")
BOTH = "both"


def session(
    library: Library, language: str = "es", look: Look = Look.LIGHT, size: TextSize = TextSize.NORMAL
) -> Session:
    """Return the sample sitting, seen in a language (`both` is both, Spanish first), a look and a size of letters."""
    view = View.BOTH if language == BOTH else View.ONE
    spoken = "es" if language == BOTH else language
    kept = Settings(language="es", view=view, text_size=size, look=look)
    made = Session(library, Forgetful(kept), TODAY)
    if spoken != "es":
        made.use_language(spoken)
    _answer(made)
    for who in (Who.ME, Who.CHILD):
        made.add_person(who)
    for number, words in enumerate(STORY, 1):
        made.story.begin()
        made.story.write(number, Ask.WHAT, words)
    return made


def _answer(made: Session) -> None:
    path = places.assets() / "sample" / "family.json"
    answers = answers_file.read(path.read_bytes(), made.library)
    for name, value in OWN.items():
        answers = answers.given(name, value)
    made.replace_answers(answers)


@contextmanager
def computer(folder: Path) -> Iterator[Path]:
    """Let there be one stick and one folder for documents on this computer; yield the stick."""
    stick, documents = folder / "KINGSTON", folder / "Documentos"
    for each in (stick, documents):
        each.mkdir(parents=True, exist_ok=True)
    found = (Drive(stick, stick.name, removable=True, free=7_000_000_000, writable=True),)
    with (
        mock.patch.object(drives, "drives", return_value=found),
        mock.patch.object(folders, "personal", return_value=(documents,)),
    ):
        yield stick


def keep(made: Session, stick: Path) -> None:
    """Keep the sitting in a family file on the stick; its words are `WORDS`."""
    made.family.create(stick, WORDS, costs=slots.cheap())
