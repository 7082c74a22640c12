from kyr_app.model.answers import Answers, Open
from kyr_app.model.checklist import Checklist, ChecklistItem, ChecklistPart, Rule, RuleSet, Urgency
from kyr_app.model.interview import YesNo
from kyr_app.rules.checklist import personal
from kyr_app.rules.engine import findings
from tests.conftest import TODAY
from tests.unit.test_interview import screen, text

ASKED = {name: screen(name, YesNo(name=name)) for name in ("danger", "aunt", "order")}


def rule(name: str, urgency: Urgency, when: str, *, find_out: bool = False) -> Rule:
    return Rule(
        id=name,
        urgency=urgency,
        when=when,
        title=text(name),
        because=text(f"because {name}"),
        do=text(f"do {name}"),
        find_out=text(f"find out {name}") if find_out else None,
        facts=("a-fact",),
    )


RULES = RuleSet(
    id="sample",
    order=1,
    title=text("sample"),
    reviewed=TODAY,
    good_until=TODAY,
    rules=(
        rule("order", Urgency.TOPIC, "order"),
        rule("aunt", Urgency.LEGAL, "aunt", find_out=True),
        rule("danger", Urgency.STOP, "danger"),
    ),
)


def test_the_most_urgent_comes_first_with_its_reason() -> None:
    found = findings([RULES], Answers(dict.fromkeys(ASKED, "yes")), ASKED)
    assert [each.id for each in found] == ["danger", "aunt", "order"]
    assert found[0].reasons[0].name == "danger"
    assert found[0].facts == ("a-fact",)


def test_unknown_is_not_silence() -> None:
    found = findings([RULES], Answers({"aunt": Open.UNSURE, "danger": Open.UNSURE}), ASKED)
    assert [(each.id, each.urgency) for each in found] == [("aunt", Urgency.FIND_OUT)]
    assert found[0].do == text("find out aunt")


def test_what_was_never_asked_says_nothing() -> None:
    assert findings([RULES], Answers({}), ASKED) == ()


def test_a_checklist_has_what_applies_and_what_to_find_out() -> None:
    def item(name: str, when: str = "") -> ChecklistItem:
        return ChecklistItem(
            id=name,
            text=text(name),
            icon="phone",
            when=when,
            because=text("why"),
            find_out=text(f"find {name}"),
        )

    checklist = Checklist(
        id="sample",
        order=1,
        icon="phone",
        title=text("t"),
        neutral_title=text("t"),
        intro=text("i"),
        reviewed=TODAY,
        good_until=TODAY,
        interview="sample",
        parts=(
            ChecklistPart(id="one", title=text("one"), items=(item("always"), item("aunt", "aunt"))),
            ChecklistPart(id="two", title=text("two"), items=(item("order", "order"),)),
        ),
    )
    made = personal(checklist, (), Answers({"aunt": Open.UNSURE, "order": "no"}), ASKED)
    assert [part.id for part in made.parts] == ["one"]
    assert [(each.item.id, each.open) for each in made.parts[0].items] == [("always", False), ("aunt", True)]
    assert made.parts[0].items[1].text == text("find aunt")
