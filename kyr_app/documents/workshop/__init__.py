"""The papers of a workshop: the guide, one set, a pack for all. Knows lessons, reference and typesetting."""
