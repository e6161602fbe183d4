"""One filled file: look at it as it stands on paper, take it away."""
