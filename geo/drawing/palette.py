"""Status and stance to colour; no colour of the atlas is written anywhere else.

Blue grows stronger with closeness to NATO: it deepens on the light ground, it brightens on the dark one. Red is
kept for marks of `red_line` and `threat`. What is far from the story keeps little chroma. The fills and the sea of each
theme keep a CIEDE2000 distance of at least 11 from one another in normal, deutan, protan and tritan vision
(tests/test_palette.py measures it).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from data.memberships.value import Membership
from data.vocabulary import RAMP, Camp, ForceSign, Stance, Status, StatusKey
from geo.drawing.mark_shapes import CHEVRON, CROSS, DASH, cased, ring

NO_COLOUR = "#000000"
"""What is painted in before it gets its colour; nothing of the atlas has it."""


@dataclass(frozen=True)
class Ink:
    """A fill and the text colour that reaches 4.5:1 on it."""

    fill: str
    text: str


@dataclass(frozen=True)
class Theme:
    """All colours of the light or the dark atlas."""

    statuses: Mapping[StatusKey, Ink]
    sea: str
    land: str
    coast: str
    page: str
    raised: str
    text: str
    quiet_text: str
    rule: str
    border_core: str
    border_casing: str
    front: str
    front_casing: str
    news: str
    news_casing: str
    focus: str
    red: str
    ink: str
    calm: str
    mark_casing: str
    force_nato: str
    force_moscow: str


WHITE = "#ffffff"
NIGHT = "#0b1220"

LIGHT = Theme(
    statuses={
        Status.MEMBER: Ink("#16275d", WHITE),
        Status.INVITEE: Ink("#2c63c2", WHITE),
        Status.ASPIRANT: Ink("#5693e2", NIGHT),
        Status.PARTNER: Ink("#aed0f9", NIGHT),
        Status.DIALOGUE_PARTNER: Ink("#bea6b2", NIGHT),
        Status.SUSPENDED_PARTNER: Ink("#81867c", NIGHT),
        Status.EASTERN_BLOC: Ink("#b87f48", NIGHT),
        Status.NONE: Ink("#eee4cb", NIGHT),
    },
    sea="#ecf4fa",
    land="#d6dbdd",
    coast="#6b7a8a",
    page="#ffffff",
    raised="#ffffff",
    text="#141a26",
    quiet_text="#515a69",
    rule="#d9dee5",
    border_core="#1c2433",
    border_casing="#ffffff",
    front="#141a26",
    front_casing="#ffffff",
    news="#ffb000",
    news_casing="#141a26",
    focus="#a60093",
    red="#b00f29",
    ink="#141a26",
    calm="#0a6159",
    mark_casing="#ffffff",
    force_nato="#0a3f8f",
    force_moscow="#7a3a00",
)

DARK = Theme(
    statuses={
        Status.MEMBER: Ink("#79beff", NIGHT),
        Status.INVITEE: Ink("#5489db", NIGHT),
        Status.ASPIRANT: Ink("#2d6a9b", WHITE),
        Status.PARTNER: Ink("#34435b", WHITE),
        Status.DIALOGUE_PARTNER: Ink("#72646f", WHITE),
        Status.SUSPENDED_PARTNER: Ink("#6b785d", WHITE),
        Status.EASTERN_BLOC: Ink("#8a5815", WHITE),
        Status.NONE: Ink("#483f2f", WHITE),
    },
    sea="#0c1419",
    land="#2b2e30",
    coast="#8f98a4",
    page="#0e1117",
    raised="#171c24",
    text="#f3f5f8",
    quiet_text="#a9b2bf",
    rule="#313945",
    border_core="#0b1220",
    border_casing="#dfe6ee",
    front="#ffffff",
    front_casing="#0b1220",
    news="#ffc233",
    news_casing="#0b1220",
    focus="#ff8bf0",
    red="#ff4d63",
    ink="#f3f5f8",
    calm="#4fd1bf",
    mark_casing="#0b1220",
    force_nato="#a8c8ff",
    force_moscow="#ffc089",
)

THEMES = {"light": LIGHT, "dark": DARK}
STRONG = frozenset(status for status, ink in LIGHT.statuses.items() if ink.text != LIGHT.statuses[Status.NONE].text)


def rungs_of(membership: Membership | None) -> dict[StatusKey, Status]:
    """By status of a membership, and `none`, the status of the atlas that has its place on the ramp of colours.

    Where there are more statuses than places, those furthest down share the last. Those of the atlas, which are told
    without a membership, have their own.
    """
    if membership is None:
        return {status: status for status in (*RAMP, Status.NONE)}
    places = {status.key: min(status.colour, len(RAMP)) - 1 for status in membership.statuses}
    return {**{key: RAMP[place] for key, place in places.items()}, Status.NONE: Status.NONE}


def strong_of(membership: Membership | None) -> frozenset[StatusKey]:
    """The statuses whose fill is so strong that letters on it have another ink than on the sea and on other land."""
    return frozenset(key for key, rung in rungs_of(membership).items() if rung in STRONG)


def inks_of(membership: Membership, theme: str) -> dict[StatusKey, Ink]:
    """The inks of a membership's statuses, and of `none`, in a theme of `THEMES`."""
    return {key: THEMES[theme].statuses[rung] for key, rung in rungs_of(membership).items()}


def theme_of(membership: Membership | None, theme: str) -> Theme:
    """A theme with the inks of a membership's statuses; without one, the atlas's own."""
    return replace(THEMES[theme], statuses=inks_of(membership, theme)) if membership else THEMES[theme]


CONTROLS: dict[str, Ink] = {
    "light": LIGHT.statuses[Status.INVITEE],
    "dark": DARK.statuses[Status.MEMBER],
}
"""The blue of what can be pressed, and of the name at the head of a page: the palette's own that reads on the page."""

STANCE_INKS: dict[Stance, str] = {
    Stance.RED_LINE: "red",
    Stance.THREAT: "red",
    Stance.DEMAND: "ink",
    Stance.GRIEVANCE: "ink",
    Stance.REBUTTAL: "ink",
    Stance.ASSURANCE: "calm",
    Stance.ACCEPTANCE: "calm",
    Stance.REASON: "ink",
    Stance.DISSENT: "ink",
}

GLYPHS: dict[Stance, tuple[str, ...]] = {
    Stance.RED_LINE: ("M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0z", "M-4-1.4h8v2.8h-8z"),
    Stance.THREAT: ("M0-8L8 6H-8z",),
    Stance.DEMAND: ("M0-8L8 0L0 8L-8 0z",),
    Stance.GRIEVANCE: ("M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0z", "M-3.6 0a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0z"),
    Stance.REBUTTAL: ("M-6.3-6.3h12.6v12.6h-12.6z",),
    Stance.ASSURANCE: ("M-6.3-6.3h12.6v12.6h-12.6z", "M-3-3h6v6h-6z"),
    Stance.ACCEPTANCE: ("M0-8L8 0L0 8L-8 0z", "M0-3.7L3.7 0L0 3.7L-3.7 0z"),
    Stance.REASON: ("M0-8L7.2-1V7H-7.2V-1z",),
    Stance.DISSENT: ("M-7-4.2L-4.2-7L0-2.8L4.2-7L7-4.2L2.8 0L7 4.2L4.2 7L0 2.8L-4.2 7L-7 4.2L-2.8 0z",),
}
"""One sign for each stance, told apart by shape as well as by colour: the body and, for some, a hole; about 16 px."""


FORCE_SIGNS: dict[ForceSign, str] = {
    ForceSign.TROOPS: "M-5.5-4H5.5V4H-5.5zM-4.1-2.8L-1.5 0L-4.1 2.8zM4.1-2.8L1.5 0L4.1 2.8z",
    ForceSign.PEACEKEEPERS: "M-5.5 0L-2.8-4.8H2.8L5.5 0L2.8 4.8H-2.8zM-2.2-.9V.9H2.2V-.9z",
    ForceSign.BASE: "M-5.5 4V2.6A5.5 6.4 0 0 1 5.5 2.6V4z",
    ForceSign.MISSILE_DEFENCE: "M-4.8-5H4.8V-.5C4.8 2.6 2.3 4.6 0 5.6C-2.3 4.6-4.8 2.6-4.8-.5z",
    ForceSign.WEAPONS: "M0-6.4L2.4-2.6V2.4L4.4 5.4H-4.4L-2.4 2.4V-2.6z",
}
"""One sign for each class of forces, about 11 px, smaller than those of statements; holes by even and odd."""

BADGE = "M-8-8H8A3.5 3.5 0 0 1 11.5-4.5V4.5A3.5 3.5 0 0 1 8 8H-8A3.5 3.5 0 0 1-11.5 4.5V-4.5A3.5 3.5 0 0 1-8-8z"
"""The plate of how many statements were made in one place or in several close by: it points nowhere, as they are around
its middle."""

TIMES = "×"
"""Stands before a number of signs, since a number by itself is that of a name."""

TAG_ARROW = "M-5 0H5M1-4L5 0L1 4"
"""On the tag of what was said beyond the map, turned towards its place."""

FORCE_PLATE = "M-8-7.4H8V7.4H-8z"
"""What the sign of a force stands on, so that it can be read on every fill."""

CAMP_BARS: dict[Camp, str] = {Camp.NATO: "M-8-7.4V7.4H-11V-7.4z", Camp.MOSCOW: "M8-7.4V7.4H11V-7.4z"}
"""A bar at the edge of the plate, to the west for one camp and to the east for the other: the camps are told apart by
it where their colours are not."""

CROWD_PLATE = "M-11-7.4H11V7.4H-11z"
"""And what the number of many stands on, as wide as plate and bars together."""

COUNT_ASIDE: dict[Camp, float] = {Camp.NATO: 1.5, Camp.MOSCOW: -1.5}
"""How far the number stands to the east: in the middle of what the bar leaves of its plate."""

CAMP_INKS: dict[Camp, str] = {Camp.NATO: "force_nato", Camp.MOSCOW: "force_moscow"}


@dataclass(frozen=True)
class Hatch:
    """A pattern over fills, each part in its ink; px on the screen.

    Strokes run across a square tile; dots, and marks of any shape, stand in its middle. In a key it lies on the fill of
    the status `ground`, on which it is seen most, on the halves of two that are told with a blank between, or on none.
    """

    tile: float
    turn: float
    strokes: tuple[tuple[str, float, float], ...] = ()
    dots: tuple[tuple[str, float], ...] = ()
    marks: tuple[tuple[str, str], ...] = ()
    ground: str = ""


HATCHES: dict[str, Hatch] = {
    "disputed": Hatch(5, 45, strokes=(("ink", 0, 1.1),)),
    "csto": Hatch(
        17,
        0,
        marks=cased(CHEVRON, (4.4, 4.2, 0.2, 0.4, 4.8), (3.6, 2.3, 1.3, 0.1, 3.7)),
        ground=Status.PARTNER,
    ),
    "eu": Hatch(13, 0, marks=cased(CROSS, (3.6, 1.3), (3, 0.7)), ground=Status.MEMBER),
    "command": Hatch(10, 90, strokes=(("light", 0, 3), ("dark", 0.7, 1.6)), ground=Status.MEMBER),
    "area": Hatch(10, 0, marks=cased(DASH, (3.8, 1.2), (3.1, 0.6)), ground=Status.MEMBER),
    "over": Hatch(12, 45, marks=(("light", ring(3.6, 2.7)), ("dark", ring(2.7, 1.6))), ground="member none"),
    "draft": Hatch(
        14,
        -30,
        strokes=(("light", 0, 2.2), ("dark", 0.5, 1.2)),
        dots=(("light", 2.2), ("dark", 1.4)),
        ground=Status.MEMBER,
    ),
}
"""Overlays by name. `dark` is the core of a border, `light` its casing, so that a pattern shows on every fill. What is
in dispute is always there: it has one thin stroke in the `ink` of the theme, which leaves the fill its say. Who belongs
to what, and what is laid over, is told by marks, each of a shape that no sign has: nobody takes them for ground in
dispute, or for statements."""

SWELLING, FLAT = "#000", "#fff"
"""On swell paper: what rises, and what stays."""

PRINTED: dict[Status, Hatch] = {
    Status.INVITEE: Hatch(8, 90, strokes=(("light", 0, 2),)),
    Status.ASPIRANT: Hatch(9, 0, strokes=(("dark", 0, 1.5),)),
    Status.PARTNER: Hatch(10, 0, dots=(("dark", 1.5),)),
    Status.DIALOGUE_PARTNER: Hatch(10, 90, strokes=(("dark", 0, 1.5),)),
    Status.SUSPENDED_PARTNER: Hatch(12, 45, dots=(("light", 1.9),)),
}
"""What tells fills apart that a black and white printer makes the same grey; the others differ as greys. None leans as
what is in dispute does, which may lie beside them."""


def _kebab(name: str) -> str:
    return name.replace("_", "-")


WASHES = (5, 6, 7, 8, 9, 13, 14, 22)
"""Shares of the text's colour, in percent, that lie over a ground: engines before 2023 cannot mix them."""


def _hatched(hatch: Hatch) -> str:
    """A hatch as a background: `light` is the casing of borders, `dark` the ink `weave`."""
    inks = {"light": "var(--border-casing)", "dark": "var(--weave)"}
    if hatch.strokes:
        ((ink, start, width),) = hatch.strokes
        stops = f"{inks[ink]} {start:g}px {start + width:g}px,transparent {start + width:g}px {hatch.tile:g}px"
        return f"background-image:repeating-linear-gradient({90 + hatch.turn:g}deg,{stops})"
    ((ink, radius),) = hatch.dots
    dots = f"radial-gradient(circle,{inks[ink]} {radius:g}px,transparent {radius + 0.4:g}px)"
    if not hatch.turn:
        return f"background-image:{dots};background-size:{hatch.tile:g}px {hatch.tile:g}px"
    side = round(hatch.tile * 2**0.5, 1)  # turned by 45 degrees, each dot stands between four others
    return f"background:{dots},{dots} {side / 2:g}px {side / 2:g}px;background-size:{side:g}px {side:g}px"


def status_rules(status: str, fill: str, text: str) -> Iterator[str]:
    """What wears a status in a stylesheet: the map, its seams and names, swatches and bars; and it alone."""
    wearing = f'[data-status="{status}"]'
    yield f"path{wearing}{{fill:{fill}}}\n"
    yield f".seam{wearing}{{stroke:{fill}}}\n"
    yield f".name{wearing}{{fill:{text};stroke:{fill}}}\n"
    yield f".inland{wearing}{{stroke:{text}}}\n"
    yield f".swatch{wearing}{{background:{fill};color:{text}}}\n"
    yield f".bar{wearing}{{background:{fill}}}\n"
    yield f'[data-solo="{status}"] :is(path[data-unit],.seam,.weave,.name,.inland):not({wearing}){{opacity:.16}}\n'


def wearing_theme(theme: str) -> str:
    """What wears a theme in a stylesheet: the light one is also under the dark one, which paper goes without."""
    return "[data-theme]" if theme == "light" else f'[data-theme="{theme}"]'


def on_screen(theme: str, rules: str) -> str:
    """Rules of a theme as a stylesheet has them, which come after those of the light one: paper is light."""
    return rules if theme == "light" else f"@media screen{{{rules}}}\n"


def disputed_rules(theme: str, status: str, ink: Ink) -> Iterator[str]:
    """Which of its two inks ground in dispute is striped in over the fill of a status: the one that is seen on it."""
    shown, hidden = ("dark", "light") if is_dark(ink, THEMES[theme]) else ("light", "dark")
    over = f'{wearing_theme(theme)} [data-overlay="disputed"] [data-status="{status}"]'
    yield f"{over} .on-{shown}{{display:inline}}\n{over} .on-{hidden}{{display:none}}\n"


def is_dark(ink: Ink, theme: Theme) -> bool:
    """Whether the ink of a theme would not be seen on a fill, but the casing of marks."""
    return ink.text == theme.mark_casing


def printed_rule(status: str, hatch: Hatch | None, fill: str) -> str:
    """The pattern that swatches and bars of a status wear while patterns are on; None for a plain one."""
    look = f"{_hatched(hatch)};background-color:{fill}" if hatch else f"background:{fill}"
    return f'[data-patterns] :is(.swatch,.bar)[data-status="{status}"]{{{look}}}\n'


def palette_css() -> str:
    """The palette as CSS: custom properties per theme, and the rules that follow from the list of statuses."""
    lines = []
    for theme_name, theme in THEMES.items():
        held = [f"{wearing_theme(theme_name)}{{"]
        for status, ink in theme.statuses.items():
            held.append(f"--fill-{_kebab(status)}:{ink.fill};--on-{_kebab(status)}:{ink.text};")
        for name in Theme.__dataclass_fields__:
            if name != "statuses":
                held.append(f"--{_kebab(name)}:{getattr(theme, name)};")
        text = " ".join(map(str, bytes.fromhex(theme.text[1:])))
        held.extend(f"--wash-{share}:rgb({text} / {share}%);" for share in WASHES)
        lines.append(on_screen(theme_name, "".join([*held, "}\n"])))
    for status in Status:
        css = _kebab(status)
        lines.extend(status_rules(status, f"var(--fill-{css})", f"var(--on-{css})"))
    for status, hatch in PRINTED.items():
        lines.append(printed_rule(status, hatch, f"var(--fill-{_kebab(status)})"))
    for theme_name, theme in THEMES.items():
        rules = (rule for key, ink in theme.statuses.items() for rule in disputed_rules(theme_name, key, ink))
        lines.append(on_screen(theme_name, "".join(rules)))
    for stance in Stance:
        lines.append(f'[data-stance="{stance}"]{{--stance:var(--{STANCE_INKS[stance]})}}\n')
    for camp in Camp:
        lines.append(f'[data-camp="{camp}"]{{--camp:var(--{_kebab(CAMP_INKS[camp])})}}\n')
    return "".join(lines)


COUNTRIES: dict[str, tuple[Ink, ...]] = {
    "light": (
        Ink("#2f5a4c", WHITE),
        Ink("#c9a24b", NIGHT),
        Ink("#7d6a99", WHITE),
        Ink("#dfd6ac", NIGHT),
        Ink("#4a2f4f", WHITE),
        Ink("#9fb3a2", NIGHT),
        Ink("#8a5a2b", WHITE),
    ),
    "dark": (
        Ink("#3f7565", WHITE),
        Ink("#e0bd6a", NIGHT),
        Ink("#9a86bd", NIGHT),
        Ink("#f1ead0", NIGHT),
        Ink("#6f4c78", WHITE),
        Ink("#98bba9", NIGHT),
        Ink("#b0783f", NIGHT),
    ),
}
"""Bands of a chart, a country each, by theme and from the lowest: none is the blue of a status."""
