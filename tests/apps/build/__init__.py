"""Builds the case apps from their sources, the same bytes each time."""
