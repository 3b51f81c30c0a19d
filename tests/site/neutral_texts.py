"""Text fields that no translator is asked for, and why. By reason, so that a new one needs one too."""

NEUTRAL = {
    "names of people, and how they are reached": {
        "accounts.User": "email first_name last_name username office",
        "comments.PersonRequest": "email name",
        "comments.Sender": "district email name mail_language",
        "home.SiteSettings": "email phone postal_address dpo_contact",
    },
    "Danish, with its other languages in home.SettingsText": {
        "home.SiteSettings": "municipality place tagline office",
    },
    "a code, a mark or an address of a machine's": {
        "accounts.User": "password",
        "comments.Attachment": "content_type sha256",
        "comments.CommentReport": "submission_hash",
        "comments.Decision": "reason",
        "comments.ErasureMark": "key kind",
        "comments.HearingReport": "digest",
        "comments.JournalPackage": "sha256",
        "comments.Minutes": "file_sha256 file_type",
        "comments.ProposedRejection": "reason",
        "comments.RateCount": "key name",
        "comments.Reason": "key",
        "comments.ReportMinutes": "sha256",
        "comments.RetentionRun": "counts failed",
        "comments.WaitingFile": "content_type form_hash sha256",
        "home.SiteSettings": "accent statement_url",
        "notifications.BlockedAddress": "address_hash",
        "notifications.JobTurn": "name",
        "notifications.Notice": "topic",
        "policy.DraftLink": "secret_hash",
        "policy.Edition": "case_number",
        "policy.EditionNote": "about",
        "policy.Passage": "code",
        "policy.TextImport": "sha256",
        "policy.Wording": "number sha256",
        "search.FileText": "file problem",
        "search.IndexState": "name value",
        "search.IndexTask": "label last_error",
    },
    "the code of a language itself": {
        "comments.Comment": "language",
        "comments.CommentText": "language",
        "comments.OutcomeText": "language",
        "comments.RemarkText": "language",
        "comments.ResponseText": "language",
        "comments.ThemeText": "language",
        "search.Document": "language",
    },
    "seen by staff alone": {
        "comments.CommentImport": "columns defaults file_name lines table",
        "comments.CommentReport": "text",
        "comments.InternalNote": "text",
        "comments.PersonRequest": "answer extended_because words",
        "comments.Response": "returned_note",
        "comments.SavedView": "name query",
        "comments.WatchWord": "note word",
        "policy.DraftLink": "label",
        "policy.PassageAnswer": "reason",
        "policy.TextImport": "file_name lost plan",
        "search.Synonyms": "note words",
        "translation.OrderMove": "note",
    },
    "as somebody named it": {
        "comments.Attachment": "name",
        "comments.Minutes": "file_name",
        "comments.WaitingFile": "name",
    },
    "a record of what a body did, in the language that it did it in": {
        "comments.ErasureRequest": "answer",
        "comments.HearingReport": "committee counts parts",
        "comments.Minutes": "place text title",
        "comments.Outcome": "passed_on_to",
        "comments.ReportDecision": "decided_by text",
        "comments.Response": "signed_by",
    },
    "frozen with an edition's text, which has a language": {
        "policy.Wording": "heading plain_language text value",
        "translation.FrozenSource": "content",
    },
    "what a file says, in its own language": {"search.FileText": "text"},
    "each language's own, and written in it": {"policy.Term": "avoided"},
}


def neutral_fields() -> set[str]:
    """Return "app.Model.field" of all of them."""
    return {
        f"{model}.{name}"
        for fields in NEUTRAL.values()
        for model, names in fields.items()
        for name in names.split()
    }
