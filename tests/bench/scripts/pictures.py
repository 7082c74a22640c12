"""JPEGs as the pages of one PDF by img2pdf: each run's milliseconds. Told the paths, and how often."""

from __future__ import annotations

import json
import sys
import time

import img2pdf

told = json.load(sys.stdin)
found = []
for _ in range(told["runs"] + 1):
    begun = time.perf_counter()
    img2pdf.convert(told["pictures"])
    found.append((time.perf_counter() - begun) * 1000)
print(json.dumps(found[1:]))
