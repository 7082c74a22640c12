"""What the checker tells the author of a paper: the line, and what is wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kyr_app import places
from kyr_app.content.check import check_file, problems
from kyr_app.content.desk import Desk
from kyr_app.content.scores import score
from kyr_app.i18n import catalogs
from kyr_app.model.template import Template, slots

SHIPPED = places.forms() / "documents" / "emergency-contacts.yaml"
CONTENT = places.assets() / "content"


CARE = "id: consulate-care\n"
READ = {
    "interviews": "about-you address court-case court-requests family trusted-people",
    "facts": "court-filing-rules consular evidence",
}
"""What a paper that is checked here reads."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interviews and facts that ship, and room for one paper."""
    home = tmp_path_factory.mktemp("content")
    for name, some in READ.items():
        (home / name).mkdir()
        for each in some.split():
            shutil.copy(CONTENT / name / f"{each}.yaml", home / name)
    shutil.copy(CONTENT / "glossary.yaml", home)
    (home / "documents").mkdir()
    for each in ("cover-page", "proof-of-service"):
        shutil.copy(places.forms() / "documents" / f"{each}.yaml", home / "documents")
    return home


def found(folder: Path, old: str, new: str) -> list[tuple[int, str]]:
    text = SHIPPED.read_text(encoding="utf-8")
    assert old in text
    file = folder / "documents" / "emergency-contacts.yaml"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    english = catalogs.load("en", places.translations())
    return [
        (each.line, english.render(each.said))
        for each in problems(Desk(folder))
        if each.file.endswith("contacts.yaml")
    ]


def line_of(part: str) -> int:
    return next(
        n for n, line in enumerate(SHIPPED.read_text(encoding="utf-8").splitlines(), 1) if part in line
    )


@pytest.mark.parametrize(
    ("old", "new", "part", "said"),
    [
        ("rows: emergency_contacts", "rows: emergency_contact", "rows: emergency_contacts", "has no rows"),
        ("name: relation\n", "name: relatoin\n", "heads:", "Did you mean “emergency_contacts.relation”?"),
        ("es: Albergue", "es: Albergue {full_nam}", "        - id: shelter", "different places for answers"),
        ("- cons-safety-first", "- cons-safety-frist", "- cons-safety-first", "Did you mean “cons-safety-first”"),
        ("practice: yes", "facts:\n      - evidence-typos", "practice: yes", "There is no fact"),
        ("id: emergency-contacts\n", "id: contacts\n", "id: emergency-contacts", "they must be the same"),
        ("kind: warning", "kind: warnign", "- kind: warning", "Did you mean “warning”"),
        ("leaves: kept", "leaves: keept", "leaves: kept", "Did you mean “kept”"),
        ("good_until: 2027-11-22", "good_until: 2028-11-22", "good_until: 2027-11-22", "365 days"),
        ("es: Abogado o equipo legal", "es: Usted califica", "- id: lawyer", "We never say"),
        (CARE, f"{CARE}        when: marital == maried\n", CARE.strip(), "can never be"),
        (CARE, f"{CARE}        when: martial == married\n", CARE.strip(), "No earlier question"),
    ],
)  # fmt: skip
def test_each_mistake_has_its_line(folder: Path, old: str, new: str, part: str, said: str) -> None:
    told = found(folder, old, new)
    assert any(said in each for _, each in told), told
    near = (
        line_of(part) if any(part in line for line in SHIPPED.read_text(encoding="utf-8").splitlines()) else 0
    )
    assert any(abs(at - near) <= 3 for at, each in told if said in each) or not near, (near, told)


def test_places_stand_alike_and_braces_are_closed(folder: Path) -> None:
    told = found(
        folder,
        "es: Albergue\n              en: Shelter",
        "es: >-\n                {full_name\n              en: >-\n                {full_name",
    )
    assert any("A place for an answer looks like {answer_name}." in said for _, said in told)


def test_law_names_its_facts(folder: Path) -> None:
    told = found(
        folder,
        "es: Albergue\n              en: Shelter",
        "es: Albergue 8 CFR 1003.20\n              en: Shelter 8 CFR 1003.20",
    )
    assert any("name the facts" in said for _, said in told)


def test_a_page_has_blocks_or_uses_another_paper(folder: Path) -> None:
    told = found(folder, "    speaks: reader\n", "    speaks: reader\n    use: cover-page\n")
    assert any("blocks of its own, or uses" in said for _, said in told)
    told = found(folder, "    speaks: reader\n", "    speaks: reader\n    use: cover-pag\n")
    assert any("Did you mean “cover-page”" in said for _, said in told)


def test_row_slots_need_their_rows(folder: Path) -> None:
    told = found(
        folder,
        "es: Albergue\n              en: Shelter",
        "es: El de {children_list.first_name}\n              en: That of {children_list.first_name}",
    )
    assert any("not repeated for these rows" in said for _, said in told)


def test_a_file_is_checked_alone_or_with_its_folder(folder: Path) -> None:
    shutil.copy(SHIPPED, folder / "documents" / SHIPPED.name)
    assert check_file(folder / "documents" / SHIPPED.name, folder) == []
    shipped = check_file(SHIPPED, folder)
    assert {each.file for each in shipped} <= {"forms/documents/emergency-contacts.yaml"}
    whole = check_file(SHIPPED.parent, folder)
    assert all(each.file.startswith("forms/documents/") for each in whole)


def test_every_paper_of_the_issue_is_there_and_says_how_to_use_it(desk: Desk) -> None:
    found = {source.value.id: source.value for source in desk.of(Template)}
    wanted = """cover-page motion-venue motion-continue motion-reopen motion-late request-interpreter address-letter
        opla-letter fee-waiver-letter witness-letter sponsor-letter caregiver-authorization family-plan child-sheet
        medical-sheet emergency-contacts phones-card copies-list family-facts events-timeline iachr-request foia-letter
        proof-of-service proposed-order translation-certificate""".split()
    assert set(wanted) <= set(found)
    for one in found.values():
        assert one.review == ""
        for note in (one.before.when, one.before.copies, one.before.where, one.before.fee, *one.before.check):
            assert note.facts or note.practice
            assert slots(note.text.en) == ()


def test_what_stands_before_a_paper_reads_easily(desk: Desk) -> None:
    for source in desk.of(Template):
        found = score(source.value.id, source.value.before)
        assert found.inflesz >= 65, found
        assert found.grade <= 7, found
