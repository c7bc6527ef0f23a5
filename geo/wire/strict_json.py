"""JSON as the browser takes it."""

import json
from typing import Any

Json = dict[str, Any]


def to_json(value: Json) -> str:
    """Strict JSON: a NaN raises ValueError here instead of blanking the map."""
    return json.dumps(value, allow_nan=False, ensure_ascii=False, separators=(",", ":"))
