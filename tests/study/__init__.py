"""What a chart would do, by worked cases and by properties."""
