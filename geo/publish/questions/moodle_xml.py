"""Questions as Moodle's XML, with the maps inside.

See https://docs.moodle.org/en/Moodle_XML_format
"""

from base64 import b64encode
from xml.etree import ElementTree as ET

from data.words import phrase
from geo.publish.questions.maps import asked_alt, asked_map
from geo.publish.questions.markup import name_of, paragraphs, picture, title_of, why
from geo.publish.questions.plain import printable
from geo.publish.questions.taken import Kind, Taken, TakenQuestion

TYPES = {Kind.CHOICE: "multichoice", Kind.SEVERAL: "multichoice", Kind.ORDER: "matching", Kind.NAME: "shortanswer"}
WHOLE = 100
MAP = "map.png"


def moodle_xml(pack: Taken) -> bytes:
    """The file, UTF-8."""
    root = ET.Element("quiz")
    category = ET.SubElement(ET.SubElement(root, "question", type="category"), "category")
    ET.SubElement(category, "text").text = f"$course$/top/{title_of(pack).replace('/', ' ')}"
    for at, question in enumerate(pack.questions, start=1):
        root.append(_question(at, question, pack))
    ET.indent(root)
    made: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return made + b"\n"


def _question(at: int, question: TakenQuestion, pack: Taken) -> ET.Element:
    element = ET.Element("question", type=TYPES[question.kind])
    ET.SubElement(ET.SubElement(element, "name"), "text").text = printable(name_of(at, question))
    asked = _html(element, "questiontext", paragraphs(question.prompt))
    if question.map_year:
        address = f"@@PLUGINFILE@@/{MAP}"
        asked[0].text = f"{asked[0].text}{picture(address, asked_alt(question.map_year, pack.told))}"
        file = ET.SubElement(asked, "file", name=MAP, path="/", encoding="base64")
        file.text = b64encode(asked_map(question.map_year, pack.told)).decode()
    _html(element, "generalfeedback", paragraphs(*why(question, pack.told)))
    ET.SubElement(element, "defaultgrade").text = "1"
    if question.kind == Kind.NAME:
        ET.SubElement(element, "usecase").text = "0"
        for name in question.accepted:
            _answer(element, WHOLE, printable(name), "plain_text")
        return element
    ET.SubElement(element, "shuffleanswers").text = "true"
    if question.kind == Kind.ORDER:
        for place, option in enumerate(question.options):
            pair = _html(element, "subquestion", paragraphs(option))
            place_word = phrase("questions", "place", at=question.right.index(place) + 1)
            ET.SubElement(ET.SubElement(pair, "answer"), "text").text = place_word
        return element
    ET.SubElement(element, "single").text = str(question.kind == Kind.CHOICE).lower()
    ET.SubElement(element, "answernumbering").text = "abc"
    right = WHOLE / len(question.right)
    wrong = WHOLE / (len(question.options) - len(question.right)) if question.kind == Kind.SEVERAL else 0
    for place, option in enumerate(question.options):
        _answer(element, right if place in question.right else -wrong, paragraphs(option), "html")
    return element


def _html(parent: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, name, format="html")
    ET.SubElement(element, "text").text = printable(text)
    return element


def _answer(parent: ET.Element, fraction: float, text: str, form: str) -> None:
    element = ET.SubElement(parent, "answer", fraction=f"{fraction:g}", format=form)
    ET.SubElement(element, "text").text = text
