"""The editor as a browser sees it: what its form holds, and the requests of its buttons."""

from typing import Any

from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import rich_text

from accounts.models import User
from experience.models import KnowledgePage
from tests.experience.form_fields import fields_of

FORM = "page-edit-form"
RICH = {"text"}


def signed_in(person: User) -> Client:
    """Return a browser in which the person is signed in."""
    client = Client()
    client.force_login(person)
    return client


def edit_url(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def form_of(client: Client, url: str, page: KnowledgePage | None = None) -> QueryDict:
    """Return the data of the editor's form as it stands at `url`, to be changed and posted.

    Streams are drawn by script, so their data are written from the page.
    """
    response = client.get(url)
    assert response.status_code == 200, (url, response.status_code)
    return _form_in(response.content.decode(), page)


def _form_in(html: str, page: KnowledgePage | None) -> QueryDict:
    data = fields_of(html, FORM)
    for name in ("steps", "main_part"):
        stream = getattr(page, name, None)
        if stream is not None or f'data-contentpath="{name}"' in html:
            data.update(_stream_data(name, stream or []))
    return data


def _stream_data(name: str, stream: Any) -> dict[str, str]:
    data = {f"{name}-count": str(len(stream))}
    for place, block in enumerate(stream):
        prefix = f"{name}-{place}"
        data |= {
            f"{prefix}-deleted": "",
            f"{prefix}-order": str(place),
            f"{prefix}-type": block.block_type,
            f"{prefix}-id": block.id or "",
        }
        if hasattr(block.value, "items"):
            for key, value in block.value.items():
                data[f"{prefix}-value-{key}"] = _cell(key, value)
        else:
            data[f"{prefix}-value"] = _cell(block.block_type, block.value)
    return data


def _cell(name: str, value: Any) -> str:
    if name in RICH:
        return rich_text(getattr(value, "source", value) or "", features=["bold"])
    return "" if value is None else str(value)


def press(client: Client, page: Page, button: str = "", url: str = "", **changes: Any) -> Any:
    """Change fields of the editor's form, press a button ("action-publish"…) and return the response."""
    response = try_to_press(client, page, button, url, **changes)
    assert response is not None, "the editor does not open"
    return response


def try_to_press(
    client: Client, page: Page, button: str = "", url: str = "", **changes: Any
) -> Any:
    """The same; None where the editor does not open."""
    address = url or edit_url(page)
    opened = client.get(address)
    if opened.status_code != 200:
        return None
    data = _form_in(opened.content.decode(), stored(page).get_latest_revision_as_object())
    for name, value in changes.items():
        data.setlist(name, value) if isinstance(value, list) else data.__setitem__(name, value)
    if button:
        data[button] = "1"
    return client.post(address, data)


def stored(page: Page) -> Any:
    """Return the page as the database has it now."""
    return type(page).objects.get(pk=page.pk)


def is_live(page: Page) -> bool:
    return stored(page).live


def messages_of(response: Any) -> str:
    """Return the text of the messages that the last page shows."""
    return " ".join(str(message) for message in response.context["messages"])
