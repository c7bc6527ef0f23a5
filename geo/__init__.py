"""Where the units of the map lie, and how they are drawn."""
