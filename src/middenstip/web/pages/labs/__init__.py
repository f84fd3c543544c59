"""Labs: the plan, who hosts it, its places with hours, and the check of hosts."""
