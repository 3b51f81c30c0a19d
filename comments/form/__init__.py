"""The citizens' form: read by anybody, sent without an account, a cookie or a script."""
