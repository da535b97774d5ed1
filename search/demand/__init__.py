"""What readers ask for and do not find, without anything that tells who they are."""
