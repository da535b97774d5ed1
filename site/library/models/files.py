"""Files of a model as they come and as they lie."""

from typing import Any


def is_committed(file: Any) -> bool:
    """Say whether the file of a model lies in its storage already, so that it is no new upload."""
    return bool(file._committed)
