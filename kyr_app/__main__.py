"""`python -m kyr_app`: with a command the command line, without one the window."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the program and return its exit status."""
    if sys.argv[1:]:
        from kyr_app.cli.main import main as command  # noqa: PLC0415 (the window never pays for commands)

        return command(sys.argv[1:])
    from kyr_app.ui.app import run  # noqa: PLC0415 (commands never import Qt)

    return run(sys.argv)


if __name__ == "__main__":
    raise SystemExit(main())
