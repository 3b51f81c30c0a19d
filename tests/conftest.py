"""What every test may ask for; each plugin's docstring says how."""

pytest_plugins = [
    "tests.plugins.databases",
    "tests.plugins.state",
    "tests.plugins.selection",
    "tests.plugins.browsers",
    "tests.plugins.services",
    "tests.plugins.remembered",
    "tests.plugins.remembered_fixtures",
    "tests.plugins.prepared",
]
