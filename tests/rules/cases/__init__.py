"""For every rule a plan that triggers it, and its nearest neighbour that does not; one module per group."""
