"""permaudit tells what an Android app could read from the address book, and what its code does read."""

__version__ = "0.1.0"
