"""Follow a hearing, a passage, a policy or a comment by mail: asked for, confirmed, ended by a button."""
