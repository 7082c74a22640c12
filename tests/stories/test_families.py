import json
from pathlib import Path
from typing import Any

import pytest

from kyr_app import places
from kyr_app.cli.main import main
from kyr_app.content.library import load
from kyr_app.model.interview import Reached
from kyr_app.session.session import Session
from tests.stories.families import (
    FAMILIES,
    QUIET,
    SCREENING,
    Family,
    Said,
    answered,
    as_file,
    dated,
    lists_of,
    said,
    screened,
    wrong,
)

LIBRARY = load(places.pack())
DATES = [(family["story"], row) for family in FAMILIES for row in family.get("deadlines", ())]
each_family = pytest.mark.parametrize("family", FAMILIES, ids=[family["story"] for family in FAMILIES])
each_date = pytest.mark.parametrize(
    "row", [row for _, row in DATES], ids=[f"{row['rule']} {row['trigger']}" for _, row in DATES]
)


@each_family
def test_through_the_use_cases(family: Family, session: Session) -> None:
    session.replace_answers(answered(session.library, family))
    lists = {name: session.checklist(name) for name in lists_of(family)}
    findings = session.checklist("turn-in").findings
    assert wrong(family, said(findings, lists)) == []
    assert all(personal.findings == findings for personal in lists.values())


@each_family
def test_the_same_through_the_command_line(
    family: Family, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(as_file(answered(LIBRARY, family))), encoding="utf-8")
    findings = printed(capsys, "findings", "--answers", str(file), "--json")
    names = lists_of(family)
    lists = printed(capsys, "checklist", *names, "--answers", str(file), "--json") if names else []
    found = Said(
        [f"{each['urgency']} {each['id']}" for each in findings if each["urgency"] != "find-out"],
        sorted(each["id"] for each in findings if each["urgency"] == "find-out"),
        {
            each["id"]: [item["id"] for part in each["parts"] for item in part["items"] if not item["open"]]
            for each in lists
        },
    )
    assert wrong(family, found) == []


@each_date
def test_a_date_of_a_family(row: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert dated(LIBRARY, row) == (row["due"], row["safe"])
    found = printed(capsys, "deadline", row["rule"], row["trigger"], "--json")
    assert (found["due"] or "none", found["safe"] or "none") == (row["due"], row["safe"])


@pytest.mark.parametrize(
    "family",
    [family for family in FAMILIES if "mpp" in family],
    ids=[family["story"] for family in FAMILIES if "mpp" in family],
)
def test_remain_in_mexico(family: Family) -> None:
    assert screened(LIBRARY, answered(LIBRARY, family)) == family["mpp"]


def test_the_stories_speak_of_everything() -> None:
    """Every interview is gone through, every rule held and every list and deadline looked at, at least once."""
    assert len(FAMILIES) >= 40
    told = [each for each in LIBRARY.interviews.values() if each.reached is Reached.SITUATION]
    assert {each for family in FAMILIES for each in family["interviews"]} == {each.id for each in told}
    raised = {each.split()[1] for family in FAMILIES for each in family.get("findings", ())}
    assert {rule.id for rules in LIBRARY.rule_sets.values() for rule in rules.rules} - raised == set()
    assert {name for family in FAMILIES for name in lists_of(family)} == set(LIBRARY.checklists)
    assert set(LIBRARY.deadlines) == {row["rule"] for _, row in DATES}
    asked = {screen.answer.name for each in told for screen in each.screens}
    assert asked - set(QUIET) == {"detained_who"}  # asked only where somebody is held
    assert set(QUIET) - asked == set()
    assert SCREENING in LIBRARY.screenings


def printed(capsys: pytest.CaptureFixture[str], *command: str) -> Any:
    assert main(list(command)) == 0
    return json.loads(capsys.readouterr().out)
