"""All rules in one table, and a file's facts held against them. Pure."""

from __future__ import annotations

from hoso.release.qc import rules_file, rules_picture, rules_sound, rules_traces, rules_words
from hoso.release.qc.expectation import Expectation
from hoso.release.qc.fault import Fault, Rule
from hoso.release.qc.measured import Measured

RULES = (
    Rule("container", "The kind of file", "the channel's `files`", rules_file.container),
    Rule(
        "tracks",
        "One picture where one is due, one sound, the text tracks asked for in their languages; nothing else",
        "the channel's `picture` and `soft_subtitles`",
        rules_file.tracks,
    ),
    Rule("damage", "FFmpeg decodes all of it without an error", "our own", rules_file.damage),
    Rule(
        "faststart",
        "`moov` before `mdat`",
        "YouTube Help, recommended upload encoding settings; Telegram Bot API, supports_streaming",
        rules_file.faststart,
    ),
    Rule(
        "edit lists",
        "No `elst`",
        "YouTube Help, recommended upload encoding settings: no edit lists",
        rules_file.edit_lists,
    ),
    Rule("size", "At most the channel's bytes", "the channel's `max_bytes`", rules_file.size),
    Rule(
        "length",
        "Picture: the programme's length within a frame; sound: within an AAC frame, MP3: four frames",
        "our own: frames and AAC frames can't be halved, MP3 coders put up to four frames around",
        rules_file.length,
    ),
    Rule(
        "channel length",
        "At most, and at least, the channel's seconds",
        "the channel's `max_seconds` and `min_seconds`",
        rules_file.limits_of_time,
    ),
    Rule("caption", "There, not empty, UTF-8", "our own", rules_file.caption),
    Rule(
        "picture codec",
        "Codec and profile; level and B-frames in a row not over; 8 bits, 4:2:0",
        "the picture profile; level read from `avcC` or the visual object sequence",
        rules_picture.codec,
    ),
    Rule("raster", "Exactly the profile's size; square pixels", "the picture profile", rules_picture.raster),
    Rule(
        "frame rate",
        "Exactly the profile's; frames evenly spaced within a hundredth of a frame",
        "the picture profile",
        rules_picture.rate,
    ),
    Rule(
        "key frames",
        "At most `gop_ms` apart; every one an IDR (H.264)",
        "the picture profile; closed GOPs: YouTube, X, Meta",
        rules_picture.key_frames,
    ),
    Rule(
        "colours",
        "BT.709, limited range, in the coded picture and in `colr` (H.264)",
        "YouTube Help, recommended upload encoding settings; ITU-T H.273",
        rules_picture.colours,
    ),
    Rule(
        "black",
        "No 0.2 s in which 98 % of the points are at most 2 % over black",
        "our own: nothing that hoso makes fades to black",
        rules_picture.black,
    ),
    Rule(
        "frozen",
        "No 4 s without movement (-60 dB) but on cards and stills",
        "our own: quiet footage stands still for up to 3.4 s once it is coded",
        rules_picture.frozen,
    ),
    Rule(
        "sound codec",
        "AAC-LC, PCM or MP3; sample rate and channels",
        "the channel's `sound`",
        rules_sound.codec,
    ),
    Rule("language", "The sound track's language is the voice's", "ISO 639-2", rules_sound.language),
    Rule(
        "loudness",
        "The channel's LUFS within 0.5 LU",
        "EBU R 128; the channel's `sound.loudness`",
        rules_sound.loudness,
    ),
    Rule(
        "true peak",
        "Not over the channel's dBTP",
        "EBU R 128; the channel's `sound.true_peak`",
        rules_sound.true_peak,
    ),
    Rule(
        "sound offset",
        "Sound and picture begin within 20 ms; the wave is within 20 ms of the programme's, at both ends",
        "EBU R 37 allows 40 ms early and 60 late; 20 ms finds AAC's priming where it was left in",
        rules_sound.offset,
    ),
    Rule("silent", "No 2 s under -60 dBFS but where nothing is due", "our own", rules_sound.silent),
    Rule("unheard line", "No line of which 80 % are silent", "our own", rules_sound.unheard),
    Rule(
        "missing subtitle",
        "In the middle of each cue the safe area differs from the subtitle-free picture by the cue's ink",
        "our own: a point differs by over 40 levels; ink is at least 5 % of a sign's em squared",
        rules_words.missing,
    ),
    Rule(
        "uncalled subtitle",
        "In the middle of each gap of 0.4 s or more it does not differ by more than one sign",
        "our own",
        rules_words.uncalled,
    ),
    Rule("QR code", "Read from the coded frames: exactly the payload", "ISO/IEC 18004", rules_words.qr),
    Rule(
        "boxes",
        "Only boxes, chunks and tags that are needed for playing",
        "ISO/IEC 14496-12, -14, -15; an allowlist",
        rules_traces.atoms,
    ),
    Rule(
        "metadata",
        "Only listed tags with listed values; handlers' names that say nothing; no date; free space is empty",
        "our own: the footage's place, time, device and author can endanger people",
        rules_traces.words,
    ),
    Rule(
        "encoder names",
        "No SEI but timing and recovery (H.264), no user data (MPEG-4), no encoder's name in the bytes",
        "ITU-T H.264, annex D; ISO/IEC 14496-2",
        rules_traces.encoders,
    ),
)


def check(expected: Expectation, measured: Measured) -> tuple[Fault, ...]:
    """Everything that is wrong with a file, in the order of `RULES`."""
    return tuple(
        Fault(rule.name, finding.message, finding.remedy, finding.at_ms)
        for rule in RULES
        for finding in rule.judge(expected, measured)
    )
