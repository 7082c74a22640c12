"""What every test may ask for: the day, the shipped content, a session that keeps nothing, no network."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from kyr_app import places
from kyr_app.content import library as contents
from kyr_app.content.desk import Desk, shipped
from kyr_app.content.library import Library, load
from kyr_app.i18n import catalogs
from kyr_app.i18n.locale import Locale
from kyr_app.session.session import Session

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The same examples every time, and no clock: what passes here passes on a slow machine. `--hypothesis-profile=search`
# looks for new ones.
settings.register_profile("search", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", settings.get_profile("search"), derandomize=True, database=None)
settings.load_profile("same")

TODAY = dt.date(2026, 11, 22)

# A shelf never changes, and a thousand tests begin by reading the same: each is made of its bytes once.
contents._decoded = functools.lru_cache(maxsize=8)(contents._decoded)


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


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Names of folders, each new, that nobody has made yet: most tests keep nothing."""
    base = tmp_path_factory.mktemp("homes")
    return (base / f"kyr-home-{number}" for number in itertools.count())


@pytest.fixture(autouse=True)
def kept_elsewhere(
    request: pytest.FixtureRequest, homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Settings go to a folder of the test alone: in its `tmp_path`, where it has one to look through."""
    has_own = "tmp_path" in request.fixturenames
    home = request.getfixturevalue("tmp_path") / "kyr-home" if has_own else next(homes)
    monkeypatch.setenv("KYR_HOME", str(home))
    return home


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Any socket but one of this machine's own kind is an error."""
    real = socket.socket

    def guarded(family: int = socket.AF_INET, *rest: int, **more: int) -> socket.socket:
        if family in {socket.AF_INET, socket.AF_INET6}:
            raise AssertionError("the program is offline, and so are its tests")
        return real(family, *rest, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "socket", guarded)
        yield
