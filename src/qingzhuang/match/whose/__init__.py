"""What an item asks in its form: whose property it is, by merged headers, rows and title."""
