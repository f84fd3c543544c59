"""Adding, reading and removing one photo or document, beside whatever thing it belongs to."""
