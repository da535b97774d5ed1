"""Language code of the search: text in, comparable tokens out. Pure Python, knows no engine."""
