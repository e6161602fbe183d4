"""The people's queue of matching."""
