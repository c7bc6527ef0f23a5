"""Questions as a QTI 2.1 package: a ZIP of a manifest, a test, an item for each question, and the maps.

See https://www.imsglobal.org/question/qtiv2p1/imsqti_infov2p1.html; Canvas imports choices, typed answers and matching.
"""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from data.words import phrase
from data.zipped import zipped
from geo.publish.questions.maps import asked_alt, asked_map
from geo.publish.questions.markup import name_of, title_of, why
from geo.publish.questions.plain import printable
from geo.publish.questions.taken import Kind, Taken, TakenQuestion

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
TEST = "test.xml"
TYPED_LENGTH = "30"
SCORE, RESPONSE, FEEDBACK = "SCORE", "RESPONSE", "FEEDBACK"
ALWAYS = "general_fb"
"""Feedback that every answer gets; Canvas knows it by this name."""


def qti(pack: Taken) -> bytes:
    """The package; the same questions give the same bytes."""
    years = sorted({question.map_year for question in pack.questions if question.map_year})
    items = [(f"items/q{at}.xml", _item(at, one, pack)) for at, one in enumerate(pack.questions, start=1)]
    files = [("imsmanifest.xml", _manifest(pack)), (TEST, _test(pack)), *items]
    maps = [(f"items/{_map(year)}", asked_map(year, pack.told)) for year in years]
    return zipped([*((name, _bytes(root)) for name, root in files), *maps], pack.told.as_of)


def _map(year: int) -> str:
    # Not the year itself, which the map asks for.
    return f"map{year * 7919 % 10_000:04}.png"


def _bytes(root: ET.Element) -> bytes:
    ET.indent(root)
    made: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return made + b"\n"


def _root(name: str, namespace: str, schema: str, **attributes: str) -> ET.Element:
    place = {"xmlns": namespace, "xmlns:xsi": XSI, "xsi:schemaLocation": f"{namespace} {schema}"}
    return ET.Element(name, {**place, **attributes})


def _manifest(pack: Taken) -> ET.Element:
    root = _root("manifest", PACKAGE, f"{PACKAGE}.xsd", identifier="eastward")
    metadata = ET.SubElement(root, "metadata")
    ET.SubElement(metadata, "schema").text = "QTIv2.1 Package"
    ET.SubElement(metadata, "schemaversion").text = "1.0.0"
    ET.SubElement(root, "organizations")
    resources = ET.SubElement(root, "resources")
    test = _resource(resources, "resource_test", "imsqti_test_xmlv2p1", TEST)
    for at, question in enumerate(pack.questions, start=1):
        name = f"resource_q{at}"  # not that of the item: Canvas takes the two for one
        ET.SubElement(test, "dependency", identifierref=name)
        item = _resource(resources, name, "imsqti_item_xmlv2p1", f"items/q{at}.xml")
        if question.map_year:
            ET.SubElement(item, "file", href=f"items/{_map(question.map_year)}")
    return root


def _resource(resources: ET.Element, identifier: str, kind: str, href: str) -> ET.Element:
    resource = ET.SubElement(resources, "resource", identifier=identifier, type=kind, href=href)
    ET.SubElement(resource, "file", href=href)
    return resource


def _test(pack: Taken) -> ET.Element:
    root = _root("assessmentTest", QTI, f"{QTI}.xsd", identifier="eastward_test", title=title_of(pack))
    part = ET.SubElement(root, "testPart", identifier="part", navigationMode="nonlinear", submissionMode="simultaneous")
    section = ET.SubElement(part, "assessmentSection", identifier="section", title=title_of(pack), visible="true")
    for at in range(1, len(pack.questions) + 1):
        ET.SubElement(section, "assessmentItemRef", identifier=f"q{at}", href=f"items/q{at}.xml")
    return root


def _item(at: int, question: TakenQuestion, pack: Taken) -> ET.Element:
    title = printable(name_of(at, question))
    same = {"adaptive": "false", "timeDependent": "false"}
    root = _root("assessmentItem", QTI, f"{QTI}.xsd", identifier=f"q{at}", title=title, **same)
    interaction = _interaction(question, _response(root, question))
    score = ET.SubElement(root, "outcomeDeclaration", identifier=SCORE, cardinality="single", baseType="float")
    ET.SubElement(ET.SubElement(score, "defaultValue"), "value").text = "0"
    ET.SubElement(root, "outcomeDeclaration", identifier=FEEDBACK, cardinality="single", baseType="identifier")
    body = ET.SubElement(root, "itemBody")
    ET.SubElement(body, "p").text = printable(question.prompt)
    if question.map_year:
        alt = printable(asked_alt(question.map_year, pack.told))
        ET.SubElement(ET.SubElement(body, "p"), "img", src=_map(question.map_year), alt=alt)
    body.append(interaction)
    _processing(root, question)
    feedback = ET.SubElement(root, "modalFeedback", outcomeIdentifier=FEEDBACK, identifier=ALWAYS, showHide="show")
    for text in filter(None, why(question, pack.told)):
        ET.SubElement(feedback, "p").text = printable(text)
    return root


def _response(root: ET.Element, question: TakenQuestion) -> ET.Element:
    """The declaration of what is right, at the head of an item."""
    cardinality = "multiple" if question.kind in {Kind.SEVERAL, Kind.ORDER} else "single"
    kind = {Kind.NAME: "string", Kind.ORDER: "directedPair"}.get(question.kind, "identifier")
    declared = ET.SubElement(root, "responseDeclaration", identifier=RESPONSE, cardinality=cardinality, baseType=kind)
    correct = ET.SubElement(declared, "correctResponse")
    for value in _right(question):
        ET.SubElement(correct, "value").text = value
    if question.kind in {Kind.NAME, Kind.ORDER}:
        keys = question.accepted if question.kind == Kind.NAME else tuple(_right(question))
        each = "1" if question.kind == Kind.NAME else f"{1 / len(keys):g}"
        mapping = ET.SubElement(declared, "mapping", defaultValue="0")
        for key in keys:
            case = {"caseSensitive": "false"} if question.kind == Kind.NAME else {}
            ET.SubElement(mapping, "mapEntry", {"mapKey": printable(key), "mappedValue": each, **case})
    return declared


def _right(question: TakenQuestion) -> Iterator[str]:
    match question.kind:
        case Kind.NAME:
            yield printable(question.accepted[0])
        case Kind.ORDER:
            yield from (f"option{place} place{rank}" for rank, place in enumerate(question.right, start=1))
        case _:
            yield from (f"option{place}" for place in question.right)


def _interaction(question: TakenQuestion, declared: ET.Element) -> ET.Element:
    response = {"responseIdentifier": declared.attrib["identifier"]}
    if question.kind == Kind.NAME:
        paragraph = ET.Element("p")
        ET.SubElement(paragraph, "textEntryInteraction", {**response, "expectedLength": TYPED_LENGTH})
        return paragraph
    if question.kind == Kind.ORDER:
        count = len(question.options)
        element = ET.Element("matchInteraction", {**response, "shuffle": "false", "maxAssociations": str(count)})
        for side in (
            [(f"option{place}", option) for place, option in enumerate(question.options)],
            [(f"place{at}", phrase("questions", "place", at=at)) for at in range(1, count + 1)],
        ):
            matches = ET.SubElement(element, "simpleMatchSet")
            for identifier, text in side:
                one = ET.SubElement(matches, "simpleAssociableChoice", identifier=identifier, matchMax="1")
                one.text = printable(text)
        return element
    most = "1" if question.kind == Kind.CHOICE else "0"
    element = ET.Element("choiceInteraction", {**response, "shuffle": "true", "maxChoices": most})
    for place, option in enumerate(question.options):
        ET.SubElement(element, "simpleChoice", identifier=f"option{place}").text = printable(option)
    return element


def _processing(root: ET.Element, question: TakenQuestion) -> None:
    """A point for what is right, a part of it for a part of an order; and feedback always."""
    processing = ET.SubElement(root, "responseProcessing")
    if question.kind in {Kind.NAME, Kind.ORDER}:
        scored = ET.SubElement(processing, "setOutcomeValue", identifier=SCORE)
        ET.SubElement(scored, "mapResponse", identifier=RESPONSE)
    else:
        found = ET.SubElement(ET.SubElement(processing, "responseCondition"), "responseIf")
        matched = ET.SubElement(found, "match")
        ET.SubElement(matched, "variable", identifier=RESPONSE)
        ET.SubElement(matched, "correct", identifier=RESPONSE)
        scored = ET.SubElement(found, "setOutcomeValue", identifier=SCORE)
        ET.SubElement(scored, "baseValue", baseType="float").text = "1"
    told = ET.SubElement(processing, "setOutcomeValue", identifier=FEEDBACK)
    ET.SubElement(told, "baseValue", baseType="identifier").text = ALWAYS
