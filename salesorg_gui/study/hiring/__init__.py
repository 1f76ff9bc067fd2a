"""The hiring plan: which seats to open in which order, and the number at which each of them is due."""
