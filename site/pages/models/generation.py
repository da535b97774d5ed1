"""One token that every public change of the furniture replaces, so that caches of a process never serve it stale."""

import secrets

from django.db import models

from pages.prepared import PreparedQuery


class Generation(models.Model):
    """The single row with the token of the present state of navigation, settings and restrictions.

    A random token rather than a counter: after a rolled-back transaction or a restored backup a
    counter would reach the same number with other content.
    """

    token = models.PositiveBigIntegerField(default=1)

    def __str__(self) -> str:
        return f"{self.token:x}"

    @classmethod
    def current(cls) -> int:
        """Return the present token; one small query."""
        row = _present_token.first()
        return row[0] if row else 0

    @classmethod
    def advance(cls) -> None:
        """Replace the token within the caller's transaction."""
        token = secrets.randbits(60)
        if not cls.objects.update(token=token):
            cls.objects.create(pk=1, token=token)


_present_token = PreparedQuery(lambda: Generation.objects.values_list("token")[:1])
