"""The catalogs say what the code says, and say it in Spanish, whole."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import dev

ROOT = Path(__file__).parents[2]
TEMPLATE = ROOT / "translations/kyr.pot"
SPANISH = ROOT / "translations/es/LC_MESSAGES/kyr.po"
REPAIR = "Run `python3 dev.py messages`, then translate what is new."


def catalog(path):
    with path.open("rb") as file:
        return read_po(file)


def words(found):
    """Return what there is to translate, without saying where it stands: moving a line changes nothing."""
    return {(message.context, message.id) for message in found if message.id}


def places(text):
    return sorted(set(re.findall(r"\{[^{}]*\}|%(?:\(\w+\))?[a-z]", text)))


@pytest.fixture(scope="module")
def spanish():
    return [message for message in catalog(SPANISH) if message.id]


def test_template_is_fresh(tmp_path):
    fresh = tmp_path / "kyr.pot"
    subprocess.run([sys.executable, *dev.extraction(str(fresh))], cwd=ROOT, check=True)
    assert words(catalog(TEMPLATE)) == words(catalog(fresh)), REPAIR


def test_spanish_knows_every_message():
    assert words(catalog(SPANISH)) == words(catalog(TEMPLATE)), REPAIR


def test_nothing_is_a_guess(spanish):
    assert not [message.id for message in spanish if message.fuzzy]


def test_nothing_is_left_in_english(spanish):
    said = {message.id: message.string for message in spanish}
    empty = [key for key, value in said.items() if not (all(value) if isinstance(value, tuple) else value)]
    assert not empty


def test_placeholders_agree(spanish):
    wrong = []
    for message in spanish:
        keys = message.id if isinstance(message.id, tuple) else (message.id,)
        values = message.string if isinstance(message.string, tuple) else (message.string,)
        needed = places(keys[-1])  # "one day" may leave out the {n} that "{n} days" needs
        wrong += [(keys[0], value) for value in values[-1:] if value and places(value) != needed]
        wrong += [(keys[0], value) for value in values if not set(places(value)) <= set(needed)]
    assert not wrong
