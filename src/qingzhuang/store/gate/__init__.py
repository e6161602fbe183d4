"""What the gate keeps: drafts and what was found in them, what forms in force ask, how a county reads its forms."""
