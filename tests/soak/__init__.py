"""Proof that what a family keeps is safe to keep: `python3 dev.py soak`. Each module is one kind of trouble."""
