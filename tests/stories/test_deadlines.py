import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kyr_app import places
from kyr_app.cli.main import main
from kyr_app.content.library import load
from kyr_app.documents.situation import calendar
from kyr_app.documents.situation.calendar import Entry
from kyr_app.model.deadline import Direction, Sort, Unit
from kyr_app.model.errors import InputError
from kyr_app.rules import calendars
from kyr_app.rules.deadlines import FIRST, LAST, count
from tests.conftest import TODAY

LIBRARY = load(places.pack())
EXAMPLES: list[dict[str, Any]] = yaml.load(
    Path(__file__).with_name("deadlines.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["story"] for example in EXAMPLES])
def test_a_worked_example(example: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deadline", example["rule"], example["trigger"], "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["due"] == example["due"]
    assert (said["rolled_from"] is not None) == (example["moved"] == "yes")
    assert set(said) == {"rule", "trigger", "due", "safe", "rolled_from", "because", "citation"}
    assert said["citation"]
    assert all(each["es"] != each["en"] for each in said["because"])


def test_all_rules_are_there() -> None:
    assert len([rule for rule in LIBRARY.deadlines if rule != "comar-30-days"]) == 32


@given(st.sampled_from(sorted(LIBRARY.deadlines)), st.dates(dt.date(2024, 1, 1), dt.date(2032, 1, 1)))
def test_the_safe_day_is_a_working_day_and_never_late(rule_id: str, trigger: dt.date) -> None:
    rule = LIBRARY.deadlines[rule_id]
    found = count(rule, trigger)
    if rule.unit is Unit.NONE:
        assert (found.due, found.safe) == (None, None)
        assert found.because
        return
    assert found.due is not None
    if rule.sort is Sort.GOVERNMENT:
        assert found.safe is None
        return
    assert found.safe is not None
    assert calendars.is_working(found.safe, rule.calendar)
    if rule.sort is Sort.LAST_DAY:
        assert found.safe <= found.due
    else:
        assert found.safe >= found.due


BY_HAND_OR_NOT_FILED = {
    "bia-appeal-safe-target": "is itself the safe day",
    "ar11": "is done online",
    "eoir33-court": "is done online, the day one moves",
    "eoir33-bia": "is done the day one moves",
    "voluntary-departure-pre": "is a day to have left by: nothing is mailed",
}
"""Last days after an event that need no days for the mail."""


@given(st.dates(dt.date(2024, 1, 1), dt.date(2032, 1, 1)))
def test_a_paper_that_must_arrive_has_days_for_the_mail(trigger: dt.date) -> None:
    for rule in LIBRARY.deadlines.values():
        found = count(rule, trigger)
        if rule.sort is not Sort.LAST_DAY or rule.direction is Direction.BEFORE or found.due is None:
            continue
        assert found.safe is not None
        days = (found.due - found.safe).days
        assert days >= 3 or rule.id in BY_HAND_OR_NOT_FILED, rule.id


@pytest.mark.parametrize("day", [FIRST - dt.timedelta(days=1), LAST + dt.timedelta(days=1), dt.date(1, 1, 1)])
def test_a_year_that_cannot_be_meant(day: dt.date) -> None:
    with pytest.raises(InputError):
        count(LIBRARY.deadlines["bia-appeal"], day)


@pytest.mark.parametrize("text", ["27/10/2026", "tomorrow", "2026-02-30", ""])
def test_a_day_that_is_none(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deadline", "bia-appeal", text, "--ui", "es"]) == 1
    assert "2026-11-22" in capsys.readouterr().err


def test_working_days_of_mexico_skip_its_own_holidays() -> None:
    entered = dt.date(2026, 11, 2)
    thirty = count(LIBRARY.deadlines["comar-30-days"], entered)
    assert thirty.due == dt.date(2026, 12, 15)  # 16 November is the day of the Revolution, observed
    assert not calendars.is_working(dt.date(2026, 11, 16), LIBRARY.deadlines["comar-30-days"].calendar)


def test_a_calendar_file_tells_nobody_anything(tmp_path: Path) -> None:
    target = tmp_path / "dates.ics"
    assert main(["deadline", "bia-appeal", "2026-10-27", "-o", str(target), "--ui", "es"]) == 0
    lines = target.read_bytes().decode("utf-8")
    assert lines.startswith("BEGIN:VCALENDAR\r\n")
    assert "DTSTART;VALUE=DATE:20261106" in lines
    telling = ("asilo", "asylum", "corte", "court", "apela", "appeal", "migra", "judge", "juez", "BIA")
    assert not [word for word in telling if word.casefold() in lines.casefold()]


def test_long_titles_are_folded_between_characters() -> None:
    data = calendar.build([Entry(TODAY, "ñ" * 200 + ", ; \\")], TODAY)
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    unfolded = data.decode("utf-8").replace("\r\n ", "")
    assert "ñ" * 200 + "\\, \\; \\\\" in unfolded
