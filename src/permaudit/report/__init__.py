"""One module a format, all made from the same Report."""
