"""The shapes of the marks that patterns are made of, around (0, 0): none is that of a sign."""

from math import sqrt


def cased(shape: str, light: tuple[float, ...], dark: tuple[float, ...]) -> tuple[tuple[str, str], ...]:
    """A shape around (0, 0) with its casing: a path whose {numbers} are filled in twice."""
    return (("light", shape.format(*light)), ("dark", shape.format(*dark)))


CHEVRON, DASH = "M-{0}-{1}L0 {2}L{0}-{1}V{3}L0 {4}L-{0} {3}z", "M-{0}-{1}H{0}V{1}H-{0}z"
CROSS = "M-{0}-{1}H-{1}V-{0}H{1}V-{1}H{0}V{1}H{1}V{0}H-{1}V{1}H-{0}z"


CLEFT = 0.9
"""Px from the middle of a ring to where either half of it ends."""


def ring(outer: float, inner: float) -> str:
    """A ring around (0, 0) in two halves as a path: a whole one is the sign of a grievance."""
    far, near = (f"{sqrt(radius**2 - CLEFT**2):.2f}" for radius in (outer, inner))
    half = "M-{far} {y}A{outer} {outer} 0 0 {out} {far} {y}H{near}A{inner} {inner} 0 0 {back} -{near} {y}z"
    return "".join(
        half.format(far=far, near=near, outer=outer, inner=inner, y=y, out=out, back=1 - out)
        for y, out in ((-CLEFT, 1), (CLEFT, 0))
    )
