"""What people say of pairs of items."""
