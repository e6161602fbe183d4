"""Forms: what they ask too much, too often, or too late."""
