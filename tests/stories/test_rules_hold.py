import datetime as dt
import itertools
import random
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct, structs

from kyr_app import places
from kyr_app.content.checks.wording import FORBIDDEN
from kyr_app.content.library import load
from kyr_app.i18n.locale import Locale
from kyr_app.interview import engine
from kyr_app.model.answers import NOTHING, Answer, Answers, Open
from kyr_app.model.checklist import ChecklistItem, Rule, Urgency
from kyr_app.model.condition import names, parse
from kyr_app.model.inline import plain
from kyr_app.model.interview import AnyField, DayField, Number, OneOf, Reached, SomeOf, YesNo
from kyr_app.model.text import Msg, Plural, Text, Together, Words
from kyr_app.rules import screening
from kyr_app.rules.deadlines import count
from kyr_app.session import situation
from tests.conftest import TODAY
from tests.stories.families import FAMILIES, QUIET, SCREENING, answered

LIBRARY = load(places.pack())
RULES = [rule for rules in LIBRARY.rule_sets.values() for rule in rules.rules]
STOPS = [rule for rule in RULES if rule.urgency is Urgency.STOP]
REPLACED_BY = {
    old: {rule.id for rule in RULES if old in rule.replaces} for rule in RULES for old in rule.replaces
}
INTERVIEWS = [each for each in LIBRARY.interviews.values() if each.reached is Reached.SITUATION]
SCREENS = [screen for interview in INTERVIEWS for screen in interview.screens]
GATES = {name for screen in SCREENS if screen.when for name in names(parse(screen.when))}
"""Answers that decide which questions are asked."""
HELP = {
    "es": r"\b(abogad\w+|equipo legal|911|llame|ImmDef|ORR|revíselo|mande)\b",
    "en": r"\b(lawyer|legal team|911|call|ImmDef|ORR|check it|send)\b",
}
"""Somebody who helps, or a step that can be taken today."""


# ------------------------------------------------------------------ going on answering


@settings(max_examples=60, deadline=None)
@given(st.permutations(sorted(each.id for each in INTERVIEWS)), st.randoms(use_true_random=False))
def test_going_on_answering_takes_no_urgent_finding_away(order: list[str], chance: random.Random) -> None:
    answers, before = NOTHING, set[str]()
    for interview_id in order[:3]:
        while (asked := engine.progress(LIBRARY.interview(interview_id), answers).now) is not None:
            answers = answers.given(asked.answer.name, any_answer(asked.answer, chance))
            now = stops(answers)
            lost = {each for each in before - now if not REPLACED_BY.get(each, set()) & now}
            assert lost == set(), asked.id
            before = now


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(FAMILIES), st.randoms(use_true_random=False))
def test_only_changing_the_answers_it_rests_on_takes_an_urgent_finding_away(
    family: dict[str, object], chance: random.Random
) -> None:
    answers = answered(LIBRARY, family)
    found = [each for each in situation.findings(LIBRARY, answers) if each.urgency is Urgency.STOP]
    rests_on = {reason.name for each in found for reason in each.reasons}
    free = sorted(set(answers) - rests_on - GATES)
    fields = {name: screen.answer for name, screen in situation.asked_names(LIBRARY).items()}
    for name in chance.sample(free, len(free) // 2):
        answers = answers.given(name, any_answer(fields[name], chance))
    now = stops(answers)
    assert [
        each.id for each in found if each.id not in now and not REPLACED_BY.get(each.id, set()) & now
    ] == []


def stops(answers: Answers) -> set[str]:
    return {each.id for each in situation.findings(LIBRARY, answers) if each.urgency is Urgency.STOP}


def any_answer(field: AnyField, chance: random.Random) -> Answer:
    if chance.random() < 0.2:
        return chance.choice((Open.UNSURE, Open.SKIPPED))
    match field:
        case YesNo():
            return chance.choice(("yes", "no"))
        case OneOf():
            return chance.choice(field.options).value
        case SomeOf():
            return tuple(option.value for option in field.options if chance.random() < 0.4)
        case Number():
            return chance.randint(field.least, min(field.most, field.least + 3))
        case DayField():
            return TODAY - dt.timedelta(days=chance.randint(0, 700))
    return "…"


# ------------------------------------------------------------------ what is said


@pytest.mark.parametrize("rule", STOPS, ids=[rule.id for rule in STOPS])
def test_an_urgent_finding_names_help_or_a_step(rule: Rule) -> None:
    for language in ("es", "en"):
        said = plain(rule.do.in_language(language))
        assert re.search(HELP[language], said, re.IGNORECASE), said
        assert rule.because.in_language(language)


def test_no_family_reads_a_forbidden_word(locale: Locale) -> None:
    said = {plain(locale.render(words)) for words in shown()}
    assert len(said) > 1000
    patterns = [re.compile(pattern, re.IGNORECASE) for pattern in FORBIDDEN[locale.language]]
    assert [text for text in said for pattern in patterns if pattern.search(text)] == []


def shown() -> Iterator[Words]:
    """Yield all that the families of the stories read: findings, lists, outcomes, dates."""
    for family in FAMILIES:
        answers = answered(LIBRARY, family)
        for each in situation.findings(LIBRARY, answers):
            yield from words_in(each)
        for name in LIBRARY.checklists:
            for part in situation.checklist(LIBRARY, name, answers).parts:
                yield from words_in(part)
        if "mpp" in family:
            yield from words_in(screening.screen(LIBRARY.screening(SCREENING), answers))
        for row in family.get("deadlines", ()):
            yield from words_in(count(LIBRARY.deadline(row["rule"]), dt.date.fromisoformat(row["trigger"])))


def words_in(value: object) -> Iterator[Words]:
    if isinstance(value, Text | Msg | Plural | Together):
        yield value
    elif isinstance(value, Struct):
        for part in structs.asdict(value).values():
            yield from words_in(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from words_in(part)


# ------------------------------------------------------------------ what it rests on


def test_everything_has_a_source_or_is_practical_advice() -> None:
    told: list[tuple[str, ChecklistItem | Rule]] = [(rule.id, rule) for rule in RULES]
    told += [(f"{name} {item.id}", item) for name, each in LIBRARY.checklists.items() for item in each.items]
    assert len(told) > 250
    assert [name for name, each in told if not each.facts and not each.practice] == []
    assert [name for name, each in told if not set(each.facts) <= set(LIBRARY.facts)] == []
    assert [rule.id for rule in LIBRARY.deadlines.values() if not rule.citation or not rule.facts] == []


def test_every_personal_item_says_why_it_is_there() -> None:
    for family in FAMILIES:
        answers = answered(LIBRARY, family)
        for name in LIBRARY.checklists:
            items = [
                item for part in situation.checklist(LIBRARY, name, answers).parts for item in part.items
            ]
            silent = [each.item.id for each in items if each.item.when and not each.open and not each.because]
            assert silent == []
            assert [each.item.id for each in items if each.item.when and not each.reasons] == []


# ------------------------------------------------------------------ screenings


@pytest.mark.parametrize(
    "asked",
    [
        ("q01_returned_mpp", "q02_before_june_2021", "q04_since_2025", "q05_outside_us", "q12_mexican"),
        ("q06_stayed_outside", "q07_terminated", "q08_in_absentia", "q09_denied_order", "q10_order_final",
         "q11_pending"),
    ],
    ids=["who", "how it ended"],
)  # fmt: skip
def test_every_combination_of_answers_reaches_an_outcome(asked: tuple[str, ...]) -> None:
    quiet = {name: QUIET[name] for name in screening.names(LIBRARY.screening(SCREENING))}
    quiet["q07_terminated"] = "yes"
    wanted = {"q01_returned_mpp": "yes", "q02_before_june_2021": "yes", "q05_outside_us": "yes"}
    wanted |= {"q04_since_2025": "no", "q06_stayed_outside": "yes", "q11_pending": "no", "q12_mexican": "no"}
    reached = set()
    for values in itertools.product(("yes", "no", Open.UNSURE, Open.SKIPPED), repeat=len(asked)):
        given_now = {**quiet, **dict(zip(asked, values, strict=True))}
        found = screening.screen(LIBRARY.screening(SCREENING), Answers(given_now))
        reached.add(found.outcome.id)
        if found.outcome.id == "LIKELY_CLASS":
            hindrance = {k: v for k, v in given_now.items() if k in wanted and v != wanted[k]}
            assert set(hindrance) <= {"q04_since_2025"}, hindrance
            assert given_now["q04_since_2025"] != "yes"
    assert reached == {outcome.id for outcome in LIBRARY.screening(SCREENING).outcomes}
