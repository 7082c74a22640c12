"""What the bundled program starts with."""

from kyr_app.__main__ import main

if __name__ == "__main__":
    raise SystemExit(main())
