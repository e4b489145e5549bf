"""Follows the data of reads forward to where it goes."""
