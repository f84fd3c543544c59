"""Middenstip: bewoners, overheid en ondernemers runnen samen een gebied."""
