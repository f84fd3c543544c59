"""The door for programs: REST, twins of the pages over the same selectors (NL API Design Rules)."""
