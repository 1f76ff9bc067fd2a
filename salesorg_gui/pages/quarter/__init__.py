"""The page that runs a quarter: what is asked for, the run beside the window, and what it saw in words and graphs."""
