"""PO files for tests: what somebody would send in."""

import polib
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

EXCHANGE, FILE, IMPORT = "translation_exchange", "translation_exchange_file", "translation_import"


def taken_out(client, language="en", **query) -> polib.POFile:
    """Return the file that the screen gives."""
    response = client.get(reverse(FILE), {"language": language, **query})
    assert response.status_code == 200, response.status_code
    return polib.pofile("#\n" + response.content.decode())


def sent_in(client, po, language="en", name="texts.po"):
    """Send a file (or bytes) and return the answer."""
    data = po if isinstance(po, bytes) else str(po).encode()
    file = SimpleUploadedFile(name, data)
    return client.post(f"{reverse(EXCHANGE)}?language={language}", {"file": file})


def dry_run(client, po, language="en"):
    """Send a file and return the plan that the next screen shows, with its address."""
    response = sent_in(client, po, language)
    assert response.status_code == 302, response.context and response.context["form"].errors
    return client.get(response.url).context["plan"], response.url


def taken_in(client, po, language="en") -> None:
    """Send a file and take it in as a person does who has looked at it."""
    plan, address = dry_run(client, po, language)
    assert client.post(address, {"seal": plan.seal}).status_code == 302


def faults_by_source(plan) -> dict[str, list[str]]:
    return {fault.source: [str(kind) for kind in fault.kinds] for fault in plan.faults}
