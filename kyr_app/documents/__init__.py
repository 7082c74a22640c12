"""Papers: from frozen values to the bytes of a PDF. The only package that knows ReportLab and pikepdf.

May import: i18n, content, model, places. Import `documents.job` alone from outside: it fetches the rest, which is
heavy, when a paper is drawn.
"""
