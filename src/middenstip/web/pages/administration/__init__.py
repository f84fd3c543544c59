"""Setting up the platform: who has a role, the texts, the look, the areas, and how it stands."""
