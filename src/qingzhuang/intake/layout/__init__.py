"""From the cells of a sheet to its tables: pure, knows no file format."""
