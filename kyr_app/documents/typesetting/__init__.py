"""How words become lines and pages: letters, paragraphs, marks, tables, frames, sheets. It knows no kind of paper."""
