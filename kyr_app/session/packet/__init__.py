"""The packet of a sitting: what came in, how it looks, what it is, in which order; every step can be taken back."""
