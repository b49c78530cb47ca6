### Messages: listed, written, their earlier versions, their files.

messages-title = 메시지
messages-message = 메시지
messages-state = 상태
messages-languages = 언어
messages-language = 언어
messages-language-ko = 한국어
messages-language-ru = 러시아어
messages-language-uk = 우크라이나어
messages-language-en = 영어
messages-release = 릴리스
messages-last = 최근 작업
messages-go-to = 작업
messages-search = 이름 또는 제목
messages-any-state = 모든 상태
messages-look = 검색
messages-count = 메시지 { $count }개
messages-tag-rendering = 렌더링 중
messages-tag-errors = 오류
messages-tag-conflicts = 충돌
messages-tag-ready = 승인 대기
messages-tag-approved = 승인됨
messages-tag-withdrawn = 철회됨
messages-tag-draft = 초안
messages-errors = 오류 { $count }개
messages-warnings = 경고 { $count }개
messages-conflicts = 충돌 { $count }개
messages-no-release = 없음
messages-none = 아직 메시지가 없습니다
messages-none-advice = 먼저 영상을 올린 다음 메시지를 만드세요. 서식이 올려 둔 파일을 사용합니다.
messages-none-wait = 제작자가 곧 만들 것입니다.
messages-none-found = 찾는 것이 없습니다
messages-show-all = 모두 보기
messages-bring-files = 파일 올리기
messages-script = 대본
messages-timing = 타이밍
messages-render = 렌더링
messages-cancel = 취소
messages-delete = 삭제

## A new message

messages-new = 새 메시지
messages-name = 이름
messages-name-hint = 모든 문자와 숫자, -와 _를 쓸 수 있습니다. 예: appeal-2026-11-22. 파일 이름에도 쓰입니다.
messages-begin-with = 시작 내용
messages-template = 서식
messages-copy-of = 다른 메시지의 내용
messages-template-hint = 서식은 올려 둔 파일을 사용합니다: 영상 { $films }개, 그림 { $images }개, 소리 { $sounds }개.
messages-begin = 시작

## One message

messages-scenes = 장면과 대사
messages-scene-footage = 영상
messages-scene-image = 그림
messages-scene-card = 카드
messages-scene-clip = 클립
messages-card-title = 제목
messages-card-text = 글
messages-card-steps = 단계
messages-card-contact = 연락처
messages-clip-never = 이 장면은 프로젝트의 프로그램이 그립니다. 스튜디오는 그런 프로그램을 절대 실행하지 않으니 명령줄에서 렌더링하세요.
messages-optional = 생략 가능 { $n }
messages-optional-hint = 짧은 영상만 받는 채널에서는 빠집니다. 1이 가장 먼저 빠집니다
messages-no-outline = 대본에 오류가 있습니다
messages-no-outline-advice = 오류를 고치면 장면이 여기에 나타납니다.
messages-editions = 언어판
messages-channels = 채널
messages-voice = 목소리
messages-changed = 수정한 때
messages-unknown = 아직 알 수 없음
messages-check = 검사
messages-checking = 검사하는 중…
messages-no-problems = 문제가 없습니다
messages-no-release-yet = 아직 릴리스가 없습니다.
messages-renders = 렌더링
messages-no-renders = 아직 여기서 렌더링한 것이 없습니다.
messages-draft = 초안
messages-job-queued = 대기 중
messages-job-running = 진행 중
messages-job-done = 완료
messages-job-failed = 실패
messages-job-cancelled = 취소됨
messages-manage = 이름 바꾸기, 복사, 삭제
messages-new-name = 새 이름
messages-rename = 이름 바꾸기
messages-rename-hint = 대본, 자막, 녹음, 이전 버전이 함께 옮겨집니다. 이미 나온 릴리스는 이전 이름으로 남습니다.
messages-copy = 복사
messages-delete-question = { $name } 메시지와 자막을 휴지통에 넣으시겠습니까? 영상과 릴리스는 남습니다.
messages-recordings = 녹음한 대사

## Earlier versions

messages-history = 이전 버전
messages-no-history = 아직 없습니다.
messages-by-nobody = 다른 곳에서 저장됨
messages-older = 더 오래된 버전 { $count }개
messages-earlier = 이전 버전
messages-restore = 이 버전으로 되돌리기
messages-restore-question = 대본을 이 버전으로 바꾸시겠습니까? 지금 내용은 이전 버전으로 남습니다.
messages-differences = 지금과 다른 점
messages-no-differences = 지금과 같습니다.
messages-line-then = 당시 줄
messages-line-now = 지금 줄

## What all messages share, and the trash

messages-settings = 공통 설정
messages-settings-hint = 모든 메시지가 함께 쓰는 내용입니다: 발신자, 연락처, 채널, 목소리, 음악. 모든 메시지에 영향을 주므로 오류가 없을 때만 저장됩니다. allow_clips와 notice는 파일에서 직접 바꿉니다.
messages-trash = 휴지통
messages-trash-empty = 휴지통이 비어 있습니다
messages-trash-hint = 삭제한 메시지와 파일은 되돌릴 때까지 여기에 있습니다.
messages-what = 이름
messages-kind = 종류
messages-bytes = 파일 크기
messages-deleted = 삭제
messages-thrown-message = 메시지
messages-thrown-file = 파일
messages-take-back = 되돌리기
messages-destroy = 완전히 삭제
messages-destroy-question = { $name } 항목을 완전히 삭제하시겠습니까? 다시는 되돌릴 수 없습니다.

## What somebody did last

messages-did-messages-create = 메시지 생성
messages-did-messages-save = 대본 저장
messages-did-messages-restore = 이전 대본 복원
messages-did-messages-rename = 이름 변경
messages-did-subtitles-save = 자막 저장
messages-did-subtitles-resolve = 충돌 해결
messages-did-subtitles-restore = 이전 자막 복원
messages-did-jobs-render = 렌더링 요청
messages-did-jobs-preview = 미리보기 요청
messages-did-jobs-cancel = 렌더링 취소
messages-did-release-approve = 릴리스 승인
messages-did-release-withdraw = 릴리스 철회
messages-did-share-create = 릴리스 공유
messages-did-trash-restore = 휴지통에서 복원

## The script's editor

messages-script-editor = YAML 대본
messages-script-save = 저장
messages-script-saved = 저장됨
messages-script-unsaved = 저장되지 않음
messages-script-saving = 저장하는 중…
messages-script-failed = 저장 실패
messages-script-not-saved = 저장하지 못했습니다. 쓰신 내용은 이 브라우저에 남아 있으니 다시 시도하세요.
messages-script-read-only = 읽기 전용
messages-script-checking = 검사하는 중…
messages-script-unchecked = 연결이 없어 검사하지 못했습니다
messages-script-fine = 문제가 없습니다
messages-script-errors = 오류 { $n }개
messages-script-warnings = 경고 { $n }개
messages-script-line = { $n }번째 줄
messages-script-level-error = 오류
messages-script-level-warning = 경고
messages-script-level-hint = 제안
messages-script-left = 이 브라우저에 { $at }에 쓰고 저장하지 않은 글이 있습니다.
messages-script-restore = 이어서 쓰기
messages-script-discard = 버리기
messages-script-merged = 그사이 다른 사람이 저장했습니다. 이제 두 사람의 변경이 모두 대본에 있습니다.
messages-script-gone = 그사이 누군가 이 파일을 삭제했거나 이름을 바꾸었습니다. 그래도 저장하시겠습니까?
messages-script-save-anyway = 저장
messages-script-both = 다른 사람이 같은 줄을 바꾸었습니다
messages-script-both-advice = 잃어버린 것은 없습니다. 왼쪽은 다른 사람이 저장한 글이고 오른쪽은 쓰신 글입니다. 화살표를 누르면 왼쪽의 변경을 가져오며, 오른쪽에는 직접 쓸 수도 있습니다. 그런 다음 저장하세요.
messages-script-both-save = 오른쪽 글 저장
messages-script-theirs = 다른 사람의 글
messages-script-mine = 내 글
messages-script-take-theirs = 왼쪽 글 가져오기
messages-script-keys = 단축키
messages-script-key-complete = 여기에 쓸 수 있는 것
messages-script-key-next = 다음 문제로
messages-script-key-find = 찾기와 바꾸기
messages-script-key-comment = 주석 처리
messages-script-key-leave = 키보드로 편집기 나가기
messages-script-phrase-find = 찾기
messages-script-phrase-replacement = 바꿀 말
messages-script-phrase-next = 다음
messages-script-phrase-previous = 이전
messages-script-phrase-all = 모두
messages-script-phrase-case = 대소문자 구분
messages-script-phrase-word = 단어 단위
messages-script-phrase-regexp = 정규식
messages-script-phrase-replace = 바꾸기
messages-script-phrase-replace-all = 모두 바꾸기
messages-script-phrase-close = 닫기
messages-script-phrase-current = 현재 일치
messages-script-phrase-on-line = 줄
messages-script-phrase-replaced = $개를 바꾸었습니다
messages-script-phrase-replaced-on-line = $번째 줄의 일치를 바꾸었습니다
messages-script-phrase-go-to-line = 줄로 이동
messages-script-phrase-no-problems = 문제가 없습니다
messages-script-phrase-go = 이동
messages-script-phrase-completions = 여기에 쓸 수 있는 것
messages-script-phrase-problems = 문제
messages-script-phrase-unchanged = 바뀌지 않은 줄 $개

## Files

messages-files-title = 파일
messages-files-drop = 영상, 그림, 음악을 여기에 끌어다 놓으세요
messages-files-drop-lines = 녹음 파일을 여기에 끌어다 놓으세요
messages-files-hint = 여러 개를 한꺼번에 올릴 수 있으며 파일마다 { $most }까지입니다. 파일은 확인한 뒤에 받습니다. 파일에 담긴 장소, 시간, 기기 정보는 릴리스에 절대 들어가지 않습니다.
messages-files-hint-lines = hello.ko.wav처럼 대사와 언어로 이름을 붙이거나 대사 옆에서 파일을 고르세요. 파일마다 { $most }까지입니다.
messages-files-choose = 파일 고르기
messages-files-choose-one = 고르기
messages-files-uploads = 올리는 중인 파일
messages-files-unfinished = 파일 { $count }개가 다 올라오지 않았습니다
messages-files-unfinished-advice = 같은 파일을 다시 고르면 멈춘 곳부터 이어집니다. 하루 동안 이어 올리지 않으면 버려집니다.
messages-files-discard = 버리기
messages-files-search = 이름
messages-files-any-kind = 모든 종류
messages-files-kind-film = 영상
messages-files-kind-image = 그림
messages-files-kind-sound = 소리
messages-files-none = 아직 파일이 없습니다
messages-files-none-advice = 메시지에 쓸 영상, 그림, 음악을 여기에 보관합니다.
messages-files-count = 파일 { $count }개
messages-files-file = 파일
messages-files-facts = 길이, 화면 크기
messages-files-used-by = 사용하는 메시지
messages-files-unused = 없음
messages-files-more = 외 { $count }개
messages-files-unreadable = 읽을 수 없음
messages-files-traces = 담긴 정보:
messages-files-traces-hint = 파일의 메타데이터입니다. 릴리스에는 들어가지 않지만 파일을 직접 가진 사람은 읽을 수 있습니다.
messages-files-trace-place = 장소
messages-files-trace-time = 시간
messages-files-trace-device = 기기
messages-files-trace-author = 작성자
messages-files-delete-question = { $name } 파일을 휴지통에 넣으시겠습니까?
messages-files-delete-used = { $name } 파일은 다음 메시지에서 쓰입니다: { $messages }. 그래도 휴지통에 넣으시겠습니까? 그러면 이 메시지들을 렌더링할 수 없습니다.
messages-files-queued = 차례를 기다리는 중
messages-files-sending = 시작하는 중…
messages-files-sent = { $total } 중 { $sent }
messages-files-looking = 다 올라왔습니다. 확인하는 중…
messages-files-waiting = 연결이 끊겼습니다. 곧 이어서 올립니다…
messages-files-broken = 연결이 끊겼습니다. 올라온 부분은 하루 동안 보관됩니다.
messages-files-again = 이어서 올리기
messages-files-cancel = 취소
messages-files-dismiss = 닫기
messages-files-arrived = 올라왔습니다.
messages-files-renamed = { $name } 이름으로 올라왔습니다.
messages-files-replaced = 이전 파일은 휴지통에 있습니다.
messages-files-tells = 메타데이터에 담긴 정보: { $what }. 릴리스에는 들어가지 않습니다.
messages-files-failed = 받을 수 없는 파일입니다.
messages-files-taken = { $name } 파일이 이미 있습니다.
messages-files-line-taken = 이 대사에는 이미 녹음이 있습니다.
messages-files-keep-both = 둘 다 두기
messages-files-replace = 바꾸기
messages-files-skip = 올리지 않기

## Recorded lines

messages-recordings-hint = 대본에 engine: recorded라고 쓰면 이 녹음이 들립니다. 대사는 id로, 없으면 번호로 부릅니다.
messages-line = 대사
messages-words = 말
messages-recording = 녹음
messages-recording-missing = 없음
messages-no-lines = 이 메시지에는 말하는 대사가 없습니다
