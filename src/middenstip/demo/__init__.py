"""The door of the invented neighbourhood: a cast, a year of history, all through the same journeys."""
