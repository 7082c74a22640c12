"""The command line works where Qt cannot even be imported: on a server, in the batch of an office."""

import argparse
import json
import subprocess
import sys
from pathlib import Path

import pytest

from kyr_app import places
from kyr_app.cli.main import build
from kyr_app.i18n.catalogs import load

ROOT = Path(__file__).parents[2]
WITHOUT_QT = """
import runpy, sys
sys.modules.update(PySide6=None, shiboken6=None)     # from here on, importing them raises
runpy.run_module("kyr_app", run_name="__main__", alter_sys=True)
"""


def kyr(*arguments):
    command = [sys.executable, "-c", WITHOUT_QT, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)


def commands(parser, before=()):
    """Yield every command of the tree, as one would type it."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, below in action.choices.items():
                yield (*before, name)
                yield from commands(below, (*before, name))


def test_every_command_explains_itself():
    found = list(commands(build(load("en", places.translations()))))
    assert ("lessons",) in found
    for command in [(), *found]:
        result = kyr(*command, "--help")
        assert result.returncode == 0, f"{command}: {result.stderr}"
        assert "--help" in result.stdout, command


@pytest.mark.parametrize("language", ["es", "en"])
def test_lessons(language):
    result = kyr("lessons", "--json", "--ui", language)
    assert result.returncode == 0, result.stderr
    lessons = json.loads(result.stdout)
    assert lessons
    assert all(lesson["title"]["es"] and lesson["title"]["en"] for lesson in lessons)
