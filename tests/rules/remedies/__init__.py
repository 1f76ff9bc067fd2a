"""What is offered against findings: that it works, whatever the plan."""
