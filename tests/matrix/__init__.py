"""The permission matrix: every route × every role. A route without a row fails the suite."""
