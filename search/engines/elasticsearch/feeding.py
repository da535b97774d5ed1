"""What the change log owes to the indexes is paid, and indexes are made where they are missing.

Only one process feeds at a time in the ordinary case, but nothing breaks if two do.
"""

import logging
import time

from elasticsearch import Elasticsearch

from search import sources
from search.engines.base import Progress
from search.engines.elasticsearch.bulk import CHANGE, REBUILD, batches, index_keys
from search.engines.elasticsearch.indices import Indices, Mark
from search.engines.elasticsearch.inspection import digests
from search.models import Change, OwedChange

logger = logging.getLogger(__name__)

_EVERYTHING = "everything"


class Feeding:
    """Keeps the indexes of one name in step with the change log."""

    def __init__(self, client: Elasticsearch, name: str) -> None:
        self._client = client
        self._indices = Indices(client, name)

    def catch_up(self, budget: float | None = None) -> bool:
        """Pay what is owed; spend at most `budget` seconds on an index that is being made.

        Returns whether an index serves and nothing is owed to it.
        """
        serving = self._indices.serving()
        if serving is not None and not self._follows(serving):
            logger.warning("The database is not the one %s was made of; it is made anew.", serving)
            self._indices.retire(serving)
            serving = None
        owed = self._pay()
        if serving is None or Change.Kind.EVERYTHING in {change.kind for change in owed}:
            return self._make(budget, None) is not None and not self._pay()
        return not owed

    def rebuild(self, progress: Progress | None) -> int:
        """Make an index anew beside the one that serves; returns the number of documents.

        Goes on with an index of which the making was interrupted.
        """
        done = self._make(None, progress)
        self._pay()
        assert done is not None
        return done

    def _make(self, budget: float | None, progress: Progress | None) -> int | None:
        """Make an index and let it serve; None if the budget was spent before it was whole."""
        end = None if budget is None else time.monotonic() + budget
        index = self._growing()
        there = self._stored(index)
        keys = sorted(key for key in sources.all_keys() if key not in there)
        done = 0
        for batch in batches(keys):
            if end is not None and time.monotonic() >= end:
                self._client.indices.refresh(index=index)
                return None
            index_keys(self._client, [index], batch, REBUILD)
            done += len(batch)
            if progress is not None:
                progress(done, len(keys))
        self._mend(index)
        covered = self._indices.note(index)[_EVERYTHING]
        self._indices.serve(index)
        OwedChange.objects.filter(pk__in=covered).delete()
        return len(self._stored(index))

    def _growing(self) -> str:
        """The index that is being made: one that was begun for this database, or a new one."""
        index = self._indices.growing()
        if index is not None:
            if self._follows(index):
                return index
            self._indices.retire(index)
        index = self._indices.create()
        # Read after the index can be seen: every change from here on is paid to it as well.
        owed = OwedChange.objects.filter(change__kind=Change.Kind.EVERYTHING)
        covered = list(owed.values_list("pk", flat=True))
        self._indices.set_mark(index, Mark.newest(), **{_EVERYTHING: covered})
        return index

    def _mend(self, index: str) -> None:
        """Index what an index lacks and remove what it has too much."""
        live, stored = sources.all_keys(), self._stored(index)
        for batch in batches(sorted(live ^ stored)):
            index_keys(self._client, [index], batch, CHANGE)
        self._client.indices.refresh(index=index)

    def _stored(self, index: str) -> set[str]:
        return set(digests(self._client, index))

    def _pay(self) -> list[Change]:
        """Work off what is owed; returns what must be worked off by making an index anew."""
        owed = [row.change for row in OwedChange.objects.select_related("change")]
        everything = [change for change in owed if change.kind == Change.Kind.EVERYTHING]
        single = [change for change in owed if change.kind != Change.Kind.EVERYTHING]
        # Read after the changes: an index that is made from now on reads them itself.
        indices = self._indices.written()
        if not single or not indices:
            return everything if indices else owed
        keys = {change.subject for change in single if change.kind == Change.Kind.DOCUMENT}
        prefixes = {change.subject for change in single if change.kind == Change.Kind.SUBTREE}
        for prefix in prefixes:
            keys |= sources.keys_under(prefix)
        if prefixes:
            # What was moved out or hidden is under no prefix any more: found by its absence.
            live = sources.all_keys()
            for index in indices:
                keys.update(key for key in self._stored(index) if key not in live)
        for batch in batches(sorted(keys)):
            index_keys(self._client, indices, batch, CHANGE)
        newest = max(Mark(change.pk, change.nonce) for change in single)
        for index in indices:
            self._client.indices.refresh(index=index)
            mark = self._indices.mark(index)
            if mark is not None and mark < newest:
                self._indices.set_mark(index, newest)
        for change in single:
            OwedChange.objects.filter(pk=change.pk).delete()
        return everything

    def _follows(self, index: str) -> bool:
        """Whether an index was made of this database and has missed nothing that it was not owed."""
        mark = self._indices.mark(index)
        if mark is None:
            return False
        known = Change.objects.filter(pk=mark.change, nonce=mark.nonce)
        missed = Change.objects.filter(pk__gt=mark.change, owed__isnull=True)
        return known.exists() and not missed.exists()
