"""What an instrument, an article and a dated parameter are. Values by date, each with its reference."""
