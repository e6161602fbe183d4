"""What readers and writers both must know of the zip-and-XML office formats: opening a package safely, naming its
parts. No layout, no meaning."""
