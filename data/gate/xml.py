"""XML from outside, as workbooks hold it: no entity is filled in, no file fetched, nothing too deep."""

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser
from xml.parsers import expat

from data.gate.limits import MOST_ELEMENTS, MOST_XML_DEPTH
from data.gate.problems import GateError
from data.gate.text import plain


class _Careful(TreeBuilder):
    """Builds the tree, and ends it where it is too deep or declares what it is made of."""

    def __init__(self, where: str) -> None:
        super().__init__()
        self._where, self._depth, self._elements = where, 0, 0

    def start(self, tag: str, attrs: Mapping[str, str], /) -> Element:
        self._depth += 1
        if self._depth > MOST_XML_DEPTH:
            raise GateError(f"{self._where}: elements within elements; expected at most {MOST_XML_DEPTH} deep")
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise GateError(f"{self._where}: more than {MOST_ELEMENTS:,} elements; expected at most as many")
        return super().start(tag, dict(attrs))

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(tag)

    def doctype(self, *_: str | None) -> None:
        raise _doctype(self._where)


def parse(pieces: Iterable[bytes], parser: expat.XMLParserType, name: str) -> None:
    """Give a file of XML to a parser piece by piece; GateError for what is none or declares entities.

    Whoever listens to the parser keeps only what is wanted, and so may read what would be too large as a tree.
    """

    def refuse(*_: object) -> None:
        raise _doctype(plain(name))

    parser.StartDoctypeDeclHandler = refuse
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise GateError(f"{plain(name)}: {plain(str(error))}; expected XML") from None


def tree_of(raw: bytes, name: str) -> Element:
    """The root of a file of XML; GateError for what is none, declares entities or is too deep."""
    where = plain(name)
    try:
        parser = XMLParser(target=_Careful(where))
        parser.feed(raw)
        root: Element = parser.close()
    except (ParseError, LookupError, ValueError) as error:
        if isinstance(error, GateError):
            raise
        raise GateError(f"{where}: {plain(str(error))}; expected XML") from None
    return root


def _doctype(where: str) -> GateError:
    return GateError(f"{where}: a DOCTYPE; expected none, nor entities of its own")
