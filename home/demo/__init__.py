"""The demo: an invented municipality's policy, its two hearings, and what was answered.

Loaded through the product's own actions, as staff and citizens would do it. The texts are in
`policy.json` (plain text by passage and edition; a wording is there only where it changed),
`dialogue.json`, `site.json` and `pages/`; nobody and nothing in them exists.
"""
