"""Salesorg: design a sales organisation, check it and print it."""

__version__ = "0.1.0"
