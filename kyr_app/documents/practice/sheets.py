"""Practice on paper: what is asked, why, and what helps; and words on cards. Never an answer, nor a place for one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kyr_app.content.library import Library
from kyr_app.documents.lessons import card_sheet
from kyr_app.documents.lessons.cards import Card
from kyr_app.documents.lessons.panels import WAYS, said_aloud
from kyr_app.documents.practice import captions
from kyr_app.documents.typesetting.captions import heard
from kyr_app.documents.typesetting.fitting import Make
from kyr_app.documents.typesetting.flow import Flow
from kyr_app.documents.typesetting.marks import Icon
from kyr_app.documents.typesetting.order import Order
from kyr_app.documents.typesetting.parts import section, state, top
from kyr_app.documents.typesetting.sources import facts_named, source_line
from kyr_app.documents.typesetting.voice import Voice
from kyr_app.i18n.locale import Locale
from kyr_app.model.block import Phrase
from kyr_app.model.practice import Manner, PracticeQuestion, PracticeSet, Topic
from kyr_app.model.text import Together, Words


def build(practised: PracticeSet, library: Library, order: Order) -> bytes:
    """Return the PDF of a set: what to take care of, then its topics."""
    page, spoken = order.laid()
    flow = Flow(spoken, page)
    made = _first(flow, practised, order.title)
    number = 0
    for topic in practised.topics:
        made += _topic(flow, practised, topic, number, library)
        number += len(topic.questions)
    about = order.sheet(order.title, practised, practised.review)
    return order.document([about], page, spoken).bytes_of(made)


def _first(flow: Flow, practised: PracticeSet, title: Words) -> list[Any]:
    asked = practised.manner is Manner.QUESTIONS
    about = captions.QUESTIONS_ABOUT if asked else captions.HEARING_ABOUT
    made = top(flow, title, about, practised.icon, "practice")
    made += state(flow, practised.reviewed, practised.good_until, practised.review)
    made += section(flow, captions.HOW, "handshake", "how")
    made += flow.said(captions.PACE, icon="ear")
    for care in practised.care:
        made += flow.said(care.text, icon=care.icon)
    if practised.always:
        made += flow.said(captions.ALWAYS, "strong", icon="chat-circle-text", keep=True)
        said = Together(tuple(each.say for each in practised.always), "  ·  ")
        made += flow.said(said)
    return made


def _topic(flow: Flow, practised: PracticeSet, topic: Topic, number: int, library: Library) -> list[Any]:
    made = section(flow, topic.title, topic.icon, topic.id)
    if topic.before is not None:
        made.append(flow.warned("", topic.before.text, icon=topic.before.icon))
    named: list[str] = list(topic.before.facts) if topic.before is not None else []
    for at, question in enumerate(topic.questions, number + 1):
        phrases = _phrases(question, library)
        made += _question(flow, practised, question, at, phrases)
        named += [*question.facts, *(fact for phrase in phrases for fact in phrase.facts)]
    facts = facts_named(tuple(dict.fromkeys(named)), library.facts)
    made[-1].keepWithNext = 1
    return made + source_line(flow, facts)


def _question(
    flow: Flow, practised: PracticeSet, question: PracticeQuestion, at: int, phrases: Sequence[Phrase]
) -> list[Any]:
    """Return a question with its helps, a mark beside it where it is hard."""
    styles = flow.styles
    mark = Icon("hand-palm", styles.icon * 1.15, styles.body) if question.sensitive else None

    def said(voice: Voice) -> list[Any]:
        text = voice.styles.text
        head = [voice.labelled(f"{at}.", question.voice, text)] if question.voice is not None else []
        number = "" if question.voice is not None else f"{at}. "
        if question.sensitive:
            warned = captions.HARD if question.warn is None else Together((captions.HARD, question.warn))
            head.insert(0, voice.say(warned, voice.styles.small_strong))
        shown: list[Any] = [*head, voice.say(Together((number, question.question), ""), voice.styles.strong)]
        shown += [
            voice.labelled(captions.WHY, question.why, voice.styles.detail),
            voice.labelled(captions.HELPS, question.remember, text),
        ]
        return shown

    made = flow.row(said, mark=mark)
    if practised.manner is not Manner.QUESTIONS:
        for phrase in phrases:
            made += flow.block(phrase)
    return made


def _phrases(question: PracticeQuestion, library: Library) -> tuple[Phrase, ...]:
    known = library.phrases
    return (*(known[name] for name in question.says if name in known), *question.phrases)


def cards(practised: PracticeSet, library: Library, order: Order) -> bytes:
    """Return the PDF of the words of a set on cards, each sentence once: first those that are always good."""
    every = [
        Card(practised, order.locales[0], _card(phrase, order.locales))
        for phrase in _each(practised, library)
    ]
    return card_sheet.lay(every, order)


def _each(practised: PracticeSet, library: Library) -> Iterator[Phrase]:
    every = [*practised.always, *(each for one in practised.questions for each in _phrases(one, library))]
    seen: set[str] = set()
    for phrase in every:
        if phrase.say.en not in seen:
            seen.add(phrase.say.en)
            yield phrase


def _card(phrase: Phrase, locales: Sequence[Locale]) -> tuple[Make, ...]:
    def make(*, named: bool, note: bool) -> Make:
        spoken = heard(locales[0], phrase.say)
        return lambda voice: said_aloud(voice, phrase, spoken, named=named, note=note)

    return tuple(make(named=named, note=note) for named, note in WAYS)
