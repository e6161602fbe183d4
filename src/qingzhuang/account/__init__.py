"""Minutes: tariff, tally, proposals. Never a ranking of people."""
