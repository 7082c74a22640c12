"""Nothing that is committed speaks of one machine, promises what is not there, or depends on an address."""

import os
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MADE_BY_TOOLS = {".git", ".venv", "build", "dist", "__pycache__", ".hypothesis", ".pytest_cache"}
MADE_BY_TOOLS |= {".mypy_cache", ".ruff_cache", ".import_linter_cache"}
OTHERS = {ROOT / "LICENSE", Path(__file__)}  # this file has to name what must not be named

HOSTS = ["pypi.org", "pythonhosted.org", "npmjs.org", "npmjs.com", "deb.debian.org", "crates.io"]
PROMISES = [r"\bTODO\b", r"\bFIXME\b", r"\bXXX\b", "(?i)coming soon", "NotImplementedError"]
MACHINES = [
    rf"(?<![\w.]){re.escape(f'{ROOT}/')}",
    rf"(?<![\w.]){re.escape(f'{Path.home()}/')}",
    r"(?<![\w./~-])/(home|Users)/\w+/",
    r"[A-Z]:\\Users\\",
]


def texts():
    """Yield every file of the tree that holds text, except what tools make."""
    for folder, below, names in os.walk(ROOT):
        below[:] = [name for name in below if name not in MADE_BY_TOOLS]
        for path in {Path(folder, name) for name in names} - OTHERS:
            data = path.read_bytes()
            if b"\0" not in data[:1024]:
                yield path.relative_to(ROOT), data.decode("utf-8", "replace")


@pytest.fixture(scope="module")
def files():
    return list(texts())


def lines_with(files, pattern, *, only=""):
    return [
        f"{path}:{number}: {line.strip()[:100]}"
        for path, text in files
        if str(path).endswith(only) and re.search(pattern, text)
        for number, line in enumerate(text.splitlines(), 1)
        if re.search(pattern, line)
    ]


@pytest.mark.parametrize("host", HOSTS)
def test_no_registry_is_named(files, host):
    assert not lines_with(files, re.escape(host))


@pytest.mark.parametrize("place", MACHINES)
def test_no_path_of_a_machine(files, place):
    assert not lines_with(files, place)


@pytest.mark.parametrize("promise", PROMISES)
def test_nothing_is_promised(files, promise):
    assert not lines_with(files, promise, only=".py")
