"""Which items are one, which follow from another, which only look alike."""
