"""The gate for all that comes from outside: files, tables, addresses, messages. Each of its rules stands here once.

What is too large, too deep or too long is refused before anything reads it; what is refused is told in a sentence.
"""
