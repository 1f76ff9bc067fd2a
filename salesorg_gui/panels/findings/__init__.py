"""The panel below the canvas: what the rules found, why it matters, and what to do about it."""
