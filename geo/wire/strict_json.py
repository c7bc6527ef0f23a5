"""JSON as the browser takes it."""

import json
from typing import Any

Json = dict[str, Any]


def flags(**raised: bool) -> Json:
    """Those that are raised: what is not so goes without saying, in rows by the hundred."""
    return {name: True for name, is_so in raised.items() if is_so}


def to_json(value: Json) -> str:
    """Strict JSON: a NaN raises ValueError here instead of blanking the map."""
    return json.dumps(value, allow_nan=False, ensure_ascii=False, separators=(",", ":"))
