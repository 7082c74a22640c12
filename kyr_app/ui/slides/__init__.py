"""The presenter: what a workshop shows on the wall, and what its leader alone sees."""
