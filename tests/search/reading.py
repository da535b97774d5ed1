"""Short words for what an engine answered."""

from search.results import Hit, SearchResults


def keys(results: SearchResults) -> list[str]:
    return [hit.key for hit in results.hits]


def title(hit: Hit) -> str:
    return "".join(f"[{piece.text}]" if piece.marked else piece.text for piece in hit.title)


def snippet(hit: Hit) -> str:
    assert hit.snippet is not None
    return "".join(
        f"[{piece.text}]" if piece.marked else piece.text for piece in hit.snippet.pieces
    )
