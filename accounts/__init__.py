"""The people who work on the site, and the machinery of their roles. Imports no other app of ours."""
