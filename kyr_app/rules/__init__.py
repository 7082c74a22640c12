"""Rules, pure: from answers to findings and personal checklists, each with its reason and its source.

May import: model. No files, no clock, no chance.
"""
