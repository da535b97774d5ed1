"""How a reader wants pages to look: the low-vision version and the lite one, kept in one cookie.

Only a choice sets the cookie. Its value is "lite", or "v1.SIZE.COLOURS.SPACING.PICTURES".
"""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

COOKIE = "view"
COOKIE_SECONDS = 365 * 24 * 60 * 60

# Pixels of the text at the browser's usual size; each first choice but that of the size is the default.
SIZES = ("18", "24", "32")
COLOURS = ("black", "white", "blue")
SPACINGS = ("usual", "wide")
PICTURES = ("on", "off")

_LITE = "lite"
_LOW_VISION = "v1"


@dataclass(frozen=True)
class Preferences:
    """The looks of a page. `saves_data` is the wish of the browser (`Save-Data: on`), not a choice."""

    is_low_vision: bool = False
    size: str = "24"
    colours: str = COLOURS[0]
    spacing: str = SPACINGS[0]
    pictures: str = PICTURES[0]
    chose_lite: bool = False
    saves_data: bool = False

    @property
    def is_lite(self) -> bool:
        """Whether no font, script or picture is to be loaded."""
        return self.chose_lite or self.saves_data

    @property
    def shows_pictures(self) -> bool:
        """Whether pictures stand in the page; else links to them with their descriptions."""
        return not self.is_lite and self.pictures == "on"

    @property
    def cookie_value(self) -> str:
        """The choice as the cookie holds it; "" for the ordinary version, which has no cookie."""
        if self.is_low_vision:
            return ".".join((_LOW_VISION, self.size, self.colours, self.spacing, self.pictures))
        return _LITE if self.chose_lite else ""

    @property
    def key(self) -> str:
        """Pages of equal keys look alike: a short ASCII string, one of 76, "" for the ordinary version."""
        return f"{self.cookie_value}+" if self.saves_data else self.cookie_value


ORDINARY = Preferences()


def parse(value: str, *, saves_data: bool = False) -> Preferences:
    """Return what a value of the cookie means; whatever is unknown means the ordinary version."""
    if value == _LITE:
        return Preferences(chose_lite=True, saves_data=saves_data)
    match value.split("."):
        case [version, size, colours, spacing, pictures] if (
            version == _LOW_VISION
            and size in SIZES
            and colours in COLOURS
            and spacing in SPACINGS
            and pictures in PICTURES
        ):
            return Preferences(True, size, colours, spacing, pictures, saves_data=saves_data)
    return Preferences(saves_data=True) if saves_data else ORDINARY


def preferences_of(request: HttpRequest) -> Preferences:
    """Return the preferences that a request carries in its cookie and its `Save-Data` header."""
    saves_data = request.META.get("HTTP_SAVE_DATA", "").strip().lower() == "on"
    return parse(request.COOKIES.get(COOKIE, ""), saves_data=saves_data)


_active: ContextVar[Preferences] = ContextVar("preferences", default=ORDINARY)


def active_preferences() -> Preferences:
    """Return the preferences of the request that is being answered, as the active language is known."""
    return _active.get()


class PreferencesMiddleware:
    """Let everything below know the reader's preferences, and caches that pages differ by them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = _active.set(preferences_of(request))
        try:
            response = self.get_response(request)
        finally:
            _active.reset(token)
        if response.headers.get("Content-Type", "").startswith("text/html"):
            patch_vary_headers(response, ("Cookie", "Save-Data"))
        return response
