"""gTTS's real code against a server on this machine: what comes back is sound, or a reason within a known
time."""

from __future__ import annotations

import base64
import json
import socket
import threading
import urllib.parse
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import ffmpeg
import gtts.tts
import pytest
import requests

from hoso.base.jobs import Cancelled, CancelToken
from hoso.media.ffmpeg import arguments, run
from hoso.voice import finish, gtts_engine
from hoso.voice.gtts_engine import BACKOFF_SECONDS, GttsEngine
from hoso.voice.takes import SAMPLE_RATE, Surroundings, Utterance, VoiceError

Utter = Callable[[str], Utterance]
CAPTCHA = b"<html><body>Our systems have detected unusual traffic from your computer network.</body></html>"


@dataclass
class Google:
    """A stand-in for translate.google.com: answers each request with the next of `answers`, the last one for
    ever."""

    answers: list[tuple[int, bytes]]
    asked: list[str] = field(default_factory=list)
    release: threading.Event = field(default_factory=threading.Event)
    url: str = ""

    def answer(self, body: bytes) -> tuple[int, bytes]:
        """What comes next; an empty status means no answer until released."""
        request = json.loads(urllib.parse.parse_qs(body.decode())["f.req"][0])
        self.asked.append(json.loads(request[0][0][1])[0])
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@pytest.fixture(scope="module")
def mp3(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A second of sound in the format that the service sends."""
    path = tmp_path_factory.mktemp("mp3") / "tone.mp3"
    run(
        arguments(ffmpeg.input("sine=frequency=300:duration=1", f="lavfi").output(str(path), ar=24_000, ac=1))
    )
    return path.read_bytes()


@pytest.fixture
def google(monkeypatch: pytest.MonkeyPatch) -> Iterator[Google]:
    """The server, running; gTTS asks it instead of the real one."""
    service = Google([(200, b"")])

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            status, body = service.answer(self.rfile.read(int(self.headers["Content-Length"])))
            if status == 0:
                service.release.wait(30)
                return
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name it has
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    service.url = f"http://127.0.0.1:{server.server_port}"
    _ask(service.url, monkeypatch)
    yield service
    service.release.set()
    server.shutdown()
    thread.join()
    server.server_close()


def _ask(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gtts.tts, "_translate_url", lambda path="", **_: f"{url}/{path}")
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(gtts_engine, "_REACHED", set())
    monkeypatch.setattr(gtts_engine, "_UNREACHABLE", {})


def _sound(mp3: bytes) -> bytes:
    inner = json.dumps([base64.b64encode(mp3).decode()], separators=(",", ":"))
    return (
        b")]}'\n\n"
        + json.dumps(
            [["wrb.fr", "jQ1olc", inner, None, None, None, "generic"]], separators=(",", ":")
        ).encode()
    )


@pytest.fixture
def naps() -> list[float]:
    """The naps that the engine took."""
    return []


@pytest.fixture
def engine(surroundings: Surroundings, naps: list[float]) -> GttsEngine:
    """The engine, which does not really sleep."""
    return GttsEngine(surroundings, sleep=naps.append)


def test_a_line_is_spoken(
    google: Google, engine: GttsEngine, naps: list[float], mp3: bytes, utterance: Utter
) -> None:
    """The spoken text is asked for, and what comes back is the sound as it was sent."""
    google.answers = [(200, _sound(mp3))]
    speech = engine.speak(utterance("안녕하십니까."), CancelToken())
    assert speech.audio == mp3
    assert finish.decode(speech.audio).size / SAMPLE_RATE == pytest.approx(1.0, abs=0.1)
    assert google.asked == ["안녕하십니까."]
    assert naps == []


def test_a_long_line_is_asked_for_in_parts(
    google: Google, engine: GttsEngine, mp3: bytes, utterance: Utter
) -> None:
    """The service takes 100 characters; the parts follow each other in one file."""
    google.answers = [(200, _sound(mp3))]
    text = "조선인민군 군인 여러분, 무의미하게 죽지 마십시오. " * 6
    speech = engine.speak(utterance(text.strip()), CancelToken())
    assert len(google.asked) == 2
    assert all(len(part) <= 100 for part in google.asked)
    assert finish.decode(speech.audio).size / SAMPLE_RATE == pytest.approx(2, abs=0.2)


def test_a_busy_server_is_asked_again_later(
    google: Google, engine: GttsEngine, naps: list[float], mp3: bytes, utterance: Utter
) -> None:
    """After 429 and 503 the waits grow, then the sound comes."""
    google.answers = [(429, b""), (503, b""), (200, _sound(mp3))]
    assert engine.speak(utterance("안녕"), CancelToken()).audio == mp3
    assert sum(naps) == pytest.approx(sum(BACKOFF_SECONDS[:2]))


def test_a_server_that_stays_busy_is_given_up(
    google: Google, engine: GttsEngine, naps: list[float], utterance: Utter
) -> None:
    """After all retries the reason is said."""
    google.answers = [(429, b"")]
    with pytest.raises(VoiceError, match=r"429 Too Many Requests, 4 times in a row"):
        engine.speak(utterance("안녕"), CancelToken())
    assert len(google.asked) == 4
    assert sum(naps) == pytest.approx(sum(BACKOFF_SECONDS))


def test_waiting_stops_when_the_job_is_stopped(
    google: Google, surroundings: Surroundings, utterance: Utter
) -> None:
    """Nobody waits out a backoff after Ctrl-C."""
    google.answers = [(429, b"")]
    token = CancelToken()
    engine = GttsEngine(surroundings, sleep=lambda _: token.cancel())
    with pytest.raises(Cancelled):
        engine.speak(utterance("안녕"), token)
    assert len(google.asked) == 1


@pytest.mark.parametrize(
    ("status", "body", "reason"),
    [
        (200, CAPTCHA, "a page instead of sound, probably a captcha"),
        (200, b"", "a page instead of sound"),
        (200, b'[["wrb.fr","jQ1olc",null,null,null,[3],"generic"]]', "answered without sound"),
        (200, _sound(b"not an mp3" * 100), "can't be read"),
        (403, b"", "403 Forbidden"),
    ],
)
def test_an_answer_that_is_not_sound_is_refused(
    google: Google, engine: GttsEngine, utterance: Utter, status: int, body: bytes, reason: str
) -> None:
    """Whatever the status says."""
    google.answers = [(status, body)]
    with pytest.raises(VoiceError, match=reason):
        engine.speak(utterance("안녕"), CancelToken())


def test_a_scrap_of_sound_is_refused(
    google: Google, engine: GttsEngine, utterance: Utter, tmp_path: Path
) -> None:
    """0.1 s is no line."""
    path = tmp_path / "scrap.mp3"
    run(arguments(ffmpeg.input("sine=duration=0.05", f="lavfi").output(str(path), ar=24_000, ac=1)))
    google.answers = [(200, _sound(path.read_bytes()))]
    with pytest.raises(VoiceError, match="s of sound"):
        engine.speak(utterance("안녕"), CancelToken())


def test_a_server_that_does_not_answer_is_given_up(
    google: Google, engine: GttsEngine, utterance: Utter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """gTTS itself would wait for ever."""
    monkeypatch.setattr(gtts_engine, "TIMEOUT_SECONDS", 0.3)
    google.answers = [(0, b"")]
    with pytest.raises(VoiceError, match="no answer within"):
        engine.speak(utterance("안녕"), CancelToken())


def test_without_a_network_the_decision_is_quick_and_remembered(
    engine: GttsEngine, utterance: Utter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A refused connection is found out once, not once for every line."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    _ask(f"http://127.0.0.1:{port}", monkeypatch)
    tried: list[tuple[str, int]] = []
    probe = gtts_engine._probe

    def spy(address: tuple[str, int]) -> str:
        tried.append(address)
        return probe(address)

    monkeypatch.setattr(gtts_engine, "_probe", spy)
    for _ in range(3):
        with pytest.raises(VoiceError, match=r"127\.0\.0\.1 can't be reached: Connection refused"):
            engine.speak(utterance("안녕"), CancelToken())
    assert tried == [("127.0.0.1", port)]


def test_a_name_that_can_not_be_looked_up_in_time_counts_as_no_network(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The look-up has no time limit of its own."""
    blocked = threading.Event()
    monkeypatch.setattr(gtts_engine, "PROBE_SECONDS", 0.1)
    monkeypatch.setattr(gtts_engine, "_connect", lambda _: str(blocked.wait(10)))
    assert gtts_engine._probe(("nowhere.invalid", 443)).startswith("no answer within")
    blocked.set()


def test_behind_a_proxy_the_proxy_is_probed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server itself can't be reached from there."""
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    assert gtts_engine._address("com") == ("proxy.example", 3128)
    monkeypatch.delenv("https_proxy")
    for name in ("HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    assert gtts_engine._address("com.au") == ("translate.google.com.au", 443)


def test_certificates_are_verified_although_gtts_says_not_to(
    google: Google, engine: GttsEngine, mp3: bytes, utterance: Utter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody on the way may put other words into our voice; REQUESTS_CA_BUNDLE names another authority."""
    google.answers = [(200, _sound(mp3))]
    verified: list[object] = []
    send = requests.adapters.HTTPAdapter.send

    def spy(self: requests.adapters.HTTPAdapter, *args: Any, **options: Any) -> requests.Response:
        verified.append(options["verify"])
        return send(self, *args, **options)

    monkeypatch.setattr(requests.adapters.HTTPAdapter, "send", spy)
    monkeypatch.delenv("REQUESTS_CA_BUNDLE", raising=False)
    monkeypatch.delenv("CURL_CA_BUNDLE", raising=False)
    engine.speak(utterance("안녕"), CancelToken())
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/own/authority.pem")
    engine.speak(utterance("안녕"), CancelToken())
    assert verified == [True, "/own/authority.pem"]


def test_what_has_no_letters_is_an_error(google: Google, engine: GttsEngine, utterance: Utter) -> None:
    """gTTS asserts; a person gets a reason."""
    with pytest.raises(VoiceError, match="can't say"):
        engine.speak(utterance("…"), CancelToken())
