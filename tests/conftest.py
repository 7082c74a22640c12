"""What every test may ask for: the day, the shipped content, a session that keeps nothing, no network."""

from __future__ import annotations

import datetime as dt
import os
import socket
from pathlib import Path

import pytest

from kyr_app import places
from kyr_app.content.desk import Desk, shipped
from kyr_app.content.library import Library, load
from kyr_app.i18n import catalogs
from kyr_app.i18n.locale import Locale
from kyr_app.session.session import Session

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

TODAY = dt.date(2026, 11, 22)


@pytest.fixture(scope="session")
def today() -> dt.date:
    """The day on which every test takes place."""
    return TODAY


@pytest.fixture(scope="session")
def library() -> Library:
    """The content that ships."""
    return load(places.pack())


@pytest.fixture(scope="session")
def desk() -> Desk:
    """The files of the content that ships."""
    return shipped()


@pytest.fixture
def session(library: Library, today: dt.date) -> Session:
    """A sitting in Spanish that keeps nothing."""
    return Session(library=library, today=today)


@pytest.fixture(params=["es", "en"])
def locale(request: pytest.FixtureRequest) -> Locale:
    """Each language of the program."""
    return catalogs.load(request.param, places.translations())


@pytest.fixture(autouse=True)
def kept_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings go to a folder of the test alone."""
    monkeypatch.setenv("KYR_HOME", str(tmp_path / "kyr-home"))
    return tmp_path / "kyr-home"


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any socket but one of this machine's own kind is an error."""
    real = socket.socket

    def guarded(family: int = socket.AF_INET, *rest: int, **more: int) -> socket.socket:
        if family in {socket.AF_INET, socket.AF_INET6}:
            raise AssertionError("the program is offline, and so are its tests")
        return real(family, *rest, **more)

    monkeypatch.setattr(socket, "socket", guarded)
