"""The board: what all demands together weigh, what could go, what was reported; organisations, never persons."""
