"""What a handout has beside its stops: goals, key words, questions before and after, and their answers."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

from geo.lesson.head import QUESTIONS, CheckQuestion, Head, glossary

Data = dict[str, Any]


def around(head: Head, numbers: Callable[[Sequence[str]], list[int]]) -> Data:
    """It as the template reads it; `numbers` are those of sources in the list. The guidance is the teacher's alone."""
    named = glossary()
    wrong = head.misconception
    return {
        "goals": list(head.goals),
        "key_words": [named[word] for word in head.key_words],
        "misconception": {**asdict(wrong), "cited": numbers(wrong.sources)} if wrong.text else None,
        **{kind: [_question(each, numbers) for each in getattr(head, kind)] for kind in QUESTIONS},
    }


def _question(question: CheckQuestion, numbers: Callable[[Sequence[str]], list[int]]) -> Data:
    return {
        "prompt": question.prompt,
        "options": list(question.options),
        "answer": question.options[question.right],
        "why": question.why,
        "cited": numbers(question.sources),
    }
