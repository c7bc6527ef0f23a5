"""Lessons and the quiz: read, checked, edited, chosen."""
