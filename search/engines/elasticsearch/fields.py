"""Names of fields, and of the values in them."""

from search.query import EVERYWHERE, SCOPES

SCOPED = tuple(scope for scope in SCOPES if scope != EVERYWHERE)
"""The scopes that have fields of their own."""

# Parts a facet from its value; no name of a facet has it.
_IS = "="


def field_in(name: str, scope: str) -> str:
    """The field of stems or forms for words looked for in a scope."""
    return name if scope == EVERYWHERE else f"{name}_{scope}"


def facet_token(facet: str, value: str) -> str:
    """A facet's value as it stands in the field `facets`."""
    return f"{facet}{_IS}{value}"


def facet_and_value(token: str) -> tuple[str, str]:
    """What a token of the field `facets` says."""
    facet, _, value = token.partition(_IS)
    return facet, value
