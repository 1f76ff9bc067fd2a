"""Customer cases."""
