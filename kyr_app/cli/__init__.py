"""The command line: the same use cases as the window, without a display.

May import: session and below. Never Qt, never `ui`.
"""
