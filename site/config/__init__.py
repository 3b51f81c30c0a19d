"""Settings, addresses and entry points. The top layer: it may import every app; no app imports it."""
