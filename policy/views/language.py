"""Which language a shown text is in, for the `lang` of a page's parts."""


def language_of(text, page) -> dict:
    return {
        "text_language": text.locale.language_code,
        "is_translation_missing": text.locale_id != page.locale_id,
    }
