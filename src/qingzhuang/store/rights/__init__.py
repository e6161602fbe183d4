"""What the persons concerned may know and wish."""
