"""What an engine may fail by."""


class UnavailableError(Exception):
    """An engine's server gives no answer that can be used; the message tells an administrator why.

    Refused, silent, an error of its own, no right, no such index, no Elasticsearch at all: for a
    reader they are one.
    """
