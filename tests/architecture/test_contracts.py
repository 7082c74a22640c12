"""Every import contract is kept, and has been seen to break: a contract that cannot fail says nothing."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as main; main()"

# For each contract: the modules to plant, and what each of them imports against the rule.
PLANTED = {
    "layers": {"model/planted.py": "kyr_app.session"},
    "rooms": {"documents/typesetting/planted.py": "kyr_app.documents.lessons.handout"},
    "making": {"session/packet/planted.py": "kyr_app.session.making.papers"},
    "qt": {"session/planted.py": "PySide6.QtCore"},
    "pure": {"rules/planted.py": "time"},
    "offline": {"session/planted.py": "urllib.request"},
    "paper": {"session/planted.py": "reportlab.pdfgen"},
    "yaml": {"session/planted.py": "yaml"},
    "babel": {"session/planted.py": "babel.dates"},
    "tinydb": {"session/planted.py": "tinydb"},
    "voice": {"session/planted.py": "espeakng_loader"},
    "cryptography": {"session/planted.py": "cryptography.fernet"},
    "acyclic": {"model/planted.py": "kyr_app.model.sown", "model/sown.py": "kyr_app.model.planted"},
}


def lint(folder, *arguments):
    command = [sys.executable, "-c", LINT_IMPORTS, "--no-logo", "--no-cache", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_all_contracts_are_kept():
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr
    assert f"Contracts: {len(CONTRACTS)} kept, 0 broken." in result.stdout


def test_every_contract_is_broken_here_on_purpose():
    assert {contract["id"] for contract in CONTRACTS} == set(PLANTED)


def planted(folder, *names):
    """Return what is told of a tree in which the contracts of these names are broken: a section for each."""
    package = copied(folder)
    for name in names:
        for place, imported in PLANTED[name].items():
            (package / own(place, name)).write_text(f"import {own(imported, name)}\n")
    result = lint(folder)
    assert result.returncode == 1, result.stdout + result.stderr
    _, *parts = re.split(r"^(.+)\n-+\n\n", result.stdout, flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def own(text, name):
    """Add the name of a contract to what is planted: all stand in one tree, and each has to be told of its own."""
    return re.sub("planted|sown", rf"\g<0>_{name}", text)


def copied(folder):
    shutil.copytree(ROOT / "kyr_app", folder / "kyr_app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder / "kyr_app"


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    cycle = planted(tmp_path_factory.mktemp("cycle"), "acyclic")  # other imports would make greater cycles
    return planted(tmp_path_factory.mktemp("broken"), *(PLANTED.keys() - {"acyclic"})) | cycle


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda contract: contract["id"])
def test_contract_breaks(contract, told):
    assert f"planted_{contract['id']}" in told[contract["name"]]


def test_a_new_package_must_say_where_it_stands(tmp_path):
    package = copied(tmp_path)
    (package / "planted").mkdir()
    (package / "planted/__init__.py").touch()
    result = lint(tmp_path, "--contract", "layers")
    assert result.returncode == 1, result.stdout + result.stderr
    assert "planted" in result.stdout + result.stderr
