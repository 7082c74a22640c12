"""Official forms: what a PDF is, what goes where, the flat copy, and the worksheet for copying by hand.

Pure: `identify`, `plan` and what they use. Nothing here parses a PDF from outside; `documents.worker` does.
"""
