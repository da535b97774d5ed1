"""Tables of the embedded index, and the version that says what they hold."""

import hashlib
from functools import cache
from pathlib import Path

from search import prepare
from search.analysis.version import analysis_version
from search.prepare import COLUMNS
from search.sources import documents_version

# A file begins with a generation of its own, so that none is taken for another in memory.
# Tokens arrive prepared. The full-text tables keep no text of their own: `passages` has their tokens,
# which are also what a row is deleted by.
TABLES = f"""
CREATE TABLE state (
    settled INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    complete INTEGER NOT NULL,
    renewal TEXT
);
INSERT INTO state VALUES (0, random() & 281474976710655, 0, '');
CREATE TABLE applied (id INTEGER PRIMARY KEY, nonce INTEGER NOT NULL);
CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    generation INTEGER NOT NULL,
    material TEXT NOT NULL,
    kind TEXT NOT NULL,
    language TEXT NOT NULL,
    published REAL NOT NULL,
    length INTEGER NOT NULL,
    facets TEXT NOT NULL,
    visibility TEXT NOT NULL,
    display TEXT NOT NULL,
    spellings TEXT NOT NULL,
    title_key TEXT NOT NULL,
    digest TEXT NOT NULL
);
CREATE TABLE passages (
    document INTEGER NOT NULL,
    place INTEGER NOT NULL,
    field TEXT NOT NULL,
    section TEXT NOT NULL,
    language TEXT NOT NULL,
    label TEXT NOT NULL,
    text TEXT NOT NULL,
    starts BLOB NOT NULL,
    stems TEXT NOT NULL,
    forms TEXT NOT NULL,
    PRIMARY KEY (document, place)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE stems USING fts5(
    {", ".join(COLUMNS)}, content='', tokenize='unicode61 remove_diacritics 0'
);
CREATE VIRTUAL TABLE forms USING fts5(
    {", ".join(COLUMNS)}, spellings, content='', columnsize=0,
    tokenize='unicode61 remove_diacritics 0'
);
CREATE VIRTUAL TABLE long_passages USING fts5(
    stems, content='', columnsize=0, detail=none, tokenize='unicode61 remove_diacritics 0'
);
CREATE TABLE public_words (
    kind TEXT NOT NULL,
    word TEXT NOT NULL,
    documents INTEGER NOT NULL,
    PRIMARY KEY (kind, word)
) WITHOUT ROWID;
CREATE INDEX forgotten_words ON public_words (documents) WHERE documents = 0;
CREATE VIRTUAL TABLE grams USING fts5(
    pieces, content='', columnsize=0, detail=none, tokenize='unicode61 remove_diacritics 0'
);
"""


@cache
def schema_version() -> str:
    """Changes whenever an index made by this code would not be what older code made."""
    digest = hashlib.sha256(analysis_version().encode())
    digest.update(documents_version().encode())
    digest.update(TABLES.encode())
    digest.update(Path(prepare.__file__).read_bytes())
    for name in ("writer.py", "places.py", "vocabulary.py"):
        digest.update(Path(__file__).with_name(name).read_bytes())
    return digest.hexdigest()[:12]
