"""Settings: base holds what is always so; dev, production and test only what differs."""
