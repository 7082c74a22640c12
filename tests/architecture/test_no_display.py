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
"""
ONE = f'{WITHOUT_QT}\nrunpy.run_module("kyr_app", run_name="__main__", alter_sys=True)'
MANY = f"""{WITHOUT_QT}
import contextlib, io, json
from kyr_app.cli.main import main
told = []
for command in json.loads(sys.argv[1]):
    with contextlib.redirect_stdout(io.StringIO()) as said:
        try:
            status = main(command)
        except SystemExit as ended:
            status = ended.code
    told.append((status, said.getvalue()))
print(json.dumps(told))
"""


def python(program, *arguments):
    command = [sys.executable, "-c", program, *arguments]
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
    asked = [(), *found]
    result = python(MANY, json.dumps([[*command, "--help"] for command in asked]))
    assert result.returncode == 0, result.stderr
    for command, (status, said) in zip(asked, json.loads(result.stdout), strict=True):
        assert status == 0, command
        assert "--help" in said, command


@pytest.mark.parametrize("language", ["es", "en"])
def test_lessons(language):
    result = python(ONE, "lessons", "--json", "--ui", language)
    assert result.returncode == 0, result.stderr
    lessons = json.loads(result.stdout)
    assert lessons
    assert all(lesson["title"]["es"] and lesson["title"]["en"] for lesson in lessons)
