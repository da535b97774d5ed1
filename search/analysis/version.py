"""A fingerprint of everything that decides what a text is turned into."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from bilingual import folding


@cache
def analysis_version() -> str:
    """Sixteen hexadecimal digits that change whenever the code or the word lists of the analysis change.

    An index made under another version answers wrongly and is made anew.
    """
    digest = hashlib.sha256(version("PyStemmer").encode())
    own = Path(__file__).parent
    for path in [Path(folding.__file__), *sorted(own.rglob("*.py")), *sorted(own.rglob("*.txt"))]:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
