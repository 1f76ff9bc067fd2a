"""What letting go of something over a spot of the chart would do. Values and functions, without Qt."""
