"""What opens a room: the code that a class types, and the secrets of the wall and of a phone."""

import hashlib
import secrets

LETTERS = "BCDFHJKLMNPRTWXZ"
"""Capitals that a wall far away does not blur into one another, G into C or Y into V; without vowels few words come."""
LENGTH = 6
UNFIT = ("BTCH", "CNT", "DCK", "FCK", "FKK", "FTZ", "HJ", "HTLR", "KCK", "KKK", "KLL", "KZ", "NPD", "NTT", "NZ", "PRN",
         "TRD", "TWT", "WNK", "WTF")  # fmt: skip
"""What is read as a word that hurts, though it has no vowel; the atlas is shown in more countries than one."""


def new_code() -> str:
    """Six letters, chosen by the machine's own source of secrets."""
    while True:
        code = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
        if is_fit(code):
            return code


def is_fit(code: str) -> bool:
    """Whether a code has nothing in it that hurts."""
    return not any(word in code for word in UNFIT)


def typed(text: str) -> str:
    """A code as it was meant: in capitals, without the spaces and dashes that people put in."""
    return "".join(letter for letter in text.upper() if letter not in " -\u2013\u00a0")


def is_code(text: str) -> bool:
    """Whether a text could be the code of a room."""
    return len(text) == LENGTH and set(text) <= set(LETTERS)


def new_secret() -> str:
    """A teacher's key, or the token of a phone."""
    return secrets.token_urlsafe(18)


def digest_of(secret: str) -> str:
    """What a room keeps of a secret: enough to know it again, too little to use it."""
    return hashlib.sha256(secret.encode()).hexdigest()[:24]
