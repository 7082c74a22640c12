"""Packs spoilt at random: their bytes, as they are and signed again; their lessons, then signed as they are."""

import json
import random
from collections import Counter

from kyr_app import places
from kyr_app.content import addresses, marking
from kyr_app.content import library as libraries
from kyr_app.i18n import catalogs
from kyr_app.model.errors import KyrError
from kyr_app.model.text import Text
from kyr_app.session.packs.packs import Packs
from kyr_app.updates.troubles import PackError
from kyr_app.updates.trust import Known, accept
from tests.unit.updates.simulator import KEYS, Simulator

FILES = {
    "library.json": json.dumps({"lessons": [{"id": f"l{n}", "title": "ñ" * n} for n in range(40)]}).encode(),
    "words/pt.json": b'{"Next": "Seguinte"}',
    "voice/mam/a.wav": bytes(range(256)) * 8,
}


def flip(data, chance):
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]


def cut(data, chance):
    return data[: chance.randrange(len(data))]


def drop(data, chance):
    at = chance.randrange(len(data))
    return data[:at] + data[at + chance.randrange(1, 40) :]


def double(data, chance):
    at = chance.randrange(len(data))
    return data[:at] + data[at : at + 200] + data[at:]


def fill(data, chance):
    at, n = chance.randrange(len(data)), chance.randrange(1, 30)
    return data[:at] + chance.randbytes(n) + data[at + n :]


def noise(data, chance):
    return chance.randbytes(chance.randrange(1, len(data)))


SPOILERS = (flip, cut, drop, double, fill, noise)


def bad(found):
    """Return how much happened that must not."""
    return sum(count for kind, count in found.items() if kind.isupper() or kind.startswith("CRASH"))


def spoilt_bytes(count, seed, judge=accept):
    """Count what came of packs whose bytes were spoilt: with their old signature, and signed again."""
    chance, sim, found = random.Random(seed), Simulator(dict(FILES)), Counter()
    data, signature = sim.both()
    for at in range(count):
        spoilt = SPOILERS[at % len(SPOILERS)](data, chance)
        if spoilt == data:
            continue
        for sealed in (signature, sim.signed(spoilt)):
            try:
                taken = judge(spoilt, sealed, KEYS, Known())
            except PackError as error:
                found[type(error).__name__] += 1
            except Exception as error:  # noqa: BLE001 (whatever it is, it is what this test is for)
                found[f"CRASH {type(error).__name__}"] += 1
            else:
                found[
                    "TAKEN" if sealed is signature or taken.files != sim.files else "with the same files"
                ] += 1
    return found


def on_stick(folder, files, version=2099010101, **said):
    sim = Simulator(files, version)
    for name, value in said.items():
        setattr(sim, name, value)
    data, signature = sim.both()
    file = folder / f"guia-{version}.zip"
    file.write_bytes(data)
    file.with_name(file.name + ".minisig").write_bytes(signature)
    return file


def spoil(value, chance):
    """Return JSON that is not what it was, in one place: gone, doubled, of another kind, huge, empty, hostile."""
    spots = list(_spots(value))
    holder, key = chance.choice(spots)
    how = chance.randrange(9)
    if how == 0:
        del holder[key]
    elif how == 1 and isinstance(holder, list):
        holder.insert(key, holder[key])
    else:
        holder[key] = chance.choice(
            [
                None,
                True,
                -1,
                10**15,
                1.5,
                "",
                "\u202e**[[x|",
                "<b>&amp;{0.__class__}%s",
                "x" * 5000,
                [],
                {},
                [[]],
                "9999-99-99",
            ]
        )
    return value


def _spots(value):
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in list(inside):
        yield value, key
        yield from _spots(inner)


def spoilt_lessons(session, folder, shelf, count, seed):
    """Count what came of packs that are signed, whole, and hold lessons that were spoilt: refused, or can be shown."""
    chance, english = random.Random(seed), catalogs.load("en", places.translations())
    good, found = json.loads(libraries.encode(shelf)), Counter()
    for at in range(count):
        value = spoil(json.loads(json.dumps(good)), chance)
        if value == good:
            continue
        files = {libraries.FILE: json.dumps(value, ensure_ascii=False).encode()}
        file = on_stick(folder, files, 2099000001 + at)
        try:
            offered = Packs(session, folder / "home").offered(file)
            found["can be shown" if _shown(offered, english) else "CANNOT BE SHOWN"] += 1
        except KyrError as error:
            found[type(error).__name__] += 1
        except Exception as error:  # noqa: BLE001 (likewise)
            found[f"CRASH {type(error).__name__}"] += 1
        file.unlink()
    return found


def _shown(offered, english):
    """Say everything that the screen and the paper would say of a pack; tell whether all of it are words."""
    marks = [
        words
        for each in offered.differences
        for passage in each.passages
        for words in (marking.where(passage), *marking.marked(passage.before, passage.after))
        if words is not None
    ]
    return all(isinstance(english.render(words), str) for words in marks) and all(
        isinstance(each.text, Text) for each in addresses.texts(offered.library.shelf)
    )
