"""Role cards: their formats, what stands on them, and how they stand on sheets."""
