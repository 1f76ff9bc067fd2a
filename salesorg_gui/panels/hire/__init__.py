"""The panel in which one seat is filled: its checklist step by step, and what interviewers found."""
