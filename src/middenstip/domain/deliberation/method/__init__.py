"""The bridges to the methods: `halves` for ballots, `common_ground` for statements."""
