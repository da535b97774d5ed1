"""Addresses of the search, included under the language prefixes."""

from django.urls import path

from search.demand.missed import missed
from search.feed import feed
from search.views import search

urlpatterns = [
    path("", search, name="search"),
    path("feed/", feed, name="search_feed"),
    path("missed/", missed, name="search_missed"),
]
