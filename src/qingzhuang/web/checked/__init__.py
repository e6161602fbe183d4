"""The check report: what was checked, what was found in whose words, and a place where a person confirms it."""
