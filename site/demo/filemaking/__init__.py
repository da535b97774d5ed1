"""Making the attached files of the demo district from their sources; for development only.

Needs Chromium, Playwright and python-docx. The files are kept in the repository, so that seeding
needs none of them.
"""
