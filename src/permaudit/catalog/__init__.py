"""The Android surface as tables: what can be read where, by which calls, started by what."""
