"""What the embedded index holds."""

import sqlite3

from search import changes
from search.engines.embedded.schema import schema_version
from search.engines.status import Status


def status(connection: sqlite3.Connection) -> Status:
    """The status of one state of the index."""
    settled, renewal, complete = connection.execute(
        "SELECT settled, renewal, complete FROM state"
    ).fetchone()
    (documents,) = connection.execute("SELECT count(*) FROM documents").fetchone()
    (newest,) = connection.execute("SELECT max(id) FROM applied").fetchone()
    applied = set(connection.execute("SELECT id, nonce FROM applied WHERE id > ?", (settled,)))
    rows = {(change.pk, change.nonce) for change in changes.changes_after(settled)}
    problem = ""
    if not complete:
        problem = "it is being made for the first time"
    elif renewal is not None:
        problem = "it is being made anew"
    return Status(
        schema=schema_version(),
        documents=documents,
        worked_off=newest,
        owed=len(rows - applied),
        problem=problem,
    )


def digests(connection: sqlite3.Connection) -> dict[str, str]:
    """The digest of every document by its key, see `search.drift`."""
    return dict(connection.execute("SELECT key, digest FROM documents"))
