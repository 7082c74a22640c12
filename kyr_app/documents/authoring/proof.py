"""A proof sheet: one file of content as its author must see it, each passage at its line in both languages.

What the program says stands in the language of the author; Spanish and English stand side by side.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from msgspec import structs
from reportlab.platypus import NextPageTemplate, PageBreak

from kyr_app.content.proof import Entry, Head, Passage, Proof, Wrong
from kyr_app.content.scores import Score
from kyr_app.documents.authoring import proof_captions as captions
from kyr_app.documents.typesetting.boxes import Aligned
from kyr_app.documents.typesetting.flow import Flow
from kyr_app.documents.typesetting.marks import Label
from kyr_app.documents.typesetting.pages import Document, Progress, Sheet, geometry, names
from kyr_app.documents.typesetting.parts import section
from kyr_app.documents.typesetting.voice import Voice, voices
from kyr_app.i18n.locale import Locale
from kyr_app.model.fact import Fact
from kyr_app.model.settings import Paper
from kyr_app.model.text import Text, Together, Words

BODY = 10.5
"""Points: smaller than what families hold, so that a lesson stays some pages."""
NUMBER = 8
"""Points of a line number in the margin."""
AIM_ES, AIM_EN, ENOUGH = 75, 6, 60
"""What a text should reach, and how many words say something about it."""


def build(  # noqa: PLR0913 (what a proof is)
    proofs: Sequence[Proof],
    locale: Locale,
    both: Sequence[Locale],
    *,
    paper: Paper,
    today: dt.date,
    progress: Progress | None = None,
) -> bytes:
    """Return the PDF of proofs, each beginning on a page of its own."""
    page, spoken = geometry(paper, 2, BODY), voices(both, BODY)
    own = structs.replace(spoken[0], locale=locale)
    sheets = [_sheet(each, today) for each in proofs]
    made: list[Any] = []
    for at, proof in enumerate(proofs):
        made += [NextPageTemplate(names(at, first=True)), PageBreak()] if at else []
        made += _Proof(proof, Flow(spoken, page), Flow((own,), page), at).made()
    return Document(sheets, page, (own,), locale.render(captions.PROOFS), progress).bytes_of(made)


def _sheet(proof: Proof, today: dt.date) -> Sheet:
    day = proof.reviewed or today
    return Sheet(proof.file, day, day, "", expired=False, quiet=True)


_PLAIN = ("", "text", "texts", "columns", "cells")
"""Entries whose name says nothing that is not seen."""


class _Proof:
    """The flowables of one proof. `both` says content side by side, `own` what the program says."""

    def __init__(self, proof: Proof, both: Flow, own: Flow, at: int) -> None:
        self.proof, self.both, self.own, self.at = proof, both, own, at

    def made(self) -> list[Any]:
        """Return everything in the order of the file."""
        proof, own = self.proof, self.own
        path = PurePath(proof.file)
        made = own.said(path.name, "title", keep=True)
        made += own.said(str(path.parent), "small", keep=True) if path.parent.name else []
        made += self.both.said(proof.title, "strong", keep=True) if isinstance(proof.title, Text) else []
        made += own.said(captions.to_mend(tuple(each.line for each in proof.wrong)), "strong", keep=True)
        if proof.value is None and not any(isinstance(each, Passage) for each in proof.entries):
            made += own.said(captions.UNREAD)
        made += self._reads()
        for entry, following in zip(proof.entries, (*proof.entries[1:], None), strict=True):
            made += self._entry(entry)
            if not isinstance(following, Passage):
                made[-1].keepWithNext = 0  # what nothing follows is not held together with the next thing
        return made

    def _entry(self, entry: Entry) -> list[Any]:
        if isinstance(entry, Wrong):
            return self._wrong(entry)
        return self._head(entry) if isinstance(entry, Head) else self._passage(entry)

    def _wrong(self, entry: Wrong) -> list[Any]:
        words = entry.problem.said

        def said(voice: Voice) -> list[Any]:
            return [voice.labelled(captions.wrong(entry.line), words, voice.styles.text, icon="warning")]

        return [self.own.framed(self.own.row(said), bar=True)]

    def _head(self, entry: Head) -> list[Any]:
        told = " · ".join(each for each in (entry.id, entry.kind) if each)
        if entry.depth == 1:
            made = section(self.own, f"{entry.line} · {told}", "bookmark-simple", f"{self.at}-{entry.line}")
        else:
            made = self._numbered(entry.line, told, "small_strong")
        notes = [f"{name}: {words}" for name, words in entry.notes]
        made += self.own.said(" · ".join(notes), "small", keep=True) if notes else []
        for fact in entry.facts:
            made += self.own.said(_fact(fact), "small", keep=True)
        return made

    def _numbered(self, line: int, words: Words, style: str) -> list[Any]:
        said = [self.own.voices[0].say(words, getattr(self.own.styles, style))]
        return self.own.row(lambda _: said, mark=Label(str(line), NUMBER), keep=True)

    def _passage(self, entry: Passage) -> list[Any]:
        own = self.own.voices[0]

        def said(voice: Voice) -> list[Any]:
            words = entry.en if voice.locale.language == "en" else entry.es
            if not words:
                return [own.say(captions.EMPTY, own.styles.small)]
            return [voice.say(Text(words, words), voice.styles.text)]

        name = self.own.said(entry.name, "small", keep=True) if entry.name not in _PLAIN else []
        return name + self.both.row(said, mark=Label(str(entry.line), NUMBER))

    def _reads(self) -> list[Any]:
        if not self.proof.scores:
            return []
        own = self.own
        *parts, whole = self.proof.scores
        head = (captions.PART, captions.WORDS_ES, captions.WORDS_EN, captions.INFLESZ, captions.GRADE)
        rows = [self._row([own.voices[0].say(each, own.styles.small_strong) for each in head])]
        rows += [self._score(each, each.name) for each in parts]
        rows += [self._score(whole, captions.ALL)]
        return own.said(captions.READS, "strong", keep=True) + rows + own.said(captions.AIMS, "small")

    def _score(self, score: Score, name: Words) -> Any:
        styles = self.own.styles
        weak_es = score.words_es >= ENOUGH and score.inflesz < AIM_ES
        weak_en = score.words_en >= ENOUGH and score.grade > AIM_EN
        cells = (
            (name, False),
            (str(score.words_es), False),
            (str(score.words_en), False),
            (f"{score.inflesz:g}", weak_es),
            (f"{score.grade:g}", weak_en),
        )
        say = self.own.voices[0].labelled
        return self._row(
            [
                say(
                    words if weak else "", "" if weak else words, styles.small, icon="warning" if weak else ""
                )
                for words, weak in cells
            ]
        )

    def _row(self, cells: list[Any]) -> Any:
        return Aligned([[each] for each in cells], self.own.styles.unit)


def _fact(fact: Fact) -> Words:
    cited = fact.citation or fact.source
    dated = f"{fact.as_of}, {fact.volatility.value}, {fact.confidence.value}"
    return Together((f"{fact.id} · {cited} ({dated}): {fact.statement}",))
