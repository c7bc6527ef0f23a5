"""The views of the map: what each shows, and in which projection."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray
from pyproj import CRS, Proj

from geo.shapes.topology import Ints

Box = tuple[float, float, float, float]
"""West, south, east, north."""

DECIMALS = 6
"""Of a unit: two millimetres, far below what the source knows."""

OUT_OF_SIGHT = -1_000_000
"""Both coordinates of a place that a projection cannot show: far beyond the upper left corner of any extent."""


@dataclass(frozen=True)
class View:
    """A picture of a part of the world, in units of half a pixel on a screen 1,920 pixels wide; y points down.

    Attributes
    ----------
    name
        As in the address bar.
    crs
        Projection, in metres.
    frame
        What the view is about and shows whole on a stage of any shape, in metres.
    extent
        What is drawn, and can be reached by panning, in metres; a stage is never larger.
    regions
        Boxes in degrees that together hold the extent; inside each, the projection tears nothing apart. A box that
        reaches the antimeridian goes a little past 180, since a cut loses the vertices that lie along it.
    unit_m
        Metres to one unit.
    tolerance
        Square root of the area, in units, of the smallest bend that is drawn. As it is set, 99 of 100 vertices of the
        source lie within half a pixel of the drawn lines; in the world, 98.
    smallest_island
        In square units. A unit's largest polygon is drawn whatever its size.
    thinning
        Square root of the area, in units, of bends that are left out at once. It saves a third of the time in a view
        so wide that many vertices of the source fall on one unit; well above 0.1, lines come to cross.
    sphere
        Box in degrees whose edge is the outline of the globe, if the view shows it.
    graticule
        The meridian in the middle, where meridians and parallels are drawn: North is not at the top.
    """

    name: str
    crs: CRS
    frame: Box
    extent: Box
    regions: tuple[Box, ...]
    unit_m: float
    tolerance: float = 0.75
    smallest_island: float = 3.0
    thinning: float = 0.0
    sphere: Box | None = None
    graticule: float | None = None

    @property
    def width(self) -> int:
        return round((self.extent[2] - self.extent[0]) / self.unit_m)

    @property
    def height(self) -> int:
        return round((self.extent[3] - self.extent[1]) / self.unit_m)

    @property
    def frame_m2(self) -> float:
        """How large the frame is, in square metres of the projection."""
        west, south, east, north = self.frame
        return (east - west) * (north - south)

    @property
    def frame_box(self) -> tuple[int, int, int, int]:
        """The frame in units: left, top, width, height."""
        west, south, east, north = self.frame
        left, top = (west - self.extent[0]) / self.unit_m, (self.extent[3] - north) / self.unit_m
        return round(left), round(top), round((east - west) / self.unit_m), round((north - south) / self.unit_m)

    @cached_property
    def _forward(self) -> Proj:
        return Proj(self.crs.srs)  # all views rest on WGS 84, as the shapes do: nothing is to be transformed before

    def to_units(self, lonlat: NDArray[np.float64]) -> NDArray[np.float64]:
        """Degrees (lon, lat) to units (x, y), to a millionth: 180° E and 180° W are the same place."""
        x, y = self._forward(lonlat[:, 0], lonlat[:, 1])
        units: NDArray[np.float64] = np.column_stack([x - self.extent[0], self.extent[3] - y]) / self.unit_m
        return np.round(units, DECIMALS)


VIEWS = {
    view.name: view
    for view in (
        View(
            name="europe",
            crs=CRS("+proj=laea +lat_0=52 +lon_0=20 +ellps=WGS84 +units=m"),
            frame=(-2_600_000, -1_960_000, 2_800_000, 2_250_000),
            extent=(-4_600_000, -2_700_000, 4_400_000, 3_500_000),
            regions=((-80, 15, 120, 85),),
            unit_m=1_875,
        ),
        # From Iceland to the White Sea, from the North Cape to Berlin and Warsaw.
        View(
            name="baltic",
            crs=CRS("+proj=laea +lat_0=62 +lon_0=12 +ellps=WGS84 +units=m"),
            frame=(-1_700_000, -1_110_000, 1_700_000, 1_150_000),
            extent=(-2_840_000, -1_950_000, 2_450_000, 2_100_000),
            regions=((-65, 38, 90, 82),),
            unit_m=1_000,
            tolerance=0.35,
            smallest_island=1.0,
        ),
        # From Slovenia to the Bosphorus and to Crete.
        View(
            name="balkans",
            crs=CRS("+proj=laea +lat_0=41 +lon_0=21 +ellps=WGS84 +units=m"),
            frame=(-703_000, -712_000, 757_000, 712_000),
            extent=(-1_801_800, -982_800, 1_549_800, 1_008_000),
            regions=((-8, 28, 46, 53),),
            unit_m=630,
            tolerance=0.35,
            smallest_island=1.0,
        ),
        # The whole coast, and all of Ukraine, Türkiye and the southern Caucasus.
        View(
            name="black_sea",
            crs=CRS("+proj=laea +lat_0=44 +lon_0=35 +ellps=WGS84 +units=m"),
            frame=(-1_150_000, -950_000, 1_370_000, 970_000),
            extent=(-2_390_400, -1_278_200, 2_049_600, 1_550_000),
            regions=((-4, 28, 72, 60),),
            unit_m=830,
            tolerance=0.35,
            smallest_island=1.0,
        ),
        # From Alaska to the Urals, from Florida to Cyprus, with Hawaii beyond the frame. Conformal, so that America and
        # Europe keep their forms although both lie far from the middle. A cone is open: here at 134° E.
        View(
            name="north_atlantic",
            crs=CRS("+proj=lcc +lat_1=20 +lat_2=60 +lat_0=45 +lon_0=-46 +ellps=WGS84 +units=m"),
            frame=(-6_064_000, -1_623_200, 6_684_800, 5_880_000),
            extent=(-9_284_000, -2_884_800, 7_912_800, 6_942_400),
            regions=((-181, -20, 133.999_999, 90), (134.000_001, -20, 181, 90)),
            unit_m=3_320,
            tolerance=0.65,
            graticule=-46,
        ),
        # Turned so that Alaska, Canada, Greenland and Norway lie to the left and below, Russia to the right and above.
        View(
            name="arctic",
            crs=CRS("+proj=laea +lat_0=90 +lon_0=-30 +ellps=WGS84 +units=m"),
            frame=(-4_900_000, -2_995_000, 4_700_000, 2_655_000),
            extent=(-7_300_000, -3_795_000, 5_700_000, 3_955_000),
            regions=((-181, 5, 181, 90),),
            unit_m=2_500,
            graticule=-30,
        ),
        # Cut at 169° W, between the two Diomedes, so that Russia stays whole.
        View(
            name="world",
            crs=CRS("+proj=eqearth +lon_0=11 +ellps=WGS84 +units=m"),
            frame=(-17_343_000, -8_487_000, 17_343_000, 8_487_000),
            extent=(-17_343_000, -8_487_000, 17_343_000, 8_487_000),
            regions=((-181, -90, -169.000_001, 90), (-168.999_999, -90, 181, 90)),
            unit_m=9_000,
            tolerance=0.5,
            thinning=0.1,
            sphere=(-168.999_999, -90, 190.999_999, 90),
        ),
    )
}

WORLD_VIEWS = {
    view.name: view
    for view in (
        # From Cabo Verde to Rodrigues, from Tunis to the Cape.
        View(
            name="africa",
            crs=CRS("+proj=laea +lat_0=1 +lon_0=18 +ellps=WGS84 +units=m"),
            frame=(-4_700_000, -4_060_000, 4_850_000, 4_130_000),
            extent=(-7_524_000, -5_396_000, 7_676_000, 5_548_000),
            regions=((-100, -89, 140, 89),),
            unit_m=3_800,
        ),
        # From Sinai and Thrace to Japan and Port Moresby, from southern Siberia to Timor.
        View(
            name="asia",
            crs=CRS("+proj=laea +lat_0=25 +lon_0=88 +ellps=WGS84 +units=m"),
            frame=(-5_140_000, -3_750_000, 6_560_000, 4_100_000),
            extent=(-8_740_000, -5_700_000, 9_120_000, 6_080_000),
            regions=((-40, -70, 181, 90), (-181, -70, -120, 90)),
            unit_m=3_800,
        ),
        # From Kaliningrad and Moldova to Lake Baikal, from the Arctic Circle to the Pamirs; Russia's Pacific coast lies
        # beyond the frame.
        View(
            name="eurasia",
            crs=CRS("+proj=laea +lat_0=53 +lon_0=66 +ellps=WGS84 +units=m"),
            frame=(-2_950_000, -2_050_000, 2_900_000, 1_900_000),
            extent=(-4_500_000, -3_200_000, 5_300_000, 4_400_000),
            regions=((-181, -20, 181, 90),),
            unit_m=2_000,
        ),
        # From the Bay of Bengal to New Guinea's middle, from the Himalayas to Timor.
        View(
            name="southeast_asia",
            crs=CRS("+proj=laea +lat_0=7 +lon_0=115 +ellps=WGS84 +units=m"),
            frame=(-2_600_000, -2_130_000, 3_000_000, 2_500_000),
            extent=(-4_300_000, -3_500_000, 4_700_000, 3_900_000),
            regions=((40, -60, 181, 80),),
            unit_m=1_900,
        ),
        # From Alaska, Hawaii and Ellesmere to Cape Horn. Around the point opposite its middle lies but sea, left out.
        View(
            name="americas",
            crs=CRS("+proj=laea +lat_0=15 +lon_0=-80 +ellps=WGS84 +units=m"),
            frame=(-7_740_000, -7_550_000, 5_080_000, 7_290_000),
            extent=(-9_730_000, -8_050_000, 11_060_000, 7_770_000),
            regions=((-181, -90, 75, 90), (110, -90, 181, 90)),
            unit_m=7_000,
            tolerance=0.65,
            smallest_island=2.0,
        ),
        replace(VIEWS["world"], name="globe"),
    )
}
"""Views for any membership, with a shape for every country of the world. NATO's atlas neither offers nor sends them."""

ALL_VIEWS = {**VIEWS, **WORLD_VIEWS}


def project_points(view: View, lon: ArrayLike, lat: ArrayLike) -> tuple[Ints, Ints]:
    """Whole units (x, y) of places in degrees.

    A place outside the extent comes back outside the drawing, and one that the projection cannot show (the point
    opposite the centre of an azimuthal view, say) at OUT_OF_SIGHT.
    """
    lonlat = np.column_stack([np.atleast_1d(np.asarray(lon, float)), np.atleast_1d(np.asarray(lat, float))])
    units = view.to_units(lonlat)
    units[~(np.abs(units) < -OUT_OF_SIGHT).all(axis=1)] = OUT_OF_SIGHT
    x, y = np.round(units).astype(np.int64).T
    return x, y
