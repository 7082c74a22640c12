import itertools
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kyr_app import places
from kyr_app.cli.main import main
from kyr_app.content.library import Library, load
from kyr_app.model.answers import NOTHING, Answers, Open
from kyr_app.model.person import Who
from kyr_app.model.wording import fitting
from kyr_app.rules.screening import names, screen
from kyr_app.session.session import Session

CASES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("mpp-class.yaml").read_text(encoding="utf-8")
)
SCREENING = load(places.pack()).screening("mpp-class")
each_case = pytest.mark.parametrize("case", CASES, ids=[case["story"] for case in CASES])


@each_case
def test_a_family_member_of_the_sample(case: dict[str, Any], session: Session) -> None:
    person = session.add_person(Who.ME)
    session.interviews.start("mpp-class", person.number)
    while session.interviews.at is not None:
        session.interviews.answer(case["answers"].get(session.interviews.at.answer.name, "unsure"))
    found = session.screened("mpp-class", person.number)
    assert (found.outcome.id, found.rule.n) == (case["outcome"], case["rule"])
    assert [flag.id for flag in found.flags] == case["flags"]
    assert len(session.answers) == 0


@each_case
def test_the_same_through_the_command_line(
    case: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps(case["answers"]), encoding="utf-8")
    assert main(["screen", "mpp-class", "--answers", str(file), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["outcome"], said["rule"], said["flags"]) == (case["outcome"], case["rule"], case["flags"])
    assert set(said) == {"outcome", "rule", "flags", "because", "as_of"}
    assert all(set(each) == {"es", "en", "source"} and each["source"] for each in said["because"])


def test_it_has_the_questions_and_rules_it_should(library: Library) -> None:
    assert len(library.interview("mpp-class").screens) == 13
    assert [rule.n for rule in SCREENING.rules] == list(range(1, 19))
    assert {outcome.id for outcome in SCREENING.outcomes} == {"LIKELY_CLASS", "NOT_CLASS", "TALK"}


def test_every_combination_that_a_rule_reads_reaches_an_outcome_and_every_rule_is_reached() -> None:
    read = names(SCREENING)
    reached = set()
    # Thirteen questions of three answers are 1.6 million; the rules read each in turn, so pairs of open ones do.
    base = dict.fromkeys(read, "no") | {"q01_returned_mpp": "yes", "q02_before_june_2021": "yes"}
    base |= {"q05_outside_us": "yes", "q06_stayed_outside": "yes"}
    for varied in itertools.combinations(read, 3):
        for values in itertools.product(("yes", "no", "unsure"), repeat=3):
            answers = base | dict(zip(varied, values, strict=True))
            reached.add(screen(SCREENING, as_answers(answers)).rule.n)
    assert reached == set(range(1, 19))


def as_answers(values: dict[str, str]) -> Answers:
    return Answers({name: Open.UNSURE if value == "unsure" else value for name, value in values.items()})


@given(
    st.dictionaries(
        st.sampled_from(names(SCREENING)), st.sampled_from(["yes", "no", Open.UNSURE, Open.SKIPPED])
    )
)
def test_any_answers_reach_an_outcome_that_is_no_verdict(values: dict[str, Any]) -> None:
    found = screen(SCREENING, Answers(values))
    assert found.outcome.id == found.rule.outcome
    missing = screen(SCREENING, Answers({k: v for k, v in values.items() if not isinstance(v, Open)}))
    assert missing.rule == found.rule


def test_nothing_answered_is_a_reason_to_talk() -> None:
    assert screen(SCREENING, NOTHING).outcome.id == "TALK"


def test_each_person_has_answers_of_their_own(session: Session) -> None:
    mother, child = session.add_person(Who.ME), session.add_person(Who.CHILD)
    for person, value in ((mother, "yes"), (child, "no")):
        session.interviews.start("mpp-class", person.number)
        session.interviews.answer(value)
    assert session.answers_of(mother.number)["q01_returned_mpp"] == "yes"
    assert session.answers_of(child.number)["q01_returned_mpp"] == "no"
    session.remove_person(mother.number)
    assert "q01_returned_mpp" not in session.answers_of(mother.number)
    assert session.add_person(Who.OTHER).number == 3
    session.forget()
    assert session.people.here == ()


def test_a_wrong_value_names_the_question(session: Session) -> None:
    field = session.library.interview("mpp-class").screens[0].answer
    with pytest.raises(Exception, match="InputError"):
        fitting(field, "perhaps")
