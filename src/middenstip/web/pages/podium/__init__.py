"""The podium: editions with their archive, pitches, and promises by phone or on a card."""
