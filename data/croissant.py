"""The tables described in JSON-LD: for machine learning as Croissant, for search engines as a schema.org Dataset."""

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from data.citation import WORK, edition_name
from data.export import LICENCE_URL, PACKAGE, SHAPES, meaning, table_csv
from data.keys import KEYS
from data.schema import SCHEMA, Column, Kind
from data.tables import Tables
from data.words import phrase, words

CROISSANT = "http://mlcommons.org/croissant/1.0"
TYPES = {Kind.FLAG: "sc:Boolean", Kind.WHOLE: "sc:Integer", Kind.NUMBER: "sc:Float", Kind.DEGREES: "sc:Float"}
"""A date may be a year alone, so it is text."""
CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
"""The context that the specification recommends, written out: who reads it needs no network."""


def dataset(tables: Tables, base: str, downloads: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """A schema.org Dataset in JSON-LD.

    Parameters
    ----------
    tables
        The edition.
    base
        Address of the folder of the downloads, with a slash at its end.
    downloads
        Address below it, and media type, of each file offered.
    """
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        **_told(tables),
        "url": base,
        "temporalCoverage": f"{tables.first_day}/{tables.as_of}",
        "variableMeasured": words()["package"]["measured"],
        "distribution": [
            {"@type": "DataDownload", "name": file, "contentUrl": f"{base}{file}", "encodingFormat": media_type}
            for file, media_type in downloads
        ],
    }


def croissant(tables: Tables, base: str = "") -> dict[str, Any]:
    """The tables as Croissant 1.0: every file with its digest, every column with its meaning.

    `base` is the address of the folder of the downloads, with a slash at its end; without it the files lie beside, as
    in the package.
    """
    return {
        "@context": CONTEXT,
        "@type": "Dataset",
        "conformsTo": CROISSANT,
        **_told(tables),
        **({"url": base} if base else {}),
        "datePublished": str(tables.edition_date),
        "citeAs": phrase("package", "cited", work=WORK, edition=edition_name(tables), as_of=tables.as_of),
        "distribution": [_file(name, tables, base) for name in SCHEMA],
        "recordSet": [_record_set(name) for name in SCHEMA],
    }


def _told(tables: Tables) -> dict[str, Any]:
    named = words()["package"]
    return {
        "name": PACKAGE,
        "alternateName": WORK,
        "description": phrase("package", "described", work=WORK, note=tables.edition_note),
        "version": tables.version,
        "dateModified": str(tables.as_of),
        "inLanguage": "en",
        "keywords": named["keywords"],
        "license": LICENCE_URL,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": named["creator"]},
    }


def _file(name: str, tables: Tables, base: str) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": f"{name}.csv",
        "name": f"{name}.csv",
        "contentUrl": f"{base}{name}.csv",
        "encodingFormat": "text/csv",
        "sha256": _digests(tables)[name],
    }


@lru_cache(maxsize=8)
def _digests(tables: Tables) -> dict[str, str]:
    return {name: hashlib.sha256(table_csv(name, tables).encode()).hexdigest() for name in SCHEMA}


def _record_set(name: str) -> dict[str, Any]:
    key = [{"@id": f"{name}/{column}"} for column in KEYS.get(name, ())]
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        **({"key": key} if key else {}),
        "field": [_field(name, column) for column in SCHEMA[name]],
    }


def _field(table: str, column: Column) -> dict[str, Any]:
    extract: dict[str, Any] = {"fileObject": {"@id": f"{table}.csv"}, "extract": {"column": column.name}}
    if column.kind is Kind.LIST:
        extract["transform"] = {"separator": ";"}
    return {
        "@type": "cr:Field",
        "@id": f"{table}/{column.name}",
        "name": column.name,
        "description": " ".join(filter(None, (meaning(table, column.name), SHAPES.get(column.kind)))),
        "dataType": TYPES.get(column.kind, "sc:Text"),
        "source": extract,
    }
