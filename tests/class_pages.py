"""Where the two class pages are on a server, as the tests open them."""

PUPILS = "class"
WALL = "teach"
"""The teacher's page: all that leads a lesson is on it alone."""
