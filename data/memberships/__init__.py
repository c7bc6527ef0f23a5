"""Who belonged to what, in which status, from when to when: memberships as data, and what is asked of any of them.

A membership is a folder here: `membership.toml` and three tables. Nothing assumes that one only grows, or that a
country belongs once. NATO's own tables give a value of the same kind, by `nato.py`.
"""
