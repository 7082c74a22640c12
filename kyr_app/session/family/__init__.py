"""The family file of a sitting: opened, kept, listed, handed over, carried across, left."""
