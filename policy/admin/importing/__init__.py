"""The screens for bringing a text in: choose a document, correct its plan, bring it in."""
