"""Several at once in processes of their own: nothing in memory is shared, as among web workers."""

import multiprocessing
from collections.abc import Callable

from django.db import connections

PATIENCE = 900  # seconds; a busy machine is no fault


def in_processes(count: int, job: Callable[[int], object]) -> list:
    """Run `job(0)`, `job(1)`, … in as many processes, begun together, and return what each returned.

    Each has connections of its own. Raises what `job` raised in any of them.
    """
    connections.close_all()
    context = multiprocessing.get_context("fork")
    barrier, results = context.Barrier(count), context.Queue()

    def run(number: int) -> None:
        try:
            barrier.wait(PATIENCE)
            results.put((number, job(number), None))
        except BaseException as error:  # noqa: BLE001  it is raised where the test can see it
            results.put((number, None, repr(error)))
        finally:
            connections.close_all()

    processes = [context.Process(target=run, args=[n], daemon=True) for n in range(count)]
    for process in processes:
        process.start()
    try:
        found = sorted(
            (results.get(timeout=PATIENCE) for _process in processes), key=lambda each: each[0]
        )
    finally:
        for process in processes:
            process.join(10)
            if process.is_alive():
                process.kill()
    failed = [error for _number, _value, error in found if error]
    assert not failed, failed
    return [value for _number, value, _error in found]
