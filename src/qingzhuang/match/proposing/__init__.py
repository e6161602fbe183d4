"""Which pairs are worth a verdict. Nothing here decides."""
