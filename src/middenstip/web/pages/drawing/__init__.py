"""Drawing an own area."""
