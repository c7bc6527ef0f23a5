"""How much of anything may come in."""

MOST_TOLD = 20
"""Problems that are told of one thing; of the others, how many."""
MOST_COUNTED = 10
"""Times as many as are told: so many problems are looked for, then it is enough."""
MOST_LISTED = 1_000
"""Problems that are listed for whoever mends the tables."""
LONGEST_SHOWN = 80
"""Characters of a value in a sentence."""
LONGEST_FOUND = 240
"""Characters of all that a sentence says was found."""
LONGEST_NUMBER = 40
"""Signs of a number in TOML, or of a day with its hour."""
MOST_DIGITS = 9
"""Of a whole number that is read."""
LONGEST_QUERY = 200
"""Characters of what a reader looks for."""
LONGEST_ASKED = 2_000
"""Characters of a value in an address."""
MOST_DEPTH = 8
"""Brackets within brackets; XML has more."""
MOST_PARTS = 8
"""Parts of a key in TOML."""
MOST_TOKENS = 60_000
"""Keys, values, signs and lines of a file of TOML; the fullest lesson has half of them."""

MOST_TABLE_BYTES = 1_000_000
MOST_ROWS = 20_000
MOST_COLUMNS = 100
LONGEST_CELL = 10_000

MOST_TOML_BYTES = 380_000
"""Of a lesson as well: 40 stops and a head whose fields are full of signs of four bytes."""

MOST_LESSON_MEGABYTES = 1
"""The whole number above that, which is what an upload can be held to."""

MOST_PACKED_BYTES = 5_000_000
MOST_ENTRIES = 400
MOST_UNPACKED_BYTES = 30_000_000
"""Of all that an archive holds; a sheet of a workbook is larger than the table in it."""
MOST_XML_DEPTH = 40
MOST_ELEMENTS = 100_000

MEGABYTE = 1024 * 1024
MOST_OWN_MEGABYTES = 3
"""Of a file of somebody's own, which as letters has to fit into one message of a page; servers and proxies let as much
through."""
MOST_OWN_BYTES = MOST_OWN_MEGABYTES * MEGABYTE
MOST_SAVED_MEGABYTES = MOST_OWN_MEGABYTES + 1
"""Of a file that was saved: the table as it was given, its rows as they were read, and all answers."""
MOST_SAVED_BYTES = MOST_SAVED_MEGABYTES * MEGABYTE
MOST_OWN_ROWS = 20_000
"""Of a table of somebody's own, whose form is guessed before it is read; 200 countries have 16,000 rows of years."""
MOST_OWN_COLUMNS = 200
MOST_OWN_CELLS = 300_000
LONGEST_OWN_CELL = 5_000
