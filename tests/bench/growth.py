"""How cost grows with work: 1, 10 and 100 of each; and the plot of it."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter_ns

from msgspec import Struct

from kyr_app import places
from kyr_app.content.library import load
from kyr_app.content.search import Index
from kyr_app.store import families, slots
from tests.bench import growing_papers, packets
from tests.bench.measure import PROCESSOR, Clock, Missing, Work, in_turn
from tests.soak import samples
from tests.unit.documents import paper
from tests.unit.story.told import long_text

STEPS = (1, 10, 100)
RUNS = 3
LINEAR = 12
"""The bar: ten times as much may cost so many times as much, from 10 to 100."""


PAPERS = {
    "Declaration, by cards of a story": growing_papers.declaration,
    "Handout, by lessons": growing_papers.handout,
    "Checklists in one file, by lists": growing_papers.checklists,
    "Places that help, by places": growing_papers.places,
    "Glossary, by words": growing_papers.words,
    "Sets of a workshop, by people": growing_papers.sets,
}


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
    """Yield the curves. What is done by this process alone is told in its own time."""
    library = load(places.pack())
    for what, make in PAPERS.items():
        yield _curve(what, lambda count, make=make: make(count, library), PROCESSOR)
    with tempfile.TemporaryDirectory() as folder:
        yield _curve(
            "Save of the family file, by cards of a story", lambda count: _saved(count, Path(folder))
        )
    yield _curve("Index of the search, by lessons", _indexed, PROCESSOR)
    yield _curve("A search, by lessons", _found, PROCESSOR)
    try:
        yield _curve("Packet, by exhibits", lambda count: packets.work(count, library), runs=1)
    except Missing as why:
        yield Curve(what="Packet, by exhibits", missing=str(why))


def _curve(
    what: str, make: Callable[[int], Work], clock: Clock = time.perf_counter, runs: int = RUNS
) -> Curve:
    works = {f"n{step}": make(step) for step in STEPS}
    small = in_turn(runs, clock, n1=works["n1"], n10=works["n10"])
    large = in_turn(max(1, runs // 2), clock, n100=works["n100"])
    return Curve(what=what, each=(small["n1"], small["n10"], large["n100"]))


def _saved(count: int, folder: Path) -> Work:
    place = folder / str(count)
    place.mkdir()
    file = families.create(place, samples.PHRASE, costs=slots.cheap())
    rows = [{"name": str(at), "value": long_text(60, seed=at)} for at in range(count)]
    return lambda: file.replace(
        "story", [*rows, {"time": perf_counter_ns()}]
    )  # what is the same is not saved


def _indexed(count: int) -> Work:
    shelf = paper.shelf(*growing_papers.lessons(count))
    return lambda: Index(shelf)


def _found(count: int) -> Work:
    index = Index(paper.shelf(*growing_papers.lessons(count)))
    return lambda: index.find("jueza escucha")


def plot(found: list[Curve], folder: Path) -> None:
    """Draw the curves: both scales by tens, so that what grows with the work is a straight line that rises as 1:1."""
    import matplotlib as mpl  # noqa: PLC0415

    mpl.use("Agg")
    mpl.rcParams["svg.hashsalt"] = "growth"
    from matplotlib import pyplot as plt  # noqa: PLC0415

    figure, axes = plt.subplots(figsize=(7.5, 5), layout="constrained")
    for curve, mark in zip((each for each in found if each.each), "osD^vP*Xd", strict=False):
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
