"""Papers made of a template and answers: filled, captioned for a court, the page before. Knows typesetting."""
