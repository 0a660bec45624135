"""Addresses to captures: the only room from which anything goes out to the net."""
