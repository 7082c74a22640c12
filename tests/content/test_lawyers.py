"""The page for the lawyer who reads first: it names what there is, and whatever is most likely to be wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
import pytest

from kyr_app.content.library import Library
from kyr_app.model.fact import Volatility
from kyr_app.model.form import Verified
from kyr_app.model.template import Leaves

PAGE = (Path(__file__).parents[2] / "docs" / "lawyers" / "review-first.md").read_text("utf-8")
_NAMED = re.compile(r"`([a-z_]+/[a-z0-9-]+)`")


@pytest.fixture(scope="module")
def files(library: Library) -> dict[str, Any]:
    """All that is read and signed, as the page names it."""
    kinds: dict[str, Mapping[str, Any]] = {
        "lessons": library.lessons,
        "interviews": library.interviews,
        "checklists": library.checklists,
        "rule_sets": library.rule_sets,
        "screenings": library.screenings,
        "practice": library.practice,
        "prompts": {each.id: each for each in library.prompt_files},
        "deadlines": library.deadlines,
        "templates": library.templates,
        "forms": library.forms,
        "workshops": library.workshops,
    }
    return {f"{kind}/{name}": each for kind, those in kinds.items() for name, each in those.items()}


def facts(value: Any) -> Iterator[str]:
    """Yield the id of every fact that something rests on, however deep."""
    if isinstance(value, msgspec.Struct):
        yield from getattr(value, "facts", ())
        for field in value.__struct_fields__:
            yield from facts(getattr(value, field))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from facts(each)


def test_what_it_names_is_there(files: dict[str, Any]) -> None:
    assert set(_NAMED.findall(PAGE)) - files.keys() == set()


def test_it_names_all_that_the_courts_are_changing(files: dict[str, Any], library: Library) -> None:
    moving = {each.id for each in library.facts.values() if each.volatility is Volatility.IN_LITIGATION}
    resting = {name for name, each in files.items() if moving.intersection(facts(each))}
    assert resting - set(_NAMED.findall(PAGE)) == set()


def test_it_names_every_paper_that_goes_out(library: Library) -> None:
    papers = {f"templates/{each.id}" for each in library.templates.values() if each.leaves is not Leaves.KEPT}
    papers |= {f"forms/{each}" for each in library.forms}
    assert papers - set(_NAMED.findall(PAGE)) == set()


def test_it_names_every_doubt_about_a_date(library: Library) -> None:
    doubted = {f"deadlines/{each.id}" for each in library.deadlines.values() if each.doubt}
    assert doubted - set(_NAMED.findall(PAGE)) == set()


def test_it_names_every_blank_known_from_a_list_only(library: Library) -> None:
    listed = PAGE.partition("Known from lists only:")[2].partition("\n\n")[0]
    known = {
        f"forms/{name}"
        for name, form in library.forms.items()
        if any(each.verified is Verified.NAMES and not each.superseded for each in form.editions)
    }
    assert set(_NAMED.findall(listed)) == known
