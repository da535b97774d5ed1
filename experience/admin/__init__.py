"""The CMS for methodists: lists, menus, dashboard, and what is done with a material besides writing it."""
