"""The engines that answer, behind one contract; which one serves is the settings' matter."""
