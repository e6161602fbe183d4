"""The fewest questions of a year: what is asked in which month, so that each answer serves as long as it holds."""
