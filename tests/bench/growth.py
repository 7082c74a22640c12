"""How cost grows with work: 1, 10 and 100 of each; and the plot of it."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter_ns

from msgspec import Struct

from kyr_app import places
from kyr_app.content.library import load
from kyr_app.content.search import Index
from kyr_app.model.rough_date import RoughDate
from kyr_app.model.story import Card, Story
from kyr_app.session.session import Session
from kyr_app.session.story_papers import StoryPapers
from kyr_app.store import families, slots
from tests.bench import packets
from tests.bench.measure import Missing, Work, in_turn
from tests.soak import samples
from tests.unit.documents import paper
from tests.unit.story.told import long_text

STEPS = (1, 10, 100)
RUNS = 3
LINEAR = 12
"""The bar: ten times as much may cost so many times as much, from 10 to 100."""


class Curve(Struct, frozen=True, kw_only=True):
    """What 1, 10 and 100 of something cost: milliseconds, run by run; nothing where it cannot be measured."""

    what: str
    each: tuple[tuple[float, ...], ...] = ()
    missing: str = ""

    @property
    def costs(self) -> tuple[float, ...]:
        """The median at each step."""
        return tuple(median(values) for values in self.each)

    @property
    def grown(self) -> float:
        """How many times as much 100 cost as 10 do; 10 is linear."""
        _, ten, hundred = self.costs
        return hundred / ten

    @property
    def kept(self) -> bool:
        """Whether the cost grows no faster than the work, give or take noise."""
        return self.grown <= LINEAR


def curves() -> Iterator[Curve]:
    """Yield the curves."""
    library = load(places.pack())
    yield _curve("Declaration, by cards of a story", lambda count: _declared(count, library))
    with tempfile.TemporaryDirectory() as folder:
        yield _curve(
            "Save of the family file, by cards of a story", lambda count: _saved(count, Path(folder))
        )
    yield _curve("Handout, by lessons", lambda count: paper.job(*_lessons(count)).run)
    yield _curve(
        "Index of the search, by lessons", lambda count: lambda: Index(paper.shelf(*_lessons(count)))
    )
    yield _curve("A search, by lessons", _found)
    try:
        yield _curve("Packet, by exhibits", lambda count: packets.work(count, library), runs=1)
    except Missing as why:
        yield Curve(what="Packet, by exhibits", missing=str(why))


def _curve(what: str, make: Callable[[int], Work], runs: int = RUNS) -> Curve:
    works = {f"n{step}": make(step) for step in STEPS}
    small = in_turn(runs, **{name: work for name, work in works.items() if name != "n100"})
    large = in_turn(max(1, runs // 2), n100=works["n100"])
    return Curve(what=what, each=(small["n1"], small["n10"], large["n100"]))


def _story(count: int) -> Story:
    """Return a story of so many cards of sixty words."""
    cards = [
        Card(
            number=at,
            what=long_text(60, seed=at),
            when=RoughDate("", f"{2000 + at // 12}-{at % 12 + 1:02}", ""),
        )
        for at in range(1, count + 1)
    ]
    return Story(cards=tuple(cards), last=count)


def _declared(count: int, library: object) -> Work:
    session = Session(library=library, today=dt.date(2026, 11, 25))
    session.story.take(_story(count))
    return StoryPapers(session).declaration(()).run


def _saved(count: int, folder: Path) -> Work:
    place = folder / str(count)
    place.mkdir()
    file = families.create(place, samples.PHRASE, costs=slots.cheap())
    rows = [{"name": str(at), "value": long_text(60, seed=at)} for at in range(count)]
    return lambda: file.replace(
        "story", [*rows, {"time": perf_counter_ns()}]
    )  # what is the same is not saved


def _lessons(count: int) -> list[paper.Lesson]:
    return [paper.lesson(name=f"made-{at}", points=4) for at in range(count)]


def _found(count: int) -> Work:
    index = Index(paper.shelf(*_lessons(count)))
    return lambda: index.find("jueza escucha")


def plot(found: list[Curve], folder: Path) -> None:
    """Draw the curves: both scales by tens, so that what grows with the work is a straight line that rises as 1:1."""
    import matplotlib as mpl  # noqa: PLC0415

    mpl.use("Agg")
    mpl.rcParams["svg.hashsalt"] = "growth"
    from matplotlib import pyplot as plt  # noqa: PLC0415

    figure, axes = plt.subplots(figsize=(7.5, 5), layout="constrained")
    for curve, mark in zip((each for each in found if each.each), "osD^vP", strict=False):
        axes.plot(STEPS, curve.costs, marker=mark, label=curve.what)
        low = [cost - min(values) for cost, values in zip(curve.costs, curve.each, strict=True)]
        high = [max(values) - cost for cost, values in zip(curve.costs, curve.each, strict=True)]
        axes.errorbar(STEPS, curve.costs, yerr=[low, high], fmt="none", ecolor="grey", capsize=3)
    axes.plot(STEPS, STEPS, color="black", linestyle=":", label="as much as the work: 1:1")
    axes.set(xscale="log", yscale="log", xlabel="how many", ylabel="milliseconds", xticks=STEPS)
    axes.set_xticklabels([str(each) for each in STEPS])
    axes.set_title("What 1, 10 and 100 cost")
    axes.grid(visible=True, which="major", alpha=0.3)
    axes.legend(fontsize="small")
    figure.savefig(folder / "benchmarks-growth.png", dpi=120, metadata={"Software": None})
    figure.savefig(folder / "benchmarks-growth.svg", metadata={"Date": None, "Creator": None})
    plt.close(figure)
