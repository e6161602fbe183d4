"""The road, in order: intake, match, answer, account. Knows all stages, does no I/O."""
