"""From the files that lawyers and teachers write to the model, with every mistake found on the way.

May import: model, places, msgspec, PyYAML; Babel in the translators' tools alone.
"""
