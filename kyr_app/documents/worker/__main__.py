"""The process itself, started with `python -I` on this very file: it finds the program by where it lies."""

from __future__ import annotations

import os
import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
    from kyr_app.documents.worker.child import main

    os._exit(main())  # nothing is left to put away: the reply is out, and tearing parsers down takes its time
