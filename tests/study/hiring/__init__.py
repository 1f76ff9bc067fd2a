"""Hiring plans, by worked cases and by properties."""
