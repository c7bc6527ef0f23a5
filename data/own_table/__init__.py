"""People's own tables read as memberships: a file in, each of its rows taken, asked about or refused.

`reading.read_table` does all of it; `saved` keeps the file with what was answered. A file gives a grid of cells
(`files`), its columns are recognised (`columns`), countries and days are read (`countries`, `days`), and what is left
open is asked (`questions`).
"""
