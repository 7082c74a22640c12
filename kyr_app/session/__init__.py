"""The use cases, and the one object that changes.

May import: everything but the shells. The only package that reads the clock.
"""
