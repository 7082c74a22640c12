"""The short form of every soak test, each in a process of its own; `python3 dev.py soak` is the long one."""

import sys

import pytest

from tests.soak.__main__ import TESTS, ran

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="these tests fork and kill; docs say what Windows needs"
)


@pytest.mark.parametrize("name", TESTS)
def test_it_withstands(name, capfd):
    rows = ran(name, short=True)
    wrong = [f"{row.test}: {row.result}" for row in rows if not row.passed]
    assert not wrong, capfd.readouterr().err[-1500:]
    assert rows
    if all(row.not_here for row in rows):
        pytest.skip("; ".join(f"{row.test}: {row.not_here}" for row in rows))
