"""`/m/<number>/qr.svg`: the permanent address of a material for the camera of a phone."""

import io

import segno
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

# Modules around the code that must stay empty: ISO/IEC 18004.
QUIET_ZONE = 4


@cache_control(public=True, max_age=86_400)
@require_safe
def qr_code(request: HttpRequest, number: str) -> HttpResponse:
    """Return the code of the address as SVG, whether there is such a material or not.

    It says nothing but the address that was asked for, so nothing is looked up: no draft is betrayed.
    """
    path = reverse("permanent-address", args=[number])
    code = segno.make_qr(settings.WAGTAILADMIN_BASE_URL.rstrip("/") + path, error="m")
    picture = io.BytesIO()
    code.save(picture, kind="svg", border=QUIET_ZONE, light="#fff", xmldecl=False, nl=False)
    return HttpResponse(picture.getvalue(), content_type="image/svg+xml")
