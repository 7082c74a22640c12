"""Interviews, pure: the next screen is a function of the answers.

May import: model. No files, no clock, no chance.
"""
