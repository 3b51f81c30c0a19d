"""A file that is not read."""


class Unreadable(Exception):
    """`code` names the reason (the sentences are in `policy.importing.sentences`); nothing was kept."""

    def __init__(self, code: str, detail: str = ""):
        super().__init__(code)
        self.code = code
        self.detail = detail
