"""Why a hit is one where it does not have the words that were typed."""

from collections.abc import Iterable

from search.analysis.stems import possible_stems
from search.analysis.words import words
from search.results import Piece, StandIn
from search.terms import Term, Terms


def stand_in(terms: Terms, pieces: Iterable[Piece]) -> StandIn | None:
    """The synonym by which a hit was found, as far as its marked words show; None for a literal one."""
    if not terms.expansions:
        return None
    marked = {
        stem
        for piece in pieces
        if piece.marked
        for word in words(piece.text)
        for stem in possible_stems(word.spelling, word.form)
    }
    for expansion in terms.expansions:
        if any(not marked.isdisjoint(term.stems) for term in expansion.terms):
            continue
        for alternative in expansion.alternatives:
            if all(not marked.isdisjoint(term.stems) for term in alternative):
                return StandIn(_worded(expansion.terms), _worded(alternative))
    return None


def _worded(terms: Iterable[Term]) -> str:
    return " ".join(term.spelling for term in terms)
