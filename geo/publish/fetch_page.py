"""The frame in which a reader's browser fetches the table at an address; nothing of it is a page to be seen.

The pages may speak with their own server alone. This document may ask any other, and can do nothing else: it has no
origin, hence neither our storage nor our cookies, and hands what it got to the page that holds it.
"""

import gzip
from functools import cache
from pathlib import Path
from string import Template

from geo.publish.whole_page import QUICKLY, WholePage
from geo.wire.answers import tag_of
from geo.wire.bundle import join_modules
from geo.wire.guard import hashes_of

HERE = Path(__file__)
PATH = "fetch"
POLICY = (
    "default-src 'none'; script-src {scripts}; connect-src https:; base-uri 'none'; form-action 'none'; "
    "sandbox allow-scripts"
)


@cache
def current_fetch_page() -> WholePage:
    """The document, made at the first call."""
    script = join_modules(HERE.with_suffix(".mjs"))
    body = Template(HERE.with_suffix(".html").read_text(encoding="utf-8")).substitute(script=script).encode()
    policy = POLICY.format(scripts=" ".join(hashes_of(body)))
    return WholePage(body, gzip.compress(body, QUICKLY, mtime=0), tag_of(body), policy)
