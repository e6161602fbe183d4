"""What people are asked of pairs, what they said, and where their words are at odds."""
