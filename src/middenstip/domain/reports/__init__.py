"""Reports (verslagen): what happened, told in order, from the journal. It only reads."""
