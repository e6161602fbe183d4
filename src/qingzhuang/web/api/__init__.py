"""The machine door: programs come in with a token and meet the same rules as people in the rooms."""
