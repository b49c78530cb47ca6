### 자막 시간 편집기

## 위쪽

timing-language = 자막 언어
timing-language-ko = 한국어
timing-language-ru = 러시아어
timing-language-uk = 우크라이나어
timing-language-en = 영어
timing-voice = 음성
timing-voice-of = 음성: { $language }
timing-beside-label = 나란히 볼 언어
timing-beside-none = 나란히 보지 않음
timing-beside = 나란히: { $language }
timing-beside-failed = 다른 언어를 불러오지 못했습니다.
timing-keymap = 단축키 방식
timing-keymap-aegisub = Aegisub
timing-keymap-subtitle-edit = Subtitle Edit
timing-close = 닫기
timing-not-loaded = 자막을 불러오지 못했습니다. 연결을 확인하고 페이지를 새로 고치세요.
timing-too-small = 자막 시간 편집에는 더 넓은 화면이 필요합니다
timing-too-small-advice = 컴퓨터에서 너비 1024픽셀 이상의 창으로 이 페이지를 여세요.

## 저장

timing-state-saved = 저장됨
timing-state-waiting = 저장 안 됨
timing-state-saving = 저장 중…
timing-state-offline = 연결 끊김: 이 브라우저에 보관하고 다시 시도합니다
timing-state-refused = 저장되지 않음
timing-state-signed-out = 로그아웃됨: 다른 탭에서 로그인한 뒤 아무것이나 고치세요
timing-read-only = 보기 전용
timing-merged = 다른 사람도 저장했습니다. 그 변경을 합쳤습니다(자막 { $count }개).
timing-recovered = 저장되지 않았던 편집을 되살렸습니다. 실행 취소하면 다시 사라집니다.
timing-recover-later = 저장되지 않은 편집을 이 브라우저에 보관하고 있습니다. 페이지를 다시 불러오면 돌아옵니다.
timing-undone = 실행 취소: { $what }
timing-done = 다시 실행: { $what }
timing-step-move = 이동
timing-step-edge = 시간 변경
timing-step-shared = 맞닿은 경계 이동
timing-step-nudge = 미세 조정
timing-step-shift = 시간 밀기
timing-step-snap = 맞춤
timing-step-add = 자막 추가
timing-step-split = 나누기
timing-step-merge = 합치기
timing-step-delete = 삭제
timing-step-text = 문구
timing-step-replace = 바꾸기
timing-step-restore = 이전 버전
timing-step-recovered = 되살린 편집

## 화면과 재생

timing-video = 자막을 입히지 않은 영상
timing-no-video = 이 화면비의 영상이 아직 없거나, 만든 뒤에 메시지가 바뀌었습니다.
timing-transport = 재생
timing-cursor = 재생 위치
timing-rate = 재생 속도
timing-shape = 화면비
timing-prepare = 미리 보기 준비
timing-prepare-going = 미리 보기를 준비하고 있습니다
timing-prepare-done = 미리 보기가 준비되었습니다.
timing-prepare-failed = 미리 보기를 만들지 못했습니다.
timing-render = 바뀐 부분 렌더링
timing-render-going = 렌더링 중
timing-render-done = 렌더링했습니다. 릴리스에 새 자막이 들어갔습니다.
timing-render-failed = 렌더링하지 못했습니다.
timing-job-waits = 대기 중: 앞에 { $count }건
timing-job-step = { $total } 중 { $done }
timing-job-left = { $seconds }초 남음
timing-job-stop = 중지
timing-job-stopped = 중지했습니다.
timing-job-lost = 스튜디오가 응답하지 않습니다. 연결을 확인하고 다시 시도하세요.

## 목록

timing-cues = 자막 목록
timing-cues-none = 아직 자막이 없습니다. 파형 위를 끌어 첫 자막을 만드세요.
timing-col-number = 번호
timing-col-in = 시작
timing-col-out = 끝
timing-col-length = 길이
timing-col-speed = 자/초
timing-col-marks = 점검
timing-text-label = 자막 문구. Enter: 마치고 다음으로. Shift+Enter: 줄 바꿈. Esc: 마침.
timing-findings = 점검: { $count }건
timing-findings-of = 점검 { $count }건. { $told }
timing-next-finding = 점검 사항이 있는 다음 자막으로
timing-level-error = 오류
timing-level-warning = 주의
timing-level-hint = 참고

## 선택한 자막

timing-panel = 선택한 자막
timing-panel-one = 자막 { $number } / { $count }
timing-panel-several = 선택한 자막: { $count }개
timing-panel-none = 선택한 자막 없음
timing-speed = 초당 { $speed }자 (한도 { $limit })
timing-field-start = 시작
timing-field-end = 끝
timing-field-length = 길이
timing-part-start = 자막이 시작하는 시간
timing-part-end = 자막이 끝나는 시간
timing-part-both = 길이와 전체 이동
timing-nudge-start = 시작 { $by }ms
timing-nudge-end = 끝 { $by }ms
timing-nudge-both = { $by }ms 이동
timing-onwards = 여기부터 모두 이동

## 파형

timing-wave = 자막이 있는 파형
timing-tools = 자막 도구
timing-handle-start = 자막 { $number } 시작
timing-handle-end = 자막 { $number } 끝
timing-drag-hint = 자막이나 가장자리를 끌고, 빈 곳을 끌어 추가합니다
timing-snap = 맞춤
timing-snap-cues = 이웃 자막
timing-snap-shots = 장면 전환
timing-snap-scenes = 씬
timing-snap-voice = 음성
timing-snap-frames = 프레임
timing-snap-off = 끄는 동안 Shift를 누르면 맞춤이 꺼지고, Ctrl을 누르면 이웃의 가장자리도 함께 움직입니다.
timing-follow = 따라가기
timing-no-room = 여기에는 자막을 넣을 자리가 없습니다.
timing-no-split = 나누려면 재생 위치를 자막 안에 두세요.

## 찾아 바꾸기

timing-find-label = 찾기
timing-replace-label = 바꿀 말
timing-replace-one = 바꾸기
timing-replace-all = 모두 바꾸기
timing-find-case = 대소문자 구분
timing-find-regex = 정규식
timing-find-count = 자막 { $cues }개에서 { $count }곳
timing-find-broken = 정규식이 잘못되었습니다

## 이동

timing-shift-by = 이동할 시간
timing-shift-hint = 밀리초 또는 1.5s 같은 초 단위. 앞당기려면 빼기표를 붙이세요.
timing-shift-chosen = 선택한 자막
timing-shift-onwards = 선택한 자막부터
timing-shift-all = 모두
timing-shift-go = 이동

## 충돌과 이전 버전

timing-conflicts = 충돌
timing-conflicts-count = 충돌 { $count }건
timing-conflicts-about = 자막을 고친 곳을 원고, 음성 또는 다른 사람도 바꿨습니다. 파일에 남길 것을 고르세요.
timing-conflict-edited = 편집한 것
timing-conflict-generated = 새로 만든 것
timing-conflict-use-edited = 편집한 것 사용
timing-conflict-use-generated = 새로 만든 것 사용
timing-conflict-kept = 지금 파일에 있음
timing-compare-none = 자막 없음
timing-history = 이전 버전
timing-history-choose = 지금 것과 비교할 버전을 고르세요.
timing-history-none = 아직 이전 버전이 없습니다.
timing-history-then = 그때
timing-history-now = 지금
timing-history-alike = 같은 자막: { $count }개
timing-history-restore = 이 버전으로 되돌리기

## 동작과 단축키

timing-help-title = 단축키
timing-help-mouse = 파형에서 마우스: 클릭하면 그 위치로 이동하고, 자막·가장자리·두 자막 사이를 끌 수 있습니다. Shift: 맞춤 끔, Ctrl: 이웃 가장자리와 함께. 휠: 스크롤, Ctrl+휠: 확대·축소.
timing-help-fields = 문구나 시간을 입력하는 동안에는 Ctrl 조합과 기능 키만 작동합니다.
timing-help-browser = Ctrl+W, Ctrl+T, Ctrl+N은 브라우저가 사용합니다. F5, F11, F12, Ctrl+D, Ctrl+P, Ctrl+숫자는 위에 적힌 대로 작동하며, 브라우저가 먼저 쓰는 키(전체 화면의 F11 등)는 옆의 다른 키를 쓰세요. F1을 누르면 이 목록이 열립니다.
timing-group-play = 재생
timing-group-go = 이동
timing-group-times = 시간
timing-group-cues = 자막
timing-group-view = 보기
timing-group-page = 페이지
timing-do-play-pause = 재생 또는 일시 정지
timing-do-play-selection = 선택한 자막 재생
timing-do-play-before-start = 시작 전 0.5초 재생
timing-do-play-after-start = 시작 후 0.5초 재생
timing-do-play-before-end = 끝 전 0.5초 재생
timing-do-play-after-end = 끝 후 0.5초 재생
timing-do-play-on = 자막부터 계속 재생
timing-do-loop = 반복
timing-do-slower = 느리게
timing-do-faster = 빠르게
timing-do-previous = 이전 자막
timing-do-next = 다음 자막
timing-do-to-start = 자막 시작으로
timing-do-to-end = 자막 끝으로
timing-do-frame-back = 한 프레임 뒤로
timing-do-frame-forward = 한 프레임 앞으로
timing-do-half-back = 0.5초 뒤로
timing-do-half-forward = 0.5초 앞으로
timing-do-second-back = 1초 뒤로
timing-do-second-forward = 1초 앞으로
timing-do-set-in = 재생 위치에서 시작
timing-do-set-out = 재생 위치에서 끝
timing-do-start-earlier = 시작 10ms 앞당기기
timing-do-start-later = 시작 10ms 늦추기
timing-do-end-earlier = 끝 10ms 앞당기기
timing-do-end-later = 끝 10ms 늦추기
timing-do-earlier-10 = 10ms 앞당기기
timing-do-later-10 = 10ms 늦추기
timing-do-earlier-100 = 100ms 앞당기기
timing-do-later-100 = 100ms 늦추기
timing-do-earlier-1000 = 1초 앞당기기
timing-do-later-1000 = 1초 늦추기
timing-do-lead-in = 200ms 먼저 시작
timing-do-lead-out = 300ms 늦게 끝내기
timing-do-snap = 선택한 자막을 가까운 곳에 맞추기
timing-do-shift = 정확한 시간만큼 이동…
timing-do-edit-text = 문구 편집
timing-do-add = 재생 위치에 자막 추가
timing-do-split = 재생 위치에서 나누기
timing-do-merge = 다음 자막 또는 선택한 자막 합치기
timing-do-delete = 삭제
timing-do-select-all = 모두 선택
timing-do-undo = 실행 취소
timing-do-redo = 다시 실행
timing-do-zoom-in = 확대
timing-do-zoom-out = 축소
timing-do-zoom-fit = 전체 보기
timing-do-scroll-left = 왼쪽으로 스크롤
timing-do-scroll-right = 오른쪽으로 스크롤
timing-do-follow = 재생 위치 따라가기
timing-do-find = 찾기
timing-do-replace = 찾아 바꾸기
timing-do-find-next = 다음 찾기
timing-do-save = 지금 저장
timing-do-help = 단축키
