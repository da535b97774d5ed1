"""Measuring the search by questions whose answers are known."""
