"""The screens on which staff type in what came by other ways than the form."""
