"""How the map is drawn: views, paths, colours, and where names and marks stand."""
