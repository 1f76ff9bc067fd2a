"""What things look like."""
