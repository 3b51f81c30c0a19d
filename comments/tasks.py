"""What is done after an answer is sent."""

from django_tasks import task

from comments.journal.making import make_package
from comments.models import JournalPackage, PackageState


@task()
def make_journal_package(package_id: int) -> None:
    """Make a package; nothing when it is there already, or nobody wants it any more."""
    package = JournalPackage.objects.filter(pk=package_id, state=PackageState.WAITING).first()
    if package is not None:
        make_package(package=package)
