from pathlib import Path

import pytest

from kyr_app.content import schema
from kyr_app.content.check import check_file, problems
from kyr_app.content.desk import Desk, Problem
from kyr_app.content.source import parse
from kyr_app.i18n import catalogs
from kyr_app.model.lesson import Lesson

GOOD = """\
id: sample
order: 1
moment: border
icon: phone
title:
  es: Una muestra
  en: A sample
neutral_title:
  es: Una hoja
  en: A sheet
summary:
  es: Es solo una muestra.
  en: It is only a sample.
minutes: 5
reviewed: 2026-11-22
good_until: 2027-02-20
points:
  - id: first
    title:
      es: Primero
      en: First
    icon: phone
    short:
      es: Corto.
      en: Short.
    blocks:
      - id: words
        kind: paragraph
        facts:
          - sample-law
        text:
          es: Desde mayo de 2026 hay 3 hojas. Pida la [[sheet|hoja]] I-589.
          en: Since May 2026 there are 3 sheets. Ask for the I-589 [[sheet|sheet]].
teach_back:
  id: ask
  kind: choice
  question:
    es: ¿Qué pide?
    en: What do you ask for?
  options:
    - id: one
      text:
        es: La hoja.
        en: The sheet.
      reply:
        es: Así es.
        en: That is so.
      right: yes
    - id: two
      text:
        es: Nada.
        en: Nothing.
      reply:
        es: Mire otra vez.
        en: Look again.
"""
FACTS = """\
id: sample
facts:
  - id: sample-law
    topic: sample
    statement: There are three sheets.
    citation: 8 CFR 1003.22
    source: a public page
    as_of: 2026-05-01
    volatility: changed-recently
    confidence: high
  - id: sample-doubt
    topic: sample
    statement: There may be four.
    citation: none
    source: unverified
    as_of: 2026-05-01
    volatility: changed-recently
    confidence: medium
  - id: sample-rumour
    topic: sample
    statement: There may be five.
    citation: none
    source: a blog
    as_of: 2026-05-01
    volatility: stable
    confidence: low
"""
GLOSSARY = """\
id: glossary
terms:
  - id: sheet
    term:
      es: hoja
      en: sheet
    meaning:
      es: Un papel.
      en: A paper.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("lessons/sample", GOOD), ("facts/sample", FACTS), ("glossary", GLOSSARY)):
        file = tmp_path / f"{name}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def found(folder: Path, old: str = "", new: str = "") -> list[tuple[int, str]]:
    assert old in GOOD
    (folder / "lessons/sample.yaml").write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    english = catalogs.load("en", folder)
    return [(each.line, english.render(each.said)) for each in problems(Desk(folder))]


def test_a_good_file_has_nothing_to_mend(folder: Path) -> None:
    assert found(folder) == []


def test_all_mistakes_at_once_with_their_lines() -> None:
    broken = (
        GOOD.replace("moment: border", "moment: bordr")
        .replace("minutes: 5", "minutes: cinco")
        .replace("reviewed: 2026-11-22", "reviewed: 2026-13-01")
        .replace("kind: paragraph", "kind: paragraf")
        .replace("  es: Una muestra\n", "")
        .replace("summary:", "sumary:")
    )
    lines = [mistake.line for mistake in schema.check(Lesson, parse(broken))]
    assert lines == [3, 5, 10, 13, 14, 27]  # an entry misspelt is told where it stands


@pytest.mark.parametrize(
    ("old", "new", "line", "part"),
    [
        ("          - sample-law", "          - sample-lw", 30, "Did you mean “sample-law”"),
        ("          - sample-law", "          - sample-rumour", 27, "low confidence"),
        ("          - sample-law", "          - sample-doubt", 27, "unverified and changes"),
        ("        facts:\n          - sample-law\n", "", 27, "Name the facts"),
        ("Desde mayo de 2026 hay", "Hoy hay", 27, "month and year must stand in the Spanish text"),
        ("hay 3 hojas", "hay 4 hojas", 31, "different numbers"),
        ("hoja]] I-589", "hoja]] I-765", 31, "different forms"),
        ("Desde mayo", "Desde junio", 31, "different months"),
        ("[[sheet|hoja]]", "hoja", 31, "different glossary terms"),
        ("es: Corto.", "es: Corto, **muy corto.", 23, "not closed"),
        ("good_until: 2027-02-20", "good_until: 2027-02-21", 16, "2027-02-20 at the latest"),
        ("good_until: 2027-02-20", "good_until: 2026-11-22", 16, "later than"),
        ("icon: phone\n    short", "icon: fone\n    short", 22, "Did you mean “phone"),
        ("      right: yes\n", "", 34, "one of them right"),
        ("es: Corto.", "es: Usted califica.", 23, "We never say “Usted califica”"),
        ("en: Short.", "en: You will win.", 23, "We never say “You will win”"),
        ("es: Corto.", "es: " + "palabra " * 26 + ".", 23, "A sentence of 26 words"),
        ("es: Corto.", "es: " + "Una palabra. " * 23, 23, "“short” has 46 words"),
    ],
)
def test_each_rule_of_content(folder: Path, old: str, new: str, line: int, part: str) -> None:
    assert any(at == line and part in said for at, said in found(folder, old, new)), found(folder, old, new)


def test_a_file_elsewhere_is_held_against_the_facts_of_the_program(folder: Path, tmp_path: Path) -> None:
    stray = tmp_path.parent / "other.yaml"
    stray.write_text(
        GOOD.replace("id: sample", "id: other").replace("sample-law", "nothing-known"), encoding="utf-8"
    )
    said = check_file(stray, folder)
    assert [each.line for each in said] == [30]
    assert isinstance(said[0], Problem)


def test_an_id_used_twice_is_told(folder: Path) -> None:
    (folder / "lessons/second.yaml").write_text(GOOD, encoding="utf-8")
    assert any("sample.yaml too" in said for _, said in found(folder))


def test_places_are_named_by_ids() -> None:
    places = [place for place, _, _ in schema.texts(Lesson, parse(GOOD))]
    assert places[:5] == [
        "sample.title",
        "sample.neutral_title",
        "sample.summary",
        "sample.first.title",
        "sample.first.short",
    ]
    assert "sample.first.words.text" in places
    assert len(places) == len(set(places))
