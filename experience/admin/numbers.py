"""How people write the number of a permanent address into a search field."""

import re

# «214», «0214», «№ 0214»
NUMBER = re.compile(r"\s*№?\s*(\d{1,10})\s*")
