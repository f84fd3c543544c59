"""The rooms, one Django app each. A room may read the rooms below it; writing across is a journey's work.

From top to bottom: reports > signals > projects > matching > intake, questions, deliberation, gatherings,
learning, budgeting > goals > initiatives, baseline > parties > areas.
"""
