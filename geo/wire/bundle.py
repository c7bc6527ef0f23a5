"""Many ES modules as one: for a page that must open without a server, and for one request in place of a hundred.

Each module becomes a function that gives what it exports; they stand in the order in which they need each other. Only
the forms that the modules here use are known: `import {a, b as c} from './x.mjs'`, and `export` before a declaration.
"""

import re
from os.path import normpath
from pathlib import Path

from rjsmin import jsmin

from geo.errors import GeoError

IMPORT = re.compile(r"""^import\s*\{([^}]*)\}\s*from\s*'(\.[^']+)';[^\S\n]*$""", re.MULTILINE)
EXPORT = re.compile(r"^export (async function|function|class|const|let) (\w+)", re.MULTILINE)
OTHER = re.compile(r"^\s*(?:import|export)\b.*$|\bimport\s*\(.*$", re.MULTILINE)
NEEDLESS = re.compile(
    r"""(`(?:\\.|[^`\\])*`|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|/\*!.*?\*/)"""  # in texts and licences all stays;
    r"""|(?:,(?=[)}])|;(?=\}))"""  # else a sign before a bracket that closes goes
    r"""|(?<![\w$)\]])\((\w+)\)(?==>)"""  # and brackets around a lone parameter, where no word stands before,
    r"""|(?<![\w$.])0(?=\.\d)"""  # and the nought of a fraction;
    r"""|(?<![\w$.])(true|false)(?![\w$]|:)""",  # and what is true or not can be shorter
    re.DOTALL,
)
SHORT = {"true": "!0", "false": "!1"}
INNER = re.compile(r"(?<=[ \t(])(?<!export )const(?= )")
"""Within a function, where the shorter word for a name is as good; what a module has, engines read faster by this."""


class BundleError(GeoError):
    """A module uses a form that cannot be joined, or needs itself."""


def join_modules(entry: Path) -> str:
    """The script of `entry` and all it imports, to stand in a `<script type="module">`; raises BundleError."""
    names: dict[Path, str] = {}
    parts: list[str] = []
    _add(entry.resolve(), names, parts, ())
    return _small(parts)


def joined_module(*entries: Path) -> str:
    """A module that exports what the entries export, with all they import inside it; raises BundleError."""
    names: dict[Path, str] = {}
    parts: list[str] = []
    for entry in entries:
        name = _add(entry.resolve(), names, parts, ())
        exported = EXPORT.findall(entry.read_text(encoding="utf-8"))
        parts.append(f"export const {{{', '.join(own for _, own in exported)}}} = {name};")
    return _small(parts)


def _small(parts: list[str]) -> str:
    """Without types, remarks, indents and signs that a browser does not need.

    A licence, in a remark with `!`, stays.
    """
    bare = str(jsmin(INNER.sub("let", "\n".join(parts)), keep_bang_comments=True))
    return NEEDLESS.sub(lambda found: found[1] or found[2] or SHORT.get(found[3], ""), bare)


def _add(path: Path, names: dict[Path, str], parts: list[str], above: tuple[Path, ...]) -> str:
    if path in above:
        raise BundleError(f"{path.name} needs itself, by way of {', '.join(each.name for each in above)}")
    if path in names:
        return names[path]
    if not path.is_file():
        raise BundleError(f"{above[-1].name if above else 'the entry'} imports {path.name}; there is no such file")
    source = path.read_text(encoding="utf-8")

    def take(found: re.Match[str]) -> str:
        wanted = ", ".join(
            " : ".join(one.split(" as ")) for one in (each.strip() for each in found[1].split(",")) if one
        )
        needed = _add(Path(normpath(path.parent / found[2])), names, parts, (*above, path))
        return f"const {{{wanted}}} = {needed};"

    body = IMPORT.sub(take, source)
    exported = [name for _, name in EXPORT.findall(body)]
    body = EXPORT.sub(r"\1 \2", body)
    if left := OTHER.search(body):
        raise BundleError(
            f"{path.name}: {left[0].strip()!r}; expected import {{…}} from './x.mjs' or export before a name"
        )
    names[path] = f"$_{len(names)}"  # a word in each would be a kilobyte of the first load
    parts.append(f"const {names[path]} = (() => {{\n{body.strip()}\nreturn {{{', '.join(exported)}}};\n}})();")
    return names[path]
