"""Whether words that must say something say anything."""
