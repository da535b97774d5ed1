"""The Elasticsearch engine: prepared tokens in an index of a server, versions 8 and 9."""
