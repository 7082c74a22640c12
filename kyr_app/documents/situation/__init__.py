"""A family's own sheets: checklist, intake sheet, dates, results, evidence, receipt. Knows typesetting."""
