"""Fields of the index and how they are scored.

Tokens arrive prepared (`writer`), so every text field has the analyzer "whitespace". The lengths that
BM25 reckons with are made by `writer` as well: that of a document is the number of its words.
"""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from elasticsearch.dsl import Mapping

from search import prepare, weights
from search.analysis.version import analysis_version
from search.engines.elasticsearch import passages
from search.engines.elasticsearch.fields import SCOPED, field_in
from search.engines.elasticsearch.passages import PASSAGES
from search.query import EVERYWHERE
from search.sources import documents_version
from search.weights import K1, B

# Fields that are there to be found by: an answer never quotes them.
UNQUOTED = ("forms*", "grams", "spellings", "stems*")

SIMILARITY = {"type": "BM25", "k1": K1, "b": B}

SETTINGS: dict[str, Any] = {
    # One shard: rarity of words is that of the whole bank, and 20,000 materials are few.
    "number_of_shards": 1,
    "auto_expand_replicas": "0-1",
    # Whoever writes refreshes at the end.
    "refresh_interval": "-1",
    # Numbers of deleted documents are remembered longer than any rebuild takes.
    "gc_deletes": "12h",
    "similarity": {"default": SIMILARITY},
}


def mapping(meta: dict[str, Any]) -> dict[str, Any]:
    """The mapping of a new index with what the index says of itself."""
    fields = Mapping()
    fields.meta("dynamic", "strict")
    fields.meta("_source", excludes=list(UNQUOTED))
    fields.meta("_meta", **meta)
    for name in ("key", "group", "kind", "language", "visibility", "facets", "title_key", "digest"):
        fields.field(name, "keyword")
    fields.field("spellings", "keyword")
    fields.field("published", "double")
    fields.field("length", "integer")
    fields.field("length_power", "double")
    text = {"analyzer": "whitespace"}
    fields.field("grams", "text", index_options="freqs", **text)
    for scope in (EVERYWHERE, *SCOPED):
        fields.field(field_in("stems", scope), "text", index_options="freqs", **text)
        fields.field(field_in("forms", scope), "text", norms=False, **text)
    fields.field("display", "object", enabled=False)
    fields.field("title", "object", enabled=False)
    fields.field(PASSAGES, "nested", **passages.MAPPING)
    return dict(fields.to_dict())


@cache
def schema_version() -> str:
    """Changes whenever an index made by this code would not be what older code made."""
    digest = hashlib.sha256(analysis_version().encode())
    digest.update(documents_version().encode())
    for name in ("fields.py", "mapping.py", "passages.py", "writer.py"):
        digest.update(Path(__file__).with_name(name).read_bytes())
    for module in (prepare, weights):
        digest.update(Path(str(module.__file__)).read_bytes())
    return digest.hexdigest()[:12]
