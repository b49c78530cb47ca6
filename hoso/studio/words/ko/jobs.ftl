### 렌더링: 대기열, 작업, 양식

jobs-title = 렌더링
jobs-number = 렌더링 { $number }
jobs-none = 아직 렌더링한 것이 없습니다
jobs-none-of = { $message }: 아직 렌더링하지 않았습니다
jobs-none-advice = 메시지를 열고 ‘렌더링’을 누르세요. 페이지를 닫아도 작업은 계속됩니다.
jobs-message = 메시지
jobs-all-messages = 모든 메시지
jobs-show = 보기
jobs-waiting = 대기 중: { $count }건
jobs-finished = 끝난 작업
jobs-more = 더 보기
jobs-what = 종류
jobs-which = 언어판과 채널
jobs-asker = 시작한 사람
jobs-by = { $name } 님이 시작
jobs-asked = 시각
jobs-ended = 끝난 시각
jobs-state = 상태
jobs-made = 결과
jobs-took = 걸린 시간
jobs-took-long = { $time } 걸림
jobs-does = 동작
jobs-facts = 요청한 내용

## 상태

jobs-state-queued = 대기 중
jobs-state-running = 진행 중
jobs-state-stopping = 멈추는 중
jobs-state-done = 완료
jobs-state-failed = 실패
jobs-state-partly = 일부 누락
jobs-state-cancelled = 취소됨

## 만드는 것

jobs-kind-draft = 시안
jobs-kind-full = 정식
jobs-kind-preview = 타이밍용 미리보기
jobs-revoice = 음성 새로 녹음
jobs-urgent = 긴급
jobs-all-editions = 모든 언어판
jobs-all-channels = 모든 채널
jobs-channels = 채널 { $count }개
jobs-files = 파일 { $count }개
jobs-lufs = { NUMBER($loudness, minimumFractionDigits: 1, maximumFractionDigits: 1) } LUFS

## 진행

jobs-progress = 진행 상황
jobs-elapsed = 경과 시간
jobs-stage-voice = 음성
jobs-stage-segments = 영상
jobs-stage-sound = 소리와 파일
jobs-stage-preview = 미리보기
jobs-reused = { $count }개 재사용
jobs-left = { $time } 남음
jobs-pending-queued = 차례를 기다리고 있습니다
jobs-pending-begin = 대본과 영상을 읽고 있습니다
jobs-pending-finish = 검사하고 마무리하고 있습니다
jobs-pending-stop = 멈추고 있습니다
jobs-pending-label = 양을 셀 수 없는 작업
jobs-place = 대기 순서
jobs-ahead-next = 다음 차례입니다
jobs-ahead-some = 앞에 { $count }건이 있습니다
jobs-spoken-stage = { $name }: { $percent }%
jobs-spoken-begun = { $message } 렌더링을 시작했습니다
jobs-spoken-done = { $message } 렌더링이 끝났습니다
jobs-spoken-failed = { $message } 렌더링에 실패했습니다
jobs-spoken-cancelled = { $message } 렌더링을 취소했습니다
jobs-lost = 스튜디오와 연결이 끊겼습니다. 렌더링은 계속되며, 연결되면 이 페이지가 저절로 따라잡습니다.

## 결과

jobs-wrong = { $count ->
    [1] 만들지 못했습니다
   *[other] 만들지 못했습니다. 이유가 { $count }가지 있습니다
}
jobs-wrong-partly = { $count }가지를 만들지 못했습니다. 나머지는 만들었습니다
jobs-warned = 알아 둘 점 { $count }가지
jobs-attempt = 시도
jobs-attempt-advice = { $count }번 시작했습니다. 다른 작업에 차례를 내주었거나 스튜디오가 다시 시작되었습니다. 그때까지 끝낸 것은 다시 씁니다.
jobs-made-title = 만든 파일 { $count }개
jobs-channel = 채널
jobs-edition = 언어판
jobs-size = 크기
jobs-length = 길이
jobs-loudness = 음량
jobs-voice = 음성
jobs-draft-voice = 들어 보고 확인하세요
jobs-watch = 보기
jobs-draft-advice = 시안은 크기가 절반이며 배포하지 않습니다. 다음 시안이 이것을 대신합니다.
jobs-log = 기록
jobs-again = 다시 시작
jobs-to-release = 릴리스로
jobs-to-message = 메시지로
jobs-to-script = 대본으로

## 동작

jobs-cancel = 취소
jobs-cancel-named = { $message } 렌더링 취소
jobs-cancel-sure = { $message } 렌더링을 취소할까요? 끝낸 것은 남아 있으며 다시 시작할 때 쓰입니다.
jobs-cancel-yes = 렌더링 취소

## 양식

jobs-render = 렌더링
jobs-render-title = { $message } 렌더링
jobs-going = 이 메시지는 렌더링 중이거나 차례를 기다리고 있습니다.
jobs-going-link = 확인하기
jobs-script-wrong = 먼저 대본을 고쳐야 합니다
jobs-quality = 품질
jobs-quality-advice = 시안은 크기가 절반이고 빨라서 확인하기 좋습니다. 정식은 채널 관리자가 내려받는 릴리스를 만듭니다.
jobs-editions = 언어판
jobs-edition-about = 음성 { $voice }, 자막 { $subtitles }
jobs-channels-legend = 채널
jobs-tick-all = 모두
jobs-tick-none = 없음
jobs-revoice-label = 모든 줄의 음성을 새로 만들기
jobs-revoice-advice = 선택하지 않으면 이미 만든 음성을 그대로 써서 편집자가 맞춘 타이밍이 유지됩니다.
