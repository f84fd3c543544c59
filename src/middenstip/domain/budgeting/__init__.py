"""The participatory budget (burgerbegroting): rules, plans, secret ballots, and a count anyone can redo."""
