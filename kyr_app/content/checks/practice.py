"""Practice: never a word to copy where a life is asked for, phrases that lessons have, hard questions announced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kyr_app.content.desk import Desk, Problem, Source
from kyr_app.content.schema import nearest
from kyr_app.model.block import Phrase
from kyr_app.model.lesson import Lesson
from kyr_app.model.practice import Manner, PracticeQuestion, PracticeSet, Topic
from kyr_app.model.text import N_, Text

OWN = {
    "es": re.compile(r"\b(yo|me|mí|mi|mis|conmigo|nos|nuestr[oa]s?|nosotr[oa]s)\b", re.IGNORECASE),
    "en": re.compile(r"\b(I|me|my|mine|we|us|our)\b"),
}
"""What an answer is given with: help that says it puts words into a mouth."""

_QUOTED = re.compile(r"[«“]([^»”]*)[»”]")


def check(desk: Desk) -> Iterator[Problem]:
    """Yield what is wrong with what is practised."""
    known = {
        f"{lesson.id}/{block.id}"
        for lesson in desk.values(Lesson)
        for point in lesson.points
        for block in point.blocks
        if isinstance(block, Phrase)
    }
    for source in desk.of(PracticeSet):
        yield from _named(source, known)
        yield from _announced(source)
        if source.value.not_for_children:
            yield from _no_words_to_copy(source)


def _named(source: Source, known: set[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for question, node in source.each(PracticeQuestion):
        if question.id in seen:
            yield source.problem(node, N_("“{id}” stands in {file} too.", id=question.id, file=source.file))
        seen.add(question.id)
        for name in question.says:
            if name not in known:
                near = nearest(name, known) or "–"
                said = N_("There is no phrase “{id}”. Did you mean “{near}”?", id=name, near=near)
                yield source.problem(node, said)
        if source.value.manner is Manner.DRILL and not (question.says or question.phrases):
            yield source.problem(node, N_("A drill needs words to say: “says” or “phrases”."))


def _announced(source: Source) -> Iterator[Problem]:
    for question, node in source.each(PracticeQuestion):
        if question.warn is not None and not question.sensitive:
            yield source.problem(node, N_("What has a warning is “sensitive: yes”."))
        if question.sensitive and not source.value.not_for_children:
            yield source.problem(node, N_("A set with hard questions is “not_for_children: yes”."))
    for topic, node in source.each(Topic):
        if topic.lawyer_first and topic.before is None:
            yield source.problem(node, N_("Say “before” that this is to be thought over with a lawyer."))


def _no_words_to_copy(source: Source) -> Iterator[Problem]:
    """Hold questions about a life to their rule: they say what to think of, and never what to say."""
    if source.value.manner is not Manner.QUESTIONS:
        yield source.problem(source.visits[0][2], N_("A set that is not for children is of questions alone."))
    always = {words for phrase in source.value.always for words in _plain(phrase.say)}
    for question, node in source.each(PracticeQuestion):
        if question.says or question.phrases:
            yield source.problem(node, N_("No words to answer with may stand here."))
        for text in (question.why, question.remember):
            for language in ("es", "en"):
                said = text.in_language(language)
                quoted = [each.strip(" .?!,¿¡") for each in _QUOTED.findall(said)]
                if OWN[language].search(_QUOTED.sub("", said)) or set(quoted) - always:
                    yield source.problem(node, N_("This sounds like an answer: say only what to think of."))


def _plain(text: Text) -> tuple[str, str]:
    return text.es.strip(" .?!,¿¡"), text.en.strip(" .?!,¿¡")
