"""The door: signing in, signing out, taking another seat."""
