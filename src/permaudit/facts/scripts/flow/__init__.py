"""Follows what a script does with the people it is handed, inside one module of its source."""
