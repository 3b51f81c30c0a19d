"""How the hits of each kind look."""
