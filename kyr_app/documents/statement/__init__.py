"""The papers of a story: statement, certificates, questions for a lawyer. Knows templates and typesetting."""
