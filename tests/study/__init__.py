"""Capacity, by worked cases and by properties."""
