"""What things look like: shapes any pen can draw, the theme, cards, frames and edges."""
