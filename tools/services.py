"""PostgreSQL and Elasticsearch on the loopback for work by hand: `make services`. Ctrl-C ends both."""

import signal
import sys
from contextlib import ExitStack

from steps import ROOT, Trouble, finish, say, step

sys.path.insert(0, str(ROOT))


def main() -> int:
    """Start both, print how the site is told to use them, and wait to be ended."""
    from tests.services import elasticsearch, postgres

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with ExitStack() as stack:
        try:
            with step("Starting PostgreSQL"):
                database = stack.enter_context(postgres.running())
            with step("Starting Elasticsearch"):
                server = stack.enter_context(elasticsearch.running())
        except postgres.CannotStart as reason:
            raise Trouble(str(reason)) from reason
        say(f"\nexport DATABASE_URL={database}\nexport ELASTICSEARCH_URL={server.url}\n")
        say("Both are empty, and gone when this ends. Ctrl-C ends them.")
        signal.pause()
    return 0


if __name__ == "__main__":
    try:
        finish(main)
    except KeyboardInterrupt:
        sys.exit(0)
