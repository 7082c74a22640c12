"""A family file in a folder of the test, with words that cost nothing to try."""

from __future__ import annotations

import datetime as dt
import pickle
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kyr_app.content.library import Library
from kyr_app.session.session import Session
from kyr_app.store import age_copy, phrases
from kyr_app.store.slots import cheap
from kyr_app.store.troubles import WeakPhrase, WrongPhrase

WORDS = "regla asalto tiempo sur bufanda hallar"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """The folder of a stick."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def computer(library: Library, today: dt.date) -> Callable[[], Session]:
    """Another computer each time: a sitting of its own over the same content."""
    return lambda: Session(library=library, today=today)


@pytest.fixture
def kept(session: Session, stick: Path) -> Session:
    """A sitting with a family file that is open on the stick."""
    session.family.create(stick, WORDS, costs=cheap())
    return session


@pytest.fixture
def quick_age(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stand-in for age, whose two seconds a copy are its purpose: same answers, no secret kept."""

    def seal(files: Mapping[str, bytes], passphrase: str) -> bytes:
        if why := phrases.weak(passphrase):
            raise WeakPhrase(why)
        return pickle.dumps((passphrase, dict(files)))

    def unseal(data: bytes, passphrase: str) -> dict[str, bytes]:
        try:
            words, files = pickle.loads(data)
        except Exception as error:
            raise WrongPhrase from error
        if words != passphrase:
            raise WrongPhrase
        return dict(files)

    monkeypatch.setattr(age_copy, "age_copy", seal)
    monkeypatch.setattr(age_copy, "age_open", unseal)
