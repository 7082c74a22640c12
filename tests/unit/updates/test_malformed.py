"""Packs spoilt at random, as they are and signed again: no crash, and nothing taken that is not what was made."""

import json
import random

from kyr_app.updates import minisign, strict
from kyr_app.updates.troubles import PackError
from tests.unit.updates.spoilt import FILES, bad, flip, spoilt_bytes


def test_spoilt_packs_in_short():
    found = spoilt_bytes(600, 1)
    assert bad(found) == 0, found
    assert found["NotSigned"] > 590
    assert found["NotAPack"] > 550
    assert found["with the same files"] < 30


def test_what_counts_them_sees_a_program_that_does_not_look_at_signatures(monkeypatch):
    monkeypatch.setattr(minisign, "verify", lambda _data, signature, _key: signature.comment)
    assert bad(spoilt_bytes(600, 1)) > 0


def test_spoilt_json_is_refused_or_read_as_python_reads_it():
    chance, text = random.Random(3), FILES["library.json"]
    for _ in range(2000):
        bad = flip(text, chance)
        try:
            value = strict.loads(bad)
        except PackError:
            continue
        assert value == json.loads(bad)
