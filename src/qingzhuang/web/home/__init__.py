"""The first page: what is filled, what is still open."""
