"""What the tests of official forms share: the maps, blanks as they were inspected, and where real ones are."""

from __future__ import annotations

from functools import cache

import pytest

from kyr_app import places
from kyr_app.content import official
from kyr_app.documents.worker import api
from kyr_app.documents.worker.shapes import Inspected
from kyr_app.model.form import OfficialForm
from tests.unit.documents.official import blanks


@pytest.fixture(scope="session")
def forms() -> dict[str, OfficialForm]:
    return official.load(places.pack())


@cache
def inspected(name: str) -> Inspected:
    """Return what the limited process says of a blank; asked once."""
    return api.inspect(blanks.made(name))


@pytest.fixture
def _application() -> None:
    """No test here draws with Qt."""
