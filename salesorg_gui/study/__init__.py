"""What a chart would do: a year of it, a quarter, somebody away, other cases, other people. No toolkit."""
