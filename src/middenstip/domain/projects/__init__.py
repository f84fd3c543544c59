"""Projects (projecten): a shared goal with signed agreements that is planned, paid, carried and delivered.

A project belongs to one initiative. It keeps the plan with its versions, the wishes of neighbours, the money
in whole cents, orders between the halves, the work of volunteers, and when the money ends. It records money
and never moves any. How it was decided is not known here.
"""
