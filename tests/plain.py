"""The atlas without Streamlit, as plain files by name, and an empty page beside it."""

import json
from collections.abc import Callable

from geo.drawing.views import VIEWS
from geo.wire.assets import ATLAS, Assets

File = tuple[bytes, str]
"""A body and its media type."""

HEAD = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Eastward</title><link rel="icon" href="data:,">"""
PLAIN = """<style>html,body{{margin:0;height:100%}}</style><main id="mount">{html}</main><script type="module">
import mount from './loader.js';
mount({{parentElement: document.getElementById('mount'), data: {data}}});
</script>"""


def plain_files(assets: Assets) -> Callable[[str], File | None]:
    """The files of the atlas without Streamlit by name."""
    first, *_others = VIEWS  # the others would be drawn as soon as the page is idle, for nobody
    data = json.dumps({"base": "", "views": [first]})
    plain = PLAIN.format(html=(ATLAS / "atlas.html").read_text(encoding="utf-8"), data=data)
    pages = {"": HEAD + plain, "bare": HEAD}

    def find(name: str) -> File | None:
        if name in pages:
            return pages[name].encode(), "text/html"
        if name == "loader.js":
            return (ATLAS / name).read_bytes(), "text/javascript"
        return (assets.file(name).body, assets.file(name).media_type) if name in assets.names else None

    return find
