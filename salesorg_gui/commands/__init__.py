"""What the command line can do, a module a command: ``add`` says what may be asked, ``run`` does it."""
