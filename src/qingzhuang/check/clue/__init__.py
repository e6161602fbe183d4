"""Tip-offs: what somebody reports, in a few lines or on a small form, sorted into the nine kinds of the public clue lists."""
