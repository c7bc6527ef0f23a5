"""What tells the rows of a table apart, what holds only once at a time, and the day by which a table is read."""

KEYS: dict[str, tuple[str, ...]] = {
    "accessions": ("iso3",),
    "territory_changes": ("change_id",),
    "events": ("event_id",),
    "statements": ("id",),
    "draft_treaties": ("document", "article"),
    "eras": ("era",),
    "claims": ("claim_id",),
    "readings": ("reading_id",),
    "two_sentences": ("id",),
    "line_phases": ("phase_id",),
    "forces": ("id",),
    "votes": ("id",),
    "consultations": ("id",),
    "treaties": ("id",),
    "borders": ("border",),
    "measures": ("year",),
    "day_measures": ("day",),
    "unit_measures": ("unit",),
    "codes": ("code",),
    "sources": ("id",),
    "units": ("unit",),
}

INTERVALS: dict[str, tuple[str, ...]] = {
    "statuses": ("iso3", "status"),
    "other_blocs": ("bloc", "unit"),
    "historical_states": ("unit",),
    "territory_changes": ("territory", "effect"),
    "disputed": ("unit",),
    "forces": ("place",),
    "names": ("code",),
}
"""Tables of half-open intervals, and what may hold only once at a time."""

DAYS: dict[str, tuple[str, str]] = {
    "accessions": ("joined_day", "joined_on"),
    "events": ("day", "date"),
    "statements": ("day", "date"),
    "votes": ("day", "held_on"),
    "consultations": ("day", "date"),
}
"""The column added for the first day a date can mean, and the column it comes from."""
