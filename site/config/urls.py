"""Addresses of the portal and the CMS."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.urls import include, path, re_path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.urls import serve_pattern

from pages.routing import serve

urlpatterns = [
    path("cms/", include(wagtailadmin_urls)),
    path("documents/", include("library.urls")),
]
if settings.DEBUG:
    urlpatterns += static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT)
urlpatterns += i18n_patterns(
    # path("search/", include("search.urls")),
    re_path(serve_pattern, serve, name="wagtail_serve"),
)
