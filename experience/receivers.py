"""What the bank does when something changes."""
