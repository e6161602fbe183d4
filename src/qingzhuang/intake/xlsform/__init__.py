"""XLSForms: what they ask, and whether a program for XLSForms would take them."""
