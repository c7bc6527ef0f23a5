"""Questions as the spreadsheet that quiz tools import: the first sheet is theirs, the second tells why, and by whom.

The heads, the row they stand in and the lengths are those of Kahoot's template, which others read too.
"""

import io
from datetime import datetime, time
from typing import Any

import xlsxwriter

from data.words import phrase, words
from geo.publish.questions.markup import imprint_of, title_of
from geo.publish.questions.plain import fitted, printable
from geo.publish.questions.taken import Kind, Taken, TakenQuestion

HEAD_ROW = 7
"""From zero: the eighth."""
MOST_ANSWERS = 4
QUESTION_LENGTH, ANSWER_LENGTH = 120, 75
SECONDS = 30
WIDTHS = (5, 60, 30, 30, 30, 30, 12, 14)


def heads_of_template() -> tuple[str, ...]:
    """The heads of the template, word for word, as tools look for them."""
    said = words()["questions"]
    answers = (said["template_answer"].format(at=at) for at in range(1, MOST_ANSWERS + 1))
    return ("", said["template_question"], *answers, said["template_time"], said["template_right"])


def sheet(pack: Taken) -> bytes:
    """The workbook; the same questions give the same bytes."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title_of(pack), "created": datetime.combine(pack.told.as_of, time())})
    said = words()["questions"]
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    asked, told = book.add_worksheet(said["sheet_quiz"]), book.add_worksheet(said["sheet_told"])
    asked.write_string(0, 1, title_of(pack), bold)
    asked.write_string(1, 1, said["sheet_title"])
    asked.write_string(2, 1, imprint_of(pack.told))
    for column, (head, width) in enumerate(zip(heads_of_template(), WIDTHS, strict=True)):
        asked.set_column(column, column, width)
        asked.write_string(HEAD_ROW, column, head, bold)
    heads = [said[f"{name}_head"] for name in ("question", "right", "explanation", "sources", "remark")]
    told.set_column(0, len(heads) - 1, 44)
    for column, head in enumerate(heads):
        told.write_string(0, column, head, bold)
    row = HEAD_ROW
    for at, question in enumerate(pack.questions, start=1):
        prompt, options, right = importable(question)
        if prompt:
            row += 1
            _write(asked, row, row - HEAD_ROW, prompt, options, right)
        remark = "" if prompt else said["left_out"]
        if len(prompt) > QUESTION_LENGTH or any(len(option) > ANSWER_LENGTH for option in options):
            remark = said["shortened"]
        cells = (question.prompt, "; ".join(question.answer), question.explanation, "\n".join(question.sources), remark)
        for column, cell in enumerate(cells):
            told.write_string(at, column, printable(cell), wrap)
    book.close()
    return file.getvalue()


def importable(question: TakenQuestion) -> tuple[str, tuple[str, ...], tuple[int, ...]]:
    """Prompt, at most four options and the places of the right ones; the prompt is empty where a map is needed.

    Of an order it is asked which of four came first.
    """
    if question.kind == Kind.ORDER:
        options = question.options[:MOST_ANSWERS]
        first = min(range(len(options)), key=question.right.index)
        return phrase("questions", "which_first"), options, (first,)
    if len(question.options) > MOST_ANSWERS:
        kept = sorted({*question.right, *range(len(question.options))}, key=lambda place: place not in question.right)
        places = sorted(kept[:MOST_ANSWERS])
        options = tuple(question.options[place] for place in places)
        return question.in_words, options, tuple(places.index(place) for place in question.right)
    return question.in_words, question.options, question.right


def _write(page: Any, row: int, at: int, prompt: str, options: tuple[str, ...], right: tuple[int, ...]) -> None:
    page.write_number(row, 0, at)
    page.write_string(row, 1, fitted(printable(prompt), QUESTION_LENGTH))
    for column, option in enumerate(options, start=2):
        page.write_string(row, column, fitted(printable(option), ANSWER_LENGTH))
    page.write_number(row, 2 + MOST_ANSWERS, SECONDS)
    page.write_string(row, 3 + MOST_ANSWERS, ",".join(str(place + 1) for place in sorted(right)))
