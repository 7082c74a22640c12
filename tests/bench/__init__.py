"""How fast it is, against a named floor in the same run: `python3 dev.py bench` writes docs/benchmarks.md."""
