### 누가 무엇을 할 수 있는지: 로그인, 계정, 사용자, 활동 기록, API.

## 로그인

access-sign-in-title = 로그인
access-name = 이름
access-password = 비밀번호
access-sign-in = 로그인
access-local-hint = 스튜디오가 실행 중인 컴퓨터에서 다음 명령을 실행하면 로그인 링크가 나옵니다.
access-link-title = 이 링크는 더 이상 쓸 수 없습니다
access-link-advice = 링크는 정해진 기간 동안 한 번만 쓸 수 있습니다. 링크를 준 사람에게 새 링크를 요청하세요.
access-link-advice-local = 링크는 10분 동안 한 번만 쓸 수 있습니다. 스튜디오가 실행 중인 컴퓨터에서 다음 명령을 실행하면 새 링크가 나옵니다.
access-accept-title = { $name } 님, 환영합니다
access-accept-lead = 비밀번호를 정하세요. 앞으로 이름과 이 비밀번호로 로그인합니다.
access-new-password = 새 비밀번호
access-new-password-hint = { $least }자 이상이어야 합니다. 자신만 떠올릴 수 있는 단어 몇 개를 이어 쓰면 특수 문자보다 기억하기 쉽습니다.
access-repeat = 한 번 더 입력
access-accept = 비밀번호를 저장하고 계속하기

## 내 계정

access-account-title = 내 계정
access-language-title = 언어
access-password-title = 비밀번호
access-password-none = 비밀번호가 없습니다. 스튜디오를 시작할 때 나오는 링크로 로그인합니다.
access-old-password = 현재 비밀번호
access-change-password = 비밀번호 바꾸기
access-set-password = 비밀번호 정하기
access-change-password-hint = 다른 곳에서는 모두 로그아웃됩니다.
access-tokens-title = API 토큰
access-tokens-lead = 토큰을 보내는 프로그램은 내 역할로 나를 대신하여 작업합니다.
access-tokens-docs = 프로그램이 요청할 수 있는 것
access-tokens-none = 토큰이 없습니다.
access-token-name = 용도
access-token-name-example = 야간 렌더링
access-token-days = 유효 기간
access-days = { $count }일
access-make-token = 토큰 만들기
access-token-made = 토큰 ‘{ $name }’입니다. 다시 표시되지 않으니 지금 복사하세요.
access-copy = 복사
access-token-made-at = 만든 날짜
access-token-expires = 만료
access-token-used = 마지막 사용
access-token-never = 사용한 적 없음
access-token-expired = 만료됨
access-revoke = 폐기
access-revoke-ask = 토큰 ‘{ $name }’을(를) 폐기하시겠습니까? 이 토큰을 보내는 프로그램은 더 이상 접근할 수 없습니다.
access-sessions-title = 로그인한 곳
access-session-browser = 브라우저
access-session-address = 주소
access-session-begun = 로그인한 때
access-session-seen = 마지막 접속
access-session-current = 현재 브라우저
access-session-unknown = 알 수 없음
access-sign-out-everywhere = 모든 곳에서 로그아웃
access-sign-out-everywhere-ask = 이 브라우저를 포함해 모든 브라우저에서 로그아웃하시겠습니까?
access-done-password = 비밀번호를 바꾸었습니다.

## 사용자

access-people-title = 사용자
access-people-lead = 누가 어떤 역할로 로그인할 수 있는지 정합니다.
access-person = 이름
access-role = 역할
access-way = 로그인 방법
access-seen = 마지막 접속
access-way-password = 비밀번호
access-way-local = 이 컴퓨터의 링크
access-way-invited = 초대 링크, 만료:
access-way-none = 없음: 다시 초대하세요
access-never-seen = 로그인하지 않음
access-you = 나
access-add-title = 사용자 추가
access-add = 추가
access-change-role = 변경
access-role-of = { $name } 님의 역할
access-invite = 링크 만들기
access-remove = 삭제
access-remove-ask = { $name } 님을 삭제하시겠습니까? 바로 로그아웃되고 토큰도 폐기됩니다. 한 일은 활동 기록에 남습니다.
access-invitation-title = { $name } 님에게 줄 링크
access-invitation-lead = 믿을 수 있는 방법으로 전달하세요. 3일 동안 한 번만 쓸 수 있고, 다시 표시되지 않습니다.
access-done-role = 역할을 바꾸었습니다.
access-done-remove = 계정을 삭제했습니다.
access-role-producer-about = 대본을 쓰고, 영상 소재를 올리고, 렌더링합니다
access-role-editor-about = 자막의 시간과 글을 다듬고, 렌더링합니다
access-role-channel-admin-about = 릴리스를 승인하고, 내려받고, 공유합니다
access-role-owner-about = 위의 모든 일을 하고, 누가 무엇을 할 수 있는지 정합니다

## 활동 기록

access-audit-title = 활동 기록
access-audit-lead = 누가 무엇을 했는지 보여 줍니다. 시각은 UTC입니다.
access-audit-at = 시각
access-audit-person = 사용자
access-audit-action = 한 일
access-audit-subject = 대상
access-audit-detail = 자세히
access-audit-address = 접속 주소
access-audit-nobody = 알 수 없는 사용자
access-audit-anybody = 모든 사용자
access-audit-anything = 모든 일
access-audit-subject-part = 대상 이름의 일부
access-audit-filter = 보기
access-audit-all = 모두 보기
access-audit-csv = CSV로 내려받기
access-audit-older = 이전 기록
access-audit-newest = 최신 기록
access-audit-none = 조건에 맞는 기록이 없습니다.

## API

access-api-title = API
access-api-lead = 사람이 페이지에서 하는 일을 프로그램은 여기서 합니다. 내 계정 페이지에서 만든 토큰을 아래 예처럼 요청할 때마다 함께 보냅니다. 오류는 problems로 전달되며, message, remedy, file, line, column, level로 이루어진 목록입니다.
access-api-schema = OpenAPI로 보기
access-api-who = 권한
access-api-everybody = 누구나
access-api-signed-in = 로그인한 모든 사용자
access-api-takes = 매개변수
access-api-sends = 본문
access-api-gives = 응답
access-api-shapes = 구조
access-api-required = 필수

## 할 수 없는 일

access-refused-wrong = 이름이나 비밀번호가 맞지 않습니다
access-refused-wrong-do = 둘 다 확인하고, Caps Lock이 켜져 있는지도 확인하세요.
access-refused-wait = 시도 횟수가 너무 많습니다. { $seconds }초를 기다려야 합니다
access-refused-wait-do = 기다렸다가 다시 시도하세요. 스튜디오 운영자가 새 비밀번호를 정해 줄 수 있습니다.
access-refused-wrong-password = 현재 비밀번호가 맞지 않습니다
access-refused-wrong-password-do = 바뀐 것은 없습니다. 다시 입력하세요.
access-refused-password-short = 비밀번호가 { $least }자보다 짧습니다
access-refused-password-short-do = 더 긴 비밀번호를 정하세요. 단어 몇 개를 이어 써도 됩니다.
access-refused-password-long = 비밀번호가 { $most }자보다 깁니다
access-refused-password-long-do = 더 짧은 비밀번호를 정하세요.
access-refused-password-name = 비밀번호가 이름과 같습니다
access-refused-password-name-do = 아무도 짐작하지 못할 비밀번호를 정하세요.
access-refused-repeat = 두 비밀번호가 서로 다릅니다
access-refused-repeat-do = 같은 비밀번호를 두 번 입력하세요.
access-refused-link = 이미 사용했거나 만료된 링크입니다
access-refused-link-do = 새 링크를 요청하세요.
access-refused-nobody = 그런 계정이 없습니다
access-refused-nobody-do = 다른 사람이 삭제했을 수 있습니다. 페이지를 새로 고치세요.
access-refused-name-taken = { $name }(이)라는 사용자가 이미 있습니다
access-refused-name-taken-do = 다른 이름을 정하세요.
access-refused-name-missing = 이름이 없습니다
access-refused-name-missing-do = 이름을 입력하세요.
access-refused-name-long = 이름이 { $most }자보다 깁니다
access-refused-name-long-do = 더 짧은 이름을 정하세요.
access-refused-name-odd = 이름에 보이지 않는 문자가 있습니다
access-refused-name-odd-do = 붙여 넣지 말고 직접 입력하세요.
access-refused-last-owner = 로그인할 수 있는 소유자가 한 명도 남지 않습니다
access-refused-last-owner-do = 먼저 다른 사람을 소유자로 정하세요.
access-refused-language = 이 언어로 된 페이지가 없습니다
access-refused-language-do = 다음 중에서 고르세요: { $languages }.
access-refused-token-name = 토큰에는 { $most }자 이하의 이름이 필요합니다
access-refused-token-name-do = 무엇에 쓰는지 적으세요.
access-refused-token-days = 토큰의 유효 기간은 1일에서 { $most }일까지입니다
access-refused-token-days-do = 다른 기간을 고르세요.
access-refused-no-token = 그런 토큰이 없습니다
access-refused-no-token-do = 이미 폐기했을 수 있습니다. 페이지를 새로 고치세요.
## What somebody did: the audit log's acts
did-messages-create = 메시지 생성
did-messages-save = 대본 저장
did-messages-restore = 이전 대본 복원
did-messages-rename = 이름 변경
did-subtitles-save = 자막 저장
did-subtitles-resolve = 충돌 해결
did-subtitles-restore = 이전 자막 복원
did-jobs-render = 렌더링 요청
did-jobs-preview = 미리보기 요청
did-jobs-cancel = 렌더링 취소
did-release-approve = 릴리스 승인
did-release-withdraw = 릴리스 철회
did-share-create = 릴리스 공유
did-trash-restore = 휴지통에서 복원
did-messages-delete = 메시지 삭제
did-settings-save = 공통 설정 저장
did-settings-restore = 이전 공통 설정 복원
did-trash-destroy = 완전히 삭제
did-files-upload = 파일 올리기
did-files-refuse = 거부된 파일
did-files-delete = 파일 삭제
did-release-download = 다운로드
did-release-play = 재생
did-share-download = 링크로 다운로드
did-share-refuse = 링크 암호 오류
did-share-revoke = 링크 취소
did-access-sign-in = 로그인
did-access-sign-in-failed = 로그인 실패
did-access-sign-out = 로그아웃
did-access-sign-out-everywhere = 모든 곳에서 로그아웃
did-account-password = 비밀번호 변경
did-account-password-failed = 비밀번호 변경 실패
did-tokens-make = 토큰 생성
did-tokens-revoke = 토큰 취소
did-people-add = 사람 추가
did-people-invite = 비밀번호 설정 링크 생성
did-people-role = 역할 변경
did-people-remove = 사람 제거
did-audit-download = 이 기록 다운로드
