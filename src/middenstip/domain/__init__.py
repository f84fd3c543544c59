"""The rooms, one Django app each. A room may read the rooms below it; only journeys write in several rooms.

From top to bottom: reports > signals > projects > agreements > matching > intake, questions, deliberation,
gatherings, podium, learning, budgeting > labs > goals > initiatives, baseline > files > parties > areas.
"""
