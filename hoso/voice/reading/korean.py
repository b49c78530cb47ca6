"""Numbers, dates, times, telephone numbers, units and letters as a Korean speaker reads them."""

from __future__ import annotations

import re

from hoso.voice.reading.rules import Rule, rule

DIGITS = "영일이삼사오육칠팔구"
PHONE_DIGITS = "공일이삼사오육칠팔구"
MYRIADS = ("", "만", "억", "조", "경")
NATIVE_ONES = ("", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉")
NATIVE_TENS = ("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")
MONTHS = {6: "유월", 10: "시월"}
LETTERS = {
    "A": "에이", "B": "비", "C": "씨", "D": "디", "E": "이", "F": "에프", "G": "지", "H": "에이치",
    "I": "아이", "J": "제이", "K": "케이", "L": "엘", "M": "엠", "N": "엔", "O": "오", "P": "피", "Q": "큐",
    "R": "알", "S": "에스",    "T": "티", "U": "유", "V": "브이", "W": "더블유", "X": "엑스", "Y": "와이",
    "Z": "지",
}  # fmt: skip
UNITS = {
    "km/h": "킬로미터", "km": "킬로미터", "cm": "센티미터", "mm": "밀리미터", "m": "미터", "kg": "킬로그램",
    "mg": "밀리그램",
    "g": "그램", "L": "리터", "ml": "밀리리터", "ha": "헥타르", "GB": "기가바이트", "MB": "메가바이트", "%p":
    "퍼센트포인트",
    "%": "퍼센트", "℃": "도", "°C": "도", "°": "도", "₩": "원", "$": "달러", "€": "유로", "₴": "흐리우냐",
    "£": "파운드", "¥": "엔",
}  # fmt: skip
# Counted with native numerals up to 99. The longest is tried first; what follows "not" makes it another word.
NATIVE_COUNTERS = (
    "번째", "사람", "가지", "마리", "그루", "켤레", "송이", "군데", "걸음", "마디", "바퀴", "그릇", "차례",
    "식구", "살", "명", "개(?!월|국|년|소)",
    "번(?!지|호|가)", "병", "잔", "권", "대", "장", "곳", "채", "벌", "자루", "척", "통", "끼", "달", "줄",
    "쌍", "알", "배", "해",
    "모금", "방울", "조각", "켠", "밤", "손",
)  # fmt: skip
NATIVE_UP_TO = 99
CLOCK_UP_TO = 12
# With these the number is written together; with all other units it is a word of its own.
JOINED = ("년대", "년", "일", "월")
SINO_UNITS = (
    "시간", "개월", "개국", "개년", "개소", "주일", "주년", "년간", "일간", "주간", "분", "초", "주", "원",
    "달러", "유로", "루블", "도", "층", "호", "회",
    "차", "위", "조", "항", "세", "인분", "인", "미터", "킬로미터", "킬로", "센티", "그램", "킬로그램", "톤",
    "리터", "퍼센트", "프로", "쪽", "페이지",
    "평", "사단", "여단", "연대", "대대", "중대", "소대", "군단", "번지", "번가", "번호", "급", "등", "점",
    "단계", "세기", "세대", "반", "킬로미터", "박",
)  # fmt: skip
NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)"
SCALE = "[십백천만억조]"


def sino(number: int) -> str:
    """The Sino-Korean numeral, written together: 24 이십사, 10000 만, 120000000 일억이천만."""
    if number == 0:
        return DIGITS[0]
    words = ""
    for power, scale in reversed(list(enumerate(MYRIADS))):
        part = number // 10_000**power % 10_000
        if part:
            # 10,000 is 만, but 100,000,000 is 일억.
            words += scale if part == 1 and scale == "만" and not words else _thousands(part) + scale
    return words


def _thousands(number: int) -> str:
    words = ""
    for power, scale in ((3, "천"), (2, "백"), (1, "십"), (0, "")):
        digit = number // 10**power % 10
        if digit:
            words += scale if digit == 1 and scale else DIGITS[digit] + scale
    return words


def native(number: int) -> str:
    """The native numeral before a counter, for 1 to 99: 5 다섯, 20 스무, 21 스물한."""
    if number == 20:
        return "스무"
    return NATIVE_TENS[number // 10] + NATIVE_ONES[number % 10]


def digits(text: str, names: str = PHONE_DIGITS) -> str:
    """Digit by digit, with 0 as 공: how numbers are read that are names."""
    return "".join(names[int(digit)] for digit in text if digit.isdigit())


def quantity(text: str) -> str:
    """A number as written, with commas or a decimal point: 1,000 천, 3.5 삼 점 오, 007 공공칠."""
    whole, _, fraction = text.replace(",", "").partition(".")
    if (len(whole) > 1 and whole.startswith("0")) or len(whole) > 20:
        return digits(text)
    words = sino(int(whole))
    return f"{words} 점 {digits(fraction, DIGITS)}" if fraction else words


def counted(number: str, counter: str) -> str:
    """A number with its counter: 5, 명 다섯 명; 24, 시간 이십사 시간; 20, 대 이십 대 (the twenties)."""
    plain = number.replace(",", "")
    value = int(plain) if plain.isdigit() else -1
    if counter == "번째" and value == 1:
        return "첫 번째"
    if counter == "월" and value in MONTHS:
        return MONTHS[value]
    if counter in JOINED:
        return quantity(number) + counter
    return f"{_numeral(value, counter) or quantity(number)} {counter}"


def _numeral(value: int, counter: str) -> str | None:
    """The native numeral where this counter takes one."""
    if counter in ("시", "시간"):
        return native(value) if 1 <= value <= CLOCK_UP_TO else None
    if counter == "대" and value % 10 == 0:
        return None
    return native(value) if _is_native(counter) and 1 <= value <= NATIVE_UP_TO else None


def _is_native(counter: str) -> bool:
    return any(re.fullmatch(pattern, counter) for pattern in NATIVE_COUNTERS)


def between(first: str, second: str, counter: str) -> str:
    """A range: 2, 3, 명 두세 명; 10, 20, 명 십에서 이십 명; 9, 18, 시 아홉 시에서 십팔 시."""
    if counter in ("시", "월", "일", "년", "번째", "분"):
        return f"{counted(first, counter)}에서 {counted(second, counter)}"
    if _is_native(counter) and second.isdigit() and first.isdigit() and int(first) + 1 == int(second) < 10:
        return f"{native(int(first))}{native(int(second))} {counter}"
    return f"{quantity(first)}에서 {quantity(second)} {counter}".strip()


def clock(hours: str, minutes: str, seconds: str | None = None) -> str:
    """A time of the day: 3:30 세 시 삼십 분; 14:00 십사 시."""
    parts = [counted(str(int(hours)), "시")]
    if int(minutes):
        parts.append(counted(str(int(minutes)), "분"))
    if seconds and int(seconds):
        parts.append(counted(str(int(seconds)), "초"))
    return " ".join(parts)


def date(year: str, month: str, day: str) -> str | None:
    """2024-10-23: 이천이십사년 시월 이십삼일; None where it is no date."""
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return None
    return " ".join((counted(year, "년"), counted(str(int(month)), "월"), counted(str(int(day)), "일")))


def phone(match: re.Match[str]) -> str | None:
    """A telephone number, digit by digit, a word for each group: +38 044 350 is 플러스 삼팔 공사사 삼오공."""
    written = match.group()
    if sum(map(str.isdigit, written)) < 7:
        return None
    return "|".join(
        " ".join(_group(group) for group in re.findall(r"\+?\d+", word)) for word in written.split()
    )


def _group(group: str) -> str:
    """Long ones in fours from the right: 01012345678 공일공 일이삼사 오육칠팔."""
    figures = group.lstrip("+")
    first = len(figures) % 4 if len(figures) > 4 else len(figures)
    fours = [figures[:first], *(figures[start : start + 4] for start in range(first, len(figures), 4))]
    return ("플러스 " if group.startswith("+") else "") + " ".join(digits(part) for part in fours if part)


def _measure(match: re.Match[str]) -> str:
    unit = match["unit"]
    sign = (
        "영하 " if match["sign"] and unit in ("℃", "°C", "°", "도") else "마이너스 " if match["sign"] else ""
    )
    prefix = "시속 " if unit == "km/h" else ""
    return f"{prefix}{sign}{quantity(match['number'])} {UNITS.get(unit, unit)}"


def _money(match: re.Match[str]) -> str:
    scale = match["scale"] or ""
    return f"{quantity(match['number'])}{scale} {UNITS[match['unit']]}"


def _big(match: re.Match[str]) -> str:
    number, scale = match["number"], match["scale"]
    words = scale if number == "1" and scale in "만천백십" else quantity(number) + scale
    return words + (f" {match['unit']}" if match["unit"] else "")


def _letters(match: re.Match[str]) -> str:
    return "".join(LETTERS[letter] for letter in match.group())


def _address(match: re.Match[str]) -> str:
    """A web address or handle: its marks by name, its words left to the voice."""
    text = re.sub(r"^https?://(www\.)?", "", match.group()).rstrip("/")
    for mark, name in (("@", "골뱅이"), (".", "점"), ("/", "슬래시"), ("_", "밑줄"), ("-", "하이픈")):
        text = text.replace(mark, f" {name} ")
    text = re.sub(r"(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])", " ", text)
    return " ".join(digits(word) if word.isdigit() else word for word in text.split())


_COUNTERS = "|".join((*sorted((*SINO_UNITS, *JOINED), key=len, reverse=True), *NATIVE_COUNTERS, "시"))
_MARKS = "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True))
_END = r"(?![A-Za-z])"

RULES: tuple[Rule, ...] = (
    rule(
        r"https?://[^\s가-힣]*[\w/] | (?<![\w.])@\w+ | (?<![\w@])[a-z][\w-]*(?:\.[a-z][\w-]*)+(?:/\w+)*",
        _address,
    ),
    rule(r"(?<!\d)(\d{4})[-./]\s?(\d{1,2})[-./]\s?(\d{1,2})(?!\d)\.?", lambda m: date(*m.group(1, 2, 3))),
    rule(r"(?<![\d.,])(?:\+\d|\(?0)[\d\s()-]{5,}\d(?!\d)", phone, by_word=True),
    rule(r"(?<![\d.,-])\d{2,4}-\d{3,4}(?:-\d{4})?(?![\d-])", phone, by_word=True),
    rule(r"(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)(?::([0-5]\d))?(?![\d:])", lambda m: clock(*m.group(1, 2, 3))),
    rule(r"24/7", lambda _: "이십사 시간 연중무휴"),
    rule(
        rf"(?P<a>\d+)\s?[~–∼〜]\s?(?P<b>{NUMBER})(?P<counter>{_COUNTERS})?",
        lambda m: between(m["a"], m["b"], m["counter"] or ""),
    ),
    rule(
        rf"제\s?(?P<number>\d+)(?P<counter>{_COUNTERS})?",
        lambda m: f"제{sino(int(m['number']))}{m['counter'] or ''}",
    ),
    rule(rf"(?P<unit>[$€₴£¥₩])\s?(?P<number>{NUMBER}(?:\.\d+)?)(?P<scale>{SCALE}+)?", _money),
    rule(rf"(?P<sign>(?<![\w])[-−])?(?P<number>{NUMBER}(?:\.\d+)?)\s?(?P<unit>{_MARKS}){_END}", _measure),
    rule(rf"(?P<number>{NUMBER}(?:\.\d+)?)(?P<scale>{SCALE}+)(?P<unit>달러|유로|원|명|개(?!월))?", _big),
    rule(
        rf"(?P<number>{NUMBER})(?P<gap>\s?)(?P<counter>{_COUNTERS})",
        lambda m: counted(m["number"], m["counter"]),
    ),
    rule(r"(?<![\w/])(\d+)/(\d+)(?![\w/])", lambda m: f"{sino(int(m[2]))}분의 {sino(int(m[1]))}"),
    rule(rf"(?<!\w)[-−](?P<number>{NUMBER}(?:\.\d+)?)", lambda m: f"마이너스 {quantity(m['number'])}"),
    rule(rf"{NUMBER}(?:\.\d+)?", lambda m: quantity(m.group())),
    rule(r"(?<![A-Za-z])[A-Z]{2,6}(?![A-Za-z])", _letters),
)
"""In the order in which they are tried."""
