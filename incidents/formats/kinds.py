"""Words for the kinds of a happening and for stances, as files have them in five languages."""

from __future__ import annotations

from ..cleaning import fold

_KINDS = {
    "occurred": "occurred occurrence incident event happened attack breach ereignis vorfall geschehen angriff suceso "
    "hecho ocurrido incidente evento evenement incident_survenu survenu gebeurtenis voorval title era",
    "detected": "detected detection discovered discovery found identified entdeckt entdeckung erkannt detectado "
    "detectada descubierto detecte detectee decouvert decouverte ontdekt ontdekking",
    "disclosed": "disclosed disclosure announced announcement published publication reported report statement "
    "press_release notified notification bekanntgegeben bekanntgabe gemeldet meldung veroffentlicht veroffentlichung "
    "mitteilung divulgado divulgacion anunciado anuncio publicado comunicado divulgue divulgation annonce communique "
    "publie bekendgemaakt gemeld melding aankondiging gepubliceerd",
    "responded": "responded response reaction mitigation mitigated remediation patched fixed contained containment "
    "reaktion reagiert behoben abwehr respuesta reaccion mitigado respondido reponse reaction_officielle corrige "
    "remediation_faite reactie gereageerd verholpen",
    "attributed": "attributed attribution blamed accused indicted claimed claim zugeschrieben zuschreibung zuordnung "
    "atribuido atribucion atribuida attribue revendique revendication toegeschreven toeschrijving",
    "other": "other misc miscellaneous sonstiges andere otro otros autre autres overig anders",
}
_BY_WORD = {word.replace("_", " "): kind for kind, words in _KINDS.items() for word in words.split()}
_DISPUTES = frozenset(
    "disputes disputed dispute denies denied contradicts contradicted refutes against contra no bestreitet "
    "widerspricht "
    "dementiert desmiente niega contradice conteste dement contredit betwist ontkent".split()
)


def kind_named(words: str) -> str:
    """Return the kind that a file's word stands for; empty for a word that is not known."""
    return _BY_WORD.get(" ".join(fold(words).replace("_", " ").replace("-", " ").split()), "")


def is_dispute(words: str) -> bool:
    """Tell a word that says of a source that it disputes what happened."""
    return fold(words).strip() in _DISPUTES
