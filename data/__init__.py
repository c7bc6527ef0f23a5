"""What happened when: the tables, their sources, and the questions one can ask of them."""
