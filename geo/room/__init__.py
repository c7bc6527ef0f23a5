"""The live room: a class that answers from its phones, beside the lesson and never under it."""
