"""What the pages' document says to browsers that cannot run it, instead of staying blank.

Streamlit's script uses regular expressions with the flag `v`, from Chrome 112, Firefox 116 and Safari 17 on. The class
page runs in older ones.
"""

import json
from functools import cache
from html import escape
from pathlib import Path
from string import Template

from data.words import words

LOOK = "max-width:36em;margin:12vh auto;padding:0 1.5em;font:1.125em/1.5 sans-serif"


@cache
def check() -> bytes:
    """The script that tells, where the pages cannot run, what they need and where else to go."""
    text = words()["old_browser"]
    link = f'<a href="class">{escape(text["link"])}</a>'
    told = f'<main style="{LOOK}"><h1>{escape(text["title"])}</h1><p>{escape(text["needs"])}</p><p>{link}</p></main>'
    script = Path(__file__).with_name("old_browsers.html").read_text(encoding="utf-8")
    return Template(script).substitute(words=json.dumps(told).replace("</", "<\\/")).encode()
