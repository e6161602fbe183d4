"""What leaves for addresses on the net."""
