"""Know-your-rights and self-representation desk: offline, in Spanish and English."""

__version__ = "0.1.0"
