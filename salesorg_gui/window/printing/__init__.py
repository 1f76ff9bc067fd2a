"""The print dialog: what is asked, the very pages, and where they go."""
