"""Addresses of the portal and the CMS."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib.auth.views import LoginView
from django.contrib.sitemaps import views as sitemap_views
from django.urls import include, path, re_path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.urls import serve_pattern
from wagtail.views import authenticate_with_password

from experience.admin.unpublish import unpublish
from library.views import picture
from pages.routing import serve
from portal import (
    accessibility,
    appearance,
    authors,
    file_texts,
    opensearch,
    schools,
    selection,
    sitemaps,
    subjects,
    tags,
    views,
)
from portal.addresses import permanent_address
from portal.manifest import icon, manifest
from portal.qr import qr_code
from portal.robots import robots
from search import api
from search.suggestions import suggest

handler400 = "portal.views.bad_request"
handler403 = "portal.views.permission_denied"
handler404 = "portal.views.page_not_found"
handler500 = "portal.views.server_error"

urlpatterns = [
    path("", views.door),
    path("healthz", views.healthz),
    path("readyz", views.readyz),
    re_path(r"^m/(?P<number>[0-9]{1,10})/$", permanent_address, name="permanent-address"),
    re_path(r"^m/(?P<number>[0-9]{1,10})/qr\.svg$", qr_code, name="qr-code"),
    path("api/v1/search", api.search, name="api_search"),
    re_path(r"^api/", api.not_found),
    path("favicon.ico", icon, {"name": "favicon.ico"}),
    path("apple-touch-icon.png", icon, {"name": "apple-touch-icon.png"}),
    path("robots.txt", robots),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path(
        "sitemaps/<slug:section>.xml",
        sitemap_views.sitemap,
        {"sitemaps": sitemaps.SITEMAPS},
        name="sitemap-section",
    ),
    path("opensearch/<slug:language>.xml", opensearch.description, name="opensearch"),
    # In the place of Wagtail's own, so that every menu of the CMS leads to it.
    path("cms/pages/<int:page_id>/unpublish/", unpublish),
    path("cms/", include(wagtailadmin_urls)),
    path("documents/", include("library.urls")),
    path(f"{settings.MEDIA_URL.lstrip('/')}<path:name>", picture),
]
urlpatterns += i18n_patterns(
    path("search/", include("search.urls")),
    path("suggest/", suggest, name="suggestions"),
    path("manifest.webmanifest", manifest, name="manifest"),
    path("authors/", authors.index, name="authors"),
    path("authors/<slug:slug>/", authors.detail, name="author"),
    path("schools/", schools.index, name="schools"),
    path("schools/<slug:slug>/", schools.detail, name="school"),
    path("subjects/", subjects.index, name="subjects"),
    path("subjects/<slug:code>/", subjects.detail, name="subject"),
    path("files/<int:document_id>/", file_texts.file_text, name="file-text"),
    path("selection/", selection.selection, name="selection"),
    path("tags/<slug:slug>/", tags.detail, name="tag"),
    path("_login/", LoginView.as_view(template_name="pages/login.html"), name="wagtailcore_login"),
    path(f"{accessibility.SLUG}/", accessibility.statement, name="accessibility"),
    path("_view/", appearance.choose, name="choose_view"),
    path(
        "_password/<int:page_view_restriction_id>/<int:page_id>/",
        authenticate_with_password,
        name="wagtailcore_authenticate_with_password",
    ),
    re_path(serve_pattern, serve, name="wagtail_serve"),
)
