"""The invented neighbourhood: a cast and a year of history, made with the same journeys as real data."""
