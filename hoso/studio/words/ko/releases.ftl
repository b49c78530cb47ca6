### 릴리스: 보기, 내려받기, 공유, 결정.

releases-title = 릴리스
releases-empty = 아직 릴리스가 없습니다
releases-empty-how = 메시지를 채널별로 모두 렌더링하면 여기에 릴리스가 나타납니다. 초안은 릴리스가 아닙니다.
releases-state-ready = 승인 대기
releases-state-approved = 승인됨
releases-state-withdrawn = 철회됨
releases-count-ready = 승인 대기 { $count }건
releases-count-approved = 승인 { $count }건
releases-count-withdrawn = 철회 { $count }건
releases-withheld-count = 보류된 채널 { $count }개
releases-stale = 대본보다 오래됨
releases-stale-why = 만든 뒤에 대본이 바뀌었습니다. 메시지를 다시 렌더링하세요.
releases-stale-count = 대본보다 오래된 파일 { $count }개
releases-blockers-count = 걸리는 점 { $count }가지
releases-channels-count = 언어판 { $editions }개, 채널 { $channels }개
releases-no-poster = 포스터 없음
releases-jump = 이 페이지에서
releases-version = 버전
releases-source = 출처: { $name }
releases-message = 메시지로 가기
releases-report = 보고서
releases-zip-all = 모두 내려받기 (ZIP)
releases-zip-shared = 모두 내려받기 (ZIP)
releases-zip-chosen = 선택한 것 내려받기 (ZIP)
releases-chosen-none = 함께 받을 채널을 선택하세요
releases-choose = 선택
releases-script-chosen = { $count }개 선택, { $size }
releases-edition = 언어판 { $name }
releases-voice-in = 음성: { $language }, { $engine } ({ $speaker })
releases-grade = 음성 등급: { $grade ->
    [draft] 초안
    [approved] 승인됨
   *[other] { $grade }
}
releases-disclosure-shown = 합성 음성임을 시청자에게 알립니다
releases-disclosure-off = 합성 음성임을 시청자에게 알리지 않습니다
releases-disclosure-none = 사람이 말합니다
releases-fallback = 요청한 음성이 아닌 이유:
releases-withheld = 보류됨: { $title }
releases-language-ko = 한국어
releases-language-ru = 러시아어
releases-language-uk = 우크라이나어
releases-language-en = 영어

## 채널의 파일

releases-download = 내려받기
releases-share = 공유
releases-poster = 포스터
releases-file = 파일
releases-copy = 복사
releases-copied = 복사됨 ✓
releases-sha-of = { $name }의 SHA-256
releases-post-of = { $name }에 올릴 글
releases-post-title = 제목
releases-post-text = 글
releases-units = 채널 기준 { NUMBER($count) }자
releases-units-of = { NUMBER($limit) }자 중 { NUMBER($count) }자
releases-units-what = (채널 기준)
releases-size = 크기
releases-size-of = 한도 { $limit }의 { $share }
releases-size-aim = 목표 { $limit }의 { $share }
releases-size-label = 한도에 대한 { $name }의 크기
releases-unverified = 전해 들은 한도입니다. 아직 확인한 사람이 없습니다.
releases-length = 길이
releases-length-of = 최대 { $limit }
releases-shortened = 이 채널에 맞추어 줄였습니다. 선택 사항인 대사 일부가 빠졌습니다.
releases-qc = 검사
releases-qc-passed = 모든 규칙 통과
releases-qc-faults = 결함 { $count }개
releases-qc-unchecked = 검사하지 않음
releases-qc-short-passed = 통과
releases-qc-short-faults = 결함 있음
releases-qc-short-unchecked = 검사하지 않음
releases-no-player = 브라우저에서 재생되지 않는 파일입니다. 내려받아서 확인하세요.
releases-measured = 측정값
releases-measured-picture = 화면
releases-measured-picture-is = { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) }, 초당 { NUMBER($rate) }프레임
releases-measured-picture-coding = 화면 코덱
releases-measured-picture-coding-is = { $coding }
releases-measured-sound-coding = 소리 코덱
releases-measured-sound-coding-is = { $coding }, { NUMBER($rate) } kHz, { $channels ->
    [1] 모노
    [2] 스테레오
   *[other] { $channels }채널
}
releases-measured-loudness = 음량
releases-measured-loudness-is = { NUMBER($value, maximumFractionDigits: 1) } LUFS
releases-measured-true-peak = 트루 피크
releases-measured-true-peak-is = { NUMBER($value, maximumFractionDigits: 1) } dBTP
releases-measured-offset = 계획보다 늦은 소리
releases-measured-offset-is = { NUMBER($value, maximumFractionDigits: 1) } ms
releases-measured-subtitles = 화면에서 확인된 자막
releases-measured-subtitles-is = { $all }개 중 { $seen }개
releases-measured-qr = QR 코드 내용
releases-measured-qr-is = { $words }
releases-measured-black = 검은 화면
releases-measured-black-is = { $count ->
    [0] 없음
   *[other] { $where }
}
releases-measured-frozen = 멈춘 화면
releases-measured-frozen-is = { $count ->
    [0] 없음
   *[other] { $where }
}
releases-measured-silent = 무음
releases-measured-silent-is = { $count ->
    [0] 없음
   *[other] { $where }
}
releases-measured-container = 파일 종류
releases-measured-container-is = { $kind }
releases-measured-faststart = 받으면서 재생
releases-measured-faststart-is = { $so ->
    [yes] 예
   *[no] 아니요
}
releases-measured-damage = 손상
releases-measured-damage-is = { $count ->
    [0] 없음
   *[other] { $words }
}
releases-measured-unmeasured = 측정하지 못함
releases-measured-unmeasured-is = { $words }
releases-section-subtitles = 자막
releases-section-leaflets = 전단
releases-section-work = 편집용 작업 영상
releases-kind-subtitles = 자막
releases-kind-leaflet = 전단
releases-kind-work = 작업 영상
releases-sha-how = SHA-256으로 사본이 바로 이 파일인지 누구나 확인할 수 있습니다.

## 결정

releases-decision = 결정
releases-undecided = 이 릴리스에 대해 아직 아무도 결정하지 않았습니다.
releases-decided-ready = { $name } 님이 { $when }에 대기 상태로 되돌림
releases-decided-approved = { $name } 님이 { $when }에 승인함
releases-decided-withdrawn = { $name } 님이 { $when }에 철회함
releases-blockers = 내보내기 전에 걸리는 점
releases-who-decides = 채널 관리자와 소유자가 결정합니다.
releases-approve = 승인…
releases-approve-means = 채널 관리자가 버전 { $version }을(를) 게시할 수 있고 링크를 공유할 수 있습니다.
releases-approve-now = { $version } 승인
releases-withdraw = 철회…
releases-withdraw-means = 버전 { $version }은(는) 더 이상 게시하면 안 됩니다. 공유 링크는 바로 막힙니다.
releases-withdraw-now = { $version } 철회
releases-reason = 이유
releases-reason-optional = 이유 (비워 두어도 됩니다)
releases-withdrawn = 철회된 릴리스입니다
releases-withdrawn-why = 게시하지 마시고, 이미 게시한 것은 내리세요. 공유 링크는 더 이상 열리지 않습니다.
releases-older = 이전 릴리스입니다
releases-older-why = 지금은 버전 { $version }이(가) 쓰입니다. 이 버전은 보고 비교하기 위해 보관합니다.
releases-to-current = 현재 릴리스로
releases-versions = 버전
releases-first = 첫 릴리스입니다.
releases-current = 현재

## 비교

releases-compare = 비교
releases-compare-title = { $before } 과(와) { $after } 비교
releases-compare-current = 현재 릴리스와 비교
releases-compare-next = 다음 버전과 비교
releases-before = 이전:
releases-after = 이후:
releases-same = 같은 파일 { $count }개
releases-no-change = 바뀐 것이 없습니다
releases-changes-other = 파일 외의 변경
releases-changes-files = 바뀐 파일
releases-change = 변경
releases-change-state = 상태
releases-change-voice = 언어판의 음성
releases-change-withheld = 보류
releases-change-new = 새 파일
releases-change-gone = 없어짐
releases-change-content = 바뀜

## 공유 링크

releases-shares = 공유 링크
releases-all-shares = 공유 링크 (사용 가능 { $count }개)
releases-shares-none = 공유 링크가 없습니다.
releases-shares-ended = 끝난 링크 ({ $count }개)
releases-shares-no-open = 사용 가능한 링크가 없습니다.
releases-shares-how = 공유 링크는 릴리스 페이지에서 만듭니다. 링크가 있으면 계정 없이 내려받을 수 있습니다.
releases-share-new = 새 링크…
releases-share-what = 대상
releases-share-all = 릴리스 전체
releases-share-file = 파일 하나
releases-share-note = 받는 사람
releases-share-note-hint = 동료들에게만 보입니다.
releases-share-reason = 승인되지 않았는데 공유하는 이유
releases-share-reason-hint = 이름과 함께 기록됩니다.
releases-share-days = 유효 기간 (일)
releases-share-most = 최대 내려받기 횟수
releases-share-most-hint = 비우면 제한이 없습니다. 이어받기는 한 번으로 셉니다.
releases-share-passphrase = 암호
releases-share-passphrase-hint = 비워 두어도 됩니다. 링크와는 다른 방법으로 전하세요.
releases-share-make = 링크 만들기
releases-share-made = 링크를 만들었습니다
releases-share-once = 지금 한 번만 보입니다. 바로 복사하세요.
releases-copy-link = 링크 복사
releases-share-withdrawn = 철회된 릴리스는 공유할 수 없습니다.
releases-share-open = 사용 가능
releases-share-used = 횟수 소진
releases-share-expired = 기간 만료
releases-share-revoked = 취소됨
releases-share-locked = 암호 있음
releases-share-downloads = { $count ->
    [0] 내려받은 적 없음
   *[other] { $count }회 내려받음
}
releases-share-downloads-of = { $most }회 중 { $count }회 내려받음
releases-share-latest = 마지막 { $when }
releases-share-until = { $when }까지.
releases-share-by = { $name } 님이 만듦.
releases-share-revoked-by = { $name } 님이 { $when }에 취소함.
releases-share-unapproved = 승인되지 않은 상태에서 공유:
releases-revoke = 취소
releases-revoke-sure = { $name }에게 준 링크를 지금 취소할까요?
releases-refused-withdrawn = 버전 { $version }은(는) 철회되었습니다.
releases-refused-withdrawn-do = 철회된 릴리스는 공유할 수 없습니다.
releases-refused-part = 이 릴리스에는 그런 것이 없습니다.
releases-refused-part-do = 목록에 있는 것을 선택하세요.
releases-refused-reason = 승인되지 않은 릴리스입니다.
releases-refused-reason-do = 먼저 승인하거나, 그래도 공유하는 이유를 적으세요.
releases-refused-note = 받는 사람이 적혀 있지 않습니다.
releases-refused-note-do = 나중에 모두 알 수 있도록 이름을 적으세요.
releases-refused-long = 너무 깁니다.
releases-refused-long-do = { $most }자까지 쓸 수 있습니다.
releases-refused-days = 링크의 유효 기간은 1일에서 { $most }일까지입니다.
releases-refused-days-do = 일수를 적으세요.
releases-refused-most = 적어도 한 번은 내려받을 수 있어야 합니다.
releases-refused-most-do = 1 이상을 적거나 비워 두세요.
releases-refused-number = 숫자가 아닙니다.
releases-refused-number-do = 숫자만 쓰세요.
releases-refused-passphrase = 암호가 너무 짧습니다.
releases-refused-passphrase-do = { $least }자 이상으로 하거나 비워 두세요.

## 공유 링크로 들어온 사람

releases-visit-until = 이 링크는 { $when }까지 쓸 수 있습니다.
releases-locked = 암호를 입력하세요
releases-locked-why = 암호는 링크를 보낸 사람에게 있습니다.
releases-passphrase = 암호
releases-passphrase-wrong = 암호가 맞지 않습니다.
releases-passphrase-wait = 시도가 너무 많습니다. { $seconds }초 기다리세요.
releases-unlock = 계속
releases-closed-unknown = 열 수 없는 링크입니다
releases-closed-unknown-do = 링크가 잘리지 않았는지 보낸 사람에게 확인하세요.
releases-closed-revoked = 취소된 링크입니다
releases-closed-revoked-do = 보낸 사람에게 새 링크를 요청하세요.
releases-closed-expired = 기간이 지난 링크입니다
releases-closed-expired-do = 보낸 사람에게 새 링크를 요청하세요.
releases-closed-used = 정해진 횟수를 다 쓴 링크입니다
releases-closed-used-do = 허용된 만큼 이미 내려받았습니다. 보낸 사람에게 새 링크를 요청하세요.
releases-closed-withdrawn = 철회된 릴리스입니다
releases-closed-withdrawn-do = 더 이상 게시하면 안 됩니다. 이미 게시했다면 내리고, 링크를 보낸 사람에게 문의하세요.
releases-closed-gone = 더 이상 보관하지 않는 릴리스입니다
releases-closed-gone-do = 새 릴리스가 나왔습니다. 보낸 사람에게 새 링크를 요청하세요.
