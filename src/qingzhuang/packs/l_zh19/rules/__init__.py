"""The rules of this instrument, one a file."""
