"""Pages of the post: opening a notice, and switching follow mail off."""
