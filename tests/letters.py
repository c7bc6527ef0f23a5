"""How large the letters of a PDF are on its pages."""

import io
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pikepdf


def letter_sizes(made: bytes) -> list[Counter[float]]:
    """Of each page how many times letters of a size are set, in points rounded to hundredths."""
    with pikepdf.open(io.BytesIO(made)) as pdf:
        return [
            Counter(round(size, 2) for size in _sizes(page.obj, page.obj.Resources, pikepdf.Matrix()))
            for page in pdf.pages
        ]


def _sizes(stream: Any, resources: Any, onto_page: pikepdf.Matrix) -> Iterator[float]:
    now, kept = onto_page, list[pikepdf.Matrix]()
    line, size = pikepdf.Matrix(), 0.0
    for operands, operator in pikepdf.parse_content_stream(stream):
        match str(operator):
            case "q":
                kept.append(now)
            case "Q":
                now = kept.pop()
            case "cm":
                now = pikepdf.Matrix(*map(float, operands)) @ now
            case "BT":
                line = pikepdf.Matrix()
            case "Tf":
                size = float(operands[1])
            case "Tm":
                line = pikepdf.Matrix(*map(float, operands))
            case "Tj" | "TJ":
                _, _, c, d, _, _ = (line @ now).shorthand
                yield size * (c * c + d * d) ** 0.5
            case "Do":
                inside = resources.XObject[operands[0]]
                if inside.Subtype == "/Form":
                    placed = pikepdf.Matrix(*map(float, inside.get("/Matrix", (1, 0, 0, 1, 0, 0))))
                    yield from _sizes(inside, inside.get("/Resources", resources), placed @ now)
