"""Every import contract is kept, and has been seen to break: a contract that cannot fail says nothing."""

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


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda contract: contract["id"])
def test_contract_breaks(contract, tmp_path):
    shutil.copytree(ROOT / "kyr_app", tmp_path / "kyr_app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for place, imported in PLANTED[contract["id"]].items():
        (tmp_path / "kyr_app" / place).write_text(f"import {imported}\n")
    result = lint(tmp_path, "--contract", contract["id"])
    assert result.returncode == 1, result.stdout + result.stderr
    assert f"{contract['name']} BROKEN" in " ".join(result.stdout.split())
    assert "planted" in result.stdout


def test_a_new_package_must_say_where_it_stands(tmp_path):
    shutil.copytree(ROOT / "kyr_app", tmp_path / "kyr_app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "kyr_app/planted").mkdir()
    (tmp_path / "kyr_app/planted/__init__.py").touch()
    result = lint(tmp_path, "--contract", "layers")
    assert result.returncode == 1, result.stdout + result.stderr
    assert "planted" in result.stdout + result.stderr
