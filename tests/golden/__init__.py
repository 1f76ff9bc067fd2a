"""Pictures of the chart as it has to look, and the test that compares."""
