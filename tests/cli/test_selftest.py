"""`kyr selftest`."""

import json

from kyr_app.cli.main import main
from kyr_app.session.selfcheck import machine


def test_it_is_said_printed_and_given_as_data(tmp_path, capsys):
    assert main(["selftest", "--ui", "es"]) == 0
    assert "Red" in capsys.readouterr().out
    assert main(["selftest", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {each["id"] for each in found} >= {"version", "content", "pdf", "voice", "network"}
    assert all(each["name"]["es"] and each["name"]["en"] for each in found)
    target = tmp_path / "page.pdf"
    assert main(["selftest", "-o", str(target)]) == 0
    assert target.read_bytes().startswith(b"%PDF")


def test_a_computer_that_will_not_do_is_said_by_the_exit_status(monkeypatch, capsys):
    monkeypatch.setattr(machine, "bits", lambda: 32)
    assert main(["selftest", "--ui", "en"]) == 1
    assert "64 bits" in capsys.readouterr().out
