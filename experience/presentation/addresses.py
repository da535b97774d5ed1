"""Addresses of pages of the tree, made without a query."""


def page_address(url_path: str, language: str) -> str:
    """Return "/ru/experience/…/" for the tree path "/home/experience/…/"."""
    return f"/{language}/{url_path.split('/', 2)[2]}"
