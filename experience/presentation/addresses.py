"""Addresses of pages of the tree and of materials, made without a query."""


def page_address(url_path: str, language: str) -> str:
    """Return "/ru/experience/…/" for the tree path "/home/experience/…/"."""
    return f"/{language}/{url_path.split('/', 2)[2]}"


def number_address(address_id: int) -> str:
    """Return the permanent address of a material: "/m/0214/"."""
    return f"/m/{address_id:04d}/"
