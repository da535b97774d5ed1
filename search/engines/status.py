"""What an engine says of its index to whoever watches over it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Status:
    """`documents` are in the index that answers; `schema` is the version of the code that it fits.

    `worked_off` is the newest change that it holds, None if it holds none; `owed` counts the changes
    that are not in it yet. `problem` says in a sentence why it does not answer, "" if it does.
    """

    schema: str
    documents: int = 0
    worked_off: int | None = None
    owed: int = 0
    problem: str = ""

    @property
    def healthy(self) -> bool:
        """Whether it answers and has everything."""
        return not self.problem and not self.owed
