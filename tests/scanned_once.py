"""The packages that are installed are looked through once a process, for components of Streamlit.

Its tester does so at each run of a page, and reads what every package says of itself: most of the time of a run.
"""

import sys
from functools import cache


def scan_once() -> None:
    """Keep what was found, where the tester of pages has been imported."""
    if "streamlit.testing.v1" not in sys.modules:
        return
    from streamlit.components.v2 import manifest_scanner  # noqa: TID251  (a page is tested by its own framework)

    manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)
