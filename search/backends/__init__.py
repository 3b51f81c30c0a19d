"""Where the index is asked: Elasticsearch where the site has one and it answers, else the database."""
