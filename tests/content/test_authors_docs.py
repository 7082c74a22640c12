"""The pages for authors, played: what they tell to type is typed, and what they show is what the program says."""

import re
import shlex
import shutil
from fnmatch import fnmatchcase
from pathlib import Path
from textwrap import dedent

import pytest

from kyr_app import places
from kyr_app.cli.main import main
from kyr_app.content import build, official, tokens
from kyr_app.content.desk import Desk, shipped

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "authors"
_STEP = re.compile(
    r"<!-- edit (?P<file>\S+): (?P<old>.+?) => (?P<new>.+?) -->|^ *```console\n(?P<block>.*?)^ *```",
    re.DOTALL | re.MULTILINE,
)
CHECK, PREVIEW = ["content", "check"], ["content", "preview"]
"""What reads the files themselves, and needs nothing built."""
_PREFIX = ["python3", "dev.py", "run"]


def steps(page):
    """Yield edits as (file, old, new) and commands as (command, lines expected), in the order of the page."""
    for found in _STEP.finditer((PAGES / page).read_text(encoding="utf-8")):
        if found["file"]:
            yield found["file"], found["old"], found["new"]
            continue
        for one in re.split(r"^\$ ", dedent(found["block"]), flags=re.MULTILINE)[1:]:
            command, *expected = one.rstrip("\n").split("\n")
            yield command, expected


@pytest.fixture
def checkout(tmp_path, monkeypatch, known):
    """A copy of the sources of content, which `dev.py run` of the page is played against."""
    for name in ("assets", "forms", "docs/authors"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(places, "assets", lambda: tmp_path / "assets")
    monkeypatch.setattr(places, "forms", lambda: tmp_path / "forms")
    monkeypatch.setattr(places, "pack", lambda: tmp_path / "build")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    remember(monkeypatch, known)
    official.load.cache_clear()
    return tmp_path


@pytest.fixture(scope="module")
def known():
    """What each file of the content was read as, by its name on the desk and its bytes."""
    return {}


def remember(monkeypatch, known):
    """Read each file of the content once, not once a command, as long as it says the same."""
    real = Desk._take

    def take(self, path, folder):
        key = (path.relative_to(folder) if path.is_relative_to(folder) else path, path.read_bytes())
        lists = self.problems, self.sources, self.broken
        before = [len(each) for each in lists]
        if key not in known:
            real(self, path, folder)
            known[key] = [each[at:] for each, at in zip(lists, before, strict=True)]
        else:
            for each, more in zip(lists, known[key], strict=True):
                each.extend(more)

    monkeypatch.setattr(Desk, "_take", take)


def built(folder):
    """Do what `dev.py` does before each run."""
    both = shipped()
    build.write(both, folder / "build")
    official.write(both, folder / "build")
    tokens.write(folder / "build")
    official.load.cache_clear()


def played(command, folder, capsys):
    words = shlex.split(command)
    if words[0] == "cp":
        shutil.copy(*words[1:])
        return []
    assert words[:3] == _PREFIX, command
    if words[3:5] not in (CHECK, PREVIEW):
        built(folder)
    capsys.readouterr()
    main(words[3:])
    return capsys.readouterr().out.splitlines()


def alike(expected, said):
    """Whether lines are as expected; `…` alone on a line stands for any number of them."""
    if "…" in expected:
        return fnmatchcase("\n".join(said), "\n".join("*" if each == "…" else each for each in expected))
    return expected == said


@pytest.mark.parametrize(
    "page", sorted(each.name for each in PAGES.glob("*.md") if "```console" in each.read_text("utf-8"))
)
def test_what_a_page_shows_is_what_the_program_says(page, checkout, capsys):
    played_any = False
    for step in steps(page):
        if len(step) == 3:
            file, old, new = step
            text = (checkout / file).read_text(encoding="utf-8")
            assert old in text, (page, old)
            (checkout / file).write_text(text.replace(old, new, 1), encoding="utf-8")
            continue
        command, expected = step
        said = played(command, checkout, capsys)
        assert alike(expected, said), "\n".join([command, *said])
        for name in re.findall(r"-o (\S+)", command):
            assert (checkout / name).exists(), command
        played_any = True
    assert played_any


def test_the_samples_are_right_and_are_not_shipped():
    for sample in (PAGES / "samples").glob("*.yaml"):
        assert not list((ROOT / "assets").rglob(sample.name))


def test_every_page_for_authors_is_named_in_the_first():
    first = (PAGES / "README.md").read_text(encoding="utf-8")
    for page in PAGES.glob("*.md"):
        assert page.name == "README.md" or f"({page.name})" in first, page.name
