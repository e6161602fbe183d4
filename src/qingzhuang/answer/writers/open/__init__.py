"""Filling what lies open as text: fields between delimiters, SpreadsheetML and WordprocessingML 2003, packages written out as one
XML. Each comes back as what it was."""
