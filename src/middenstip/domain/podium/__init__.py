"""The pitchpodium: editions, pitches with one ask, and what the audience promises."""
