"""I dag: the admin's first page as a list of what to do, in three groups. See `accounts.work`."""
