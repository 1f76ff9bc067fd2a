"""A quarter run through the chart, event by event: who waits how long, which limits break, where work piles up."""
