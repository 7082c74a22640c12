import json
from pathlib import Path

import pytest

from kyr_app.cli.main import main
from kyr_app.session.session import Session
from tests.stories.book import Story, holds, plain, stories, told

TRAVELERS = stories("travelers.yaml")
each_story = pytest.mark.parametrize("story", TRAVELERS, ids=[story.name for story in TRAVELERS])


def played(story: Story, session: Session) -> Session:
    """Answer what is asked as the story does; fail where something else is asked."""
    interviews = session.interviews
    interviews.start("travelers")
    asked = []
    while interviews.at is not None:
        name = interviews.at.answer.name
        asked.append(name)
        interviews.answer(story.answers[name])
    assert asked == list(story.answers)
    return session


@each_story
def test_through_the_use_cases(story: Story, session: Session) -> None:
    told(story, played(story, session).checklist("turn-in"))


@each_story
def test_through_the_command_line(
    story: Story, session: Session, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps(story.answers), encoding="utf-8")
    assert main(["checklist", "turn-in", "--answers", str(answers), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)[0]
    raised = [f"{each['urgency']} {each['id']}" for each in said["findings"] if each["urgency"] != "find-out"]
    held = [item["id"] for part in said["parts"] for item in part["items"] if not item["open"]]
    holds(story, raised, held)
    assert main(["findings", "--answers", str(answers), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == said["findings"]
    assert plain(played(story, session).answers) == story.answers


@each_story
def test_every_item_has_a_source_or_is_practical_advice(story: Story, session: Session) -> None:
    personal = played(story, session).checklist("turn-in")
    for part in personal.parts:
        for each in part.items:
            assert each.item.facts or each.item.practice
            assert each.item.when == "" or each.open or each.because is not None
    for finding in personal.findings:
        assert finding.reasons
        assert set(finding.facts) <= set(session.library.facts)
