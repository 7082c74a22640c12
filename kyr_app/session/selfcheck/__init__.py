"""The self-check: whether this copy of the program does on this computer what it promises."""
