"""Where Django's Russian formats miss the case of the month: «12 октября», not «12 октябрь»."""

MONTH_DAY_FORMAT = "j E"
