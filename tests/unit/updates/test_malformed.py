"""Packs spoilt at random, as they are and signed again: no crash, and nothing taken that is not what was made."""

import json
import random

import pytest

from kyr_app.updates import strict
from kyr_app.updates.troubles import NotSigned, PackError
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


def spoil(count, seed):
    """Return how many spoilt packs were refused, and how many were harmless: the same files came out."""
    chance, sim = random.Random(seed), Simulator(dict(FILES))
    data, signature = sim.both()
    refused = harmless = 0
    for at in range(count):
        bad = SPOILERS[at % len(SPOILERS)](data, chance)
        if bad == data:
            continue
        with pytest.raises(NotSigned):
            accept(bad, signature, KEYS, Known())
        try:
            taken = accept(bad, sim.signed(bad), KEYS, Known())
        except PackError:
            refused += 1
        else:
            assert taken.files == sim.files
            harmless += 1
    return refused, harmless


def test_spoilt_packs_in_short():
    refused, harmless = spoil(600, 1)
    assert refused > 500
    assert harmless < 60


@pytest.mark.soak
def test_ten_thousand_spoilt_packs():
    refused, harmless = spoil(10_200, 2)
    print(f"{refused} refused, {harmless} with the same files inside")
    assert refused + harmless > 10_000
    assert harmless < 600


def test_spoilt_json_is_refused_or_read_as_python_reads_it():
    chance, text = random.Random(3), FILES["library.json"]
    for _ in range(2000):
        bad = flip(text, chance)
        try:
            value = strict.loads(bad)
        except PackError:
            continue
        assert value == json.loads(bad)
