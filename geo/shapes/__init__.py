"""Where the units are: their shapes, joined to the tables, and what is measured on them."""
