"""The packet put together: what stands on which page, its own pages drawn, exhibits placed among them, its sets.

Letter, one side, an inch on every side with room for two holes at the top, exhibits by letters, pages numbered
through: 8 CFR 1003.32(b); EOIR Practice Manual 3.3(c), (e) (facts `filing-page-format`, `filing-exhibits-tabs`).
"""
