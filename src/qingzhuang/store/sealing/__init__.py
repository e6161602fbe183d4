"""Personal data at rest: sealed field by field, with keys that never lie in the database (decision 0016)."""
