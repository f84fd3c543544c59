"""The permission matrix: every route × every role. A route that is in no row fails the suite."""
