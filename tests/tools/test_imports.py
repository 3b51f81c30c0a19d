"""No import of another app hides inside a function, and the layers know every app."""

import imports
import pytest


@pytest.fixture
def project(tmp_path):
    for app in ("policy", "comments"):
        (tmp_path / app).mkdir()
        (tmp_path / app / "__init__.py").touch()
    (tmp_path / "pyproject.toml").write_text(
        '[tool.importlinter]\nroot_packages = ["policy", "comments"]\n'
    )
    return tmp_path


@pytest.mark.parametrize(
    "hidden",
    [
        "def f():\n    from comments.models import Comment\n",
        "class A:\n    def f(self):\n        def g():\n            import comments\n",
        'def f():\n    import_module("comments.models")\n',
        'async def f():\n    importlib.import_module("comments.models")\n',
    ],
)
def test_another_app_inside_a_function_is_refused(project, hidden):
    (project / "policy" / "x.py").write_text(hidden)
    [fault] = imports.faults(project)
    assert fault.startswith("policy/x.py:")
    assert "imports comments" in fault


@pytest.mark.parametrize(
    "allowed",
    [
        "from comments.models import Comment\n",
        "def ready(self):\n    from . import receivers\n    import policy.signals\n    import os\n",
    ],
)
def test_imports_at_the_top_and_of_the_own_app_are_left_to_the_layers(project, allowed):
    (project / "policy" / "x.py").write_text(allowed)
    assert list(imports.faults(project)) == []


def test_an_app_that_the_layers_do_not_know_is_named(project):
    (project / "reports").mkdir()
    (project / "reports" / "__init__.py").touch()
    assert list(imports.faults(project)) == [
        "pyproject.toml: the app reports is not in the layers' root_packages"
    ]
