"""Names of indexes, and which of them serves.

Every version of the code has its own alias, `NAME-VERSION`: two versions can stand side by side. An
index that is being made has the alias with "-new", the one before the present "-previous".
"""

from typing import Any, NamedTuple
from uuid import uuid4

from elasticsearch import Elasticsearch

from search.engines.elasticsearch.mapping import SETTINGS, mapping, schema_version
from search.engines.elasticsearch.server import shapes_named
from search.models import Change


class Mark(NamedTuple):
    """The newest change that an index holds: it tells its database from every other."""

    change: int
    nonce: int

    @classmethod
    def newest(cls) -> "Mark":
        """That of the newest change in the database."""
        change = Change.objects.latest("pk")
        return cls(change.pk, change.nonce)


class Indices:
    """The indexes of one name on a server, for this version of the code."""

    def __init__(self, client: Elasticsearch, name: str) -> None:
        self._client = client
        self._name = name
        self.alias = alias_of(name)
        self.new_alias = f"{self.alias}-new"
        self._previous_alias = f"{self.alias}-previous"

    def serving(self) -> str | None:
        """The index that answers, None if there is none yet."""
        return self._behind(self.alias)

    def growing(self) -> str | None:
        """The index that is being made, None if none is."""
        return self._behind(self.new_alias)

    def written(self) -> list[str]:
        """The indexes that every change must reach."""
        return [index for index in (self.serving(), self.growing()) if index is not None]

    def create(self) -> str:
        """A new, empty index that is being made."""
        index = f"{self._name}-{uuid4().hex[:16]}"
        self._client.indices.create(
            index=index, settings=SETTINGS, mappings=mapping({}), aliases={self.new_alias: {}}
        )
        return index

    def serve(self, index: str) -> None:
        """Let an index answer from now on, in one step; keep the one before, remove all others."""
        before = self.serving()
        actions: list[dict[str, Any]] = [
            {"remove": {"index": index, "alias": self.new_alias}},
            {"add": {"index": index, "alias": self.alias}},
        ]
        if before is not None:
            actions.append({"remove": {"index": before, "alias": self.alias}})
            actions.append({"add": {"index": before, "alias": self._previous_alias}})
        self._client.indices.update_aliases(actions=actions)
        for other in self.every():
            if other not in (index, before):
                self._client.indices.delete(index=other, ignore_unavailable=True)

    def retire(self, index: str) -> None:
        """Remove an index that holds another database."""
        self._client.indices.delete(index=index, ignore_unavailable=True)

    def remove_all(self) -> None:
        """Remove every index of this name, of all versions."""
        for index in self.every():
            self._client.indices.delete(index=index, ignore_unavailable=True)

    def note(self, index: str) -> dict[str, Any]:
        """What an index says of itself."""
        answer = self._client.indices.get_mapping(index=index)
        with shapes_named():
            return dict(answer[index]["mappings"].get("_meta", {}))

    def mark(self, index: str) -> Mark | None:
        """The newest change that an index holds; None while it is so new that it says nothing."""
        stored = self.note(index).get("mark")
        return Mark(*stored) if stored else None

    def set_mark(self, index: str, mark: Mark, **more: Any) -> None:
        """Let an index say which change it holds, and more of itself."""
        meta = {**self.note(index), "mark": list(mark), **more}
        self._client.indices.put_mapping(index=index, meta=meta)

    def every(self) -> list[str]:
        """All indexes of this name, of all versions."""
        return list(self._client.indices.get(index=f"{self._name}-*", features="aliases").body)

    def _behind(self, alias: str) -> str | None:
        # A pattern, because an alias that is not there would be an error.
        found = self._client.indices.get_alias(name=f"{alias}*").body
        with shapes_named():
            return next((index for index, of in found.items() if alias in of["aliases"]), None)


def alias_of(name: str) -> str:
    """The alias by which this version of the code searches."""
    return f"{name}-{schema_version()}"
