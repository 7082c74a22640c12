"""The real program, on a display of its own and under the eye of the operating system."""
