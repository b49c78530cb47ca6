"""Korean words to IPA, in the symbols that the embedded voice reads well.

The inventory was chosen by ear of a speech recogniser among those that the model's vocabulary holds (tried,
not derived):
tense consonants are a glottal stop before the plain one, and plain stops are voiced between voiced sounds.
"""

from __future__ import annotations

from collections.abc import Sequence

from hoso.voice.kokoro.pronunciation import SILENT, Syllable, pronounce

ONSET = {
    "ㄱ": "k", "ㄲ": "ʔk", "ㄴ": "n", "ㄷ": "t", "ㄸ": "ʔt", "ㄹ": "ɾ", "ㅁ": "m", "ㅂ": "p", "ㅃ": "ʔp",
    "ㅅ": "s", "ㅆ": "ʔs",
    "ㅇ": "", "ㅈ": "ʨ", "ㅉ": "ʔʨ", "ㅊ": "ʨʰ", "ㅋ": "kʰ", "ㅌ": "tʰ", "ㅍ": "pʰ", "ㅎ": "h",
}  # fmt: skip
VOICED = {"ㄱ": "ɡ", "ㄷ": "d", "ㅂ": "b", "ㅈ": "ʥ"}
PALATAL = {"ㅅ": "ɕ", "ㅆ": "ʔɕ"}
PALATAL_VOWELS = "ㅣㅑㅒㅕㅖㅛㅠ"
CODA = {"": "", "ㄱ": "k", "ㄴ": "n", "ㄷ": "t", "ㄹ": "l", "ㅁ": "m", "ㅂ": "p", "ㅇ": "ŋ"}
SONORANTS = "ㄴㄹㅁㅇ"
VOWEL = {
    "ㅏ": "a", "ㅐ": "ɛ", "ㅑ": "ja", "ㅒ": "jɛ", "ㅓ": "ʌ", "ㅔ": "e", "ㅕ": "jʌ", "ㅖ": "je", "ㅗ": "o",
    "ㅘ": "wa", "ㅙ": "wɛ",
    "ㅚ": "we", "ㅛ": "jo", "ㅜ": "u", "ㅝ": "wʌ", "ㅞ": "we", "ㅟ": "wi", "ㅠ": "ju", "ㅡ": "ɯ", "ㅢ": "ɰi",
    "ㅣ": "i",
}  # fmt: skip


def ipa(words: Sequence[str]) -> list[str]:
    """The IPA of each of `words`, which are Hangul syllables only and are said in one breath."""
    return [_word(syllables) for syllables in pronounce(words)]


def _word(syllables: Sequence[Syllable]) -> str:
    before: Syllable | None = None
    sounds = []
    for syllable in syllables:
        sounds.append(_onset(syllable, before) + VOWEL[syllable.vowel] + CODA[syllable.coda])
        before = syllable
    return "".join(sounds)


def _onset(syllable: Syllable, before: Syllable | None) -> str:
    onset = syllable.onset
    if onset in PALATAL and syllable.vowel in PALATAL_VOWELS:
        return PALATAL[onset]
    if before is None or onset == SILENT:
        return ONSET[onset]
    if onset == "ㄹ" and before.coda == "ㄹ":
        return "l"
    if onset in VOICED and (not before.coda or before.coda in SONORANTS):
        return VOICED[onset]
    return ONSET[onset]
