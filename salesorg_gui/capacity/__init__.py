"""How much work the drawn organisation has, who has the time for it, and where it gets stuck. No toolkit."""
