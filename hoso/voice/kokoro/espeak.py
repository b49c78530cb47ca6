"""Russian, Ukrainian and English words to IPA with the espeak-ng library of the espeakng-loader package.

Called through ctypes, because all that is needed is three functions, and because the wrappers that there are
copy the library to a temporary folder or look for one that the system has.
"""

from __future__ import annotations

import atexit
import ctypes
import shutil
import tempfile
import threading
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import espeakng_loader

from hoso.base.languages import Language
from hoso.voice.takes import VoiceError

VOICES: dict[Language, str] = {"ru": "ru", "uk": "uk", "en": "en-us"}

# From espeak-ng's speak_lib.h.
AUDIO_OUTPUT_SYNCHRONOUS = 2
INITIALIZE_DONT_EXIT = 0x8000
CHARS_UTF8 = 1
PHONEMES_IPA = 0x02
# espeak-ng copies the path into a fixed buffer and silently uses another one where it doesn't fit.
LONGEST_DATA_PATH = 159

# What espeak writes and the model's vocabulary does not hold.
SYLLABIC = {"n̩": "ən", "l̩": "əl", "m̩": "əm"}
REPLACED = str.maketrans(
    {
        "\N{COMBINING BRIDGE BELOW}": "",
        "ɭ": "l",
        "g": "ɡ",
        "ɫ": "l",
        "ɵ": "o",
        "ʉ": "u",
        "ɬ": "l",
        "ʑ": "ʒ",
        "ɦ": "h",
        "ħ": "h",
    }
)
_LOCK = threading.Lock()


def ipa(words: Sequence[str], language: Language) -> list[str]:
    """The IPA of each of `words`, which are said in one breath.

    espeak joins some small words to the next ("of the"); a run where it does is read word by word.
    Raises VoiceError where the library can't be started.
    """
    if not words:
        return []
    together = _phonemes(" ".join(words), language).split()
    if len(together) != len(words):
        together = ["".join(_phonemes(word, language).split()) for word in words]
    return [_known(sounds) for sounds in together]


def _known(sounds: str) -> str:
    for written, read in SYLLABIC.items():
        sounds = sounds.replace(written, read)
    return sounds.translate(REPLACED)


def _phonemes(text: str, language: Language) -> str:
    with _LOCK:
        library = _library()
        if library.espeak_SetVoiceByName(VOICES[language].encode()) != 0:
            raise VoiceError(f"espeak-ng has no voice '{VOICES[language]}'")
        buffer = ctypes.create_string_buffer(text.encode())
        rest = ctypes.c_void_p(ctypes.addressof(buffer))
        clauses = []
        while rest.value:
            clauses.append(
                library.espeak_TextToPhonemes(ctypes.byref(rest), CHARS_UTF8, PHONEMES_IPA).decode()
            )
    return " ".join(clauses)


@cache
def _library() -> ctypes.CDLL:
    library = ctypes.CDLL(espeakng_loader.get_library_path())
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    library.espeak_TextToPhonemes.argtypes = [ctypes.POINTER(ctypes.c_void_p), ctypes.c_int, ctypes.c_int]
    data = short_path(Path(espeakng_loader.get_data_path()))
    rate = library.espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, str(data).encode(), INITIALIZE_DONT_EXIT)
    if rate <= 0:
        raise VoiceError(f"espeak-ng could not be started with its data in {data}")
    return library


def short_path(data: Path) -> Path:
    """`data`, or a link to it in the temporary folder where its path is too long for espeak-ng.

    The link goes when the process ends. Raises VoiceError where the temporary folder's path is too long as
    well.
    """
    if len(str(data).encode()) <= LONGEST_DATA_PATH:
        return data
    folder = Path(tempfile.mkdtemp(prefix="hoso-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    link = folder / data.name
    if len(str(link).encode()) > LONGEST_DATA_PATH:
        raise VoiceError(
            f"The temporary folder's path is too long for espeak-ng: {folder}. Set TMPDIR to a shorter one."
        )
    link.symlink_to(data, target_is_directory=True)
    return link
