"""Words of which nothing is ever taken off, whatever their ends look like."""

Protected = frozenset[str]
"""Folded words."""

NOTHING_PROTECTED: Protected = frozenset()
