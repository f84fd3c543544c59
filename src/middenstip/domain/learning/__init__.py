"""Learning: case studies (casussen) of what worked and what broke, and agreement texts to begin with."""
