"""Leaves shared out over slides: measured as they will be drawn, so that nothing on a wall is ever cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, structs

from kyr_app.model.deck import Kind, Leaf
from kyr_app.model.fact import Fact, citations
from kyr_app.model.pieces import Look, Piece
from kyr_app.model.text import N_, Text
from kyr_app.speech.sentences import split
from kyr_app.ui.slides.letters import Letters, Told, WallLabel, sentence

SOURCE, CHANGED = N_("Source"), N_("This may have changed.")
MOST_PARTS = 12
"""A passage is never parted into more."""


class Slide(Struct, frozen=True):
    """A leaf, or part `n` of `of` of one, from 1. `foot` are the lines under it: what it rests on."""

    leaf: Leaf
    pieces: tuple[Piece, ...]
    foot: tuple[str, ...]
    n: int
    of: int

    @property
    def mark(self) -> str:
        """Its number on the wall: lesson, point, and which part of it."""
        if not self.leaf.mark or self.of == 1:
            return self.leaf.mark
        return f"{self.leaf.mark} · {self.n}/{self.of}"


class Fitter:
    """Shares leaves out for one size of wall."""

    def __init__(self, letters: Letters, told: Told, facts: dict[str, Fact]) -> None:
        self.letters, self.told, self._facts = letters, told, facts
        self._labels: dict[int, WallLabel] = {}
        self._heights: dict[tuple[str, int, int], int] = {}

    def slides(self, leaves: Sequence[Leaf]) -> tuple[Slide, ...]:
        """Return the slides of leaves, in order."""
        return tuple(slide for leaf in leaves for slide in self.of_leaf(leaf))

    def of_leaf(self, leaf: Leaf) -> tuple[Slide, ...]:
        """Return the slides of one leaf. Answers to raise hands for stand together, with the question if it fits."""
        room = self.letters.high - self.head(leaf)
        groups = list(self._groups(leaf, room))
        question, answers = leaf.pieces[:1], leaf.pieces[1:]
        if leaf.kind is Kind.ASK and len(groups) > 1 and self.fits(answers, room):
            groups = [question, answers]
        return tuple(
            Slide(leaf, group, self.foot(group), n, len(groups)) for n, group in enumerate(groups, 1)
        )

    def head(self, leaf: Leaf) -> int:
        """Return how high the title of a leaf is, with the gap under it; pixels."""
        letters = self.letters
        return self._measured(self.title(leaf), letters.title, letters.title_wide) + 2 * letters.gap

    def title(self, leaf: Leaf) -> str:
        """Return the title of a leaf as rich text."""
        return self.told.rich(leaf.title, Look.ASKED)

    def _groups(self, leaf: Leaf, room: int) -> Iterator[tuple[Piece, ...]]:
        waiting = list(leaf.pieces)
        group: list[Piece] = []
        while waiting:
            piece = waiting.pop(0)
            if self.fits((*group, piece), room):
                group.append(piece)
                continue
            carried: list[Piece] = []
            while group and group[-1].keep:
                carried.insert(0, group.pop())
            if group:
                yield tuple(group)
                group, waiting = [], [*carried, piece, *waiting]
            else:
                first, *rest = self._parted(piece, carried, room)
                if carried and not self.fits((*carried, first), room):
                    yield tuple(carried)
                    carried, (first, *rest) = [], self._parted(piece, (), room)
                yield (*carried, first)
                waiting = [*rest, *waiting]
        if group or leaf.kind is Kind.REST or not leaf.pieces:
            yield tuple(group)

    def fits(self, pieces: Sequence[Piece], room: int) -> bool:
        """Return whether pieces and what they rest on have room under a title."""
        foot = self.foot(pieces)
        gap = self.letters.gap
        below = len(foot) * self._measured("A", self.letters.body, self.letters.width) + gap
        return sum(self.height(each) + gap for each in pieces) + below <= room

    def height(self, piece: Piece) -> int:
        """Return how high a piece is; pixels."""
        size, wide = self.letters.of(piece.look), self.letters.wide(piece.look)
        words = self._measured(self.told.rich(piece.words, piece.look), size, wide)
        return max(words, self.letters.sign if piece.icon or piece.label else 0)

    def _parted(self, piece: Piece, carried: Sequence[Piece], room: int) -> list[Piece]:
        """Return a piece that has no room on a slide of its own as several that have, each of whole sentences."""
        words = sentence(piece.words)
        if self.fits((*carried, piece), room):
            return [piece]
        for count in range(2, MOST_PARTS) if words is not None else ():
            parts = [structs.replace(piece, words=each) for each in parted(words, count)] if words else []
            if all(self.fits((*carried, each), room) for each in parts):
                plain = [structs.replace(each, icon="", label="") for each in parts[1:]]
                return [parts[0], *plain]
        return [piece]

    def foot(self, pieces: Sequence[Piece]) -> tuple[str, ...]:
        """Return the lines under a slide: what its pieces cite, as much as one line holds, and whether it changes."""
        names = dict.fromkeys(name for piece in pieces for name in piece.facts)
        facts = [self._facts[name] for name in names if name in self._facts]
        cited = [part for each in citations(facts) for part in each.split("; ")]
        lines = [self._cited(list(dict.fromkeys(cited)))] if cited else []
        if any(fact.changes for fact in facts):
            lines.append(self.told.line(CHANGED))
        return tuple(lines)

    def _cited(self, cited: list[str]) -> str:
        label = f"{self.told.line(SOURCE)}:"
        wide = self.letters.width
        for count in range(len(cited), 0, -1):
            left = len(cited) - count
            line = f"{label} {'; '.join(cited[:count])}{f' +{left}' if left else ''}"
            if self._advance(line) <= wide:
                return line
        return self._short(f"{label} {cited[0]}", wide)

    def _short(self, line: str, wide: int) -> str:
        words = line.split(" ")
        while len(words) > 2 and self._advance(f"{' '.join(words)} …") > wide:
            words.pop()
        return f"{' '.join(words)} …"

    def _advance(self, line: str) -> int:
        return self._label(self.letters.body).fontMetrics().horizontalAdvance(line)

    def _label(self, size: int) -> WallLabel:
        if size not in self._labels:
            self._labels[size] = WallLabel(size)
            self._labels[size].ensurePolished()
        return self._labels[size]

    def _measured(self, rich: str, size: int, wide: int) -> int:
        key = (rich, size, wide)
        if key not in self._heights:
            label = self._label(size)
            label.setText(rich)
            self._heights[key] = label.heightForWidth(wide)
        return self._heights[key]


def parted(words: Text, count: int) -> list[Text]:
    """Return a passage in so many parts, parted between sentences, the parts much of a length.

    Where all languages have as many sentences, all are parted after the same one.
    """
    every = [[part for _, part in split(text)] for text in words.every]
    if len({len(each) for each in every}) == 1 and len(every[0]) >= count:
        shares = _shares([sum(map(len, parts)) for parts in zip(*every, strict=True)], count)
        apart = [[" ".join(each[a:b]) for a, b in shares] for each in every]
    else:
        apart = [_apart(each, text, count) for each, text in zip(every, words.every, strict=True)]
    return [
        Text(es, en, dict(zip(words.more, more, strict=True))) for es, en, *more in zip(*apart, strict=True)
    ]


def _apart(sentences: list[str], text: str, count: int) -> list[str]:
    said = sentences if len(sentences) >= count else text.split(" ")
    return [" ".join(said[a:b]) for a, b in _shares([len(each) for each in said], count)]


def _shares(lengths: list[int], count: int) -> list[tuple[int, int]]:
    """Return where each of `count` parts begins and ends, none of them empty where there is enough."""
    ends, taken, total = [0], 0, max(sum(lengths), 1)
    for at, length in enumerate(lengths):
        left = len(lengths) - at
        part = int((taken + length / 2) * count / total)
        if at > ends[-1] and len(ends) < count and (part >= len(ends) or left == count - len(ends)):
            ends.append(at)
        taken += length
    ends += [len(lengths)] * (count + 1 - len(ends))
    return list(pairwise(ends))
