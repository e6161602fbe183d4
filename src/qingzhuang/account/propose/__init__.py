"""What could be cancelled, merged, slowed down, derived or taken from the office that holds it: one file a kind."""
