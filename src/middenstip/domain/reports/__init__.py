"""Reports (verslagen): the facts of the journal told in order. This room only reads."""
