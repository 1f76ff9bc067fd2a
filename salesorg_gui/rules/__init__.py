"""What the trade has to say about a drawing: rules look at it and yield findings; they never block or repair."""
