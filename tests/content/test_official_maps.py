"""The maps of official forms: what a checker tells an author of one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec
import pytest

from kyr_app import places
from kyr_app.content import official
from kyr_app.content.check import problems
from kyr_app.content.checks import official as checks
from kyr_app.content.checks import sources
from kyr_app.content.desk import Desk, Source, shipped
from kyr_app.i18n import catalogs
from kyr_app.model.errors import ContentError
from kyr_app.model.form import OfficialForm

HOME = places.forms() / "official"
ENGLISH = catalogs.load("en", places.translations())


def told(tmp_path: Path, name: str, old: str, new: str) -> list[str]:
    """Return what is said of a map in which something was changed once."""
    text = (HOME / f"{name}.yaml").read_text("utf-8")
    assert old in text
    folder = tmp_path / "forms" / "official"
    folder.mkdir(parents=True)
    (folder / f"{name}.yaml").write_text(text.replace(old, new, 1), "utf-8")
    one, known = Desk(tmp_path / "forms"), ground()
    one.sources = [*known, *one.sources]
    found = [*one.problems, *sources.check(one), *checks.check(one)]
    return [ENGLISH.render(each.said) for each in found if each.file.endswith(f"official/{name}.yaml")]


@cache
def ground() -> list[Source]:
    """Return what maps are held against: the facts, and the questions; read once."""
    content = places.assets() / "content"
    return [source for name in ("facts", "interviews") for source in Desk(content / name).sources]


def test_the_maps_that_ship_have_nothing_to_mend() -> None:
    found = [each for each in problems(shipped()) if "official/" in each.file]
    assert [f"{each.file}:{each.line} {ENGLISH.render(each.said)}" for each in found] == []


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("g-1145", "answer: last_name", "answer: last_nam", "Did you mean “last_name”?"),
        ("g-1145", "field: FirstName[0]", "field: LastName[0]", "belongs to question last too"),
        ("g-1145", "practice: yes", "facts:\n      - no-such-fact", "There is no fact “no-such-fact”"),
        ("g-1145", "format: phone-digits", "format: phone-digit", "Did you mean “phone-digits”?"),
        ("g-1145", "names: a3bb98a730ec", "footer_: a3bb98a730ec", "Did you mean “footer”?"),
        ("i-589", "spare: supplement-b", "spare: supplement-b\nspar: x", "There is no “spar” here"),
        ("i-589", "printed: 3", "printed: 4", "Every row needs 4 cells."),
        ("i-589", "to: supplement-b", "to: supplement-c", "no continuation “supplement-c”"),
        ("i-589", "when: mail_same == no", "when: mail_same = no", "This condition is not understood"),
        ("i-589", "good_until: 2027-02-20", "good_until: 2027-11-20", "may be 2027-02-20 at the latest"),
    ],
)
def test_a_mistake_is_told_in_words(tmp_path: Path, name: str, old: str, new: str, said: str) -> None:
    assert any(said in each for each in told(tmp_path, name, old, new))


def test_an_edition_without_its_fingerprint(tmp_path: Path) -> None:
    text = (HOME / "g-1145.yaml").read_text("utf-8")
    line = next(each for each in text.splitlines() if each.strip().startswith("structure:"))
    assert any("both fingerprints" in each for each in told(tmp_path, "g-1145", line + "\n", ""))


def test_a_pack_without_forms_says_so(tmp_path: Path) -> None:
    with pytest.raises(ContentError):
        official.load(tmp_path)
    (tmp_path / official.FILE).write_bytes(b"{}")
    official.load.cache_clear()
    with pytest.raises(ContentError):
        official.load(tmp_path)
    official.load.cache_clear()


def test_the_compiled_forms_are_the_ones_of_the_files(tmp_path: Path) -> None:
    path = official.write(Desk(HOME), tmp_path)
    found = msgspec.json.decode(path.read_bytes(), type=tuple[OfficialForm, ...])
    assert [each.order for each in found] == sorted(each.order for each in found)
    assert {each.id for each in found} == {file.stem for file in HOME.glob("*.yaml")}
