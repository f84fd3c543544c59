"""Pages about notices: opening one, and switching follow mail off."""
