"""The pages of participatory budgets."""
