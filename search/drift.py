"""What an index holds compared with what the sources would give it now."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import NamedTuple

from search import sources
from search.documents import SearchDocument

# Documents read at once.
BATCH = 50


class Drift(NamedTuple):
    """Keys of documents, sorted: not in the index, in it without being live, in it as they were."""

    missing: list[str]
    surplus: list[str]
    stale: list[str]

    @property
    def keys(self) -> list[str]:
        """All of them."""
        return sorted({*self.missing, *self.surplus, *self.stale})


def digest(document: SearchDocument) -> str:
    """Sixteen hexadecimal digits, the same for documents that say the same."""
    values = asdict(document)
    values["facets"] = {facet: sorted(own) for facet, own in document.facets.items()}
    values["visibility"] = sorted(document.visibility)
    text = json.dumps(values, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:16]


def drift(stored: Mapping[str, str]) -> Drift:
    """Compare an index, given as the digest of each key, with everything that is live."""
    live = sorted(sources.all_keys())
    missing: list[str] = []
    stale: list[str] = []
    found: set[str] = set()
    for first in range(0, len(live), BATCH):
        for document in sources.documents(live[first : first + BATCH]):
            found.add(document.key)
            if document.key not in stored:
                missing.append(document.key)
            elif stored[document.key] != digest(document):
                stale.append(document.key)
    return Drift(sorted(missing), sorted(stored.keys() - found), sorted(stale))
