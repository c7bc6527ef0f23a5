"""The class pages, the map alone, the atlas's files and the tables as a site that any web server can give away.

No such server reads what stands behind a question mark: a page that is asked for another membership leads on to that
of its own, which lies beside it. Addresses are relative, so the site may lie at any place. Pages are written last:
whoever opens one finds all it asks for.
"""

from collections.abc import Iterator
from pathlib import Path
from string import Template

from data.memberships.reader import membership_ids
from data.memberships.shipped import shipped_ids
from data.tables import Tables, current_tables
from data.whole_file import write_whole
from data.words import words
from geo.drawing.views import ALL_VIEWS
from geo.lesson.lesson import Lesson
from geo.publish.class_page import Reader, class_html, current_class_page
from geo.publish.embed_page import current_embed_page
from geo.publish.progress import Progress, silent
from geo.publish.whole_page import policy_of
from geo.wire.asked import PICTURE, asked_for
from geo.wire.assets import current_assets, facts_file
from geo.wire.guard import ALWAYS
from geo.wire.laid_over import file_over
from geo.wire.link_picture import link_picture
from geo.wire.offers import OFFERS, TABLES, Asks
from geo.wire.routes import FOR_GOOD, PREFIX
from geo.wire.strangers import READABLE

PAGES = (*Reader, "embed")
"""Pages that the server gives without an ending; a folder of that name leads on to the file."""
ALONE = ("facts.json", "sources.json", "forces.json", "ear.json", "ear-of-the-world.json")
"""What the map alone fetches beside its views."""
LEADS_ON = Template(
    """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="$policy">
<title>$title</title>
<link rel="icon" href="data:,">
<script>location.replace('../$page.html' + location.search + location.hash);</script>
<p><a href="../$page.html">$title</a></p>
</html>
"""
)


def write_site(folder: Path, lesson: Lesson | None = None, progress: Progress = silent) -> None:
    """Write the site into a folder, with the atlas's own lesson or another.

    What lies there of earlier editions stays, for those who have it open.
    """
    files = list(_files(current_tables(), lesson))
    progress(0, len(files))
    for done, (name, content) in enumerate(files, start=1):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content)
        progress(done, len(files))


def _files(tables: Tables, lesson: Lesson | None) -> Iterator[tuple[str, bytes]]:
    assets = current_assets()
    base = f"{PREFIX}/{assets.digest}"
    for name in (*ALONE, *of_memberships(), *(f"{view}.json" for view in ALL_VIEWS)):
        yield f"{base}/{name}", assets.file(name).body
    offers = (*TABLES.values(), *(each for each in OFFERS if each.asks is Asks.NOTHING))
    for offer in offers:
        yield f"data/{offer.file}", offer.made().body
    yield PICTURE, link_picture(asked_for((), tables), tables)
    yield "_headers", _headers().encode()
    for id_ in membership_ids():
        for reader in Reader:
            yield page_of(reader, id_), current_class_page(reader, id_).body
    pages: dict[str, bytes] = {reader: _class_page(lesson, reader) for reader in Reader}
    pages["embed"] = current_embed_page(PREFIX).body
    for name in PAGES:
        yield f"{name}/index.html", _leading_on(name)
        yield f"{name}.html", pages[name]
    yield "index.html", pages[Reader.PUPIL]


def of_memberships() -> Iterator[str]:
    """What the map alone fetches of a membership that its address asks for."""
    yield from map(facts_file, membership_ids())
    yield from map(file_over, shipped_ids())


def page_of(reader: Reader, membership: str) -> str:
    """Where the class page of a membership lies, to which that of all leads on."""
    return f"{reader}-{membership}.html"


def _class_page(lesson: Lesson | None, reader: Reader) -> bytes:
    if lesson is None:
        return current_class_page(reader).body
    return class_html(lesson, reader=reader, base=f"{PREFIX}/{current_assets().digest}/")


def _leading_on(page: str) -> bytes:
    told = {"page": page, "title": words()["preview"]["work"]}
    policy = policy_of(LEADS_ON.substitute(told, policy="").encode())
    return LEADS_ON.substitute(told, policy=policy).encode()


def _headers() -> str:
    """The headers, in the form that some who host static sites read."""
    everywhere = "".join(f"  {name}: {value}\n" for name, value in ALWAYS.items())
    readable = "".join(f"  {name}: {value}\n" for name, value in READABLE.items())
    return f"/*\n{everywhere}\n/{PREFIX}/*\n  Cache-Control: {FOR_GOOD}\n{readable}\n/data/*\n{readable}"
