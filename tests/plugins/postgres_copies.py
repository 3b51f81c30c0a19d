"""PostgreSQL: a database for each test process, made from a template database."""

from pathlib import Path
from urllib.parse import quote

import fingerprint
import psycopg2
from psycopg2 import sql

from tests.plugins.template_build import migrate, one_at_a_time


class PostgresCopies:
    """Copies of a template database on the server that `DATABASE_URL` names."""

    def __init__(self, root: Path, name: str, settings: dict) -> None:
        """Use `settings` (Django's, for a database that exists) to reach the server."""
        self.root = root
        self.name = name
        self.settings = dict(settings)
        self.template = f"template_{fingerprint.of_database(root)}"

    def create(self) -> str:
        """Make this process's database and return its name."""
        with one_at_a_time(self.root / "var" / "test" / "postgres.lock"):
            if not self._rows("SELECT 1 FROM pg_database WHERE datname = %s", self.template):
                self._build()
        self.restore()
        return self.name

    def restore(self) -> None:
        """Replace the database by a new copy; whoever is still connected is cut off."""
        self.remove()
        statement = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        self._do(statement, self.name, self.template)

    def remove(self) -> None:
        """Drop this process's database."""
        self._do(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)"), self.name)

    def _build(self) -> None:
        draft = f"{self.template}_draft"
        self._do(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)"), draft)
        self._do(sql.SQL("CREATE DATABASE {}"), draft)
        login = f"{quote(self.settings['USER'])}:{quote(self.settings['PASSWORD'])}"
        server = f"{self.settings['HOST']}:{self.settings['PORT'] or 5432}"
        migrate(self.root, f"postgresql://{login}@{server}/{draft}")
        self._do(sql.SQL("ALTER DATABASE {} RENAME TO {}"), draft, self.template)

    def _connect(self):
        connection = psycopg2.connect(
            dbname=self.settings["NAME"],
            user=self.settings["USER"],
            password=self.settings["PASSWORD"],
            host=self.settings["HOST"],
            port=self.settings["PORT"] or None,
        )
        # CREATE DATABASE can't run inside a transaction.
        connection.autocommit = True
        return connection

    def _rows(self, query: str, *values: str) -> list[tuple]:
        connection = self._connect()
        try:
            with connection.cursor() as cursor:
                cursor.execute(query, values)
                return cursor.fetchall()
        finally:
            connection.close()

    def _do(self, statement: sql.SQL, *names: str) -> None:
        connection = self._connect()
        try:
            with connection.cursor() as cursor:
                cursor.execute(statement.format(*map(sql.Identifier, names)))
        finally:
            connection.close()
