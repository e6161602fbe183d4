"""Filled files as they look on paper, held against their templates outside the cells that were filled."""
