"""Google Translate's voice, through gTTS: online, the default.

What gTTS leaves open is settled here: a time limit, retries where the server says "too many requests", a
quick decision
where there is no network, nothing that is not sound ever accepted (a captcha page comes with status 200).

gTTS 2.5 tells `requests` not to verify the server's certificate, so anybody on the way could put other words
into our
voice. The sessions that it opens are therefore replaced by ones that verify, whatever they are told; behind
a proxy with
a certificate of its own, REQUESTS_CA_BUNDLE names the file to trust, as everywhere with `requests`.
"""

from __future__ import annotations

import io
import re
import socket
import sys
import threading
import time
import urllib.request
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from hoso.base.jobs import CancelToken
from hoso.base.languages import LANGUAGES, Language
from hoso.voice.takes import SAMPLE_RATE, Engine, Grade, Speech, Surroundings, Utterance, VoiceError

TIMEOUT_SECONDS = 10.0
"""For connecting, and for each wait for data."""
BACKOFF_SECONDS = (2.0, 4.0, 8.0)
"""Waits before each retry after status 429 or 5xx."""
PROBE_SECONDS = 2.0
PROBE_AGAIN_SECONDS = 60.0
"""How long a host that could not be reached counts as unreachable: a studio may run for days."""
SHORTEST_SECONDS = 0.2
LONGEST_REQUEST = 100
"""Characters (gTTS 2.5.4, GOOGLE_TTS_MAX_CHARS)."""
NAP_SECONDS = 0.2
# Top-level domains of the host asked; in English they make the accent (gTTS's documentation, "Localized
# accents").
ENGLISH = ("com", "co.uk", "com.au", "ca", "co.in", "ie", "co.za")


class GttsEngine(Engine):
    """Asks translate.google.<voice>. Gives no word times."""

    name = "gtts"
    version = "1"
    grade: Grade = "approved"
    online = True
    languages = LANGUAGES

    def __init__(self, surroundings: Surroundings, *, sleep: Callable[[float], None] = time.sleep) -> None:
        del surroundings
        self._sleep = sleep

    def voices(self, language: Language) -> tuple[str, ...]:
        """Top-level domains; only in English do they sound different."""
        if language not in self.languages:
            return ()
        return ENGLISH if language == "en" else ENGLISH[:1]

    def speak(self, utterance: Utterance, token: CancelToken) -> Speech:
        """Ask for it, again where the server is busy. Raises VoiceError with the reason."""
        for wait in (*BACKOFF_SECONDS, None):
            token.check()
            try:
                return Speech(_checked(_request(utterance)))
            except _Busy as busy:
                if wait is None:
                    raise VoiceError(f"{busy}, {len(BACKOFF_SECONDS) + 1} times in a row") from busy
                self._wait(wait, token)
        raise AssertionError("the last round answers or raises")

    def _wait(self, seconds: float, token: CancelToken) -> None:
        """In naps, so that somebody who stops the work does not wait with it."""
        for _ in range(round(seconds / NAP_SECONDS)):
            token.check()
            self._sleep(NAP_SECONDS)


class _Busy(Exception):  # noqa: N818 - a state of the server, not a fault
    """The server asks to come again later."""


def _request(utterance: Utterance) -> bytes:
    _check_reachable(_address(utterance.voice))
    import gtts

    _verify_certificates()
    audio = io.BytesIO()
    try:
        gtts.gTTS(
            utterance.spoken,
            tld=utterance.voice,
            lang=utterance.language,
            tokenizer_func=parts,
            timeout=TIMEOUT_SECONDS,
        ).write_to_fp(audio)
    except gtts.gTTSError as error:
        raise _reason(error) from error
    except (AssertionError, ValueError) as error:
        raise VoiceError(f"gTTS can't say '{utterance.text}': {error}") from error
    return audio.getvalue()


def parts(text: str) -> list[str]:
    """A text longer than one request takes, cut after marks into as few parts as will do.

    gTTS's own cutter makes a request of every clause, which sounds chopped and soon meets the limit of
    requests.
    """
    packed = [""]
    for clause in re.split(r"(?<=[.!?…,;:])\s+", text):
        if packed[-1] and len(packed[-1]) + 1 + len(clause) > LONGEST_REQUEST:
            packed.append("")
        packed[-1] = f"{packed[-1]} {clause}".strip()
    return packed


def _reason(error: Any) -> Exception:
    """What a person should know of a gTTSError; `_Busy` where a later try may do better."""
    response = error.rsp
    if response is None:
        cause = error.__context__
        return VoiceError(f"translate.google could not be asked: {_plain(cause) if cause else error}")
    if response.status_code == 429 or response.status_code >= 500:
        return _Busy(f"translate.google answered {response.status_code} {response.reason}")
    if response.status_code == 200:
        return VoiceError("translate.google answered without sound")
    return VoiceError(f"translate.google answered {response.status_code} {response.reason}")


def _plain(cause: BaseException) -> str:
    """`requests` wraps what happened several times over; the kind of error says it best."""
    import requests

    if isinstance(cause, requests.exceptions.SSLError):
        return "its certificate is not valid (behind a proxy, set REQUESTS_CA_BUNDLE)"
    if isinstance(cause, requests.exceptions.Timeout):
        return f"no answer within {TIMEOUT_SECONDS:.0f} s"
    return f"{type(cause).__name__}"


def _checked(audio: bytes) -> bytes:
    """`audio`, where it is sound."""
    from hoso.voice import finish

    if not audio:
        raise VoiceError("translate.google answered with a page instead of sound, probably a captcha")
    samples = finish.decode(audio)
    if samples.size < SHORTEST_SECONDS * SAMPLE_RATE:
        raise VoiceError(f"translate.google answered with {samples.size / SAMPLE_RATE:.2f} s of sound")
    return audio


def _address(domain: str) -> tuple[str, int]:
    """Host and port that a request would connect to: the server's, or the proxy's where one is set."""
    loaded = sys.modules.get("gtts.tts")
    url = urlsplit(loaded._translate_url(tld=domain) if loaded else f"https://translate.google.{domain}")
    proxies = urllib.request.getproxies()
    proxy = proxies.get(url.scheme, proxies.get("all"))
    if proxy:
        url = urlsplit(proxy if "//" in proxy else f"//{proxy}", "http")
    return url.hostname or "", url.port or (443 if url.scheme == "https" else 80)


_UNREACHABLE: dict[tuple[str, int], tuple[float, str]] = {}
_REACHED: set[tuple[str, int]] = set()


def _check_reachable(address: tuple[str, int]) -> None:
    """Raises VoiceError within about 2 s where `address` can't be connected to; remembered for a minute."""
    if address in _REACHED:
        return
    when, why = _UNREACHABLE.get(address, (0.0, ""))
    if not why or time.monotonic() - when > PROBE_AGAIN_SECONDS:
        why = _probe(address)
        if not why:
            _REACHED.add(address)
            return
        _UNREACHABLE[address] = (time.monotonic(), why)
    raise VoiceError(f"{address[0]} can't be reached: {why}")


def _probe(address: tuple[str, int]) -> str:
    """Why `address` can't be connected to; empty where it can. Looking up a name has no limit of its own,
    hence a thread."""
    result: list[str] = []
    thread = threading.Thread(target=lambda: result.append(_connect(address)), daemon=True)
    thread.start()
    thread.join(PROBE_SECONDS)
    return result[0] if result else f"no answer within {PROBE_SECONDS:.0f} s"


def _connect(address: tuple[str, int]) -> str:
    try:
        socket.create_connection(address, PROBE_SECONDS).close()
    except socket.gaierror:
        return "its name can't be looked up (no network?)"
    except OSError as error:
        return error.strerror or str(error)
    return ""


def _verify_certificates() -> None:
    """Have gTTS verify the server's certificate (see the module's docstring)."""
    import gtts.tts
    import requests

    class VerifyingSession(requests.Session):
        def send(self, request: requests.PreparedRequest, **options: Any) -> requests.Response:
            trusted = self.merge_environment_settings(request.url or "", {}, None, True, None)["verify"]
            return super().send(request, **{**options, "verify": trusted})

    class Requests:
        """gTTS's view of `requests`: the same, but for the session."""

        Session = VerifyingSession

        def __getattr__(self, name: str) -> Any:
            return getattr(requests, name)

    if gtts.tts.requests is requests:
        gtts.tts.requests = Requests()
