"""The words for applicants: what their data are called, what is missing or wrong."""

from typing import Any

from qgis.PyQt.QtCore import QCoreApplication

from .. import i18n


def field_title(member: str) -> str:
    """What a member of an applicant is called."""
    return {
        "name": QCoreApplication.translate("Kaznedra", "Name"),
        "personal_name": QCoreApplication.translate("Kaznedra", "Full name"),
        "full_name": QCoreApplication.translate("Kaznedra", "Person"),
        "iin": QCoreApplication.translate("Kaznedra", "IIN"),
        "bin": QCoreApplication.translate("Kaznedra", "BIN"),
        "number": QCoreApplication.translate("Kaznedra", "IIN, BIN"),
        "residence": QCoreApplication.translate("Kaznedra", "Residence"),
        "seat": QCoreApplication.translate("Kaznedra", "Seat"),
        "citizenship": QCoreApplication.translate("Kaznedra", "Citizenship"),
        "document": QCoreApplication.translate("Kaznedra", "Identity document"),
        "registration": QCoreApplication.translate("Kaznedra", "State registration"),
        "managers": QCoreApplication.translate("Kaznedra", "Managers"),
        "controlling": QCoreApplication.translate("Kaznedra", "Controlling persons"),
        "representative": QCoreApplication.translate("Kaznedra", "Representative"),
        "authority": QCoreApplication.translate("Kaznedra", "Power of attorney"),
        "phone": QCoreApplication.translate("Kaznedra", "Telephone"),
        "email": QCoreApplication.translate("Kaznedra", "E-mail"),
    }.get(member, member)


def flaw_words(flaw: Any) -> str:
    """What is wrong with an IIN or BIN."""
    return {
        "empty": QCoreApplication.translate("Kaznedra", "not given"),
        "not_digits": QCoreApplication.translate("Kaznedra", "digits only"),
        "length": QCoreApplication.translate("Kaznedra", "12 digits are needed"),
        "check_digit": QCoreApplication.translate("Kaznedra", "the check digit is wrong: a digit was mistyped"),
        "no_iin": QCoreApplication.translate("Kaznedra", "not the IIN of a person"),
        "no_bin": QCoreApplication.translate("Kaznedra", "not the BIN of a legal entity"),
        "neither": QCoreApplication.translate("Kaznedra", "neither an IIN nor a BIN"),
    }[flaw.value]


def language_title(language: str) -> str:
    """The name of a language of applications."""
    return {
        "kk": QCoreApplication.translate("Kaznedra", "Kazakh"),
        "ru": QCoreApplication.translate("Kaznedra", "Russian"),
        "en": QCoreApplication.translate("Kaznedra", "English"),
    }[language]


def lack_words(lack: Any) -> str:
    """What is missing or wrong, in a few words: 'Managers 1, IIN or BIN: the check digit is wrong…'."""
    first, *rest = lack.member.split(".")
    told = field_title(first)
    if rest and rest[0].isdigit():
        told = f"{told} {int(rest[0]) + 1}"
        rest = rest[1:]
    if rest:
        told = f"{told}, {field_title('full_name' if rest[0] == 'name' else rest[0])}"
    if lack.language:
        told = f"{told} ({language_title(lack.language)})"
    return f"{told}: {flaw_words(lack.flaw)}" if lack.flaw else told


def lacks_told(found: Any) -> str:
    """All that is missing or wrong, in a sentence; '' where nothing is."""
    if not found:
        return ""
    told = QCoreApplication.translate("Kaznedra", "Still needed for an application: {members}.")
    return told.format(members="; ".join(map(lack_words, found)))


def applicant_title(applicant: Any) -> str:
    """Name and number of an applicant."""
    from ..subsoil.applicants import in_language

    name = in_language(applicant.name, i18n.language())
    return " · ".join(part for part in (name, applicant.number) if part)
