"""The Chromium of this machine, for files of the demo, for Lighthouse and for tests."""

from pathlib import Path

# The shell without windows comes first: it opens a page in two thirds of the time.
_PLACES = (Path("/usr/bin/chromium-headless-shell"), Path("/usr/bin/chromium"))

CHROMIUM = next((place for place in _PLACES if place.exists()), _PLACES[-1])
