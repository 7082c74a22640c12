"""`kyr say`: words or a lesson as a sound file, with the voice the program brings."""

from __future__ import annotations

import argparse
import itertools
from typing import TYPE_CHECKING

from kyr_app.model.errors import InputError
from kyr_app.model.text import N_

if TYPE_CHECKING:
    from kyr_app.cli.output import Out
    from kyr_app.cli.tree import Tree

MOST = 20_000
"""Letters of a text that is given on the command line: some twenty minutes of speech."""

_BREATH = 0.35
"""Seconds of silence between two sentences."""


def say(out: Out, arguments: argparse.Namespace) -> None:
    """Write what the voice says of a text or of a lesson, as WAV."""
    from kyr_app.speech import clip, espeak, sentences  # noqa: PLC0415 (only where something is said)

    if bool(arguments.text) == bool(arguments.lesson):
        raise InputError(N_("Give either words to say or --lesson with the id of a lesson."))
    locale = out.session.locale_of(arguments.lang or out.session.locale.language)
    if arguments.lesson:
        passages = sentences.of_lesson(out.session.library.lesson(arguments.lesson))
    else:
        passages = (sentences.Passage("text", _text(arguments.text)),)
    said = sentences.sentences(passages, locale)
    if not said:
        raise InputError(N_("There is nothing to say in this text."))
    voice = espeak.Espeak()
    spoken = [voice.speak(each.text, each.language) for each in said]
    breath = clip.silence(_BREATH, spoken[0].rate)
    parts = itertools.chain.from_iterable((each, breath) for each in spoken)
    out.file(arguments.output, clip.joined(parts, spoken[0].rate).wav(), force=arguments.force)


def _text(words: list[str]) -> str:
    text = " ".join(words)
    if len(text) > MOST:
        raise InputError(N_("This text is too long to say at once: {n} letters.", n=len(text)))
    return text


def register(tree: Tree) -> None:
    """Add the commands of this module to the parser."""
    parser = tree.add("say", say, N_("say words or a lesson with the voice of the program"))
    parser.add_argument("text", nargs="*", metavar="TEXT", help=tree.say(N_("the words to say")))
    parser.add_argument("--lesson", metavar="ID", help=tree.say(N_("the id of a lesson")))
    parser.add_argument("--lang", choices=tree.languages, help=tree.say(N_("the language of the voice")))
    tree.output(parser, N_("the WAV to write, or - for standard output"))
