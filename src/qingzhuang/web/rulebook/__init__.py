"""The rulebook: every rule with its words as they may be shown, what is covered, what changed, and our own check. For everybody."""
